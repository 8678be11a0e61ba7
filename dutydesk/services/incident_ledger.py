"""Composes the ledger of incidents of a span."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from dutydesk.domain.clock import Clock
from dutydesk.domain.incident import Incident
from dutydesk.domain.instants import china, china_instant
from dutydesk.domain.paper_incident_ledger import FirstReport, IncidentLedger, IncidentRow
from dutydesk.domain.paper_issue import PaperRequest
from dutydesk.domain.paper_span import span_of
from dutydesk.domain.report import Report, ReportMedium, ReportStage
from dutydesk.store import casebook
from dutydesk.store.store import Store
from dutydesk.wording.casualties import casualties
from dutydesk.wording.incident import CATEGORY, EXIT_REASON, LEVEL, MEDIUM, STATUS
from dutydesk.wording.incident_view import judged_words


class IncidentLedgerService:
    """Reads what stands on the ledger."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def ledger(self, request: PaperRequest) -> IncidentLedger:
        """Return the incidents received in a span of days; raises SpanUnclear, SpanReversed."""
        span = span_of(request, china(self._clock.now()).date())
        since = china_instant(span.since, 0, 0)
        until = china_instant(span.until + timedelta(days=1), 0, 0)
        with self._store.reading() as tables:
            room, word = tables.room.get(), casebook.first_report_word(tables)
            found = sorted(
                (one for one in tables.incident.all() if since <= one.received_at < until),
                key=lambda one: (one.received_at, one.incident_no),
            )
            files = casebook.files_of(tables, found)
            rows = tuple(_row(file.incident, file.reports) for file in files)
        return IncidentLedger(
            room.unit,
            span,
            room.is_practice,
            rows,
            ended_count=sum(one.is_closed for one in found),
            first_word=word,
            late_count=sum(any(first.is_late for first in row.first_reports) for row in rows),
        )


def _row(incident: Incident, reports: tuple[Report, ...]) -> IncidentRow:
    finals = [one.sent_at for one in reports if one.stage is ReportStage.FINAL]
    written_finals = [
        one.sent_at
        for one in reports
        if one.stage is ReportStage.FINAL and one.medium is ReportMedium.WRITTEN
    ]
    exited = incident.exit_reason
    return IncidentRow(
        incident_no=incident.incident_no,
        title=incident.title,
        received_at=incident.received_at,
        occurred_at=incident.occurred_at,
        place=incident.place,
        category=CATEGORY[incident.category],
        kind=incident.kind,
        level=LEVEL[incident.level],
        is_sensitive=incident.is_sensitive,
        casualties=casualties(incident),
        first_reports=tuple(_first_reports(reports)),
        follow_up_count=sum(_is_follow_up(one) for one in reports),
        final_at=min(written_finals or finals, default=None),
        status=STATUS[incident.status],
        exit_note=EXIT_REASON[exited] if exited else "",
    )


def _is_follow_up(report: Report) -> bool:
    """Return whether a report is one of its own: a correction has the number of another."""
    return report.stage is ReportStage.FOLLOW_UP and report.corrects_report_id is None


def _first_reports(reports: tuple[Report, ...]) -> Iterator[FirstReport]:
    for medium in ReportMedium:
        made = [one for one in reports if one.stage is ReportStage.FIRST and one.medium is medium]
        if made:
            first = min(made, key=lambda one: (one.sent_at, one.recorded_at))
            judged = judged_words(first, with_reason=False)
            yield FirstReport(
                MEDIUM[medium], first.sent_at, judged, is_late=bool(first.late_by_minutes)
            )
