from datetime import date, timedelta

from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from tests.absence_builders import absence_change, absence_draft, at
from tests.builders import Staff


def request(month: int, year: int = 2026) -> PaperRequest:
    return PaperRequest(PaperKind.ABSENCE_LIST, month=date(year, month, 1))


def test_a_notice_stands_in_every_month_it_touches(staffed: Staff) -> None:
    room = staffed.room
    over_new_year = absence_draft(starts_at=at("12-31 08:00"), ends_at=at("12-31 23:59"))
    room.absence_notice.file(over_new_year, by=staffed.by)
    one = room.absence_notice.file(absence_draft(), by=staffed.by).value.notice
    change = absence_change(one.id, ends_at=at("12-01 12:00"))
    room.absence_notice.change(change, by=staffed.by)
    people = {
        month: len(room.absence_list.absences(request(month)).rows) for month in (10, 11, 12)
    }
    assert people == {10: 0, 11: 1, 12: 2}
    room.clock.at = at("12-01 11:00")  # type: ignore[attr-defined]  # FixedClock
    room.absence_notice.back(one.id, by=staffed.by)
    (row,) = room.absence_list.absences(request(11)).rows
    assert (row.person, row.place_of_work, row.back_at) == (
        "丁某",
        "区应急局 局长",
        at("12-01 11:00"),
    )
    assert (row.state, [line.word for line in row.changes]) == ("", ["变更"])


def test_who_is_not_back_says_so_and_the_last_minute_counts(staffed: Staff) -> None:
    room = staffed.room
    draft = absence_draft(starts_at=at("11-30 23:59"), ends_at=at("12-01 00:00"))
    room.absence_notice.file(draft, by=staffed.by)
    room.clock.at = at("12-01 00:00") + timedelta(minutes=1)  # type: ignore[attr-defined]  # FixedClock
    (row,) = room.absence_list.absences(request(11)).rows
    assert row.state == "逾期未销假"
    span = room.absence_list.absences(PaperRequest(PaperKind.ABSENCE_LIST)).span
    assert span.subject == "2026-12"
