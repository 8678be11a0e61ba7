"""Words of changes of the machine's clock."""

from __future__ import annotations

from datetime import timedelta

from dutydesk.domain.clock_change import ClockChange
from dutydesk.wording.when import span, with_year

LOOKED = "时间已核对"
BOTH_TIMES = "核对以前，时限报警按新旧两个时间先到的算。"


def change_entry(change: ClockChange) -> str:
    """Return the text of the entry that notes a change."""
    way = "拨快" if change.by > timedelta(0) else "拨慢"
    return (
        f"机器时钟由{with_year(change.before)}调整为{with_year(change.after)}，"
        f"相差{span(change.by)}（{way}）。"
    )


def change_notice(change: ClockChange) -> str:
    """Return what the strip says of a change that was just noted."""
    return f"{change_entry(change)}请核对。"


def behind_notice(change: ClockChange) -> str:
    """Return what the strip says at start, before anything is written."""
    return (
        f"机器时钟是{with_year(change.after)}，早于最后一次记录（{with_year(change.before)}）。"
        "请先核对时钟再记。"
    )
