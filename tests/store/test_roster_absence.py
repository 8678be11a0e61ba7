from datetime import date

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.roster import PRIMARY_POST, FindingKind, RosterMember
from dutydesk.store.roster_absence import member_absences
from tests.absence_builders import absence_draft, at
from tests.roster_builders import CLI, nov, put


def away(room: DutyRoom, person: str) -> None:
    draft = absence_draft(person=person, starts_at=at("11-24 08:00"), ends_at=at("11-26 18:00"))
    room.absence_notice.file(draft, by=CLI)


def test_whoever_is_only_a_name_is_found_away_as_well(room: DutyRoom) -> None:
    for day in (23, 25, 27):
        put(room, nov(day), "丁某")
    away(room, "丁 某")
    found = [
        (one.duty_date.day, one.person, one.detail)
        for one in room.roster.check(nov(21), nov(30))
        if one.kind is FindingKind.ON_ABSENCE
    ]
    # Who keeps the 23rd is on until half past eight of the 24th.
    assert found == [(23, "丁某", "省城"), (25, "丁某", "省城")]


def test_a_member_is_away_by_name_and_not_when_it_was_cancelled(room: DutyRoom) -> None:
    member = RosterMember("m", "丁某", posts=(PRIMARY_POST,))
    away(room, "丁某")
    with room.store.reading() as tables:
        found = member_absences(tables, (member,), date(2026, 11, 1), date(2026, 11, 30))
    assert [(one.member_id, one.starts_at) for one in found] == [("m", at("11-24 08:00"))]
    notice = room.absence_notice.running()[0]
    room.absence_notice.cancel(notice.id, "不去了", change_id="x", by=CLI)
    with room.store.reading() as tables:
        assert not member_absences(tables, (member,), date(2026, 11, 1), date(2026, 11, 30))
