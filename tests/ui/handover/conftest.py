"""The whole desk in the morning after 甲某's shift, with the handover open."""

import pytest
from PySide6.QtCore import Qt

from tests.handover_builders import stand_at
from tests.ui.handover.desk_over_room import over_room


@pytest.fixture
def morning(staffed, theme, qtbot):
    """Sit as 甲某 at 08:20 before the shift ends, the page of F8 shown."""
    stand_at(staffed, "2026-11-21T08:20")
    made = over_room(staffed.room, theme, qtbot)
    made.key(Qt.Key.Key_F8)
    return made
