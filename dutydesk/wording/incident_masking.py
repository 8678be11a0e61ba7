"""Words of masking affected people's data: 遮盖, 保留原文, 恢复显示."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dutydesk.domain import incident_masking
from dutydesk.domain.incident import Incident
from dutydesk.domain.incident_masking import IncidentMasking, MaskingDecision
from dutydesk.domain.personal_word import PersonalKind
from dutydesk.wording import when

MASKING_DECISION = {
    MaskingDecision.MASK: "遮盖",
    MaskingDecision.KEEP: "保留原文",
    MaskingDecision.UNMASK: "恢复显示",
}

PERSONAL_KIND = {
    PersonalKind.NAME: "姓名",
    PersonalKind.ID_NUMBER: "证件号码",
    PersonalKind.PHONE: "电话",
    PersonalKind.OTHER: "其他",
}

LAW = "突发事件应对法第八十四条、第八十五条"
ARCHIVED_PAPERS = "已经印出和存档的报告不变；以后显示、打印、导出的都遮盖。底账留有原文。"


def masking_entry(incident: Incident, masking: IncidentMasking) -> str:
    """Return the line that a decision leaves in the log; what is masked is not named there."""
    reason = f"：{masking.reason.rstrip('。')}" if masking.reason else ""
    count = f"{len(masking.words)}处" if masking.words else ""
    said = MASKING_DECISION[masking.decision]
    return f"{incident.title}（{incident.incident_no}）涉及人员信息{said}{count}{reason}。"


def masking_words(masking: IncidentMasking) -> str:
    """Return a decision in one line: 2026年11月21日 09:00　甲某　遮盖3处."""
    count = f"{len(masking.words)}处" if masking.words else ""
    parts = (
        when.with_year(masking.decided_at),
        masking.decided_by,
        f"{MASKING_DECISION[masking.decision]}{count}",
        masking.reason,
    )
    return "　".join(part for part in parts if part)


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    incident_masking.MaskingWordsMissing: lambda _: (
        "没有选要遮盖的内容。请勾选或写上；不遮盖就选保留原文，写明原因。"
    ),
    incident_masking.MaskingReasonMissing: lambda e: (
        f"{MASKING_DECISION[e.decision]}要写明原因。请补上后再试。"
    ),
    incident_masking.MaskingWordUnfit: lambda e: (
        f"“{e.word}”不能遮盖：至少两个字，最多{e.limit}个字。请改好后再试。"
    ),
    incident_masking.NothingMasked: lambda e: f"{e.incident_no}没有遮盖过，不用恢复显示。",
}
