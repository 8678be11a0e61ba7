"""Reports on their way, on file, and the steps of every report."""

from __future__ import annotations

from collections.abc import Sequence

from dutydesk.domain.report_draft import (
    ON_THE_DESK,
    ReportDraft,
    ReportState,
    ReportStep,
)
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

DRAFT = Mapper(ReportDraft, "report_draft")
STEP = Mapper(ReportStep, "report_step")


class ReportDraftTable:
    """Reads and writes drafts; steps are only ever added."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def by_id(self, draft_id: str) -> ReportDraft | None:
        """Return one draft."""
        found = self._some("WHERE id = ?", draft_id)
        return found[0] if found else None

    def of_incident(self, incident_id: str) -> tuple[ReportDraft, ...]:
        """Return the drafts of an incident in the order they were begun."""
        return self._some("WHERE incident_id = ?", incident_id)

    def all(self) -> tuple[ReportDraft, ...]:
        """Return every draft in the order they were begun."""
        return self._some("")

    def on_the_desk(self) -> tuple[ReportDraft, ...]:
        """Return what is neither sent nor given up."""
        return self._in_states(sorted(ON_THE_DESK))

    def put(self, draft: ReportDraft) -> None:
        """Write a draft."""
        self._rows.put(DRAFT.table, DRAFT.to_row(draft))

    def step_by_id(self, step_id: str) -> ReportStep | None:
        """Return one step."""
        found = self._steps("WHERE id = ?", step_id)
        return found[0] if found else None

    def steps_of_incident(self, incident_id: str) -> tuple[ReportStep, ...]:
        """Return the steps of an incident's reports in the order they were recorded."""
        return self._steps("WHERE incident_id = ?", incident_id)

    def add_step(self, step: ReportStep) -> None:
        """Add a step."""
        self._rows.append(STEP.table, STEP.to_row(step))

    def _in_states(self, states: Sequence[ReportState]) -> tuple[ReportDraft, ...]:
        marks = ", ".join("?" * len(states))
        return self._some(f"WHERE state IN ({marks})", *(state.value for state in states))

    def _some(self, where: str, *parameters: object) -> tuple[ReportDraft, ...]:
        found = self._rows.query(
            f"SELECT {DRAFT.columns} FROM report_draft {where} ORDER BY rowid", parameters
        )
        return tuple(DRAFT.from_row(row) for row in found)

    def _steps(self, where: str, *parameters: object) -> tuple[ReportStep, ...]:
        found = self._rows.query(
            f"SELECT {STEP.columns} FROM report_step {where} ORDER BY rowid", parameters
        )
        return tuple(STEP.from_row(row) for row in found)
