"""Reading a handover with everything it passes on: live, or as it was frozen.

Rules of this file: nothing is written; a handover that is over is read from its own rows and its
snapshot only, so that it reads the same for ever.
"""

from __future__ import annotations

from datetime import datetime
from operator import attrgetter

from dutydesk.domain.absence_facts import carried
from dutydesk.domain.call_facts import carried as carried_round
from dutydesk.domain.checklist import check_lines, thing_lines
from dutydesk.domain.deadline import ClockStatus, ReportClock, clocks
from dutydesk.domain.deadline_task import DeadlineTask
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.handover import (
    Handover,
    HandoverCheck,
    HandoverSide,
    HandoverSignature,
    HandoverThing,
    next_handover_no,
)
from dutydesk.domain.handover_facts import (
    CarriedItem,
    FirstReportOverdue,
    HandoverFacts,
    HandoverView,
    RunningIncident,
    ShiftLabel,
    content_blocks,
    is_explained,
    same_person,
    summary_counts,
)
from dutydesk.domain.incident import Incident
from dutydesk.domain.open_item import Importance, OpenItem, first_paragraph, title_from
from dutydesk.domain.open_item_progress import latest_notes
from dutydesk.domain.report import ReportStage
from dutydesk.domain.shift import Shift, ShiftNotRunning, ShiftSlot, ShiftStatus
from dutydesk.domain.warning_facts import carried as carried_warnings
from dutydesk.store import casebook, equipment_view, report_chain
from dutydesk.store.carried_directive import carried_directives
from dutydesk.store.correcting import unseen_corrections
from dutydesk.store.handover import facts_from
from dutydesk.store.shift_days import unit_pattern
from dutydesk.store.tables import Tables
from dutydesk.wording.open_item import progress_words


def shift_on_duty(tables: Tables) -> Shift:
    """Return the shift that somebody keeps; raises ShiftNotRunning."""
    shift = tables.shift.running()
    if shift is None or shift.status is ShiftStatus.AWAITING:
        raise ShiftNotRunning
    return shift


def handover_of(tables: Tables, shift: Shift) -> Handover:
    """Return the handover that is going to end the shift, written or not."""
    return tables.handover.by_id(shift.id) or Handover(id=shift.id)


def view_of(tables: Tables, handover_id: str, now: datetime) -> HandoverView:
    """Return a handover, frozen or live; raises RecordUnknown."""
    handover = tables.handover.by_id(handover_id)
    if handover is not None and handover.is_over:
        return frozen_view(tables, handover)
    running = tables.shift.running()
    if running is None or running.id != handover_id:
        raise RecordUnknown("handover", handover_id)
    return live_view(tables, now)


def frozen_view(tables: Tables, handover: Handover) -> HandoverView:
    """Return a handover that is over, as it was then; only a lead's signature may be newer."""
    return HandoverView(
        handover=handover,
        facts=facts_from(handover.snapshot),
        checks=tables.handover.checks_of(handover.id),
        things=tables.handover.things_of(handover.id),
        signatures=tables.handover.signatures_of(handover.id),
        blocking=(),
        journal_head=handover.journal_head,
    )


def live_view(tables: Tables, now: datetime) -> HandoverView:
    """Return the handover of the running shift as it would be now; raises ShiftNotRunning."""
    shift = shift_on_duty(tables)
    handover = handover_of(tables, shift)
    signatures = tables.handover.signatures_of(handover.id)
    checks, things = lines_of(tables, handover, signatures)
    running = [(one, _clocks(tables, one, now)) for one in tables.incident.running()]
    facts = _facts(tables, shift, handover, now, tuple(_running(*pair) for pair in running))
    incoming = next((one for one in signatures if one.side is HandoverSide.INCOMING), None)
    return HandoverView(
        handover=handover,
        facts=facts,
        checks=checks,
        things=things,
        signatures=signatures,
        blocking=(
            *same_person(
                facts.outgoing_officer,
                (shift.primary_officer_id, incoming.officer_id if incoming else None),
            ),
            *(
                block
                for pair in running
                for block in overdue_first_reports(*pair)
                if not is_explained(block, signatures)
            ),
            *content_blocks(facts.open_items, checks, things),
        ),
        journal_head=tables.journal.head(),
    )


def lines_of(
    tables: Tables, handover: Handover, signatures: tuple[HandoverSignature, ...]
) -> tuple[tuple[HandoverCheck, ...], tuple[HandoverThing, ...]]:
    """Return checklist and things: once somebody has signed, only what was written then."""
    checks = tables.handover.checks_of(handover.id)
    things = tables.handover.things_of(handover.id)
    if signatures:
        return checks, things
    items = tables.checklist.all()
    last = tables.handover.newest_over()
    counted = tables.handover.things_of(last.id) if last else ()
    return equipment_view.linked(
        tables,
        handover.id,
        check_lines(handover.id, items, checks),
        things or thing_lines(handover.id, items, {one.name: one.quantity for one in counted}),
    )


def relief_slot(tables: Tables, now: datetime) -> ShiftSlot:
    """Return the planned shift that somebody who takes over now keeps."""
    return unit_pattern(tables).slot_for_relief(now)


def overdue_first_reports(
    incident: Incident, running: list[ReportClock]
) -> list[FirstReportOverdue]:
    """Return the first reports of an incident whose limit has passed."""
    return [
        FirstReportOverdue(incident.incident_no, incident.title, clock.medium, clock.due_at)
        for clock in running
        if clock.medium is not None
        and clock.stage is ReportStage.FIRST
        and clock.status is ClockStatus.OVERDUE
    ]


def _facts(
    tables: Tables,
    shift: Shift,
    handover: Handover,
    now: datetime,
    incidents: tuple[RunningIncident, ...],
) -> HandoverFacts:
    room, slot = tables.room.get(), _expected_slot(tables, shift, now)
    primary = tables.officer.by_id(shift.primary_officer_id)
    entries = tables.duty_log.of_shift(shift.id)
    # Calls and incidents may have been entered before the room's first officer came.
    began = min([shift.started_at or now, *(one.entry.recorded_at for one in entries)])
    spoken_of = dict.fromkeys(one.entry.incident_id for one in entries if one.entry.incident_id)
    known = [one for one in map(tables.incident.by_id, spoken_of) if one is not None]
    opened = [one for one in known if one.opened_at >= began]
    origins = frozenset(one.origin_entry_id for one in opened if one.origin_entry_id)
    return HandoverFacts(
        unit=room.unit,
        is_practice=room.is_practice,
        handover_no=next_handover_no(shift.duty_date.year, tables.handover.numbers()),
        outgoing_shift=ShiftLabel(shift.duty_date, shift.kind),
        incoming_shift=ShiftLabel(slot.duty_date, slot.kind),
        outgoing_officer=primary.name if primary else "",
        general_situation=shift.general_situation,
        first_report_word=casebook.first_report_word(tables),
        counts=summary_counts(entries, opened, origins, tables.warning.entry_ids()),
        open_items=_carried(tables, handover),
        directives=carried_directives(tables, handover),
        incidents=incidents,
        late_corrections=unseen_corrections(tables),
        absences=carried(tables.absence_notice.running(), now),
        equipment=equipment_view.carried(tables, now),
        report_drafts=report_chain.carried_drafts(tables),
        warnings=carried_warnings(tables.warning.open()),
        call_rounds=tuple(
            carried_round(one, tables.call_round.targets(one.id))
            for one in tables.incident_masking.of_incidents(
                tables.call_round.running(), attrgetter("incident_id")
            )
        ),
    )


def _expected_slot(tables: Tables, shift: Shift, now: datetime) -> ShiftSlot:
    """Return the shift a draft looks forward to: the next planned one, early in a shift as well.

    Which shift begins is decided by ``relief_slot`` when duty passes.
    """
    slot = relief_slot(tables, now)
    if (slot.duty_date, slot.kind) != (shift.duty_date, shift.kind):
        return slot
    return unit_pattern(tables).slot_after(shift.starts_at)


def carried_item(tables: Tables, item: OpenItem, *, is_taken: bool = False) -> CarriedItem:
    """Return an open item with what its entry says about it."""
    listed = tables.duty_log.by_id(item.origin_entry_id) if item.origin_entry_id else None
    if listed is not None and listed.entry.incident_id is not None:
        item = tables.incident_masking.shown(listed.entry.incident_id, item)
        listed = tables.incident_masking.entries([listed])[0]
    entry = listed.entry if listed else None
    steps = tables.open_item.progress_of(item.id)
    is_cut = entry is not None and item.title == title_from(entry.text)
    return CarriedItem(
        item.id,
        item.title,
        item.owner,
        item.due_at,
        item.attention,
        is_taken,
        text=first_paragraph(entry.text) if entry and is_cut else "",
        entry_no=entry.no if entry else None,
        entry_duty_date=listed.duty_date if listed else None,
        handling=entry.handling if entry else "",
        is_important=item.importance is Importance.IMPORTANT,
        progress=tuple(progress_words(step) for step in latest_notes(steps)),
        progress_count=len(steps),
    )


def _carried(tables: Tables, handover: Handover) -> tuple[CarriedItem, ...]:
    return tuple(
        carried_item(
            tables,
            item,
            is_taken=handover.is_all_taken or item.id in handover.taken_items,
        )
        for item in tables.open_item.open()
    )


def _clocks(tables: Tables, incident: Incident, now: datetime) -> list[ReportClock]:
    found = clocks(casebook.file_of(tables, incident), casebook.unit_rules(tables), now)
    return [clock for clock in found if clock.is_open]


def _running(incident: Incident, running: list[ReportClock]) -> RunningIncident:
    clock = running[0] if running else None
    return RunningIncident(
        incident.id,
        incident.incident_no,
        incident.title,
        incident.level,
        incident.status,
        clock.stage if clock else None,
        clock.medium if clock else None,
        clock.due_at if clock else None,
        clock is not None and clock.status is ClockStatus.OVERDUE,
        clock.task if clock else DeadlineTask.REPORT,
    )
