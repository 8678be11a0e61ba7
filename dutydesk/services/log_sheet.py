"""Composes the log sheet of a duty day from shifts, entries, open items and signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta

from dutydesk.domain.clock import Clock
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.handover import CheckResult, HandoverSide
from dutydesk.domain.handover_facts import CarriedItem
from dutydesk.domain.instants import china_instant
from dutydesk.domain.open_item import OpenItem
from dutydesk.domain.open_item_progress import closing_at
from dutydesk.domain.paper import UNSIGNED, CheckLine, Signature
from dutydesk.domain.paper_log_sheet import EntryReference, LogSheet, LogSheetEntry
from dutydesk.domain.room import Room
from dutydesk.domain.shift import Shift
from dutydesk.domain.warning_facts import is_told_by, stood_at
from dutydesk.store import duty_dates, handover_view
from dutydesk.store.carried_directive import carried_directives
from dutydesk.store.handover import facts_from
from dutydesk.store.shift_days import unit_pattern
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.attachment import printed_name
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.handover import CHECK_RESULT, EQUIPMENT_GROUP
from dutydesk.wording.handover_record import open_item_line
from dutydesk.wording.joining import joined
from dutydesk.wording.log_sheet import sheet_columns
from dutydesk.wording.shift import PRESENCE, SHIFT_KIND
from dutydesk.wording.warning import sheet_words

_SIDES = (HandoverSide.OUTGOING, HandoverSide.INCOMING, HandoverSide.LEAD)


@dataclass(frozen=True, slots=True)
class _Day:
    """Everything one duty day's sheets are made of."""

    tables: Tables
    room: Room
    names: Mapping[str, str]
    now: datetime


class LogSheetService:
    """Reads what stands on a log sheet."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def sheets(self, duty_date: date | None) -> tuple[date, tuple[LogSheet, ...]]:
        """Return the duty date and one sheet a shift; None means the running or last duty day.

        A day without any shift gives one empty sheet: an empty register prints 无.
        """
        with self._store.reading() as tables:
            day = duty_date or duty_dates.newest(tables, self._clock.now())
            known = self._known(tables)
            shifts = tables.shift.of_duty_date(day)
            sheets = tuple(_sheet(known, shift) for shift in shifts)
            return day, sheets or (_empty(known, day),)

    def each(self, shift_ids: Iterable[str]) -> Iterator[LogSheet]:
        """Yield the sheets of these shifts, read one by one from one snapshot."""
        with self._store.reading() as tables:
            known = self._known(tables)
            for shift_id in shift_ids:
                shift = tables.shift.by_id(shift_id)
                if shift is not None:
                    yield _sheet(known, shift)

    def _known(self, tables: Tables) -> _Day:
        names = {officer.id: officer.name for officer in tables.officer.all()}
        return _Day(tables, tables.room.get(), names, self._clock.now())


def _sheet(day: _Day, shift: Shift) -> LogSheet:
    listed = day.tables.attachment.shown_with(day.tables.duty_log.of_shift(shift.id))
    outgoing, incoming, lead = _signatures(day.tables, shift)

    def name(officer_id: str | None) -> str:
        return day.names.get(officer_id or "", "")

    return LogSheet(
        unit=day.room.unit,
        duty_date=shift.duty_date,
        shift=SHIFT_KIND[shift.kind],
        started_at=shift.started_at or shift.starts_at,
        is_practice=day.room.is_practice,
        ended_at=shift.ended_at,
        weather=shift.weather,
        lead_officer=name(shift.lead_officer_id),
        presence=PRESENCE[shift.presence] if shift.lead_officer_id else "",
        primary_officer=name(shift.primary_officer_id),
        secondary_officer=name(shift.secondary_officer_id),
        standby_officer=name(shift.standby_officer_id),
        entries=tuple(_entry(day, one, shift) for one in listed),
        summary=shift.general_situation,
        open_items=tuple(
            open_item_line(item, shift.ended_at or day.now, shift.duty_date)
            for item in _open_items(day.tables, shift)
        ),
        warnings=_warnings(day, shift),
        equipment=tuple(
            CheckLine(
                check.name,
                CHECK_RESULT[check.result] if check.result else "",
                is_fault=check.result is CheckResult.ABNORMAL,
                note=check.note,
            )
            for check in day.tables.handover.checks_of(shift.id)
            if check.group_name == EQUIPMENT_GROUP
        ),
        reviewed=shift.review,
        outgoing_signature=outgoing,
        incoming_signature=incoming,
        lead_signature=lead,
    )


def _empty(day: _Day, duty_date: date) -> LogSheet:
    slots = unit_pattern(day.tables).slots_of(duty_date)
    starts_at = slots[0].starts_at if slots else china_instant(duty_date, 0, 0)
    return LogSheet(
        unit=day.room.unit,
        duty_date=duty_date,
        shift=SHIFT_KIND[slots[0].kind] if slots else "",
        started_at=starts_at,
        ended_at=slots[-1].ends_at if slots else starts_at + timedelta(days=1),
        is_practice=day.room.is_practice,
    )


def _open_items(tables: Tables, shift: Shift) -> tuple[CarriedItem, ...]:
    """Return what was open when the shift ended (now, while it runs), as it read then."""
    handover = tables.handover.by_id(shift.id)
    if handover is not None and handover.is_over:
        facts = facts_from(handover.snapshot)
        return (*facts.open_items, *facts.directives)
    items = [item for item in tables.open_item.all() if _concerns(tables, item, shift)]
    directives = carried_directives(tables) if shift.ended_at is None else ()
    return (*(handover_view.carried_item(tables, item) for item in items), *directives)


def _concerns(tables: Tables, item: OpenItem, shift: Shift) -> bool:
    """Tell whether an item was open at the end of the shift (now, while it runs)."""
    end: datetime | None = shift.ended_at
    return (end is None or item.created_at <= end) and _closing(tables, item, shift) is None


def _closing(tables: Tables, item: OpenItem, shift: Shift) -> tuple[datetime, str] | None:
    """Return when and how an item was done by the end of the shift: what was signed stays."""
    return closing_at(item, tables.open_item.progress_of(item.id), shift.ended_at)


def _entry(day: _Day, listed: ListedEntry, shift: Shift) -> LogSheetEntry:
    entry = listed.entry
    results = [
        closing[1]
        for item in day.tables.open_item.of_entry(entry.id)
        if (closing := _closing(day.tables, item, shift)) is not None
    ]
    columns = sheet_columns(entry)
    return LogSheetEntry(
        no=entry.no,
        at=entry.at,
        recorded_at=entry.recorded_at,
        kind=ENTRY_KIND[entry.kind],
        content=entry.text,
        recorder=entry.recorder,
        source=entry.source,
        person=entry.person,
        phone=entry.phone,
        urgency=columns.urgency,
        handling="\n".join(columns.handling),
        directive=entry.instruction,
        result=joined([*columns.result, *results]),
        particulars=columns.particulars,
        continues=_reference(day, entry.continuation_of, shift),
        is_late=entry.is_late,
        corrects=_reference(day, entry.correction_of, shift),
        correction_reason=entry.correction_reason,
        corrected_by=_reference(day, listed.corrected_by, shift),
        is_withdrawal=entry.is_withdrawal,
        is_withdrawn=listed.is_withdrawn,
        # Those of what it corrects stand beside that.
        attachments=tuple(
            printed_name(one) for one in listed.attachments if one.entry_id == entry.id
        ),
    )


def _reference(day: _Day, entry_id: str | None, shift: Shift) -> EntryReference | None:
    other = day.tables.duty_log.by_id(entry_id) if entry_id else None
    if other is None:
        return None
    elsewhere = other.entry.shift_id != shift.id
    return EntryReference(other.entry.no, other.duty_date if elsewhere else None)


def _warnings(day: _Day, shift: Shift) -> tuple[str, ...]:
    """Return the warnings in force in the shift, as they stood when it ended."""
    ends_at = shift.ended_at or day.now
    starts_at = shift.started_at or shift.starts_at
    table = day.tables.warning
    known = table.known_between(starts_at, ends_at)
    stood = [stood_at(one, table.steps(one.id), ends_at) for one in known]
    told = [one for one in stood if is_told_by(one, starts_at, ends_at)]
    told.sort(key=lambda one: (one.warning.issued_at, one.warning.warning_no))
    return tuple(sheet_words(one) for one in told)


def _signatures(tables: Tables, shift: Shift) -> tuple[Signature, Signature, Signature]:
    """Return who signed at the end of the shift; a handover has the id of the shift it ends."""
    signed = {
        one.side: Signature(one.officer_name, one.signed_at)
        for one in tables.handover.signatures_of(shift.id)
    }
    outgoing, incoming, lead = (signed.get(side, UNSIGNED) for side in _SIDES)
    return outgoing, incoming, lead
