from datetime import date

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.roster import LEAD_POST, PRIMARY_POST
from dutydesk.domain.roster_proposal import RosterOrder
from tests.builders import Staff
from tests.roster_office import BY, member, put

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)


def journal(room: DutyRoom) -> object:
    with room.store.reading() as tables:
        return tables.journal.newest()


def test_a_trial_writes_nothing_and_what_is_taken_is_what_was_shown(staffed: Staff) -> None:
    room = staffed.room
    for name in ("丙某", "戊某", "己某"):
        member(room, name, LEAD_POST)
    order = RosterOrder(FIRST, LAST, (LEAD_POST,))
    before = journal(room)
    trial = room.roster_trial.propose(order, by=BY)
    assert room.roster.month(FIRST).slots == ()
    assert journal(room) == before
    shown = [(slot.place, slot.person) for day in trial.days for slot in day.slots]
    assert len(shown) == 31
    assert {one.total for one in trial.counts if one.total} == {10, 11}
    room.roster.generate(order, by=BY)
    assert [(s.place, s.person) for s in room.roster.month(FIRST).slots] == shown


def test_duties_are_counted_over_any_span(staffed: Staff) -> None:
    room = staffed.room
    for day in (date(2026, 12, 5), date(2026, 12, 7), date(2027, 1, 3)):
        put(room, day, PRIMARY_POST, "甲某")
    counts = room.roster_trial.counts(date(2026, 12, 1), date(2026, 12, 31))
    (mine,) = [one for one in counts if one.person == "甲某"]
    assert (mine.total, mine.weekends, mine.weekdays) == (2, 1, 1)
