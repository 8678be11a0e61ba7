"""How a roster is printed by the command line: slots, findings, a month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.answer import Answer
from dutydesk.domain.instants import to_json
from dutydesk.domain.roster import RosterFinding, RosterSlot, RosterSwap
from dutydesk.domain.roster_view import RosterDayView, RosterView
from dutydesk.wording import when
from dutydesk.wording.roster import MONTH_STATE, SWAP_KIND, day_words
from dutydesk.wording.roster_finding import finding_words
from dutydesk.wording.shift import SHIFT_KIND


def post_names(room: DutyRoom) -> dict[str, str]:
    """Return the names of the unit's posts by id."""
    return {one.id: one.name for one in room.roster.posts()}


def slot_document(slot: RosterSlot, names: Mapping[str, str], phone: str = "") -> dict[str, Any]:
    """Return one slot as JSON."""
    return {
        "id": slot.id,
        "duty_date": slot.duty_date.isoformat(),
        "shift": slot.shift.value,
        "post": slot.post_id,
        "post_name": names.get(slot.post_id, ""),
        "seat": slot.seat,
        "person": slot.person,
        "phone": phone or slot.phone,
        "source": slot.source.value,
        "note": slot.note,
    }


def slot_documents(view: RosterView, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the slots of a month as JSON, each with the telephone that rings whoever has it."""
    phones = {
        seat.slot.id: seat.phone
        for day in view.days
        for row in day.shifts
        for seat in row.seats
        if seat.slot
    }
    return [slot_document(one, names, phones.get(one.id, "")) for one in view.slots]


def finding_documents(
    found: Sequence[RosterFinding], names: Mapping[str, str]
) -> list[Mapping[str, object]]:
    """Return findings as JSON."""
    return [
        {
            "duty_date": one.duty_date.isoformat(),
            "problem": finding_words(one, names),
            "code": one.kind.value,
            "shift": one.shift.value,
            "post": one.post_id,
            "person": one.person,
        }
        for one in found
    ]


def finding_lines(found: Sequence[RosterFinding], names: Mapping[str, str]) -> list[str]:
    """Return findings for people: the same of one person is said once, with how often."""
    groups: dict[object, list[RosterFinding]] = {}
    for one in found:
        key = (one.kind, one.person) if one.person else (one.kind, one.post_id, one.shift)
        groups.setdefault(key, []).append(one)
    return [
        f"{when.day_and_weekday(first.duty_date)}"
        + (f"等{len(same)}处" if len(same) > 1 else "")
        + f" {finding_words(first, names)}"
        for first, *rest in groups.values()
        for same in [[first, *rest]]
    ]


def swap_document(swap: RosterSwap) -> dict[str, object]:
    """Return one swap as JSON."""
    return {
        "id": swap.id,
        "kind": swap.kind.value,
        "slot_id": swap.slot_id,
        "other_slot_id": swap.other_slot_id,
        "from_person": swap.from_person,
        "to_person": swap.to_person,
        "reason": swap.reason,
        "agreed_by": swap.agreed_by,
        "filed_at": to_json(swap.filed_at),
        "officer": swap.recorder,
        "undoes": swap.undoes,
    }


def view_answer(room: DutyRoom, view: RosterView) -> Answer:
    """Return a month: slots with telephones, findings, swaps, counts."""
    names, kept = post_names(room), view.month
    document: dict[str, object] = {
        "month": kept.id,
        "state": kept.state.value,
        "version": kept.version,
        "prepared_by": kept.prepared_by,
        "reviewed_by": kept.reviewed_by,
        "published_at": to_json(kept.published_at) if kept.published_at else None,
        "slots": slot_documents(view, names),
        "findings": finding_documents(view.findings, names),
        "days": [_day(one) for one in view.days],
        "swaps": [
            {**swap_document(one.swap), "is_undone": one.is_undone, "can_undo": one.can_undo}
            for one in view.swaps
        ],
        "counts": [
            {
                "person": one.person,
                "total": one.total,
                "weekdays": one.weekdays,
                "weekends": one.weekends,
                "holidays": one.holidays,
                "nights": one.nights,
            }
            for one in view.counts
        ],
    }
    version = f" 第{kept.version}版" if kept.version else ""
    lines = [f"{kept.id} {MONTH_STATE[kept.state]}{version}"]
    lines += [line for day in view.days for line in _day_lines(day, names)]
    lines += [
        f"{SWAP_KIND[one.swap.kind]}：{one.swap.from_person}→{one.swap.to_person} {one.swap.id}"
        for one in view.swaps
    ]
    return Answer(document, [*lines, *finding_lines(view.findings, names)])


def _day(day: RosterDayView) -> dict[str, object]:
    return {
        "duty_date": day.day.isoformat(),
        "day_class": day.day_class.value,
        "holiday": day.holiday,
        "is_estimated": day.is_estimated,
        "key_periods": list(day.key_periods),
    }


def _day_lines(day: RosterDayView, names: Mapping[str, str]) -> list[str]:
    lines = []
    for row in day.shifts:
        people = [f"{names.get(s.post.id, '')} {s.person} {s.phone}" for s in row.seats if s.slot]
        if people:
            told = " ".join(filter(None, (day_words(day), *day.key_periods)))
            head = f"{when.day_and_weekday(day.day)} {SHIFT_KIND[row.shift]} {told}".strip()
            lines.append("  ".join([head, *(one.strip() for one in people)]))
    return lines
