"""Words of handover: enums, blocking reasons, automatic entries, and the sentence of refusals."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from dutydesk.domain import checklist, handover, handover_facts
from dutydesk.domain.handover import CheckResult, HandoverSide, HandoverStatus
from dutydesk.domain.handover_facts import CountKind, HandoverBlock, RunningIncident
from dutydesk.wording.deadline_task import TASK
from dutydesk.wording.incident import MEDIUM, stage_word
from dutydesk.wording.when import day, with_year

HANDOVER_STATUS = {
    HandoverStatus.DRAFT: "未签字",
    HandoverStatus.OUTGOING_SIGNED: "交班人已签，待接班人签字",
    HandoverStatus.INCOMING_SIGNED: "接班人已签，待交班人签字",
    HandoverStatus.COMPLETED: "已交接",
    HandoverStatus.FORCED: "单方交接",
}

HANDOVER_SIDE = {
    HandoverSide.OUTGOING: "交班人",
    HandoverSide.INCOMING: "接班人",
    HandoverSide.LEAD: "带班领导",
}

# The group of the checklist that the log sheet repeats (domain notes §9.4).
EQUIPMENT_GROUP = "设备"

CHECK_RESULT = {
    CheckResult.NORMAL: "正常",
    CheckResult.ABNORMAL: "异常",
    CheckResult.NOT_APPLICABLE: "不适用",
}

# A thing is counted, not tested.
THING_RESULT = {
    CheckResult.NORMAL: "相符",
    CheckResult.ABNORMAL: "不符",
    CheckResult.NOT_APPLICABLE: "不适用",
}

UNCHECKED = "未核对"

COUNT_KIND = {
    CountKind.INCOMING_CALL: "来电",
    CountKind.INCOMING_DOCUMENT: "来文",
    CountKind.SUPERIOR_NOTICE: "上级通知",
    CountKind.INCIDENT: "突发事件",
    CountKind.WARNING: "预警",
    CountKind.DIRECTIVE: "批示",
}


def _overdue_report(block: handover_facts.FirstReportOverdue) -> str:
    return (
        f"{block.incident_no}“{block.title}”首次{MEDIUM[block.medium]}报告已超时"
        f"（时限{with_year(block.due_at)}）：请先报出，或在签字时写明情况"
    )


_BLOCK: dict[type, Callable[[Any], str]] = {
    handover_facts.SamePersonBothSides: lambda b: (
        f"交班人和接班人是同一人（{b.name}）：请由另一人接班"
    ),
    handover_facts.FirstReportOverdue: _overdue_report,
    handover_facts.OpenItemWithoutOwner: lambda b: (
        f"未办结事项“{b.title}”没有经办人：请写明经办人"
    ),
    handover_facts.FaultWithoutNote: lambda b: f"“{b.name}”异常，没有写说明：请补上说明",
}


def block_words(blocks: Iterable[HandoverBlock]) -> list[str]:
    """Return what stops the handover, one line a reason."""
    return [_BLOCK[type(block)](block) for block in blocks]


def incident_words(incident: RunningIncident, first_word: str) -> str:
    """Return 2026-012 某某火灾，待续报（书面）：2026年11月21日 17:00前, or 已超时."""
    head = f"{incident.incident_no} {incident.title}"
    if incident.next_due_at is None:
        return head
    if incident.next_stage is None:
        task, due = TASK[incident.next_task], with_year(incident.next_due_at)
        return (
            f"{head}，{task}应于{due}前办，已超时"
            if incident.is_overdue
            else (f"{head}，待{task}：{due}前")
        )
    stage = stage_word(incident.next_stage, first_word)
    medium = MEDIUM[incident.next_medium] if incident.next_medium else ""
    if incident.is_overdue:
        return f"{head}，{stage}（{medium}）应于{with_year(incident.next_due_at)}前报出，已超时"
    return f"{head}，待{stage}（{medium}）：{with_year(incident.next_due_at)}前"


def forced_words(names: tuple[str, str, str], reason: str) -> str:
    """Return the last entry of the old shift; names of outgoing, incoming and lead."""
    outgoing, incoming, lead = names
    return (
        f"交班人{outgoing}未签字，经{lead}同意，本班由{incoming}单方接班，责任自此移交。"
        f"原因：{reason}"
    )


def relieved_words(names: tuple[str, str, str], reason: str) -> str:
    """Return the first entry of the new shift; names of outgoing, incoming and lead."""
    outgoing, incoming, lead = names
    return (
        f"{incoming}单方接班，上一班{outgoing}未签字，经{lead}同意；上一班未办结事项全部承接。"
        f"原因：{reason}"
    )


def staying_words(reason: str) -> str:
    """Return the entry of an outgoing officer whose relief is late."""
    return f"接班人未到，继续值守。原因：{reason}"


def _blocked(error: handover_facts.HandoverBlocked) -> str:
    reasons = block_words(error.blocks)
    if len(reasons) == 1:
        return f"还不能签字：{reasons[0]}。"
    numbered = "；".join(f"{no}. {reason}" for no, reason in enumerate(reasons, 1))
    return f"还不能签字，有{len(reasons)}处要先处理：{numbered}。"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    handover_facts.HandoverBlocked: _blocked,
    handover.NotOutgoingOfficer: lambda e: (
        f"当前由{e.primary}值班，{e.name}不能代为交班。请由{e.primary}签字，或由带班领导办理单方交接。"
    ),
    handover.HandoverSigned: lambda e: (
        f"{HANDOVER_SIDE[e.side]}一栏已由{e.name}签字。要改签，请先撤回签字。"
    ),
    handover.HandoverCountersigned: lambda e: (
        f"上一次交接班已由{e.name}会签，不用再签。本班要等交班人或接班人签字后才能会签。"
    ),
    handover.HandoverNotSigned: lambda e: f"{HANDOVER_SIDE[e.side]}一栏还没有签字，没有可撤回的。",
    handover.HandoverContentSigned: lambda e: (
        f"{e.name}已签字，交接内容不能再改。要改内容，请先撤回签字。"
    ),
    handover.SignatureNotOwn: lambda e: (
        f"这是{e.owner}的签字，{e.name}不能撤回。请由{e.owner}或带班领导撤回。"
    ),
    handover.ReliefReasonMissing: lambda _: "要写明原因。请补上原因后再试。",
    handover.ReliefBySamePerson: lambda e: (
        f"{e.name}正在值班，不能自己接自己的班。接班人未到，请办理继续值守。"
    ),
    handover.ShiftNotHandedOver: lambda e: f"{day(e.duty_date)}的班次还没有交接，交接后才能审阅。",
    handover.ShiftReviewed: lambda e: f"{e.by}已于{with_year(e.at)}审阅，审阅意见不再改动。",
    checklist.ChecklistNameMissing: lambda _: "项目名称没有填。请补上后再试。",
}
