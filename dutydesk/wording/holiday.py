"""Words of the holiday calendar: classes of day, where a year came from, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from dutydesk.domain import holiday_refusals as refusals
from dutydesk.domain.duty_calendar import DayClass, HolidaySource
from dutydesk.domain.holiday import LONGEST_NAME, HolidayYearView

DAY_CLASS = {
    DayClass.WORKDAY: "工作日",
    DayClass.WEEKEND: "周末",
    DayClass.LEGAL_HOLIDAY: "法定节假日",
    DayClass.EVE: "节前一日",
    DayClass.MAKE_UP_DAY: "调休上班日",
}

HOLIDAY_SOURCE = {
    HolidaySource.FILE: "文件导入",
    HolidaySource.TYPED: "手工录入",
}

ESTIMATED = "推定"
SHIPPED = "随附"
OFF_DAY = "放假"
WORKED_DAY = "上班"


def source_word(view: HolidayYearView) -> str:
    """Return 随附, 文件导入, 手工录入, or 推定 where no notice decided the year."""
    if view.own is not None:
        word = HOLIDAY_SOURCE[view.own.source]
        return f"{word}，{ESTIMATED}" if view.is_estimated else word
    return ESTIMATED if view.is_estimated else SHIPPED


def kind_word(*, is_off_day: bool) -> str:
    """Return 放假 or 上班."""
    return OFF_DAY if is_off_day else WORKED_DAY


def due_words(year: int) -> str:
    """Return the reminder that the notice of a year is to be taken in."""
    return f"请更新{year}年节假日"


def year_words(view: HolidayYearView) -> str:
    """Return 2026年 随附 放假33天 上班6天."""
    off = sum(one.is_off_day for one in view.notice.days)
    worked = len(view.notice.days) - off
    return f"{view.notice.year}年 {source_word(view)} 放假{off}天 上班{worked}天"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    refusals.HolidayFileUnreadable: lambda e: (
        f"{e.file} 不是节假日文件，没有导入。请用按年的节假日文件，或手工录入通知。"
    ),
    refusals.HolidayLineBad: lambda e: (
        f"节假日文件第{e.number}项“{e.value}”看不懂，没有导入。请换一份文件，或手工录入通知。"
    ),
    refusals.HolidayNoticeMissing: lambda e: (
        f"文件里还没有{e.year}年的放假通知，没有导入。请等通知发布后再导入，或手工录入。"
    ),
    refusals.HolidayDayOutside: lambda e: (
        f"{_day(e.day)}不在{e.year}年的通知范围内，没有改动。请核对日期和年份。"
    ),
    refusals.HolidaySpanUnfit: lambda e: (
        f"从{_day(e.first)}到{_day(e.last)}不对：要从早到晚，最多{e.limit}天。请改好日期。"
    ),
    refusals.HolidayDayTwice: lambda e: f"{_day(e.day)}写了两次，没有改动。请删去一行。",
    refusals.HolidayNameUnfit: lambda e: (
        f"{_day(e.day)}的节日名称没有填，或超过{LONGEST_NAME}个字。请改好后再试。"
    ),
}
