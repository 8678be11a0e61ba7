"""The whole desk over a room nobody keeps, and over a running shift."""

import pytest

from dutydesk.domain.officer import Actor, OfficerRole
from tests.builders import PIN
from tests.ui.handover.desk_over_room import over_room

BY = Actor("cli")


@pytest.fixture
def empty(room, theme, qtbot):
    """Open a room with officers but nobody on duty."""
    room.officer.add("甲某", OfficerRole.ADMIN, PIN, by=BY)
    room.officer.add("乙某", OfficerRole.DUTY_OFFICER, PIN, by=BY)
    room.officer.add("丙某", OfficerRole.LEAD_OFFICER, PIN, by=BY)
    return over_room(room, theme, qtbot)


@pytest.fixture
def kept(staffed, theme, qtbot):
    """Sit as 甲某 on the running shift."""
    return over_room(staffed.room, theme, qtbot)
