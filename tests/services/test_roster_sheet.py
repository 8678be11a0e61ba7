from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.duty_calendar import DutyCalendar, HolidayDay
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.paper_roster_sheet import RosterSheet
from dutydesk.domain.roster import (
    KeyPeriod,
    MonthState,
    RosterMonth,
    RosterPost,
    RosterSlot,
    RosterSwap,
    SwapKind,
)
from dutydesk.domain.shift import ShiftKind
from dutydesk.papers.roster_sheet import roster_sheet_pdf
from dutydesk.store import roster_book
from tests.builders import Staff

OCTOBER = DutyCalendar(
    {
        date(2026, 10, 1): HolidayDay(date(2026, 10, 1), "国庆节"),
        date(2026, 10, 10): HolidayDay(date(2026, 10, 10), "国庆节", is_off_day=False),
    },
    frozenset({2026}),
)
PRIMARY, STANDBY = "primary_officer", "standby_officer"


def slot(at: int, post: str, person: str, **more: object) -> RosterSlot:
    values = {
        "id": f"{post}{at}{more.get('shift', '')}",
        "duty_date": date(2026, 10, at),
        "shift": ShiftKind.FULL,
        "post_id": post,
        "seat": 1,
        "person": person,
    }
    return RosterSlot(**{**values, **more})  # type: ignore[arg-type]  # fields by name


def keep(room: DutyRoom, *slots: RosterSlot) -> None:
    with room.store.writing(actor="cli", action="settings.save") as work:
        table = work.tables.roster
        kept = {post.id for post in table.posts()}
        for post in (
            RosterPost(PRIMARY, "主班", order_no=2),
            RosterPost(STANDBY, "备勤", order_no=4),
        ):
            if post.id not in kept:
                table.put_post(post)
        for one in slots:
            table.put_slot(one)


@pytest.fixture(autouse=True)
def _october(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roster_book, "calendar", lambda _tables: OCTOBER)


def sheet(room: DutyRoom, *, is_masked: bool = False, month: int = 10) -> RosterSheet:
    asked = PaperRequest(PaperKind.ROSTER_SHEET, month=date(2026, month, 1), is_masked=is_masked)
    return room.roster_sheet.sheet(asked)


def names(found: RosterSheet, post: str, at: int) -> list[tuple[str, str, str]]:
    row = next(row for row in found.rows if row.day.day == at)
    return [(one.name, one.phone, one.mark) for one in row.cells[found.posts.index(post)]]


def test_every_day_of_the_month_is_a_row_with_its_kind_and_the_numbers(staffed: Staff) -> None:
    keep(
        staffed.room,
        slot(1, PRIMARY, "甲某", phone="0000-1"),
        slot(10, PRIMARY, "外借某", phone="0000-2"),
        slot(10, STANDBY, "乙某", phone="0000-3"),
    )
    found = sheet(staffed.room)
    assert len(found.rows) == 31
    kinds = {row.day.day: (row.day_kind, row.is_rest_day) for row in found.rows}
    assert (kinds[1], kinds[2], kinds[10]) == (("国庆节", True), ("", False), ("调休上班", False))
    # The officer's own number comes before what the file wrote; stand-by is not rung up.
    assert names(found, "主班", 1) == [("甲某", "19900000001", "")]
    assert names(found, "主班", 10) == [("外借某", "0000-2", "")]
    assert names(found, "备勤", 10) == [("乙某", "", "")]
    assert found.is_draft
    assert {row.shift for row in found.rows} == {""}


def test_the_sheet_to_post_up_has_no_numbers_and_no_reasons(staffed: Staff) -> None:
    room = staffed.room
    was, now = slot(9, PRIMARY, "甲某"), slot(9, PRIMARY, "乙某")
    keep(room, now)
    swap = RosterSwap(
        "w1",
        SwapKind.SUBSTITUTE,
        was.id,
        "甲某",
        "乙某",
        "病假",
        "丙某",
        datetime(2026, 10, 8, tzinfo=UTC),
        "甲某",
        before=({"duty_date": "2026-10-09"},),
        after=({"duty_date": "2026-10-09"},),
    )
    with room.store.writing(actor="cli", action="settings.save") as work:
        work.tables.roster.append_swap(swap)
    inside, posted = sheet(room), sheet(room, is_masked=True)
    assert names(inside, "主班", 9)[0][2] == "①"
    assert [one.told for one in inside.changes] == ["10月9日主班：原甲某，由乙某替（事由：病假）"]
    assert [one.told for one in posted.changes] == ["10月9日主班：原甲某，由乙某替"]
    assert names(posted, "主班", 9) == [("乙某", "", "①")]


def test_key_periods_and_notes_stand_beside_the_day_and_the_version_is_told(
    staffed: Staff,
) -> None:
    room = staffed.room
    keep(
        room,
        slot(1, PRIMARY, "甲某", note="在岗带班", shift=ShiftKind.DAY),
        slot(1, PRIMARY, "乙某", shift=ShiftKind.NIGHT),
    )
    published = datetime(2026, 9, 28, 2, tzinfo=UTC)
    month = RosterMonth(
        "2026-10", MonthState.PUBLISHED, 2, "甲某", "丙某", published, "丙某", "说明"
    )
    with room.store.writing(actor="cli", action="settings.save") as work:
        table = work.tables.roster
        table.put_month(month)
        table.put_key_period(KeyPeriod("k", "国庆安保", date(2026, 9, 30), date(2026, 10, 1)))
    found = sheet(room)
    first, second = found.rows[:2]
    assert [(row.shift, row.note) for row in (first, second)] == [
        ("白班", "国庆安保；在岗带班"),
        ("夜班", ""),
    ]
    assert (found.version, found.is_draft, found.dated) == (2, False, date(2026, 9, 28))
    assert found.remarks[-1] == "说明"
    with room.store.writing(actor="cli", action="settings.save") as work:
        work.tables.roster.put_month(replace(month, state=MonthState.DRAFT))
    assert sheet(room).dated is None


def test_a_month_without_a_slot_has_no_row_and_the_running_one_is_the_default(
    staffed: Staff,
) -> None:
    found = staffed.room.roster_sheet.sheet(PaperRequest(PaperKind.ROSTER_SHEET))
    today = staffed.room.clock.now() + timedelta(hours=8)
    assert (found.rows, found.remarks) == ((), ())
    assert found.month == today.date().replace(day=1)


def test_a_month_of_a_year_without_a_notice_is_marked_and_stands_on_one_page(
    staffed: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roster_book, "calendar", lambda _tables: DutyCalendar())
    keep(
        staffed.room, *(slot(at, PRIMARY, "欧阳某某", phone="19900000001") for at in range(1, 32))
    )
    found = sheet(staffed.room)
    assert {row.day_kind for row in found.rows} == {"", "推定周末"}
    assert roster_sheet_pdf(found).pages == 1
