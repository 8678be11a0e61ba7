"""Words of the printed roster."""

from __future__ import annotations

from datetime import date

from dutydesk.domain.duty_calendar import DayClass, DutyCalendar
from dutydesk.domain.roster_change import SlotChange
from dutydesk.domain.shift import ShiftKind
from dutydesk.wording import when
from dutydesk.wording.shift import SHIFT_KIND

ESTIMATED = "推定"
TITLE = "值班表"
DRAFT = "草稿"
REST_DAY_REMARK = "有底色的为休息日（周末、法定节假日、调休放假）。"
ESTIMATED_REMARK = "标“推定”的日子，国务院办公厅的放假安排还没有录入，按周末和法定节日推定。"

_KIND = {
    DayClass.WORKDAY: "工作日",
    DayClass.WEEKEND: "周末",
    DayClass.LEGAL_HOLIDAY: "放假",
    DayClass.EVE: "节前",
    DayClass.MAKE_UP_DAY: "调休上班",
}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"


def day_kind(calendar: DutyCalendar, day: date) -> str:
    """Return what stands in the column 节假日: the holiday's name, 周末, 调休上班, 节前."""
    is_estimated = calendar.is_estimated(day)
    return kind_word(calendar.day_class(day), calendar.name(day), is_estimated=is_estimated)


def kind_word(kind: DayClass, name: str, *, is_estimated: bool) -> str:
    """Return the word of a kind of day, empty for a plain workday."""
    if kind is DayClass.WORKDAY:
        return ""
    word = (name or _KIND[kind]) if kind is DayClass.LEGAL_HOLIDAY else _KIND[kind]
    return f"{word}（{ESTIMATED}）" if is_estimated else word


def month_title(month: date) -> str:
    """Return 2026年11月值班表."""
    return f"{month.year}年{month.month}月{TITLE}"


def footnote_mark(number: int) -> str:
    """Return the mark of a footnote, counted from 1."""
    return _CIRCLED[number - 1] if number <= len(_CIRCLED) else f"（{number}）"


def change_words(change: SlotChange, post: str, *, has_reason: bool) -> str:
    """Return 11月5日主班：原甲某，由乙某替（事由：参加会议）."""
    slot = change.slot
    shift = "" if slot.shift is ShiftKind.FULL else SHIFT_KIND[slot.shift]
    reason = f"（事由：{change.swap.reason}）" if has_reason else ""
    return (
        f"{when.day(slot.duty_date)}{shift}{post}：原{change.planned}，由{slot.person}替{reason}"
    )
