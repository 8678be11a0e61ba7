"""Use cases of roll calls: begin, record what was found, end."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from dutydesk.domain import roll_call as domain
from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import DraftEntry, LogEntry, Recorder
from dutydesk.domain.entry_detail import NO, YES
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.domain.open_item import OpenItem, OpenItemStatus, title_from
from dutydesk.domain.reporting_unit import ReachResult, ReportingUnit, check_text
from dutydesk.domain.roll_call import (
    DraftRollCall,
    DraftRollCallResult,
    RollCall,
    RollCallLine,
    RollCallResult,
    RollCallSheet,
    RollCallTarget,
    UnitRecord,
)
from dutydesk.domain.roll_call_plan import PlannedCall, calls_in_hand
from dutydesk.store import logbook
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording import roll_call as words


@dataclass(frozen=True, slots=True)
class RollCallView:
    """What the room shows: the roll call asked for, all of them, what is to be called now."""

    sheet: RollCallSheet | None
    roll_calls: tuple[RollCall, ...]
    in_hand: tuple[PlannedCall, ...]
    units: tuple[ReportingUnit, ...]
    records: dict[str, UnitRecord]

    @property
    def waiting(self) -> int:
        """Count the units still to call and the roll calls to begin."""
        sheet = self.sheet if self.sheet and self.sheet.is_running else None
        return len(self.in_hand) + (len(sheet.waiting) if sheet else 0)


class RollCallService:
    """What an officer does with roll calls."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def start(self, draft: DraftRollCall, *, by: Actor) -> Done[RollCallSheet]:
        """Begin a roll call with its units, drawn by lot where a count is given.

        The same one twice is begun once. Raises RollCallRunning, NoUnitsToCall, and the refusals
        of ``check_draft``.
        """
        domain.check_draft(draft)
        with self._store.writing(actor=by.name, action="roll_call.start") as work:
            tables = work.tables
            known = tables.roll_call.by_id(draft.id)
            if known is not None:
                return Done(tables.roll_call.sheet(known), Changes())
            running = tables.roll_call.running()
            if running is not None:
                raise domain.RollCallRunning(running.title)
            chosen = self._chosen(tables, draft)
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            roll_call = RollCall(
                id=draft.id,
                title=draft.title.strip(),
                method=draft.method,
                is_random=draft.draw_count is not None,
                started_at=self._clock.now(),
                started_by=recorder.name,
                plan_id=draft.plan_id,
                planned_at=draft.planned_at,
            )
            tables.roll_call.put(roll_call)
            for order_no, unit in enumerate(chosen, 1):
                tables.roll_call.append_target(
                    RollCallTarget(
                        id=self._ids.new(),
                        roll_call_id=roll_call.id,
                        unit_id=unit.id,
                        order_no=order_no,
                        name=unit.name,
                        phone=unit.phone,
                        contact=unit.contact,
                    )
                )
            sheet = tables.roll_call.sheet(roll_call)
        return Done(sheet, work.changes)

    def record(self, draft: DraftRollCallResult, *, by: Actor) -> Done[RollCallResult]:
        """Put on record what a try found; a finding is told by the log and may begin an open item.

        The same one twice is written once. Raises RollCallEnded, RecordUnknown, and the refusals
        of ``check_result``.
        """
        with self._store.writing(actor=by.name, action="roll_call.record") as work:
            tables, now = work.tables, self._clock.now()
            known = tables.roll_call.result(draft.id)
            if known is not None:
                return Done(known, Changes())
            roll_call, line = self._line(tables, draft.target_id)
            if roll_call.ended_at is not None:
                raise domain.RollCallEnded(roll_call.title)
            domain.check_result(line.target.name, draft)
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            result = _result(draft, recorder, now)
            if result.is_answered and not result.is_in_order:
                entry = self._tell(tables, (roll_call, line), result, recorder)
                result = replace(result, entry_id=entry.id)
                if draft.begins_open_item:
                    tables.open_item.put(self._open_item(line, entry, now))
            tables.roll_call.append_result(result)
        return Done(result, work.changes)

    def end(self, roll_call_id: str, *, note: str = "", by: Actor) -> Done[RollCallSheet]:
        """End a roll call and tell the log; ended before, it is answered as it stands.

        Raises RollCallUnfinished where units are left and no note says why, RecordUnknown.
        """
        check_text("action", note)
        with self._store.writing(actor=by.name, action="roll_call.end") as work:
            tables, now = work.tables, self._clock.now()
            roll_call = self._roll_call(tables, roll_call_id)
            sheet = tables.roll_call.sheet(roll_call)
            if roll_call.ended_at is not None:
                return Done(sheet, Changes())
            if sheet.waiting and not note.strip():
                raise domain.RollCallUnfinished(len(sheet.waiting))
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            ended = replace(roll_call, ended_at=now, ended_by=recorder.name, end_note=note.strip())
            entry = DraftEntry(
                id=self._ids.new(),
                kind=EntryKind.DUTY_CHECK,
                text=words.log_summary(replace(sheet, roll_call=ended)),
                at=now,
                details={
                    "direction": "of_subordinate",
                    "method": roll_call.method.value,
                    "checker": recorder.name,
                },
            )
            logged = logbook.append(tables, entry, recorder, now, self._ids)
            ended = replace(ended, entry_id=logged.id)
            tables.roll_call.put(ended)
            sheet = replace(sheet, roll_call=ended)
        return Done(sheet, work.changes)

    def view(self, roll_call_id: str | None = None) -> RollCallView:
        """Return a roll call, the one that goes on or else the last one unless told otherwise."""
        now = self._clock.now()
        with self._store.reading() as tables:
            calls = tables.roll_call.all()
            running = next((one for one in calls if one.ended_at is None), None)
            wanted = next((one for one in calls if one.id == roll_call_id), None)
            shown = wanted or running or next(iter(calls), None)
            sheet = tables.roll_call.sheet(shown) if shown else None
            in_hand = calls_in_hand(tables.roll_call.plans(), tables.roll_call.made(), now)
            units = tables.reporting_unit.all()
            records = tables.roll_call.records()
        return RollCallView(
            sheet,
            tuple(calls),
            tuple(in_hand),
            tuple(one for one in units if one.is_active and one.has_roll_call),
            records,
        )

    def sheet(self, roll_call_id: str | None = None) -> RollCallSheet:
        """Return one roll call, else the one that goes on or the last.

        Raises RecordUnknown, NoRollCallYet.
        """
        with self._store.reading() as tables:
            if roll_call_id is not None:
                return tables.roll_call.sheet(self._roll_call(tables, roll_call_id))
            calls = tables.roll_call.all()
            running = next((one for one in calls if one.ended_at is None), None)
            shown = running or next(iter(calls), None)
            if shown is None:
                raise domain.NoRollCallYet
            return tables.roll_call.sheet(shown)

    def roll_calls(self) -> list[RollCallSheet]:
        """Return every roll call with its units, the newest first."""
        with self._store.reading() as tables:
            table = tables.roll_call
            return [table.sheet(one, with_records=False) for one in table.all()]

    def _chosen(self, tables: Tables, draft: DraftRollCall) -> list[ReportingUnit]:
        units = [one for one in tables.reporting_unit.all() if one.is_active and one.has_roll_call]
        if draft.unit_ids:
            wanted = set(draft.unit_ids)
            missing = wanted - {one.id for one in units}
            if missing:
                raise RecordUnknown("reporting_unit", sorted(missing)[0])
            units = [one for one in units if one.id in wanted]
        if draft.draw_count is not None:
            counts = tables.roll_call.drawn_counts()
            units = domain.drawn(units, draft.draw_count, counts, draft.id)
        if not units:
            raise domain.NoUnitsToCall
        return units

    def _tell(
        self,
        tables: Tables,
        of: tuple[RollCall, RollCallLine],
        result: RollCallResult,
        recorder: Recorder,
    ) -> LogEntry:
        roll_call, line = of
        flags = {
            name: YES if value else NO
            for name in ("lead_on_post", "officer_on_post", "knows_situation")
            if (value := getattr(result, name)) is not None
        }
        rings = result.ring_count
        texts = {
            "direction": "of_subordinate",
            "method": roll_call.method.value,
            "ring_count": "" if rings is None else str(rings),
            "finding": result.finding,
            "action": result.action,
            "checker": result.checker,
        }
        draft = DraftEntry(
            id=self._ids.new(),
            kind=EntryKind.DUTY_CHECK,
            text=words.finding_entry(line, result),
            at=result.at,
            source=line.target.name,
            person=result.person,
            phone=line.target.phone,
            details={**flags, **{name: text for name, text in texts.items() if text}},
        )
        return logbook.append(tables, draft, recorder, result.at, self._ids)

    def _open_item(self, line: RollCallLine, entry: LogEntry, now: datetime) -> OpenItem:
        return OpenItem(
            id=self._ids.new(),
            title=title_from(entry.text),
            owner=line.target.name,
            status=OpenItemStatus.OPEN,
            created_at=now,
            created_shift_id=entry.shift_id,
            origin_entry_id=entry.id,
        )

    @staticmethod
    def _roll_call(tables: Tables, roll_call_id: str) -> RollCall:
        roll_call = tables.roll_call.by_id(roll_call_id)
        if roll_call is None:
            raise RecordUnknown("roll_call", roll_call_id)
        return roll_call

    def _line(self, tables: Tables, target_id: str) -> tuple[RollCall, RollCallLine]:
        target = tables.roll_call.target(target_id)
        if target is None:
            raise RecordUnknown("roll_call_target", target_id)
        return self._roll_call(tables, target.roll_call_id), RollCallLine(target)


def _result(draft: DraftRollCallResult, recorder: Recorder, now: datetime) -> RollCallResult:
    # Of a unit that nobody reached nothing is known.
    is_answered = draft.result is ReachResult.ANSWERED
    return RollCallResult(
        id=draft.id,
        target_id=draft.target_id,
        result=draft.result,
        person=draft.person.strip(),
        lead_on_post=draft.lead_on_post if is_answered else None,
        officer_on_post=draft.officer_on_post if is_answered else None,
        ring_count=draft.ring_count,
        answer_seconds=draft.answer_seconds,
        knows_situation=draft.knows_situation if is_answered else None,
        finding=draft.finding.strip(),
        action=draft.action.strip(),
        checker=draft.checker.strip() or recorder.name,
        at=now,
        officer_id=recorder.officer_id,
        recorder=recorder.name,
    )
