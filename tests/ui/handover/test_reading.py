"""What the page reads in one go."""

from dutydesk.domain.officer import OfficerRole
from tests.builders import PIN
from tests.handover_builders import BY, hand_over
from tests.ui.handover.desk_over_room import services_of


def test_nobody_on_duty_reads_as_no_draft(room):
    reading = services_of(room).read()
    assert (reading.view, reading.shift, reading.primary, reading.officers) == (
        None,
        None,
        None,
        (),
    )


def test_only_writers_take_over_and_only_leads_countersign(staffed):
    staffed.room.officer.add("戊某", OfficerRole.VIEWER, PIN, by=BY)
    reading = services_of(staffed.room).read()
    assert [one.name for one in reading.writers] == ["甲某", "乙某", "丙某"]
    assert [one.name for one in reading.leads] == ["甲某", "丙某"]


def test_the_running_handover_is_no_former_one(staffed):
    services = services_of(staffed.room)
    assert services.former(8) == []
    hand_over(staffed)
    assert [one.handover.id for one in services.former(1)] == [staffed.shift.id]
