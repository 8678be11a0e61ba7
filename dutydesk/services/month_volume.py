"""Composes the month volume: which shifts it binds, and by which heads it is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta

from dutydesk.domain.clock import Clock
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper_log_sheet import LogSheet
from dutydesk.domain.paper_month_volume import HandoverHead, MonthVolume, VolumeLine
from dutydesk.domain.paper_span import PaperSpan, month_of
from dutydesk.domain.shift import Shift
from dutydesk.store import duty_dates
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.shift import SHIFT_KIND

# Reads the sheets of these shifts, one after the other; the log sheet's own service does.
ReadSheets = Callable[[Iterable[str]], Iterator[LogSheet]]


@dataclass(frozen=True, slots=True)
class MonthSheets:
    """The sheets of some shifts, read anew by whoever goes through them: only one is held."""

    read: ReadSheets
    shift_ids: tuple[str, ...]

    def __iter__(self) -> Iterator[LogSheet]:
        return self.read(self.shift_ids)


class MonthVolumeService:
    """Reads what stands in the volume of a month."""

    def __init__(self, store: Store, clock: Clock, read_sheets: ReadSheets) -> None:
        self._store = store
        self._clock = clock
        self._read_sheets = read_sheets

    def volume(self, month: date | None) -> MonthVolume:
        """Return the volume of the month that a day lies in; None is the newest month.

        Duty days without a shift are named in it, between the first and the newest of the room.
        """
        with self._store.reading() as tables:
            newest = duty_dates.newest(tables, self._clock.now())
            span = month_of(month or newest)
            begun = max(span.since, tables.shift.first_duty_date() or span.since)
            logged = PaperSpan(begun, min(span.until, newest))
            shifts = tables.shift.between(span.since, span.until)
            names = {officer.id: officer.name for officer in tables.officer.all()}
            room = tables.room.get()
            return MonthVolume(
                unit=room.unit,
                month=span.since,
                is_practice=room.is_practice,
                lines=tuple(_lines(shifts, names, logged)),
                sheets=MonthSheets(self._read_sheets, tuple(shift.id for shift in shifts)),
                journal_head=tables.journal.head(),
                journal_rows=tables.journal.count(),
                heads=tuple(_heads(tables, shifts)),
            )


def _lines(
    shifts: Iterable[Shift], names: Mapping[str, str], logged: PaperSpan
) -> Iterator[VolumeLine]:
    by_day: dict[date, list[Shift]] = {}
    for shift in shifts:
        by_day.setdefault(shift.duty_date, []).append(shift)
    if not by_day:
        return
    day = logged.since
    while day <= max(logged.until, *by_day):
        for shift in by_day.get(day, ()):
            on_duty = (shift.primary_officer_id, shift.secondary_officer_id)
            yield VolumeLine(
                day,
                SHIFT_KIND[shift.kind],
                names.get(shift.lead_officer_id or "", ""),
                "、".join(name for one in on_duty if (name := names.get(one or "", ""))),
                is_running=shift.ended_at is None,
            )
        if day not in by_day:
            yield VolumeLine(day)
        day += timedelta(days=1)


def _heads(tables: Tables, shifts: Iterable[Shift]) -> Iterator[HandoverHead]:
    for shift in shifts:
        handover = tables.handover.by_id(shift.id)
        if handover is not None and handover.journal_head and shift.ended_at is not None:
            yield HandoverHead(
                shift.duty_date, SHIFT_KIND[shift.kind], shift.ended_at, handover.journal_head
            )
