"""Sources and findings kept with reports; both are only ever appended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dutydesk.domain.personal_word import Masker
from dutydesk.domain.report import Report
from dutydesk.domain.report_check import ReportFinding
from dutydesk.domain.report_source import ReportSource, TracedSentence, origin_of
from dutydesk.domain.report_writing import ReportTrace
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

SOURCE = Mapper(ReportSource, "report_source")
FINDING = Mapper(ReportFinding, "report_finding")


class ReportTraceTable:
    """Reads and adds what is kept beside a report."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_report(self, report: Report, masker: Masker | None = None) -> ReportTrace:
        """Return what was kept with a report as it was sent; one from before has nothing.

        The places of the sentences are those in the text that left, whatever is masked since.
        """
        trace = ReportTrace(self.sources(report.id), self.findings(report.id))
        shown = masker.text if masker is not None else str
        return ReportTrace(
            tuple(replace(one, said=shown(one.said)) for one in trace.sources),
            tuple(
                replace(
                    one,
                    expected=shown(one.expected),
                    found=shown(one.found),
                    reason=shown(one.reason),
                )
                for one in trace.findings
            ),
            tuple(_sentence(report, one, shown) for one in trace.sources),
        )

    def sources(self, report_id: str) -> tuple[ReportSource, ...]:
        """Return where each sentence came from, in the order of the text."""
        found = self._rows.query(
            f"SELECT {SOURCE.columns} FROM report_source WHERE report_id = ? ORDER BY rowid",
            (report_id,),
        )
        return tuple(SOURCE.from_row(row) for row in found)

    def findings(self, report_id: str) -> tuple[ReportFinding, ...]:
        """Return what was asked before the report was signed, in that order."""
        found = self._rows.query(
            f"SELECT {FINDING.columns} FROM report_finding WHERE report_id = ? ORDER BY rowid",
            (report_id,),
        )
        return tuple(FINDING.from_row(row) for row in found)

    def append_source(self, source: ReportSource) -> None:
        """Keep where one sentence came from."""
        self._rows.append(SOURCE.table, SOURCE.to_row(source))

    def append_finding(self, finding: ReportFinding) -> None:
        """Keep one finding with its answer."""
        self._rows.append(FINDING.table, FINDING.to_row(finding))


def _sentence(report: Report, source: ReportSource, shown: Callable[[str], str]) -> TracedSentence:
    start, stop = source.start_index, source.stop_index
    origin = origin_of(source)
    return TracedSentence(
        shown(report.body[start:stop]), start, stop, replace(origin, said=shown(origin.said))
    )
