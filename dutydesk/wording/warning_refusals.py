"""Sentences for what is refused about warnings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dutydesk.domain import warning_refusals as refusals
from dutydesk.wording.warning import FIELD
from dutydesk.wording.when import moment


def _field(name: str) -> str:
    return FIELD.get(name, name)


SENTENCES: Mapping[type[Exception], Callable[[Any], str]] = {
    refusals.WarningFieldMissing: lambda e: f"{_field(e.field)}没有填。请补上后再记。",
    refusals.WarningTextTooLong: lambda e: (
        f"{_field(e.field)}太长：{e.length} 字，最多 {e.limit} 字。请删短后再记。"
    ),
    refusals.WarningInFuture: lambda e: (
        f"{_field(e.field)}{moment(e.at)}还没有到。请改成已经过去的时间。"
    ),
    refusals.WarningEndsBeforeStart: lambda e: (
        f"结束时间{moment(e.ends_at)}不晚于开始时间{moment(e.starts_at)}。请改正后再记。"
    ),
    refusals.WarningStepTooEarly: lambda e: (
        f"时间{moment(e.at)}早于{moment(e.since)}，那时还没有这件事。请改正后再记。"
    ),
    refusals.WarningEnded: lambda e: f"预警{e.warning_no}已经解除或变更，只能补记在那以前做的事。",
    refusals.ResponseLevelUnfit: lambda e: (
        f"响应级别不对：{e.level}。级别是 1 到 4，1 最高。"
        if e.level
        else "响应级别没有填。级别是 1 到 4，1 最高。"
    ),
    refusals.ResponseNotRunning: lambda e: f"预警{e.warning_no}没有正在进行的响应，不用终止。",
    refusals.WarningListed: lambda e: (
        f"这条记录已经登记为预警{e.warning_no}。请到“预警”里接着办。"
    ),
    refusals.WarningEntryUnfit: lambda e: (
        f"第{e.entry_no}条已经划去，不能登记为预警。请选更正后的一条。"
    ),
    refusals.WarningKindUnfit: lambda e: (
        f"预警种类不能用：{e.name}。名称不超过 20 字、不能重名，至少选一种颜色。"
        if e.name
        else "预警种类没有名称。请写上名称再加。"
    ),
    refusals.WarningTextUnread: lambda e: (
        f"预警原文太长：{e.length} 字，最多 {e.limit} 字。请只贴预警的正文。"
        if e.length
        else "没有可读的原文。请先贴上预警的正文。"
    ),
}
