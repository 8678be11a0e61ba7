"""Commands of equipment: ``equipment list|add|check``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, choice
from dutydesk.domain.clock import Clock
from dutydesk.domain.equipment import (
    DraftEquipmentCheck,
    DraftEquipmentItem,
    EquipmentCheck,
    EquipmentItem,
    EquipmentKind,
    EquipmentResult,
    EquipmentRule,
)
from dutydesk.domain.equipment_due import EquipmentState
from dutydesk.domain.instants import china, to_json
from dutydesk.wording import equipment as words


def register(commands: Any) -> None:
    """Add the commands."""
    equipment = commands.add_parser("equipment", help="设备检查")
    actions = equipment.add_subparsers(dest="action", required=True)
    listing = actions.add_parser("list", help="列出")
    listing.add_argument("--all", action="store_true")
    listing.set_defaults(run=list_items)
    add = actions.add_parser("add", help="列入一件设备")
    add.add_argument("--kind", required=True)
    add.add_argument("--name", required=True)
    for name in ("location", "number", "checklist-name", "officer"):
        add.add_argument(f"--{name}")
    add.add_argument("--test-monthly", action="store_true")
    add.add_argument("--test-interval-days", type=int)
    add.add_argument("--low-charge", type=int)
    add.add_argument("--handed-over", action="store_true")
    add.add_argument("--tell-lead", action="store_true")
    add.set_defaults(run=add_item)
    check = actions.add_parser("check", help="记一次检查")
    check.add_argument("id")
    check.add_argument("--result", dest="found", required=True)
    for name in ("note", "reported-to", "officer"):
        check.add_argument(f"--{name}")
    check.add_argument("--charge", type=int)
    check.add_argument("--test-call", action="store_true")
    check.add_argument("--open-item", action="store_true")
    check.set_defaults(run=check_item)


def list_items(context: Context, args: Namespace) -> Answer:
    """List the equipment with its last checks; with --all also what is no longer used."""
    room = context.reading_room()
    found = [one for one in room.equipment.view().states if args.all or one.item.is_active]
    return Answer(
        {"equipment": [state_document(one, room.clock) for one in found]},
        [state_line(one) for one in found] or ["无"],
    )


def add_item(context: Context, args: Namespace) -> Answer:
    """Put one item on the list; what its kind is usually asked holds where nothing is said."""
    kind = choice("equipment_kind", EquipmentKind, args.kind)
    room = context.writing_room()
    usual = room.equipment.rules().get(kind, EquipmentRule())
    draft = DraftEquipmentItem(
        id=room.equipment.new_id(),
        kind=kind,
        name=args.name,
        location=args.location or "",
        number=args.number or "",
        rule=EquipmentRule(
            is_test_monthly=args.test_monthly
            or (usual.is_test_monthly and args.test_interval_days is None),
            test_interval_days=args.test_interval_days,
            low_charge_percent=args.low_charge or usual.low_charge_percent,
            is_handed_over=args.handed_over or usual.is_handed_over,
            is_lead_told=args.tell_lead or usual.is_lead_told,
            checklist_name=args.checklist_name or usual.checklist_name,
        ),
    )
    item = room.equipment.put(draft, by=actor(room, args.officer)).value
    asked = words.rule_words(item)
    return Answer(item_document(item), [f"已列入：{item.name}{'，' if asked else ''}{asked}"])


def check_item(context: Context, args: Namespace) -> Answer:
    """Record one check."""
    room = context.writing_room()
    draft = DraftEquipmentCheck(
        id=room.equipment.new_id(),
        item_id=args.id,
        result=choice("equipment_result", EquipmentResult, args.found),
        note=args.note or "",
        charge_percent=args.charge,
        is_test_call=args.test_call,
        fault_reported_to=args.reported_to or "",
        begins_open_item=args.open_item,
    )
    check = room.equipment.check(draft, by=actor(room, args.officer)).value
    name = room.equipment.item(check.item_id).name
    return Answer(check_document(check), [f"{name}：{words.found_words(check)}"])


def item_document(item: EquipmentItem) -> dict[str, object]:
    """Return one item as JSON."""
    return {
        "id": item.id,
        "kind": item.kind.value,
        "name": item.name,
        "location": item.location,
        "number": item.number,
        "is_active": item.is_active,
        "is_test_monthly": item.is_test_monthly,
        "test_interval_days": item.test_interval_days,
        "low_charge_percent": item.low_charge_percent,
        "is_handed_over": item.is_handed_over,
        "is_lead_told": item.is_lead_told,
        "checklist_name": item.checklist_name,
    }


def state_document(state: EquipmentState, clock: Clock) -> dict[str, object]:
    """Return one item with what its last checks say."""
    due = state.test_due
    return {
        **item_document(state.item),
        "last_check": check_document(state.last) if state.last else None,
        "charge_percent": state.charge_percent,
        "is_charge_low": state.is_charge_low,
        "test_due": due.isoformat() if due else None,
        "is_test_overdue": due is not None and china(clock.now()).date() > due,
    }


def check_document(check: EquipmentCheck) -> dict[str, object]:
    """Return one check as JSON."""
    return {
        "id": check.id,
        "item_id": check.item_id,
        "checked_at": to_json(check.checked_at),
        "officer": check.recorder,
        "result": check.result.value,
        "note": check.note,
        "charge_percent": check.charge_percent,
        "is_test_call": check.is_test_call,
        "fault_reported_to": check.fault_reported_to,
        "entry_id": check.entry_id,
    }


def state_line(state: EquipmentState) -> str:
    """Return one item as a line for people."""
    item = state.item
    found = words.found_words(state.last) if state.last else words.UNCHECKED
    due = f"，下次试呼 {state.test_due}" if state.test_due else ""
    place = f"（{item.location}）" if item.location else ""
    return f"{item.name}{place} {found}{due} {item.id}"
