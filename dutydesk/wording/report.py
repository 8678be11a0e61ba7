"""The text of reports, made from the facts and editable afterwards (domain notes §6, §9.2, §12).

Rules of this file: pure functions; what nobody has stated is 正在核实; numbers are 初步统计 until
the final; no adjectives; a follow-up gives what is new, figures with the ones reported last.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dutydesk.domain.incident import Incident
from dutydesk.domain.report import Report, ReportMedium, ReportStage
from dutydesk.wording.casualties import BEING_VERIFIED, casualties
from dutydesk.wording.incident import (
    FIGURE,
    FIRST_WORD,
    amount,
    chinese_number,
    stage_word,
)
from dutydesk.wording.near_miss import near_miss_sentence
from dutydesk.wording.when import spoken

WILL_FOLLOW = "有关情况将续报。"

_HARM = ("trapped", "at_risk", "evacuated", "loss_yuan", "burnt_area_m2")


@dataclass(frozen=True)
class ReportFacts:
    """What the text of one report is made from.

    ``previous`` is the report sent last, whose figures a follow-up compares with.
    """

    incident: Incident
    stage: ReportStage
    medium: ReportMedium
    sent_at: datetime
    sequence_no: int = 1
    previous: Report | None = None
    first_word: str = FIRST_WORD


def report_title(facts: ReportFacts) -> str:
    """Return 关于××情况的报告, …的续报（一）, …的核报, …的终报."""
    subject = paper_title(facts.incident).removesuffix("报告")
    number = f"（{chinese_number(facts.sequence_no)}）"
    return {
        ReportStage.FIRST: subject + "报告",
        ReportStage.FOLLOW_UP: f"{subject}续报{number}",
        ReportStage.VERIFICATION: subject + "核报",
        ReportStage.FINAL: subject + "终报",
    }[facts.stage]


def paper_title(incident: Incident) -> str:
    """Return 关于××情况的报告, the title a bulletin carries at every stage."""
    subject = incident.title.strip().removeprefix("关于")
    subject = subject.removesuffix("的报告").removesuffix("情况")
    return f"关于{subject}情况的报告"


def stage_line(report: Report, first_word: str = FIRST_WORD) -> str:
    """Return 首报, 续报一, 核报, 终报."""
    word = stage_word(report.stage, first_word)
    is_numbered = report.stage is ReportStage.FOLLOW_UP
    return word + chinese_number(report.sequence_no) if is_numbered else word


def correction_words(report: Report, corrected: Report) -> str:
    """Return 更正第12期, with the year when it is another one; by telephone only 更正."""
    if corrected.issue_no is None:
        return "更正"
    is_other = corrected.issue_year != report.issue_year
    year = f"{corrected.issue_year}年" if is_other else ""
    return f"更正{year}第{corrected.issue_no}期"


def report_body(facts: ReportFacts) -> str:
    """Return the text, one paragraph a line; by telephone without headings."""
    if facts.medium is ReportMedium.PHONE:
        return _spoken(facts)
    if facts.stage is ReportStage.FINAL:
        return _final(facts)
    return "\n".join(
        (
            _lead(facts),
            "一、基本情况",
            _situation(facts),
            "二、处置情况",
            _or(facts.incident.measures, "现场处置情况正在核实。"),
            "三、下一步工作",
            _or(facts.incident.next_steps, "核实人员伤亡、损失和起因，跟进现场处置。"),
            WILL_FOLLOW,
        )
    )


def figure_changes(old: Mapping[str, int | None], new: Mapping[str, int | None]) -> list[str]:
    """Return 死亡3人（上次报告2人）for every stated figure that is not the one reported last."""
    return [
        f"{FIGURE[name]}{amount(name, value)}（{_formerly(name, old.get(name))}）"
        for name, value in new.items()
        if value is not None and value != old.get(name)
    ]


def _spoken(facts: ReportFacts) -> str:
    incident = facts.incident
    parts = [_lead(facts), *_sentences(incident.situation, incident.measures)]
    if facts.stage is ReportStage.FINAL:
        return "".join((*parts, *_sentences(incident.cause, incident.next_steps)))
    return "".join((*parts, WILL_FOLLOW))


def _lead(facts: ReportFacts) -> str:
    return _told(facts) + near_miss_sentence(facts.incident)


def _told(facts: ReportFacts) -> str:
    if facts.stage in {ReportStage.FOLLOW_UP, ReportStage.VERIFICATION}:
        return _what_is_new(facts)
    incident = facts.incident
    found = casualties(incident)
    if facts.stage is not ReportStage.FINAL and BEING_VERIFIED not in found:
        found = f"初步统计{found}"
    if incident.occurred_at is None:
        return (
            f"{spoken(incident.received_at)}接报，{incident.place}发生{_event(incident)}，"
            f"{found}，事发时间{BEING_VERIFIED}。"
        )
    return f"{spoken(incident.occurred_at)}，{incident.place}发生{_event(incident)}，{found}。"


def _what_is_new(facts: ReportFacts) -> str:
    incident = facts.incident
    until = f"截至{spoken(facts.sent_at)}，{incident.place}{_event(incident)}"
    old = facts.previous.figures if facts.previous else {}
    changed = figure_changes(old, incident.figures())
    if facts.stage is ReportStage.VERIFICATION:
        found = casualties(incident)
        # What is still being verified has not been verified.
        return f"{until}，{found}。" if BEING_VERIFIED in found else f"{until}，经核定{found}。"
    if changed:
        return f"{until}，{'、'.join(changed)}。"
    has_figures = any(value is not None for value in incident.figures().values())
    is_same = facts.previous is not None and has_figures
    same = "伤亡、损失数字与上次报告相同" if is_same else casualties(incident)
    return f"{until}，{same}。"


def _situation(facts: ReportFacts) -> str:
    incident = facts.incident
    parts = []
    if facts.stage is ReportStage.FIRST:
        source = f"，信息来源：{incident.source}" if incident.source else ""
        parts.append(f"{spoken(incident.received_at)}接报{source}。")
    parts += _sentences(incident.situation)
    parts += [
        f"{FIGURE[name]}{amount(name, value)}。"
        for name in _HARM
        if (value := getattr(incident, name)) is not None
    ]
    parts += _sentences(incident.cause) or [f"起因{BEING_VERIFIED}。"]
    return "".join(parts)


def _final(facts: ReportFacts) -> str:
    incident = facts.incident
    losses = [casualties(incident)] + [
        f"{FIGURE[name]}{amount(name, value)}"
        for name in _HARM
        if (value := getattr(incident, name)) is not None
    ]
    return "\n".join(
        (
            _lead(facts),
            "一、事件概况",
            _or(incident.situation, f"{incident.place}发生{_event(incident)}。"),
            "二、处置过程",
            _or(incident.measures, "现场处置情况正在核实。"),
            "三、损失核定",
            "，".join(losses) + "。",
            "四、原因",
            _or(incident.cause, f"起因{BEING_VERIFIED}。"),
            "五、善后和整改",
            _or(incident.next_steps, "按职责做好善后工作。"),
        )
    )


def _event(incident: Incident) -> str:
    return "突发事件" if incident.kind.startswith("其他") else incident.kind


def _formerly(name: str, value: int | None) -> str:
    return "上次未报" if value is None else f"上次报告{amount(name, value)}"


def _sentences(*texts: str) -> list[str]:
    return [_or(text, "") for text in texts if text.strip()]


def _or(text: str, otherwise: str) -> str:
    """Return the text ended as a sentence, or the other one when it is empty."""
    said = text.strip()
    if not said:
        return otherwise
    return said if said[-1] in "。！？…）」”" else said + "。"
