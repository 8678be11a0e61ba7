"""Commands of contacts: ``contacts find``; files of them are `contact_import`."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.cli import contact_import, responsibility
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context
from dutydesk.cli.number_option import limit
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.instants import to_json
from dutydesk.domain.phone import NumberKind
from dutydesk.wording.contacts import NUMBER_KINDS, ROLE_PAIRS


def register(commands: Any) -> None:
    """Add the commands."""
    contacts = commands.add_parser("contacts", help="通讯录").add_subparsers(
        dest="action", required=True
    )
    contact_import.register(contacts)
    find = contacts.add_parser("find", help="查找")
    find.add_argument("text")
    find.add_argument("--limit", type=int, default=20)
    find.set_defaults(run=find_contacts)
    responsibility.register(contacts)


def find_contacts(context: Context, args: Namespace) -> Answer:
    """Find contacts by name, pinyin, initials, unit, role or the end of a number."""
    cards = context.reading_room().contacts.find(args.text, limit(args.limit))
    return Answer(
        {"contacts": [contact_document(card) for card in cards]},
        [contact_line(card) for card in cards] or ["没有找到"],
    )


def contact_document(card: ContactCard) -> dict[str, object]:
    """Return one contact as JSON; a number that is not on file is an empty text."""
    contact = card.contact
    verified = contact.last_verified_at
    return {
        "id": contact.id,
        "name": contact.name,
        "unit": card.unit,
        "unit_path": list(card.unit_path),
        "post": contact.post,
        "duty_role": contact.duty_role.value if contact.duty_role else None,
        "role_pair": contact.role_pair.value if contact.role_pair else None,
        "pair_contact_id": contact.pair_contact_id,
        "other_posts": list(contact.other_posts),
        "mobile": card.number(NumberKind.MOBILE),
        "office_phone": card.number(NumberKind.OFFICE),
        "duty_phone": card.number(NumberKind.DUTY),
        "fax": card.number(NumberKind.FAX),
        "numbers": [
            {
                "kind": number.kind.value,
                "number": number.number,
                "label": number.label,
                "is_doubtful": number.is_doubtful,
            }
            for number in card.numbers
        ],
        "address": contact.address,
        "area": contact.area,
        "category": contact.category,
        "training_days": contact.training_days,
        "note": contact.note,
        "last_verified_at": to_json(verified) if verified else None,
    }


def contact_line(card: ContactCard) -> str:
    """Return one contact as a line for people."""
    contact = card.contact
    pair = ROLE_PAIRS[contact.role_pair] if contact.role_pair else ""
    numbers = [f"{NUMBER_KINDS[number.kind]} {number.number}" for number in card.numbers]
    parts = (contact.name, "／".join(card.unit_path), contact.post, pair, *numbers)
    return "  ".join(part for part in parts if part)
