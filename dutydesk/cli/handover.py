"""Commands of handover: ``handover draft|sign|list``."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from typing import Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import CLI, Context, choice, pins
from dutydesk.domain.handover import HandoverSide, HandoverSignature
from dutydesk.domain.handover_facts import CarriedItem, HandoverView, RunningIncident
from dutydesk.domain.instants import to_json
from dutydesk.domain.journal import grouped_head
from dutydesk.domain.officer import Actor
from dutydesk.services.handover import Signing
from dutydesk.wording.absence_notice import handover_words
from dutydesk.wording.equipment import matter_words
from dutydesk.wording.handover import (
    CHECK_RESULT,
    COUNT_KIND,
    HANDOVER_SIDE,
    HANDOVER_STATUS,
    UNCHECKED,
    block_words,
    incident_words,
)
from dutydesk.wording.handover_record import passed_on, shift_words
from dutydesk.wording.report_draft import carried_words
from dutydesk.wording.warning import carried_words as carried_warning
from dutydesk.wording.when import with_year


def register(commands: Any) -> None:
    """Add the commands."""
    actions = commands.add_parser("handover", help="交接班").add_subparsers(
        dest="action", required=True
    )
    actions.add_parser("draft", help="交接内容预览，不改动任何记录").set_defaults(run=show_draft)
    sign = actions.add_parser("sign", help="签字")
    sign.add_argument("--as", dest="side", required=True)
    sign.add_argument("--officer", required=True)
    sign.add_argument("--note", default="")
    sign.add_argument("--pin-stdin", action="store_true", required=True)
    sign.set_defaults(run=sign_side)
    actions.add_parser("list", help="列出").set_defaults(run=list_handovers)


def show_draft(context: Context, _args: Namespace) -> Answer:
    """Show the handover of the running shift as it would be now."""
    return _answer(context.reading_room().handover.draft())


def sign_side(context: Context, args: Namespace) -> Answer:
    """Sign one side; as incoming every open item is taken over."""
    (pin,) = pins(1)
    room = context.writing_room()
    signing = Signing(
        side=choice("side", HandoverSide, args.side),
        officer_id=room.officer.by_name(args.officer).id,
        pin=pin,
        note=args.note,
    )
    return _answer(room.handover.sign(signing, by=Actor(CLI)).value)


def list_handovers(context: Context, _args: Namespace) -> Answer:
    """List handovers begun or completed, the newest first."""
    views = context.reading_room().handover.handovers()
    return Answer(
        {"handovers": [handover_document(view) for view in views]},
        [_title(view) for view in views] or ["无"],
    )


def handover_document(view: HandoverView) -> dict[str, object]:
    """Return one handover as JSON."""
    handover, facts = view.handover, view.facts
    incoming = view.signature(HandoverSide.INCOMING)
    return {
        "handover_id": handover.id,
        "handover_no": facts.handover_no,
        "status": handover.status.value,
        "outgoing_shift": {
            "id": handover.id,
            "duty_date": facts.outgoing_shift.duty_date.isoformat(),
            "shift": facts.outgoing_shift.kind.value,
            "primary_officer": facts.outgoing_officer,
        },
        "incoming_shift": {
            "id": handover.incoming_shift_id,
            "duty_date": facts.incoming_shift.duty_date.isoformat(),
            "shift": facts.incoming_shift.kind.value,
            "primary_officer": incoming.officer_name if incoming else None,
        },
        "counts": {one.kind.value: one.count for one in facts.counts},
        "open_items": [_item_document(item) for item in facts.open_items],
        "directives": [_item_document(line) for line in facts.directives],
        "incidents": [_incident_document(incident) for incident in facts.incidents],
        "absences": [handover_words(one) for one in facts.absences],
        "warnings": [carried_warning(one) for one in facts.warnings],
        "report_drafts": [
            carried_words(one, facts.first_report_word) for one in facts.report_drafts
        ],
        "equipment": [f"{one.name}，{matter_words(one)}" for one in facts.equipment],
        "checklist": [
            {
                "item_id": line.item_id,
                "group": line.group_name,
                "name": line.name,
                "result": line.result.value if line.result else None,
                "result_text": CHECK_RESULT[line.result] if line.result else UNCHECKED,
                "note": line.note,
            }
            for line in view.checks
        ],
        "things": [
            {
                "name": thing.name,
                "quantity": thing.quantity,
                "result": thing.result.value if thing.result else None,
                "note": thing.note,
            }
            for thing in view.things
        ],
        "remarks": handover.remarks,
        "blocking": block_words(view.blocking),
        "signatures": [_signature_document(one) for one in view.signatures],
        "completed_at": _instant(handover.completed_at),
        "countersigned_at": _instant(view.countersigned_at),
        "forced_reason": handover.forced_reason,
        "journal_head": view.journal_head,
    }


def _item_document(item: CarriedItem) -> dict[str, object]:
    return {
        "id": item.id,
        "title": item.title,
        "owner": item.owner,
        "due_at": _instant(item.due_at),
        "attention": item.attention,
        "is_important": item.is_important,
        "progress": list(item.progress),
        "entry_no": item.entry_no,
        "is_taken": item.is_taken,
    }


def _incident_document(incident: RunningIncident) -> dict[str, object]:
    return {
        "incident_id": incident.id,
        "incident_no": incident.incident_no,
        "title": incident.title,
        "level": incident.level.value,
        "status": incident.status.value,
        "next_stage": _next(incident),
        "next_medium": incident.next_medium.value if incident.next_medium else None,
        "due_at": _instant(incident.next_due_at),
        "is_overdue": incident.is_overdue,
    }


def _next(incident: RunningIncident) -> str | None:
    """Return the stage that is due next, or the name of the task where it is no report."""
    if incident.next_due_at is None:
        return None
    return (incident.next_stage or incident.next_task).value


def _signature_document(signature: HandoverSignature) -> dict[str, object]:
    return {
        "side": signature.side.value,
        "officer": signature.officer_name,
        "signed_at": to_json(signature.signed_at),
        "note": signature.note,
    }


def _answer(view: HandoverView) -> Answer:
    facts = view.facts
    unchecked = sum(line.result is None for line in view.checks)
    lines = [
        _title(view),
        "  ".join(f"{COUNT_KIND[one.kind]} {one.count}" for one in facts.counts),
        f"未办结 {len(facts.open_items)} 项",
        *(
            f"  {item.title}（{item.owner or '无经办人'}"
            f"{'，时限 ' + with_year(item.due_at) if item.due_at else ''}）"
            for item in facts.open_items
        ),
        *(f"在办：{incident_words(one, facts.first_report_word)}" for one in facts.incidents),
        *passed_on(view),
        f"检查清单 {len(view.checks)} 项，{UNCHECKED} {unchecked} 项",
        *(
            f"{HANDOVER_SIDE[one.side]} {one.officer_name} {with_year(one.signed_at)}"
            for one in view.signatures
        ),
        *(f"不能签字：{reason}" for reason in block_words(view.blocking)),
        f"记录校验码 {grouped_head(view.journal_head)}",
    ]
    return Answer(handover_document(view), lines)


def _title(view: HandoverView) -> str:
    facts = view.facts
    return (
        f"{facts.handover_no} {shift_words(facts.outgoing_shift)} → "
        f"{shift_words(facts.incoming_shift)} {HANDOVER_STATUS[view.handover.status]}"
    )


def _instant(instant: datetime | None) -> str | None:
    return to_json(instant) if instant else None
