"""Composes the list of equipment with the checks of a span."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from dutydesk.domain.clock import Clock
from dutydesk.domain.equipment import EquipmentCheck
from dutydesk.domain.equipment_due import EquipmentState
from dutydesk.domain.instants import china, china_instant
from dutydesk.domain.paper_equipment_list import EquipmentCheckRow, EquipmentList, EquipmentRow
from dutydesk.domain.paper_issue import PaperRequest
from dutydesk.domain.paper_span import span_of
from dutydesk.store.store import Store
from dutydesk.wording import equipment as words
from dutydesk.wording.joining import joined

# Longer than this between two checks, and the officer has gone round anew.
_PAUSE = timedelta(hours=1)


class EquipmentListService:
    """Reads what stands on the list."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def equipment(self, request: PaperRequest) -> EquipmentList:
        """Return the items as they stood at the end of the days asked for, and their checks.

        Raises SpanUnclear, SpanReversed.
        """
        span = span_of(request, china(self._clock.now()).date())
        since = china_instant(span.since, 0, 0)
        until = china_instant(span.until + timedelta(days=1), 0, 0)
        with self._store.reading() as tables:
            room = tables.room.get()
            states = tables.equipment.states(until)
            checks = tables.equipment.checks_between(since, until)
        names = {state.item.id: state.item.name for state in states}
        return EquipmentList(
            room.unit,
            span,
            room.is_practice,
            tuple(_item(one) for one in states if one.item.is_active),
            _rows(checks, names),
        )


def _item(state: EquipmentState) -> EquipmentRow:
    item, last = state.item, state.last
    told = f"已报{last.fault_reported_to}" if last and last.fault_reported_to else ""
    parts = (words.charge(state.charge_percent), last.note if last else "", told)
    return EquipmentRow(
        name=item.name,
        location=item.location,
        number=item.number,
        rule=words.rule_words(item),
        checked_at=last.checked_at if last else None,
        result=words.EQUIPMENT_RESULT[last.result] if last else "",
        is_fault=state.is_fault,
        note=joined(parts, "，"),
        test_due=state.test_due,
    )


def _rows(
    checks: Sequence[EquipmentCheck], names: dict[str, str]
) -> tuple[EquipmentCheckRow, ...]:
    """Return one row for all that one officer found in order in one walk, else one each."""
    plain: dict[tuple[str, str], list[EquipmentCheck]] = {}
    rows: list[list[EquipmentCheck]] = []
    for check in checks:
        key = (check.shift_id, check.recorder)
        if not _is_plain(check):
            rows.append([check])
        elif key in plain and _is_same_walk(plain[key], check):
            plain[key].append(check)
        else:
            plain[key] = [check]
            rows.append(plain[key])
    return tuple(_row(group, names) for group in rows)


def _is_same_walk(walk: Sequence[EquipmentCheck], check: EquipmentCheck) -> bool:
    """Tell whether a check goes on with a walk: soon after, of an item not looked at yet."""
    is_soon = check.checked_at - walk[-1].checked_at <= _PAUSE
    return is_soon and all(one.item_id != check.item_id for one in walk)


def _is_plain(check: EquipmentCheck) -> bool:
    says = check.note or check.charge_percent is not None or check.is_test_call
    return not check.is_fault and not says


def _row(group: Sequence[EquipmentCheck], names: dict[str, str]) -> EquipmentCheckRow:
    first, last = group[0], group[-1]
    return EquipmentCheckRow(
        since=first.checked_at,
        until=last.checked_at,
        names=tuple(dict.fromkeys(names.get(one.item_id, "") for one in group)),
        result=words.EQUIPMENT_RESULT[first.result],
        recorder=first.recorder,
        is_fault=first.is_fault,
        charge=words.charge(first.charge_percent),
        is_test_call=first.is_test_call,
        note=first.note,
        fault_reported_to=first.fault_reported_to,
    )
