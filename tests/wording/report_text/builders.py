"""Log entries and facts for tests of the text of reports."""

from dataclasses import replace
from typing import Any

from dutydesk.domain.duty_log import LogEntry, accept
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.wording.report_text.facts import ReportFacts
from tests.domain.test_duty_log import SHIFT, WRITING, draft
from tests.incident_builders import at, incident


def entry(text: str, when: str = "2026-11-21 02:50", **changes: Any) -> LogEntry:
    values = {"handling": "", "instruction": "", "details": {}, "continuation_of": None}
    made = draft(**(values | {"text": text, "id": text} | changes))
    return accept(replace(made, at=at(when)), SHIFT, replace(WRITING, now=at("2026-11-21 03:40")))


def facts(stage: str = "first", medium: str = "written", **changes: Any) -> ReportFacts:
    known = {
        "incident": incident(),
        "stage": ReportStage(stage),
        "medium": ReportMedium(medium),
        "sent_at": at("2026-11-21 03:40"),
    }
    return ReportFacts(**(known | changes))
