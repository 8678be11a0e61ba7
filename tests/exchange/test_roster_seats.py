import pytest

from dutydesk.domain.roster import LEAD_POST, PRIMARY_POST
from dutydesk.domain.roster_refusals import RosterFileDayTwice
from dutydesk.domain.shift import ShiftKind
from dutydesk.exchange.roster_names import OFFICERS, ReadName
from dutydesk.exchange.roster_seats import DayRun, ReadDuty, merged, seats_of
from tests.roster_builders import nov


def duty(name: str, post: str = OFFICERS, shift: ShiftKind | None = None) -> ReadDuty:
    return ReadDuty(ReadName(name), post, shift)


def seats(*duties: ReadDuty) -> list[tuple[str, int, str]]:
    return [(one.post_id, one.seat, one.person) for one in seats_of(DayRun(nov(1), duties))]


def test_of_officers_the_first_is_primary_unless_there_is_one() -> None:
    assert seats(duty("甲"), duty("乙"), duty("丙")) == [
        ("primary_officer", 1, "甲"),
        ("secondary_officer", 1, "乙"),
        ("secondary_officer", 2, "丙"),
    ]
    assert seats(duty("甲", PRIMARY_POST), duty("乙")) == [
        ("primary_officer", 1, "甲"),
        ("secondary_officer", 1, "乙"),
    ]


def test_a_name_that_a_merged_cell_repeats_is_one_person() -> None:
    assert seats(duty("甲", LEAD_POST), duty("甲", LEAD_POST)) == [("lead_officer", 1, "甲")]


def test_the_same_day_twice_must_say_the_same() -> None:
    runs = [DayRun(nov(1), (duty("甲"),)), DayRun(nov(1), (duty("甲 "),))]
    assert len(merged("表", runs)) == 1
    beside = [*runs, DayRun(nov(1), (duty("丙", LEAD_POST),))]
    assert [one.person for one in merged("表", beside)] == ["甲", "丙"]
    with pytest.raises(RosterFileDayTwice):
        merged("表", [*runs, DayRun(nov(1), (duty("乙"),))])


def test_a_note_goes_with_the_first_of_the_day() -> None:
    slots = seats_of(DayRun(nov(1), (duty("甲"), duty("乙")), "值防汛班"))
    assert [one.note for one in slots] == ["值防汛班", ""]
