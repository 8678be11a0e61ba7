"""Use cases of the history of records: what stood in any of them before, and who changed it."""

from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.history import (
    REPORT_STEP,
    FieldChange,
    HistoryVersion,
    RecordHistory,
    versions,
)
from dutydesk.domain.journal import HistoryStep
from dutydesk.store import casebook
from dutydesk.store.entry_chain import chain_of
from dutydesk.store.report_chain import reports_of
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.report_draft import history_step_words

LOG_ENTRY, INCIDENT = "log_entry", "incident"


class HistoryService:
    """Tells from the journal how a record of any table came to be what it is."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def steps(self, table: str, record_id: str) -> list[HistoryStep]:
        """Return every journalled state of a record, oldest first; none of that id gives none."""
        with self._store.reading() as tables:
            return tables.journal.history(table, record_id)

    def told(self, table: str, record_id: str) -> RecordHistory:
        """Return the versions of a record; an entry with all it corrects and all that corrects it.

        An incident may be named by its number. Raises RecordUnknown.
        """
        with self._store.reading() as tables:
            if table == LOG_ENTRY:
                steps = [
                    step
                    for listed in chain_of(tables, record_id)
                    for step in tables.journal.history(
                        table, listed.entry.id, listed.entry.recorded_at
                    )
                ]
            else:
                steps = tables.journal.history(table, _id_of(tables, table, record_id))
            if not steps:
                raise RecordUnknown(table, record_id)
            names = {officer.id: officer.name for officer in tables.officer.all()}
            told = RecordHistory(table, versions(steps), names)
            if table == INCIDENT:
                told = _with_report_steps(tables, told, _id_of(tables, table, record_id))
            about = _incident_of(tables, table, record_id)
            return tables.incident_masking.shown(about, told) if about else told


def _id_of(tables: Tables, table: str, named: str) -> str:
    incident = tables.incident.by_id(named) if table == INCIDENT else None
    return incident.id if incident else named


def _incident_of(tables: Tables, table: str, named: str) -> str | None:
    """Return the incident that a record tells of: what is masked there is masked here too."""
    if table == LOG_ENTRY:
        listed = tables.duty_log.by_id(named)
        return listed.entry.incident_id if listed else None
    return _id_of(tables, table, named) if table == INCIDENT else None


def _with_report_steps(tables: Tables, told: RecordHistory, incident_id: str) -> RecordHistory:
    """Return the history of an incident with the steps of its reports, each at its time."""
    file = casebook.incident_file(tables, incident_id)
    word = casebook.first_report_word(tables)
    found = [
        HistoryVersion(
            step.recorded_at,
            step.recorder,
            f"report_step.{step.step}",
            (FieldChange(REPORT_STEP, "", history_step_words(one, step, word)),),
        )
        for one in reports_of(tables, file)
        for step in one.steps
    ]
    every = sorted((*told.versions, *found), key=lambda version: version.at)
    return replace(told, versions=tuple(every))
