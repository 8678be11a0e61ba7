import itertools
from datetime import date

import pytest

from dutydesk.domain.duty_calendar import DutyCalendar, HolidayDay
from dutydesk.domain.instants import from_iso
from dutydesk.domain.roster import LEAD_POST, PRIMARY_POST, RosterPost, RosterSlot, SlotSource
from dutydesk.domain.roster_day import RosterFrame
from dutydesk.domain.roster_file import DayRemark, ReadSlot, RosterFile, RosterFileDoubt
from dutydesk.domain.roster_import import RosterGround, RosterImportPlan, plan
from dutydesk.domain.roster_refusals import RosterPublished
from dutydesk.domain.settings import FULL_DAY_PATTERN, TWO_SHIFT_PATTERN
from dutydesk.domain.shift import ShiftKind, pattern_from_rows
from tests.roster_builders import nov

NOW = from_iso("2026-11-20T08:00")


def frame(pattern: list[object] = FULL_DAY_PATTERN, **changes: object) -> RosterFrame:
    values = {
        "pattern": pattern_from_rows(pattern),
        "calendar": DutyCalendar(),
        "posts": (RosterPost(PRIMARY_POST, "主班"),),
    }
    return RosterFrame(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def read(day: int, person: str, post: str = PRIMARY_POST, **changes: object) -> ReadSlot:
    values = {
        "duty_date": nov(day), "shift": None, "post_id": post, "seat": 1, "person": person,
    }  # fmt: skip
    return ReadSlot(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def stands(day: int, person: str, seat: int = 1, post: str = PRIMARY_POST) -> RosterSlot:
    return RosterSlot(f"s{day}{seat}", nov(day), ShiftKind.FULL, post, seat, person)


def planned(
    *slots: ReadSlot,
    standing: tuple[RosterSlot, ...] = (),
    layout: RosterFrame | None = None,
    remarks: tuple[DayRemark, ...] = (),
) -> RosterImportPlan:
    numbers = itertools.count(1)
    ground = RosterGround(layout or frame(), standing, NOW)
    file = RosterFile("表", slots, remarks)
    return plan(file, ground, lambda person: person, lambda: f"n{next(numbers)}")


def test_days_to_come_are_as_the_file_says() -> None:
    made = planned(
        read(21, "甲某"), read(22, "乙某"),
        standing=(stands(21, "丁某"), stands(21, "戊某", 2), stands(21, "己某", post=LEAD_POST)),
    )  # fmt: skip
    assert [(one.id, one.person, one.source) for one in made.written] == [
        ("s211", "甲某", SlotSource.IMPORTED),
        ("n2", "乙某", SlotSource.IMPORTED),
    ]
    assert [one.person for one in made.emptied] == ["戊某"]
    report = made.report
    assert (report.read, report.added, report.changed, report.removed) == (2, 1, 1, 1)
    assert sorted(one.person for one in report.slots) == ["乙某", "己某", "甲某"]


def test_what_was_is_only_filled_where_nobody_stands() -> None:
    made = planned(
        read(18, "甲某"), read(19, "乙某"), read(20, "丙某"),
        standing=(stands(19, "丁某"), stands(20, "己某")),
    )  # fmt: skip
    assert [(one.duty_date, one.person) for one in made.written] == [(nov(18), "甲某")]
    assert [(one.doubt, one.value, one.detail) for one in made.report.problems] == [
        (RosterFileDoubt.KEPT, "乙某", "丁某"),
        (RosterFileDoubt.KEPT, "丙某", "己某"),
    ]
    assert made.report.kept == 2


def test_the_same_again_changes_nothing_however_the_name_is_spaced() -> None:
    made = planned(read(21, "甲 某"), standing=(stands(21, "甲某"),))
    assert (made.written, made.emptied, made.report.unchanged) == ((), (), 1)
    with_number = planned(read(21, "甲某", phone="1"), standing=(stands(21, "甲某"),))
    assert [one.phone for one in with_number.written] == ["1"]


def test_a_published_month_is_refused_only_where_it_would_change() -> None:
    layout = frame(published=frozenset({"2026-11"}))
    assert planned(read(21, "甲某"), standing=(stands(21, "甲某"),), layout=layout).written == ()
    for slots, standing in (
        ((read(21, "乙某"),), (stands(21, "甲某"),)),
        ((read(22, "乙某"),), ()),
        ((read(21, "甲某"),), (stands(21, "甲某"), stands(21, "乙某", 2))),
    ):
        with pytest.raises(RosterPublished):
            planned(*slots, standing=standing, layout=layout)
    # What is past has no version any more.
    assert len(planned(read(18, "甲某"), layout=layout).written) == 1


def test_who_has_the_day_has_both_shifts_and_foreign_shifts_are_told() -> None:
    both = planned(read(21, "甲某"), layout=frame(TWO_SHIFT_PATTERN))
    assert [one.shift for one in both.written] == [ShiftKind.DAY, ShiftKind.NIGHT]
    night = planned(
        read(21, "甲某", shift=ShiftKind.NIGHT), read(22, "甲某", shift=ShiftKind.NIGHT)
    )
    assert [(one.doubt, one.value) for one in night.report.problems] == [
        (RosterFileDoubt.SHIFT_UNPLANNED, "night")
    ]


@pytest.mark.parametrize(
    ("day", "text", "is_wrong"),
    [
        (nov(21), "法定节假日", True),
        (nov(21), "周末", False),
        (nov(20), "工作日", False),
        (nov(20), "调休上班", False),
        (nov(20), "国庆节", True),
        (date(2026, 10, 1), "国庆节", False),
        (date(2026, 10, 1), "工作日", True),
    ],
)
def test_what_a_file_calls_a_day_is_compared(day: date, text: str, is_wrong: bool) -> None:
    first = date(2026, 10, 1)
    calendar = DutyCalendar({first: HolidayDay(first, "国庆节")}, frozenset({2026}))
    made = planned(
        read(21, "甲某"), layout=frame(calendar=calendar), remarks=(DayRemark(day, text),)
    )
    doubts = [one.doubt for one in made.report.problems]
    assert doubts == [RosterFileDoubt.WRONG_DAY_CLASS] * is_wrong
