"""Reports on file; what was sent is never changed."""

from __future__ import annotations

from dutydesk.domain.report import Report
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

    def by_id(self, report_id: str) -> Report | None:
        """Return one report."""
        found = self._some("WHERE id = ?", report_id)
        return found[0] if found else None

    def all(self) -> tuple[Report, ...]:
        """Return every report in the order of recording."""
        return self._some("")

    def next_issue_no(self, year: int) -> int:
        """Return the issue number after the year's last.

        Numbers are given inside the writing transaction and reports never go away, so none is
        repeated and none is left out.
        """
        found = self._rows.one(
            "SELECT max(issue_no) FROM incident_report WHERE issue_year = ?", (year,)
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
