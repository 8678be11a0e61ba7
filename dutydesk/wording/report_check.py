"""What is asked before a report is signed, and where its sentences come from, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dutydesk.domain import report_check
from dutydesk.domain.report_check import Finding, FindingKind, ReportFinding
from dutydesk.domain.report_source import Origin, OriginKind
from dutydesk.wording.casualties import BEING_VERIFIED
from dutydesk.wording.incident import FIELD, FIGURE, LEVEL, amount

UNANSWERED = "没有写原因"

_SHOWN = 3
_TOPIC = {"casualties": "伤亡情况"}


def finding_words(finding: Finding) -> str:
    """Return one question as a sentence: 文中写死亡3人，登记的是2人."""
    subject, was, now = finding.subject, finding.expected, finding.found
    name = FIGURE.get(subject, FIELD.get(subject, subject))
    words = {
        FindingKind.FIGURE_FELL: lambda: (
            f"{name}上次报告{_amount(subject, was)}，现在登记的是{_amount(subject, now)}，少了"
        ),
        FindingKind.TOTAL_WRONG: lambda: _total(finding),
        FindingKind.FIGURE_DIFFERS: lambda: (
            f"文中写{name}{_amount(subject, now)}，登记的是{_amount(subject, was)}"
        ),
        FindingKind.FIGURE_UNSAID: lambda: f"登记{name}{_amount(subject, was)}，文中没有写",
        FindingKind.TIME_DIFFERS: lambda: f"文中事发时间写{now}，登记的是{was or BEING_VERIFIED}",
        FindingKind.PLACE_DIFFERS: lambda: f"文中地点写“{now}”，登记的是“{was}”",
        FindingKind.STILL_VERIFYING: lambda: (
            f"文中写{_TOPIC.get(subject, name)}{BEING_VERIFIED}，登记里已经有了"
        ),
        FindingKind.LEVEL_DIFFERS: lambda: f"文中写{_level(now)}，认定的等级是{_level(was)}",
    }
    return words[finding.kind]()


def kept_finding_words(kept: ReportFinding) -> str:
    """Return a finding on record with its answer."""
    asked = finding_words(Finding(kept.finding, kept.subject, kept.expected, kept.found))
    return f"{asked}。原因：{kept.reason or UNANSWERED}"


def origin_words(origin: Origin) -> str:
    """Return 来自日志第12条 …, 来自登记：…, 沿用首报 …, 自拟."""
    if origin.kind is OriginKind.ENTRY:
        return f"来自日志{origin.said}"
    if origin.kind is OriginKind.REPORT:
        return f"沿用{origin.said}"
    if origin.kind is OriginKind.HAND:
        return "自拟"
    return f"来自登记：{origin.said}" if origin.said else "固定用语"


def _total(finding: Finding) -> str:
    parts, _, whole = finding.subject.partition(">")
    names = "、".join(FIGURE.get(part, part) for part in parts.split("+"))
    both = "合计" if "+" in parts else ""
    return (
        f"{names}{both}{_amount(parts, finding.found)}，"
        f"多于{FIGURE.get(whole, whole)}{_amount(whole, finding.expected)}"
    )


def _amount(name: str, digits: str) -> str:
    if not digits:
        return BEING_VERIFIED
    return amount(name, int(digits)) if digits.isascii() and digits.isdigit() else digits


def _level(code: str) -> str:
    return next((word for level, word in LEVEL.items() if level.value == code), code)


def _unanswered(error: report_check.FindingsUnanswered) -> str:
    found: Sequence[Finding] = error.findings
    said = "；".join(finding_words(one) for one in found[:_SHOWN])
    more = f"等{len(found)}处" if len(found) > _SHOWN else ""
    return f"报出前要核对：{said}{more}。请改正，或逐条写明原因后再报出。"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    report_check.FindingsUnanswered: _unanswered,
    report_check.FindingReasonTooLong: lambda e: (
        f"原因有{e.length}字，最多{e.limit}字。请删减后再试。"
    ),
}
