"""The roster of a month as papers are tested with."""

from datetime import date

from dutydesk.domain.duty_calendar import DutyCalendar, HolidayDay
from dutydesk.domain.paper_roster_sheet import (
    RosterSheet,
    RosterSheetNote,
    RosterSheetPerson,
    RosterSheetRow,
)
from dutydesk.wording.roster_sheet import REST_DAY_REMARK, day_kind
from tests.papers.samples import UNIT

OCTOBER = DutyCalendar(
    days={
        one.day: one
        for one in (
            *(HolidayDay(date(2026, 10, day), "国庆节") for day in range(1, 8)),
            HolidayDay(date(2026, 10, 10), "国庆节", is_off_day=False),
        )
    },
    known_years=frozenset({2026}),
)
POSTS = ("带班领导", "主班", "副班", "备勤")


def person(name: str, number: int, mark: str = "", *, has_phone: bool = True) -> RosterSheetPerson:
    return RosterSheetPerson(name, f"1990000{number:04}" if has_phone else "", mark)


def row(day: date, *, has_phones: bool = True, shift: str = "", mark: str = "") -> RosterSheetRow:
    at = day.day
    return RosterSheetRow(
        day,
        shift,
        day_kind(OCTOBER, day),
        OCTOBER.is_rest_day(day),
        (
            (person("欧阳某", at % 5, has_phone=has_phones),),
            (person("甲某", 10 + at % 7, mark, has_phone=has_phones),),
            (person("乙某某", 20 + at % 7, has_phone=has_phones),),
            (person("丁某", 0, has_phone=False),),
        ),
        "国庆安保" if at <= 8 and shift != "夜班" else "",
    )


def sheet(*rows: RosterSheetRow, **more) -> RosterSheet:
    facts = {
        "unit": UNIT,
        "month": date(2026, 10, 1),
        "is_practice": False,
        "is_to_post_up": False,
        "is_draft": False,
        "version": 2,
        "posts": POSTS,
        "rows": rows,
        "changes": (
            RosterSheetNote("①", "10月9日主班：原甲某，由丙某替（事由：参加全区会议）"),
            RosterSheetNote("②", "10月15日主班：原甲某，由丙某替（事由：病假）"),
        ),
        "remarks": (REST_DAY_REMARK, "24小时在岗，主副班同在。"),
        "duty_phone": "0000-0000001",
        "duty_fax": "0000-0000002",
        "prepared_by": "甲某",
        "reviewed_by": "丙某",
        "dated": date(2026, 9, 28),
        **more,
    }
    return RosterSheet(**facts)


def month(*, has_phones: bool = True, shifts: tuple[str, ...] = ("",)) -> list[RosterSheetRow]:
    marks = {9: "①", 15: "②"}
    return [
        row(date(2026, 10, at), has_phones=has_phones, shift=shift, mark=marks.get(at, ""))
        for at in range(1, 32)
        for shift in shifts
    ]


INSIDE = sheet(*month())
TO_POST_UP = sheet(*month(has_phones=False), is_to_post_up=True)
DRAFT = sheet(
    *month(shifts=("白班", "夜班")),
    is_draft=True,
    version=0,
    dated=None,
    reviewed_by="",
    changes=(),
)
