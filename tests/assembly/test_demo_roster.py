"""The roster of the practice month, published before it began."""

from datetime import date

import pytest

from dutydesk.assembly.clocks import FixedClock
from dutydesk.assembly.demo_roster import publish_roster, roster_script, stand_in
from dutydesk.domain.instants import china_instant
from dutydesk.domain.roster import FindingKind, MonthState
from tests.builders import Staff


@pytest.mark.parametrize(
    ("finished", "running"),
    [(date(2026, 12, 20), date(2026, 12, 21)), (date(2027, 1, 31), date(2027, 2, 1))],
)
def test_the_months_of_both_days_are_whole_and_one_duty_is_taken_over(
    staffed: Staff, clock: FixedClock, finished: date, running: date
) -> None:
    room, script = staffed.room, roster_script()
    publish_roster(room, script, finished, running, by=staffed.by)
    clock.at = china_instant(finished, 8, 10)
    stand_in(room, script, finished, by=staffed.by)
    for day in {finished.replace(day=1), running.replace(day=1)}:
        view = room.roster.month(day)
        assert view.month.state is MonthState.PUBLISHED
        assert FindingKind.GAP not in {one.kind for one in view.findings}
    (swap,) = room.roster_swap.swaps(finished, finished)
    assert (swap.swap.from_person, swap.swap.to_person) == ("己某", script["swap"]["to"])
    (kept,) = room.roster.days(finished, finished)
    assert {"丙某", "甲某", "戊某"} <= {slot.person for slot in kept.slots}
