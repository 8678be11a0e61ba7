"""What the text of a report is made from, read in one snapshot; what is kept beside it.

Shared by every use case that writes, signs or sends a report. Entries are new since the last
report by the same medium; figures are compared with the last report by whichever.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from dutydesk.domain.clock import Ids
from dutydesk.domain.deadline_limit import IncidentFile
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.report import (
    DraftReport,
    Report,
    ReportMedium,
    ReportStage,
    latest_written,
    sequence_no,
)
from dutydesk.domain.report_check import (
    Finding,
    FindingsUnanswered,
    ReportFinding,
    check_text,
    unanswered,
)
from dutydesk.domain.report_source import Origin, OriginKind, Statement, source_of, trace
from dutydesk.domain.report_writing import EntryOffer, ReportWriting, tells_all
from dutydesk.store import casebook
from dutydesk.store.tables import Tables
from dutydesk.wording.casualties import BEING_VERIFIED
from dutydesk.wording.report import stage_line
from dutydesk.wording.report_text.entries import entry_statement
from dutydesk.wording.report_text.facts import Carried, ReportFacts, ended
from dutydesk.wording.report_text.figures import figure_changes
from dutydesk.wording.report_text.stages import body_of, paragraphs

_HEADING = re.compile(r"^([一二三四五六七八九])、[^。！？\n]{1,20}$", re.MULTILINE)
_PARTS = "一二三"


def writing(
    tables: Tables, file: IncidentFile, draft: DraftReport, earlier: Sequence[Report]
) -> ReportWriting:
    """Return all a form needs to write this report, its text in ``draft.body``."""
    facts = report_facts(tables, file, draft, earlier)
    taken = {one.id for one in facts.taken}
    entries = _entries(tables, file)
    text = paragraphs(facts)
    body = body_of(text)
    return ReportWriting(
        draft=replace(draft, body=body),
        incident=file.incident,
        statements=_sources(text, entries, draft.sent_at),
        offers=tuple(_offer(one, draft.sent_at, taken, body) for one in entries),
        changes=tuple(figure_changes(before(earlier), file.incident.figures())) if earlier else (),
        before=before(earlier),
    )


def report_facts(
    tables: Tables, file: IncidentFile, draft: DraftReport, earlier: Sequence[Report]
) -> ReportFacts:
    """Return what the text is made from: facts, new entries, what was written by hand before.

    ``earlier`` are the reports it follows, those that wait to be sent among them.
    """
    entries = _entries(tables, file)
    return ReportFacts(
        incident=file.incident,
        stage=draft.stage,
        medium=draft.medium,
        sent_at=draft.sent_at,
        sequence_no=sequence_no(draft, earlier),
        previous=_newest(earlier),
        first_word=casebook.first_report_word(tables),
        carried=tuple(_carried(tables, file, draft)),
        taken=tuple(_new(entries, file, draft)),
    )


def before(earlier: Sequence[Report]) -> Mapping[str, int | None]:
    """Return the figures reported last, or signed to be; none before the first report."""
    newest = _newest(earlier)
    return newest.figures if newest else {}


def findings(file: IncidentFile, report: Report, earlier: Sequence[Report]) -> tuple[Finding, ...]:
    """Return what has to be answered before this report is signed; ``earlier`` it follows."""
    others = [one for one in earlier if one.id != report.id]
    all_told = tells_all(report.stage)
    return check_text(report.body, file.incident, before(others), tells_all=all_told)


def keep_sources(tables: Tables, file: IncidentFile, report: Report, ids: Ids) -> None:
    """Keep with a report where each of its sentences came from, as it stands now."""
    draft = DraftReport(
        id=report.id,
        incident_id=report.incident_id,
        stage=report.stage,
        medium=report.medium,
        sent_at=report.sent_at,
        report_to=report.report_to,
    )
    facts = report_facts(tables, file, draft, file.reports)
    statements = _sources(paragraphs(facts), _entries(tables, file), report.sent_at)
    for no, sentence in enumerate(trace(report.body, statements), 1):
        tables.report_trace.append_source(source_of(sentence, ids.new(), report.id, no))


def keep_findings(
    tables: Tables,
    report_id: str,
    found: Sequence[Finding],
    reasons: Mapping[str, str] | None,
    answered: tuple[str, datetime, Ids],
) -> None:
    """Keep what was asked of a report, by whom it was answered and how.

    ``reasons`` None keeps it unanswered, as a script leaves it. Raises FindingsUnanswered,
    FindingReasonTooLong.
    """
    name, at, ids = answered
    open_ones = unanswered(found, reasons) if reasons is not None else ()
    if open_ones:
        raise FindingsUnanswered(open_ones)
    for one in found:
        tables.report_trace.append_finding(
            ReportFinding(
                id=ids.new(),
                report_id=report_id,
                finding=one.kind,
                subject=one.subject,
                expected=one.expected,
                found=one.found,
                reason=(reasons or {}).get(one.key, "").strip(),
                answered_by=name,
                answered_at=at,
            )
        )


def _entries(tables: Tables, file: IncidentFile) -> list[LogEntry]:
    """Return the entries of the incident that hold and that a person wrote."""
    return [
        one.entry
        for one in tables.duty_log.of_incident(file.incident.id)
        if not (one.is_struck or one.entry.is_automatic or one.entry.is_withdrawal)
    ]


def _new(entries: Sequence[LogEntry], file: IncidentFile, draft: DraftReport) -> list[LogEntry]:
    """Return what was recorded since the last report by the same medium.

    What the incident began with became its facts; what an earlier text told is not news.
    """
    same = [one for one in file.reports if one.medium is draft.medium]
    since = _newest(same)
    told = "".join(one.body for one in same)
    return [
        one
        for one in entries
        if one.id != file.incident.origin_entry_id
        and (since is None or one.recorded_at >= since.recorded_at)
        and one.text.strip().rstrip("。") not in told
    ]


def _offer(entry: LogEntry, sent_at: datetime, taken: set[str], body: str) -> EntryOffer:
    statement = entry_statement(entry, sent_at)
    return EntryOffer(entry, statement, entry.id in taken and statement.text in body)


def _sources(
    text: Sequence[tuple[Statement, ...]], entries: Sequence[LogEntry], sent_at: datetime
) -> tuple[Statement, ...]:
    made = [one for paragraph in text for one in paragraph]
    said = [entry_statement(one, sent_at) for one in entries]
    # The words of an entry without its time in front, as somebody copies them.
    bare = [
        Statement(ended(entry.text), statement.origin)
        for entry, statement in zip(entries, said, strict=True)
    ]
    return (*made, *said, *bare)


def _carried(tables: Tables, file: IncidentFile, draft: DraftReport) -> list[Carried]:
    """Return what no fact says of the earlier papers: of the last one, for a final of all."""
    if draft.medium is ReportMedium.PHONE or draft.stage is ReportStage.FIRST:
        return []
    written = [one for one in file.reports if one.medium is ReportMedium.WRITTEN]
    last = latest_written(file.reports)
    chosen = written if draft.stage is ReportStage.FINAL else [last] if last else []
    word = casebook.first_report_word(tables)
    found: dict[str, Carried] = {}
    for report in chosen:
        for source in tables.report_trace.sources(report.id):
            text = report.body[source.start_index : source.stop_index]
            part = _part(report.body, source.start_index)
            is_fact = source.origin is OriginKind.FACT
            if is_fact or not part or BEING_VERIFIED in text:
                continue
            issue = f"第{report.issue_no}期 " if report.issue_no is not None else ""
            said = f"{stage_line(report, word)} {issue}{source.said}".strip()
            origin = (
                Origin(OriginKind.ENTRY, source.entry_id, source.said)
                if source.entry_id
                else Origin(OriginKind.REPORT, report.id, said)
            )
            found.setdefault(text, Carried(part, Statement(text, origin)))
    return list(found.values())


def _part(body: str, index: int) -> int:
    """Return the number of the part a sentence stands in; 0 in the opening and behind 三."""
    heads = [one for one in _HEADING.finditer(body) if one.end() <= index]
    if not heads:
        return 0
    return _PARTS.find(heads[-1].group(1)) + 1


def _newest(reports: Sequence[Report]) -> Report | None:
    return max(reports, key=lambda one: (one.sent_at, one.recorded_at, one.id), default=None)
