"""Words of the room 值班表 and of its windows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.roster import MonthState, RosterMonth, RosterSwap
from dutydesk.domain.roster_count import DutyCount
from dutydesk.domain.roster_import import RosterImportReport
from dutydesk.domain.roster_proposal import RosterTrial
from dutydesk.domain.roster_view import RosterView, SeatChange
from dutydesk.domain.shift import ShiftKind
from dutydesk.wording import when
from dutydesk.wording.holiday import DAY_CLASS
from dutydesk.wording.roster import SWAP_KIND, place

SEAT_CHANGE = {
    SeatChange.FREE: "可以改",
    SeatChange.FILL: "今天，只能补人",
    SeatChange.SWAP: "改人请用调班、替班",
    SeatChange.FROZEN: "已过，不能再改",
}
NOT_FREE = {
    SeatChange.FREE: "这一格可以直接改。",
    SeatChange.FILL: "今天的班已经有人，换人请用调班、替班（Ctrl+S）。",
    SeatChange.SWAP: "这一格已发布或就在今天，换人请用调班、替班（Ctrl+S）；整月重排先收回改版。",
    SeatChange.FROZEN: "这一班已经开始或已过，谁值的班不能再改。",
}
NOBODY_YET = "检查：还没有排班。"
NO_FINDING = "检查：没有缺岗、重复、冲突。"
CHECKING = "正在检查…"
UNDO_NOTHING = "这个月没有可以撤回的调班、替班。"
PICK_SEAT = "请先把光标移到一格上，再办调班、替班。"
IS_PUBLISHED = "这个月已经发布。要重新排，请先收回改版（Ctrl+Shift+O）。"
NOT_PUBLISHED = "这个月还没有发布，可以直接改。"
EMPTY_SEAT = "这一格还没有人，直接输入姓名就可以。"


def month_head(month: date) -> str:
    """Return 2026年11月."""
    return f"{month.year}年{month.month}月"


def state_words(month: RosterMonth, now: datetime) -> str:
    """Return 第2版，10月28日 09:12 丙某发布 or 拟稿，未发布."""
    if month.state is MonthState.DRAFT or month.published_at is None:
        again = f"（第{month.version}版已收回）" if month.version else ""
        return f"拟稿，未发布{again}"
    return f"第{month.version}版，{when.near(month.published_at, now)} {month.published_by}发布"


def found_words(view: RosterView) -> str:
    """Return how much the check found."""
    if view.findings:
        return f"检查：有 {len(view.findings)} 处要看"
    if not view.is_checked:
        return CHECKING
    return NO_FINDING if view.slots else NOBODY_YET


def swap_words(swap: RosterSwap, posts: Mapping[str, str]) -> str:
    """Return 替班：11月24日全天班主班由甲某改为壬某。事由：… 同意：…; names of posts by id."""
    moves = [
        f"{_place(was, posts)}由{was['person']}改为{now['person']}"
        for was, now in zip(swap.before, swap.after, strict=False)
    ]
    why = f"事由：{swap.reason}。同意：{swap.agreed_by}。"
    return f"{SWAP_KIND[swap.kind]}：{'，'.join(moves)}。{why}"


def _place(slot: Mapping[str, Any], posts: Mapping[str, str]) -> str:
    day, shift = date.fromisoformat(slot["duty_date"]), ShiftKind(slot["shift"])
    return place(day, shift, posts.get(slot["post_id"], ""))


def spread_words(counts: Sequence[DutyCount]) -> str:
    """Return how far the duties lie apart by kind of day: 周末 1 至 2 次，节假日 0 至 1 次."""
    told = []
    for day_class in DayClass:
        found = [one.by_class.get(day_class, 0) for one in counts]
        if any(found):
            told.append(f"{DAY_CLASS[day_class]} {min(found)} 至 {max(found)} 次")
    return f"每人：{'，'.join(told)}。" if told else "还没有人值班。"


def trial_words(trial: RosterTrial) -> str:
    """Return what a trial came to: how many seats are filled, what its check finds."""
    seats = sum(len(shift.seats) for day in trial.days for shift in day.shifts)
    filled = sum(len(day.slots) for day in trial.days)
    found = f"，检查有 {len(trial.findings)} 处要看" if trial.findings else "，检查没有问题"
    return f"{seats} 个岗次排了 {filled} 个{found}。还没有写进值班表，采用后才生效。"


def import_words(report: RosterImportReport) -> str:
    """Return what taking a file would do."""
    parts = [
        f"{word} {number} 个"
        for word, number in (
            ("新排", report.added),
            ("换人", report.changed),
            ("不变", report.unchanged),
            ("照原来保留", report.kept),
            ("清空", report.removed),
        )
        if number
    ]
    first, last = report.days[0], report.days[-1]
    span = f"{when.whole_day(first)}至{when.whole_day(last)}"
    done = "，".join(parts) or "没有要改的"
    return f"{span}，文件里有 {report.read} 个岗次：{done}。还没有写进值班表，采用后才生效。"
