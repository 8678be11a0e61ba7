"""Zero reports on file, the calls for them, and what the log was told."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.instants import to_text
from dutydesk.domain.nil_report import NilReport, NilReportChase, NilReportSummary
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

REPORT = Mapper(NilReport, "nil_report")
CHASE = Mapper(NilReportChase, "nil_report_chase")
SUMMARY = Mapper(NilReportSummary, "nil_report_summary")


class NilReportTable:
    """Adds and reads zero reports; nothing is ever changed."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def by_id(self, report_id: str) -> NilReport | None:
        """Return one report."""
        found = self._reports("WHERE id = ?", report_id)
        return found[0] if found else None

    def of_due(self, due_at: datetime) -> list[NilReport]:
        """Return the reports for a cut-off in the order of the record."""
        return self._reports("WHERE due_at = ? ORDER BY rowid", to_text(due_at))

    def standing(self, unit_id: str, due_at: datetime) -> NilReport | None:
        """Return what a unit's word for a cut-off is now."""
        mine = [one for one in self.of_due(due_at) if one.unit_id == unit_id]
        return mine[-1] if mine else None

    def between(self, since: datetime, until: datetime) -> list[NilReport]:
        """Return the reports for the cut-offs of a span, the end not included."""
        return self._reports(
            "WHERE due_at >= ? AND due_at < ? ORDER BY due_at, rowid",
            to_text(since),
            to_text(until),
        )

    def append(self, report: NilReport) -> None:
        """Add a report."""
        self._rows.append(REPORT.table, REPORT.to_row(report))

    def chase(self, chase_id: str) -> NilReportChase | None:
        """Return one call."""
        row = self._rows.one(
            f"SELECT {CHASE.columns} FROM nil_report_chase WHERE id = ?", (chase_id,)
        )
        return CHASE.from_row(row) if row else None

    def chases_of(self, due_at: datetime) -> list[NilReportChase]:
        """Return the calls for a cut-off in order."""
        found = self._rows.query(
            f"SELECT {CHASE.columns} FROM nil_report_chase WHERE due_at = ? ORDER BY rowid",
            (to_text(due_at),),
        )
        return [CHASE.from_row(row) for row in found]

    def append_chase(self, chase: NilReportChase) -> None:
        """Add a call."""
        self._rows.append(CHASE.table, CHASE.to_row(chase))

    def summary(self, due_at: datetime) -> NilReportSummary | None:
        """Return what the log was told last of a cut-off."""
        row = self._rows.one(
            f"SELECT {SUMMARY.columns} FROM nil_report_summary WHERE due_at = ?"
            " ORDER BY rowid DESC LIMIT 1",
            (to_text(due_at),),
        )
        return SUMMARY.from_row(row) if row else None

    def summary_by_id(self, summary_id: str) -> NilReportSummary | None:
        """Return one of them."""
        row = self._rows.one(
            f"SELECT {SUMMARY.columns} FROM nil_report_summary WHERE id = ?", (summary_id,)
        )
        return SUMMARY.from_row(row) if row else None

    def append_summary(self, summary: NilReportSummary) -> None:
        """Add what the log was told."""
        self._rows.append(SUMMARY.table, SUMMARY.to_row(summary))

    def _reports(self, rest: str, *parameters: object) -> list[NilReport]:
        found = self._rows.query(f"SELECT {REPORT.columns} FROM nil_report {rest}", parameters)
        return [REPORT.from_row(row) for row in found]
