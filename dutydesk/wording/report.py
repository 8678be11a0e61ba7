"""Reports in words: titles, lines, the text made from the facts (domain notes §6, §9.2)."""

from __future__ import annotations

from dutydesk.domain.incident import Incident
from dutydesk.domain.report import Report, ReportStage
from dutydesk.wording.incident import FIRST_WORD, chinese_number, stage_word
from dutydesk.wording.report_text.facts import ReportFacts
from dutydesk.wording.report_text.stages import body_of, paragraphs


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
    return body_of(paragraphs(facts))
