"""Reading an incident with all it depends on, for every use case that reports, grades or counts.

Rules of this file: the unit's rule set is the one its settings name; what incidents leave in the
duty log goes into the running shift, and nowhere while no shift runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import cast

from dutydesk.domain.clock import Ids
from dutydesk.domain.deadline_limit import IncidentFile
from dutydesk.domain.deadline_rule import DeadlineRule
from dutydesk.domain.duty_log import DraftEntry, Recorder
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import Incident, IncidentLevel
from dutydesk.domain.settings import STRICTEST
from dutydesk.store import logbook
from dutydesk.store.tables import Tables


def incident_file(tables: Tables, incident_id: str) -> IncidentFile:
    """Return an incident, by id or register number, with gradings and reports.

    Raises RecordUnknown.
    """
    return file_of(tables, incident_of(tables, incident_id))


def incident_of(tables: Tables, incident_id: str) -> Incident:
    """Return an incident, by id or register number, as it was written; raises RecordUnknown."""
    incident = tables.incident.by_id(incident_id)
    if incident is None:
        raise RecordUnknown("incident", incident_id)
    return incident


def file_of(tables: Tables, incident: Incident) -> IncidentFile:
    """Return the file of an incident at hand as it may be shown: masked once that was decided.

    Only an incident that has ended is masked, and nothing of one is written any more.
    """
    return files_of(tables, (incident,))[0]


def files_of(tables: Tables, incidents: Sequence[Incident]) -> list[IncidentFile]:
    """Return the same of many incidents, in as few statements as of one."""
    files = _raw_files_of(tables, incidents)
    ended = [one.id for one in incidents if one.is_closed]
    if not ended:
        return files
    maskers = tables.incident_masking.maskers(ended)
    if not maskers:
        return files
    # A start reads what runs, and nothing of that is masked.
    from dutydesk.domain.incident_masking import masked_file  # noqa: PLC0415

    return [
        masked_file(file, maskers[file.incident.id]) if file.incident.id in maskers else file
        for file in files
    ]


def raw_file_of(tables: Tables, incident: Incident) -> IncidentFile:
    """Return the file as it was written, for what writes."""
    return _raw_files_of(tables, (incident,))[0]


def _raw_files_of(tables: Tables, incidents: Sequence[Incident]) -> list[IncidentFile]:
    ids = [one.id for one in incidents]
    gradings = tables.incident.gradings_by_incident(ids)
    reports, tasks = tables.report.by_incident(ids), tables.incident_task.by_incident(ids)
    ungraded = ungraded_as(tables)
    return [
        IncidentFile(
            one,
            gradings.get(one.id, ()),
            reports.get(one.id, ()),
            tasks.get(one.id, ()),
            ungraded,
        )
        for one in incidents
    ]


def unit_rules(tables: Tables) -> list[DeadlineRule]:
    """Return the deadline rules of the unit's own set."""
    return tables.rule_set.rules(cast("str", tables.setting.get("rule_set")))


def ungraded_as(tables: Tables) -> IncidentLevel | None:
    """Return the level whose limits hold while nobody has graded; None the strictest."""
    kept = cast("str", tables.setting.get("ungraded_level"))
    return None if kept == STRICTEST else IncidentLevel(kept)


def first_report_word(tables: Tables) -> str:
    """Return 首报 or 初报, as the unit says."""
    return cast("str", tables.setting.get("first_report_word"))


def lead_name(tables: Tables) -> str:
    """Return the leader of the shift on duty; empty when there is none."""
    shift = tables.shift.running()
    lead = tables.officer.by_id(shift.lead_officer_id) if shift else None
    return lead.name if lead else ""


def log_line(
    tables: Tables, draft: DraftEntry, recorder: Recorder, now: datetime, ids: Ids
) -> None:
    """Leave an automatic entry in the running shift, if one runs or waits for its officer."""
    if tables.shift.running() is None:
        return
    automatic = replace(recorder, is_automatic=True)
    logbook.append(tables, draft, automatic, now, ids)


def line_about(incident: Incident, text: str, at: datetime, ids: Ids) -> DraftEntry:
    """Return the draft of an entry about an incident."""
    return DraftEntry(
        id=ids.new(), kind=EntryKind.INCIDENT, text=text, at=at, incident_id=incident.id
    )
