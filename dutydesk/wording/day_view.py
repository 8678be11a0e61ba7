"""Words of duty days at a glance: the lines of a ribbon, gaps, what a day held."""

from __future__ import annotations

from collections.abc import Mapping

from dutydesk.domain.day_view import DutyDay, Gap, GapReason, Lane, Mark, SinceLastDuty
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.wording import when
from dutydesk.wording.duty_log import ENTRY_KIND, LATE, STRUCK

LANE = {
    Lane.CALL: "电话",
    Lane.PAPER: "文电指示",
    Lane.ROUND: "巡查其他",
    Lane.EMERGENCY: "突发预警",
}

GAP = {GapReason.NOT_KEPT: "无人值班", GapReason.SILENT: "无记录"}

NOBODY = "无人值班"


def gap_words(gap: Gap) -> str:
    """Return 02:15–09:30 无记录 7小时15分."""
    return (
        f"{when.clock(gap.starts_at)}–{when.clock(gap.ends_at)} "
        f"{GAP[gap.reason]} {when.span(gap.length)}"
    )


def mark_words(mark: Mark) -> str:
    """Return an entry in one line: 第3条 02:10 来电 安和三社区 燃气异味."""
    marks = "".join(
        f"〔{word}〕" for word, holds in ((LATE, mark.is_late), (STRUCK, mark.is_struck)) if holds
    )
    parts = (f"第{mark.no}条", when.clock(mark.at), ENTRY_KIND[mark.kind], mark.source)
    beginning = " ".join(mark.text.split())
    return " ".join([*(part for part in parts if part), f"{marks}{beginning}"])


def counts_words(counts: Mapping[EntryKind, int]) -> str:
    """Return 来电 12、去电 3, the kinds in their usual order; empty for none."""
    return "、".join(
        f"{ENTRY_KIND[kind]} {counts[kind]}" for kind in EntryKind if counts.get(kind)
    )


def keepers(day: DutyDay) -> str:
    """Return who kept a day: 带班 丙某 主班 甲某、乙某."""
    if not day.is_kept:
        return ""
    lead = f"带班 {day.lead}　" if day.lead else ""
    return f"{lead}主班 {'、'.join(day.primary)}"


def day_words(day: DutyDay) -> str:
    """Return a whole day in one line, as it is read aloud."""
    total = sum(day.counts.values())
    parts = [
        when.day_and_weekday(day.duty_date),
        keepers(day),
        f"{total} 条" if total else "",
        counts_words(day.counts),
        *(gap_words(gap) for gap in day.gaps),
    ]
    return "　".join(part for part in parts if part)


def since_words(since: SinceLastDuty) -> str:
    """Return what came since somebody's last duty, in a few lines."""
    if since.ended_at is None or since.duty_date is None:
        return f"{since.officer or '本人'}以前没有值过班。"
    total = sum(since.counts.values())
    lines = [
        f"{since.officer}上次值班是{when.day_and_weekday(since.duty_date)}，"
        f"{when.full(since.ended_at)}交班。以来 {len(since.days)} 个值班日，记录 {total} 条"
        + (f"：{counts_words(since.counts)}。" if total else "。")
    ]
    if since.incidents:
        lines.append(f"突发事件 {len(since.incidents)} 起：{'；'.join(since.incidents)}。")
    items = f"新列未办结 {len(since.open_items)} 件" if since.open_items else "没有新列未办结"
    titles = f"：{'；'.join(since.open_items)}" if since.open_items else ""
    lines.append(f"{items}，办结 {since.closed_count} 件{titles}。")
    return "\n".join(lines)
