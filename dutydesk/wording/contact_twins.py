"""The words for people who may be on file twice."""

from __future__ import annotations

from collections.abc import Mapping

from dutydesk.domain.contact_file import ContactField
from dutydesk.domain.contact_twins import TwinKind, Twins
from dutydesk.domain.contacts import ContactCard
from dutydesk.wording.contacts import CONTACT_ROLES, ROLE_PAIRS

TWINS: Mapping[TwinKind, str] = {
    TwinKind.SAME_MOBILE: "手机号相同",
    TwinKind.SAME_NAME_AND_NUMBER: "姓名相同，号码相同",
    TwinKind.SAME_NAME_AND_UNIT: "姓名相同，单位相同",
}


def both_cards(pair: Twins) -> list[tuple[ContactField, str, str]]:
    """Return each field that either of the two has."""
    left, right = _facts(pair.first), _facts(pair.second)
    rows = [(field, left[field], right[field]) for field in left]
    return [row for row in rows if row[1] or row[2]]


def _facts(card: ContactCard) -> dict[ContactField, str]:
    contact = card.contact
    return {
        ContactField.NAME: contact.name,
        ContactField.UNIT: "／".join(card.unit_path),
        ContactField.POST: contact.post,
        ContactField.DUTY_ROLE: CONTACT_ROLES[contact.duty_role] if contact.duty_role else "",
        ContactField.ROLE_PAIR: ROLE_PAIRS[contact.role_pair] if contact.role_pair else "",
        ContactField.OTHER_POSTS: "；".join(contact.other_posts),
        ContactField.PHONE: "、".join(number.number for number in card.numbers),
        ContactField.ADDRESS: contact.address,
        ContactField.AREA: contact.area,
        ContactField.CATEGORY: contact.category,
        ContactField.NOTE: contact.note,
    }
