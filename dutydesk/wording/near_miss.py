"""Words of serious near misses 较大涉险事故: why, by whom, in lists, reports and log entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dutydesk.domain import near_miss as rules
from dutydesk.domain.incident import Grading, Incident
from dutydesk.domain.near_miss import NearMiss, NearMissCriterion
from dutydesk.wording import when
from dutydesk.wording.incident import FIGURE, amount

NEAR_MISS = "较大涉险事故"
TAG = "较大涉险"


def near_miss_reason(found: NearMiss) -> str:
    """Return why it may be one: the deciding figure, its least number and the source."""
    one = found.criterion
    figure, least = one.figure or "", one.at_least or 0
    said = f"{FIGURE[figure]}{amount(figure, found.value)}"
    return f"{said}，达到{amount(figure, least)}。依据：{one.source}"


def near_miss_advice(found: NearMiss | None) -> str:
    """Return what the program says of it on screen; nothing where nothing speaks for it."""
    return f"建议认定为{NEAR_MISS}：{near_miss_reason(found)}" if found else ""


def circumstance_reason(one: NearMissCriterion) -> str:
    """Return the reason that a circumstance is, with its source."""
    return f"{one.circumstance}。依据：{one.source}"


def criterion_words(one: NearMissCriterion) -> str:
    """Return 涉险10人以上, or the circumstance."""
    if one.figure is None or one.at_least is None:
        return one.circumstance
    return f"{FIGURE[one.figure]}{amount(one.figure, one.at_least)}以上"


def near_miss_words(incident: Incident, gradings: Sequence[Grading]) -> str:
    """Return who said that it is one, when and why; nothing for one that is none."""
    if not incident.is_serious_near_miss:
        return ""
    since = _decided(gradings)
    by = f"，{since.decided_by}{when.full(since.decided_at)}认定" if since else ""
    return f"{NEAR_MISS}{by}：{incident.near_miss_reason}"


def near_miss_sentence(incident: Incident) -> str:
    """Return 属较大涉险事故（涉险12人，达到10人） as the sentence of a report."""
    if not incident.is_serious_near_miss:
        return ""
    reason = incident.near_miss_reason.split("依据：")[0].strip().rstrip("。")
    return f"属{NEAR_MISS}（{reason}）。" if reason else f"属{NEAR_MISS}。"


def near_miss_change(before: Grading, after: Grading) -> str:
    """Return 认定为较大涉险事故 for the log, nothing where it stays as it was."""
    if before.is_serious_near_miss is after.is_serious_near_miss:
        return ""
    return f"认定为{NEAR_MISS}" if after.is_serious_near_miss else f"不再认定为{NEAR_MISS}"


def _decided(gradings: Sequence[Grading]) -> Grading | None:
    """Return the decision since which it has been one without a break."""
    since: Grading | None = None
    for one in gradings:
        if not one.is_serious_near_miss:
            since = None
        elif since is None:
            since = one
    return since


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    rules.NearMissReasonMissing: lambda _: (
        "认定为较大涉险事故要写明依据。请写上涉险、被困或疏散的人数，或受威胁的场所。"
    ),
    rules.NearMissKept: lambda _: (
        "较大涉险的标准至少留一条。要换成本单位的数，请选中它改，不用先去掉。"
    ),
}
