"""Words of the roster 值班表: kinds of day, findings, swaps, refusals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from dutydesk.domain import roster_refusals as refusals
from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.roster import (
    MonthState,
    RosterSlot,
    RosterSwap,
    RosterTurn,
    SlotSource,
    SwapKind,
    WishKind,
)
from dutydesk.domain.roster_view import DutySource, RosterDayView
from dutydesk.wording import when
from dutydesk.wording.holiday import DAY_CLASS, ESTIMATED
from dutydesk.wording.shift import SHIFT_KIND

TURN = {RosterTurn.SHIFT: "按班", RosterTurn.WEEK: "按周"}
SLOT_SOURCE = {
    SlotSource.GENERATED: "生成",
    SlotSource.TYPED: "手工",
    SlotSource.IMPORTED: "导入",
    SlotSource.SWAPPED: "调班",
}
WISH_KIND = {
    WishKind.FIXED: "固定排班",
    WishKind.UNAVAILABLE: "不排",
    WishKind.PREFERRED: "希望排",
}
SWAP_KIND = {SwapKind.SWAP: "调班", SwapKind.SUBSTITUTE: "替班", SwapKind.UNDO: "撤回"}
MONTH_STATE = {MonthState.DRAFT: "拟稿", MonthState.PUBLISHED: "已发布"}
DUTY_SOURCE = {DutySource.ACTUAL: "实际值班", DutySource.ROSTER: "值班表"}

# What the options of the command line are called, and the words for their values.
ROSTER_FIELD = {
    "seat": "第几人",
    "seats": "每班人数",
    "shift": "班次",
    "turn": "轮换",
    "wish_kind": "种类",
}
ROSTER_CHOICE: dict[str, Mapping[Any, str]] = {
    "shift": SHIFT_KIND,
    "turn": TURN,
    "wish_kind": WISH_KIND,
}

_FIELD = {
    "person": "姓名",
    "name": "名称",
    "note": "备注",
    "phone": "电话",
    "reason": "事由",
    "agreed_by": "同意人",
    "prepared_by": "制表人",
    "reviewed_by": "审核人",
}


def day_words(view: RosterDayView) -> str:
    """Return 法定节假日 国庆节（推定）, empty for an ordinary workday."""
    word = "" if view.day_class is DayClass.WORKDAY else DAY_CLASS[view.day_class]
    told = " ".join(filter(None, (word, view.holiday)))
    return f"{told}（{ESTIMATED}）" if told and view.is_estimated else told


def place(duty_date: date, shift: Any, post: str = "") -> str:
    """Return 11月20日全天班主班."""
    return f"{when.day(duty_date)}{SHIFT_KIND[shift]}{post}"


def swap_line(swap: RosterSwap, before: Sequence[RosterSlot], posts: Mapping[str, str]) -> str:
    """Return what the duty log is told of a swap; ``posts`` are names by id."""
    moved = [place(one.duty_date, one.shift, posts.get(one.post_id, "")) for one in before]
    steps = [f"{moved[0]}由{swap.from_person}改为{swap.to_person}"]
    if len(moved) > 1:
        steps.append(f"{moved[1]}由{swap.to_person}改为{swap.from_person}")
    word = "撤回调班" if swap.kind is SwapKind.UNDO else SWAP_KIND[swap.kind]
    return f"{word}：{'，'.join(steps)}。事由：{swap.reason}。同意：{swap.agreed_by}。"


def _days(days: Sequence[date]) -> str:
    shown = "、".join(when.day(one) for one in days[:5])
    return f"{shown}等{len(days)}天" if len(days) > 5 else shown  # noqa: PLR2004 -- read at a glance


def _month(of: date) -> str:
    return f"{of.year}年{of.month}月"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    refusals.RosterFrozen: lambda e: (
        f"{place(e.duty_date, e.shift)}已经开始或已过去，不能再改。当班换人请办理交接班。"
    ),
    refusals.RosterSwapOnly: lambda e: (
        f"{when.day(e.duty_date)}就是今天，{e.person}的班要用调班或替班来换。"
    ),
    refusals.RosterPublished: lambda e: (
        f"{_month(e.month)}的值班表已发布。请用调班或替班；要大改，先撤回发布。"
    ),
    refusals.RosterNotPublished: lambda e: f"{_month(e.month)}的值班表没有发布，不用撤回。",
    refusals.RosterEmpty: lambda e: f"{_month(e.month)}的值班表还没有排人。请先生成或导入。",
    refusals.RosterLeaderMissing: lambda e: (
        f"{_days(e.days)}是节假日或重点时段，没有带班领导。请先排上再发布。"
    ),
    refusals.RosterPersonTwice: lambda e: (
        f"{e.person}在{place(e.duty_date, e.shift)}已有一个岗。请另选一人。"
    ),
    refusals.RosterPersonMissing: lambda _: "姓名没有填。请写明由谁值班。",
    refusals.RosterTextTooLong: lambda e: (
        f"{_FIELD.get(e.field, e.field)}有{e.length}字，最多{e.limit}字。请写短一些。"
    ),
    refusals.RosterMembersMissing: lambda _: (
        "没有可排班的人员。请先添加值班人员，或导入通讯录、以前的值班表，再生成。"
    ),
    refusals.RosterSpanPast: lambda e: (
        f"{when.whole_day(e.first)}至{when.day(e.last)}的班都已开始或已过去，不能再生成。请选以后的日子。"
    ),
    refusals.SwapReasonMissing: lambda _: "事由没有填。请写明为什么换班。",
    refusals.SwapConsentMissing: lambda _: (
        "同意人没有填。换班要经带班领导同意，请写明是谁同意的。"
    ),
    refusals.SwapChangesNothing: lambda e: f"换来换去都是{e.person}，没有改动。请另选一人。",
    refusals.SwapUndone: lambda e: (
        f"{when.moment(e.filed_at)}的这一笔已经撤回，或本身就是撤回。要再换请另办一次。"
    ),
    refusals.SwapBuiltOn: lambda e: (
        f"{e.person}{when.day(e.duty_date)}的班后来又变动过。请先撤回后来的那一次。"
    ),
    refusals.RosterSpanUnfit: lambda e: (
        f"截止日{when.day(e.ends_on)}早于起始日{when.day(e.starts_on)}。请改日期。"
    ),
    refusals.RosterPostUnfit: lambda e: (
        f"“{e.name}”不能用：名称不能空着或重复，每班1到9人。请改正后再试。"
    ),
    refusals.RosterMemberExists: lambda e: f"已经有名叫{e.name}的排班人员。请换一种写法以便区分。",
    refusals.RosterFileEmpty: lambda e: f"{e.name} 里没有值班表。请核对文件。",
    refusals.RosterHeadingsMissing: lambda e: (
        f"{e.name} 里没有读到哪一天谁值班：要有日期和带班领导、值班员等栏目，下面有人。"
        "请核对是不是值班表。"
    ),
    refusals.RosterMonthUnclear: lambda e: (
        f"{e.name} 里的日期看不出是哪年哪月。请在标题里写明，例如“2026年11月值班表”。"
    ),
    refusals.RosterFileDayTwice: lambda e: (
        f"{e.name} 里{when.day(e.duty_date)}写了两次，人员不同。请核对后再导入。"
    ),
}
