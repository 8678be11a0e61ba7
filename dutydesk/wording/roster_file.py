"""What is doubtful in a roster file, in words."""

from __future__ import annotations

from collections.abc import Callable

from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.roster_file import RosterFileDoubt, RosterFileProblem
from dutydesk.domain.shift import ShiftKind
from dutydesk.wording.holiday import DAY_CLASS
from dutydesk.wording.shift import SHIFT_KIND


def file_problem(problem: RosterFileProblem) -> str:
    """Return one doubt about a roster file as a sentence without its day."""
    return _FILE_PROBLEM[problem.doubt](problem.value, problem.detail)


_FILE_PROBLEM: dict[RosterFileDoubt, Callable[[str, str], str]] = {
    RosterFileDoubt.WRONG_WEEKDAY: lambda value, right: f"文件写的是{value}，当天是{right}。",
    RosterFileDoubt.WRONG_DAY_CLASS: lambda value, right: (
        f"文件写的是{value}，当天是{DAY_CLASS.get(DayClass(right), '') if right else '别的日子'}。"
    ),
    RosterFileDoubt.DATE_UNCLEAR: lambda value, _: (
        f"这一天后面有一行的日期看不懂：{value}，这一行没有导入。"
    ),
    RosterFileDoubt.PHONES_UNMATCHED: lambda value, phones: (
        f"{value}的电话与人数对不上，没有导入电话：{phones}。"
    ),
    RosterFileDoubt.COLUMN_UNKNOWN: lambda value, _: (
        f"栏目“{value}”没有对应的岗位，没有导入。可在岗位里添加后再导入。"
    ),
    RosterFileDoubt.SHEET_NOT_READ: lambda value, _: f"工作表“{value}”不是值班表，没有导入。",
    RosterFileDoubt.SHIFT_UNPLANNED: lambda value, _: (
        f"文件里有{SHIFT_KIND[ShiftKind(value)] if value else '别的班'}，"
        "本单位的班次安排里没有，按原样保留。"
    ),
    RosterFileDoubt.KEPT: lambda value, stands: (
        f"文件写的是{value}，原来是{stands}。今天和以前的班不改，保留{stands}。"
    ),
}
