"""What statistics count, read in few columns: neither texts nor figures of the records."""

from __future__ import annotations

from datetime import date, datetime

from dutydesk.domain.duty_calendar import DutyCalendar
from dutydesk.domain.duty_figures import CountedAnswer, CountedEntries, CountedShift
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.incident import IncidentCategory, IncidentLevel
from dutydesk.domain.instants import china, from_text, to_text
from dutydesk.domain.paper_span import PaperSpan
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.domain.statistics import CountedIncident, CountedReport
from dutydesk.store.rows import Rows


class StatisticsTable:
    """Reads what was received and sent between two instants, the second not included."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def incidents(self, since: datetime, until: datetime) -> list[CountedIncident]:
        """Return the incidents received then."""
        found = self._rows.query(
            "SELECT category, kind, level, received_at, exit_reason IS NOT NULL,"
            " is_serious_near_miss FROM incident WHERE received_at >= ? AND received_at < ?",
            (to_text(since), to_text(until)),
        )
        return [
            CountedIncident(
                IncidentCategory(category),
                kind,
                IncidentLevel(level),
                from_text(received_at),
                bool(is_exit),
                bool(is_near_miss),
            )
            for category, kind, level, received_at, is_exit, is_near_miss in found
        ]

    def reports(self, since: datetime, until: datetime) -> list[CountedReport]:
        """Return the reports sent then; a correction of one that was sent is none of its own."""
        found = self._rows.query(
            "SELECT i.id, i.incident_no, i.title, r.stage, r.medium, r.sequence_no, r.sent_at,"
            " r.due_at, r.is_met, r.late_by_minutes, r.late_reason FROM incident_report r"
            " JOIN incident i ON i.id = r.incident_id"
            " WHERE r.sent_at >= ? AND r.sent_at < ? AND r.corrects_report_id IS NULL",
            (to_text(since), to_text(until)),
        )
        return [
            CountedReport(
                row[0],
                row[1],
                row[2],
                ReportStage(row[3]),
                ReportMedium(row[4]),
                row[5],
                from_text(row[6]),
                from_text(row[7]) if row[7] else None,
                None if row[8] is None else bool(row[8]),
                row[9],
                row[10],
            )
            for row in found
        ]

    def entries(self, since: datetime, until: datetime) -> list[CountedEntries]:
        """Return how many entries of each kind people put on record, hour by hour."""
        found = self._rows.query(
            "SELECT substr(at, 1, 13), kind, count(*) FROM log_entry WHERE at >= ? AND at < ?"
            " AND NOT is_automatic AND correction_of IS NULL GROUP BY 1, 2",
            (to_text(since), to_text(until)),
        )
        return [
            CountedEntries(from_text(f"{hour}:00:00Z"), EntryKind(kind), count)
            for hour, kind, count in found
        ]

    def answers(self, since: datetime, until: datetime) -> list[CountedAnswer]:
        """Return when the first report of each medium left, of incidents received then."""
        found = self._rows.query(
            "SELECT i.received_at, r.medium, min(r.sent_at) FROM incident i"
            " JOIN incident_report r ON r.incident_id = i.id"
            " WHERE i.received_at >= ? AND i.received_at < ? AND i.exit_reason IS NULL"
            " GROUP BY i.id, r.medium",
            (to_text(since), to_text(until)),
        )
        return [
            CountedAnswer(from_text(received), ReportMedium(medium), from_text(sent))
            for received, medium, sent in found
        ]

    def shifts(self, span: PaperSpan, calendar: DutyCalendar) -> list[CountedShift]:
        """Return the shifts of a span that somebody kept, with their people and their end."""
        found = self._rows.query(
            "SELECT s.duty_date, s.ends_at, coalesce(l.name, ''), coalesce(p.name, ''),"
            " coalesce(x.name, ''), h.completed_at, h.status = 'forced' FROM shift s"
            " LEFT JOIN officer l ON l.id = s.lead_officer_id"
            " LEFT JOIN officer p ON p.id = s.primary_officer_id"
            " LEFT JOIN officer x ON x.id = s.secondary_officer_id"
            " LEFT JOIN handover h ON h.id = s.id"
            " WHERE s.duty_date BETWEEN ? AND ? AND s.started_at IS NOT NULL",
            (span.since.isoformat(), span.until.isoformat()),
        )
        return [
            CountedShift(
                calendar.day_class(date.fromisoformat(row[0])),
                from_text(row[1]),
                row[2],
                (row[3], row[4]),
                from_text(row[5]) if row[5] else None,
                bool(row[6]),
            )
            for row in found
        ]

    def first_year(self) -> int | None:
        """Return the year in China of the first receipt or entry, None before there was any."""
        found = self._rows.one(
            "SELECT min(at) FROM (SELECT min(received_at) AS at FROM incident"
            " UNION ALL SELECT started_at FROM shift WHERE rowid = (SELECT min(rowid) FROM shift))"
        )
        return china(from_text(found[0])).year if found and found[0] else None
