"""Commands of the reports of an incident: ``incident report|sources``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, instant, word_of
from dutydesk.cli.incident_document import report_document, report_line
from dutydesk.domain.report import DraftReport, ReportMedium, ReportStage
from dutydesk.domain.report_check import ReportFinding
from dutydesk.domain.report_source import ReportSource, TracedSentence
from dutydesk.domain.report_writing import ReportTrace
from dutydesk.wording.command_help import OPTION
from dutydesk.wording.report_check import kept_finding_words, origin_words

_TEXTS = (
    "receiver",
    "signed-by",
    "text",
    "late-reason",
    "corrects",
    "already-told",
    "bypass-reason",
    "instruction",
    "officer",
)


def register(incident: Any) -> None:
    """Add the commands to those of incidents."""
    report = incident.add_parser("report", help="报告")
    report.add_argument("id")
    report.add_argument("--stage", required=True, type=word_of("stage", ReportStage))
    report.add_argument("--medium", required=True, type=word_of("medium", ReportMedium))
    report.add_argument("--at", required=True)
    report.add_argument("--to", required=True, action="append")
    report.add_argument("--copy-to", action="append", default=[])
    for name in _TEXTS:
        report.add_argument(f"--{name}")
    report.add_argument("--read-back", action="store_true", help=OPTION["read-back"])
    report.set_defaults(run=report_incident)
    sources = incident.add_parser("sources", help="报告的出处和核对")
    sources.add_argument("id", metavar="REPORT")
    sources.set_defaults(run=show_sources)


def report_incident(context: Context, args: Namespace) -> Answer:
    """Record one report as made, signed and sent; what it leaves to be asked is only told."""
    room = context.writing_room()
    draft = DraftReport(
        id=room.incident_report.new_id(),
        incident_id=args.id,
        stage=ReportStage(args.stage),
        medium=ReportMedium(args.medium),
        sent_at=instant("at", args.at) or room.clock.now(),
        report_to=tuple(args.to),
        copy_to=tuple(args.copy_to),
        receiver=args.receiver or "",
        body=args.text or "",
        signed_by=args.signed_by,
        late_reason=args.late_reason or "",
        corrects_report_id=args.corrects,
        already_told=args.already_told or "",
        bypass_reason=args.bypass_reason or "",
        instruction=args.instruction or "",
        is_read_back=args.read_back,
    )
    report = room.incident_report.report(draft, by=actor(room, args.officer)).value
    trace = room.incident_report.trace(report.id)
    word = room.incident.first_report_word()
    lines = [f"已报出 {report_line(report, word)}"]
    lines += [f"请核对：{kept_finding_words(one)}" for one in trace.findings]
    return Answer(report_document(report) | _traced(trace), lines)


def show_sources(context: Context, args: Namespace) -> Answer:
    """Show where each sentence of a report came from, and what was asked of it."""
    room = context.reading_room()
    report, trace = room.incident_report.traced(args.id)
    lines = [f"{one.text}　{origin_words(one.origin)}" for one in trace.sentences]
    lines += [kept_finding_words(one) for one in trace.findings]
    return Answer({"report_id": report.id} | _traced(trace), lines or ["无"])


def _traced(trace: ReportTrace) -> dict[str, object]:
    return {
        "sources": [
            _source(source, sentence)
            for source, sentence in zip(trace.sources, trace.sentences, strict=True)
        ],
        "findings": [_finding(one) for one in trace.findings],
    }


def _source(one: ReportSource, sentence: TracedSentence) -> dict[str, object]:
    return {
        "start": one.start_index,
        "stop": one.stop_index,
        "text": sentence.text,
        "origin": one.origin.value,
        "entry_id": one.entry_id,
        "earlier_report_id": one.earlier_report_id,
        "fact": one.fact,
        "said": one.said,
    }


def _finding(one: ReportFinding) -> dict[str, object]:
    return {
        "finding": one.finding.value,
        "subject": one.subject,
        "expected": one.expected,
        "found": one.found,
        "reason": one.reason,
        "message": kept_finding_words(one),
    }
