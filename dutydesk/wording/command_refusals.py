"""Sentences that say on the command line what to do there, where the desk has another way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dutydesk.domain import (
    absence_refusals,
    call_round_refusals,
    directive_refusals,
    errors,
    handover,
    handover_facts,
    report_refusals,
)
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.wording.handover import HANDOVER_SIDE
from dutydesk.wording.sentences import sentence


def _blocked(error: handover_facts.HandoverBlocked) -> str:
    words = sentence(error)
    if any(not isinstance(one, handover_facts.FirstReportOverdue) for one in error.blocks):
        words += "经办人和检查说明请在值守台窗口里补上。"
    if any(isinstance(one, handover_facts.FirstReportOverdue) for one in error.blocks):
        words += "签字时的说明写在 --note 后面。"
    return words


_SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    report_refusals.ReportSignerMissing: lambda _: (
        "书面报告没有签发人，值班中也没有带班领导。请用 --signed-by 写明签发人；电话报告可以不写。"
    ),
    handover.HandoverSigned: lambda e: (
        f"{HANDOVER_SIDE[e.side]}一栏已由{e.name}签字。要改签，请先在值守台窗口里撤回签字。"
    ),
    handover.NotOutgoingOfficer: lambda e: (
        f"当前由{e.primary}值班，{e.name}不能代为交班。"
        f"请由{e.primary}签字，或在值守台窗口里办理单方交接。"
    ),
    handover_facts.HandoverBlocked: _blocked,
    directive_refusals.DirectiveNotFedBack: lambda _: (
        "这件批示还没有反馈。请先记反馈再办结；不用反馈的，加上 --without-feedback。"
    ),
    absence_refusals.AbsenceOverlaps: lambda e: sentence(e).replace(
        "确是另一次再记下", "确是另一次的，加上 --overlap"
    ),
    call_round_refusals.CallRoundEnded: lambda e: sentence(e).replace(
        "请先按继续叫应", "请另起一次，或在值守台窗口里继续叫应"
    ),
    errors.StoreLocked: lambda e: sentence(e).replace(
        "可以只读打开，或先在那里退出", "请先在那里退出，或稍后再试"
    ),
}


def command_sentence(error: Refusal | StoreError) -> str:
    """Return the sentence of an expected failure as the command line says it."""
    return _SENTENCES.get(type(error), sentence)(error)
