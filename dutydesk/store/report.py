"""Reports on file; what was sent is never changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from dutydesk.domain.instants import to_text
from dutydesk.domain.report import Report
from dutydesk.store.grouped import Grouped, by_incident
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

REPORT = Mapper(Report, "incident_report")


class ReportTable:
    """Reads and adds the reports of incidents."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_incident(self, incident_id: str) -> tuple[Report, ...]:
        """Return the reports of an incident in the order of recording."""
        return self._some("WHERE incident_id = ?", incident_id)

    def by_incident(self, incident_ids: Iterable[str]) -> Grouped[Report]:
        """Return the same of many incidents."""
        return by_incident(self._rows, REPORT, incident_ids)

    def by_id(self, report_id: str) -> Report | None:
        """Return one report."""
        found = self._some("WHERE id = ?", report_id)
        return found[0] if found else None

    def all(self) -> tuple[Report, ...]:
        """Return every report in the order of recording."""
        return self._some("")

    def unreceived(self, until: datetime) -> tuple[Report, ...]:
        """Return the written reports of running incidents that nobody is known to have received.

        Only those sent by ``until``; one that named its receiver was received.
        """
        return self._some(
            "WHERE medium = 'written' AND trim(receiver) = '' AND sent_at <= ?"
            " AND incident_id IN (SELECT id FROM incident WHERE closed_at IS NULL)"
            " AND NOT EXISTS (SELECT 1 FROM report_step"
            " WHERE report_step.incident_id = incident_report.incident_id"
            " AND report_step.report_id = incident_report.id AND step = 'acknowledged')",
            to_text(until),
        )

    def next_issue_no(self, year: int) -> int:
        """Return the issue number after the year's last, be it of a report or of a signed draft.

        Numbers are given inside the writing transaction and neither ever goes away, so none is
        repeated and none is left out.
        """
        found = self._rows.one(
            "SELECT max(no) FROM ("
            "SELECT max(issue_no) AS no FROM incident_report WHERE issue_year = ?1"
            " UNION ALL SELECT max(issue_no) FROM report_draft WHERE issue_year = ?1)",
            (year,),
        )
        return int(found[0] or 0) + 1 if found else 1

    def append(self, report: Report) -> None:
        """Add a report."""
        self._rows.append(REPORT.table, REPORT.to_row(report))

    def _some(self, where: str, *parameters: object) -> tuple[Report, ...]:
        found = self._rows.query(
            f"SELECT {REPORT.columns} FROM incident_report {where} ORDER BY rowid", parameters
        )
        return tuple(REPORT.from_row(row) for row in found)
