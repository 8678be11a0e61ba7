"""Use cases of equipment: the list, a check, the rest of a walk, what is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.due_line import DueKind, DueLine
from dutydesk.domain.duty_log import DraftEntry, LogEntry, Recorder
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.equipment import (
    DraftEquipmentCheck,
    DraftEquipmentItem,
    EquipmentCheck,
    EquipmentItem,
    EquipmentKind,
    EquipmentResult,
    EquipmentRule,
    check_found,
    check_item,
    says_something_new,
)
from dutydesk.domain.equipment_due import EquipmentMatter, EquipmentState, due_at, matters_of
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.instants import to_text
from dutydesk.domain.officer import Actor
from dutydesk.domain.open_item import OpenItem, OpenItemStatus, title_from
from dutydesk.domain.shift import Shift
from dutydesk.store import equipment as shipped
from dutydesk.store import equipment_view, logbook
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording import equipment as words

_HISTORY = 50

# How the log's own fields of an equipment entry name a result.
_CONDITION = {
    EquipmentResult.NORMAL: "normal",
    EquipmentResult.ABNORMAL: "abnormal",
    EquipmentResult.REPAIR_REPORTED: "reported",
}


@dataclass(frozen=True, slots=True)
class EquipmentView:
    """The list as a screen shows it, with the running shift and whom to tell of faults."""

    states: tuple[EquipmentState, ...]
    shift_id: str | None
    lead: str
    ahead: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class _Walk:
    """Who checks in which shift when."""

    shift: Shift
    recorder: Recorder
    now: datetime


class EquipmentService:
    """What an officer does with the equipment of the room."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def check(self, draft: DraftEquipmentCheck, *, by: Actor) -> Done[EquipmentCheck]:
        """Put one check on record; a fault is told by the log and may begin an open item.

        The same one twice is written once. Raises RecordUnknown and the refusals of
        ``check_found`` and ``recorder_for``.
        """
        with self._store.writing(actor=by.name, action="equipment.check") as work:
            known = work.tables.equipment.check_by_id(draft.id)
            if known is not None:
                return Done(known, Changes())
            made = self._check(work.tables, draft, self._walk(work.tables, by))
        return Done(made, work.changes)

    def check_rest(self, ids: Sequence[str], *, by: Actor) -> Done[tuple[EquipmentCheck, ...]]:
        """Record 正常 for all that nobody checked in this shift (其余正常), in one transaction.

        ``ids`` are those of items on the screen. Items whose charge is read are left: they are
        asked one by one; so is one that was found faulty and not looked at since.
        """
        with self._store.writing(actor=by.name, action="equipment.check_rest") as work:
            walk = self._walk(work.tables, by)
            made = [
                self._check(
                    work.tables,
                    DraftEquipmentCheck(
                        id=self._ids.new(), item_id=state.item.id, result=EquipmentResult.NORMAL
                    ),
                    walk,
                )
                for state in work.tables.equipment.states()
                if state.item.id in set(ids) and is_of_the_rest(state, walk.shift.id)
            ]
        return Done(tuple(made), work.changes)

    def put(self, draft: DraftEquipmentItem, *, by: Actor) -> Done[EquipmentItem]:
        """Write an item of the list, new or changed; raises the refusals of ``check_item``."""
        check_item(draft)
        with self._store.writing(actor=by.name, action="equipment.put") as work:
            items = work.tables.equipment.items()
            known = next((one for one in items if one.id == draft.id), None)
            rule = draft.rule
            item = EquipmentItem(
                id=draft.id,
                kind=draft.kind,
                name=draft.name,
                location=draft.location,
                number=draft.number,
                order_no=known.order_no
                if known
                else 1 + max((o.order_no for o in items), default=0),
                created_at=known.created_at if known else self._clock.now(),
                is_active=draft.is_active,
                is_test_monthly=rule.is_test_monthly,
                test_interval_days=rule.test_interval_days,
                low_charge_percent=rule.low_charge_percent,
                is_handed_over=rule.is_handed_over,
                is_lead_told=rule.is_lead_told,
                checklist_name=rule.checklist_name,
            )
            if item == known:
                return Done(item, Changes())
            work.tables.equipment.put_item(item)
        return Done(item, work.changes)

    def seed(self, *, by: Actor) -> Done[tuple[EquipmentItem, ...]]:
        """Put the usual items on an empty list; one that has any stays as it is."""
        with self._store.writing(actor=by.name, action="equipment.seed") as work:
            if not work.tables.equipment.items():
                shipped.seed(work.tables.equipment, self._clock.now(), self._ids)
            items = tuple(work.tables.equipment.items())
        return Done(items, work.changes)

    def view(self) -> EquipmentView:
        """Return the list with what the last checks say."""
        with self._store.reading() as tables:
            shift = tables.shift.running()
            lead = tables.officer.by_id(shift.lead_officer_id or "") if shift else None
            states, ahead = tuple(tables.equipment.states()), equipment_view.told_ahead(tables)
        shift_id = shift.id if shift else None
        return EquipmentView(states, shift_id, lead.name if lead else "", ahead)

    def history(self, item_id: str) -> list[EquipmentCheck]:
        """Return the last checks of an item, the newest first."""
        with self._store.reading() as tables:
            return tables.equipment.checks_of(item_id, _HISTORY)

    def item(self, item_id: str) -> EquipmentItem:
        """Return one item; raises RecordUnknown."""
        with self._store.reading() as tables:
            return self._item(tables, item_id)

    @staticmethod
    def rules() -> dict[EquipmentKind, EquipmentRule]:
        """Return what the usual items of each kind are asked, for a form to begin with."""
        return {kind: rule for kind, _, rule in shipped.shipped_kinds()}

    def due(self) -> list[DueLine]:
        """Return tests that fall due and what must be charged, for 时限."""
        with self._store.reading() as tables:
            states = tables.equipment.states()
            ahead = equipment_view.told_ahead(tables)
        lines = []
        for state, matter in matters_of(states, self._clock.now(), ahead):
            item, line = state.item, None
            if matter.due_on is not None:
                at = due_at(matter.due_on)
                line = DueLine(DueKind.EQUIPMENT_TEST, "equipment", item.id, item.name, at)
            elif matter.matter is EquipmentMatter.LOW_CHARGE:
                title = f"{item.name} {words.charge(matter.charge_percent)}"
                line = DueLine(DueKind.EQUIPMENT_CHARGE, "equipment", item.id, title)
            if line is not None:
                lines.append(line)
        return lines

    def _walk(self, tables: Tables, by: Actor) -> _Walk:
        now = self._clock.now()
        shift = logbook.running_shift(tables, now, self._ids)
        return _Walk(shift, logbook.recorder_for(tables, by, shift), now)

    def _check(self, tables: Tables, draft: DraftEquipmentCheck, walk: _Walk) -> EquipmentCheck:
        item = self._item(tables, draft.item_id)
        check_found(item, draft)
        check = EquipmentCheck(
            id=draft.id,
            item_id=item.id,
            shift_id=walk.shift.id,
            checked_at=walk.now,
            officer_id=walk.recorder.officer_id,
            recorder=walk.recorder.name,
            result=draft.result,
            note=draft.note,
            charge_percent=draft.charge_percent,
            is_test_call=draft.is_test_call,
            fault_reported_to=draft.fault_reported_to,
        )
        begins_item = draft.begins_open_item and check.is_fault
        if begins_item or says_something_new(check, tables.equipment.last_check(item.id)):
            entry = self._tell(tables, item, check, walk)
            check = replace(check, entry_id=entry.id)
            if begins_item:
                tables.open_item.put(self._open_item(entry, check, walk))
        tables.equipment.append_check(check)
        return check

    def _tell(
        self, tables: Tables, item: EquipmentItem, check: EquipmentCheck, walk: _Walk
    ) -> LogEntry:
        details = {
            "equipment_name": item.name,
            "place": item.location,
            "equipment_condition": _CONDITION[check.result],
        }
        if check.fault_reported_to.strip():
            details["fault_reported_to"] = check.fault_reported_to
            details["fault_reported_at"] = to_text(walk.now)
        draft = DraftEntry(
            id=self._ids.new(),
            kind=EntryKind.EQUIPMENT,
            text=words.log_line(item, check),
            at=walk.now,
            details={name: text for name, text in details.items() if text.strip()},
        )
        return logbook.append_to(tables, walk.shift, draft, walk.recorder, walk.now)

    def _open_item(self, entry: LogEntry, check: EquipmentCheck, walk: _Walk) -> OpenItem:
        return OpenItem(
            id=self._ids.new(),
            title=title_from(entry.text),
            owner=check.fault_reported_to.strip() or walk.recorder.name,
            status=OpenItemStatus.OPEN,
            created_at=walk.now,
            created_shift_id=walk.shift.id,
            origin_entry_id=entry.id,
        )

    @staticmethod
    def _item(tables: Tables, item_id: str) -> EquipmentItem:
        item = tables.equipment.item(item_id)
        if item is None:
            raise RecordUnknown("equipment_item", item_id)
        return item


def is_of_the_rest(state: EquipmentState, shift_id: str | None) -> bool:
    """Tell whether 其余正常 may speak for an item: not looked at, no charge, no standing fault."""
    item = state.item
    is_open = item.is_active and not state.is_checked_in(shift_id)
    return is_open and item.low_charge_percent is None and not state.is_fault
