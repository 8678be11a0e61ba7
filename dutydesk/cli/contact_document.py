"""A contact as JSON and as a line."""

from __future__ import annotations

from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.instants import to_json
from dutydesk.domain.phone import NumberKind
from dutydesk.wording.contacts import NUMBER_KINDS, ROLE_PAIRS


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
