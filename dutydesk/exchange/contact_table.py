"""The columns of an exported directory, such that our own reader takes them back unchanged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from dutydesk.domain.contact_file import ContactField
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.phone import NumberKind, masked
from dutydesk.exchange.contact_rows import PATH_SEPARATOR
from dutydesk.exchange.grid import NOTHING
from dutydesk.wording.contacts import CONTACT_FIELDS, CONTACT_ROLES, NUMBER_KINDS, ROLE_PAIRS

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_Cell = Callable[[ContactCard], str]


def _numbers(kind: NumberKind) -> _Cell:
    def cell(card: ContactCard) -> str:
        fitting = (number for number in card.numbers if number.kind is kind)
        return "；".join(f"{n.number}({n.label})" if n.label else n.number for n in fitting)

    return cell


_COLUMNS: tuple[tuple[str, _Cell], ...] = (
    (
        CONTACT_FIELDS[ContactField.PARENT_UNIT],
        lambda card: PATH_SEPARATOR.join(card.unit_path[:-1]),
    ),
    # An empty cell would mean "as above" to our own reader.
    (CONTACT_FIELDS[ContactField.UNIT], lambda card: card.unit or NOTHING),
    (CONTACT_FIELDS[ContactField.NAME], lambda card: card.contact.name),
    (CONTACT_FIELDS[ContactField.POST], lambda card: card.contact.post),
    (
        CONTACT_FIELDS[ContactField.DUTY_ROLE],
        lambda card: CONTACT_ROLES[card.contact.duty_role] if card.contact.duty_role else "",
    ),
    (
        CONTACT_FIELDS[ContactField.ROLE_PAIR],
        lambda card: ROLE_PAIRS[card.contact.role_pair] if card.contact.role_pair else "",
    ),
    *((NUMBER_KINDS[kind], _numbers(kind)) for kind in NumberKind),
    (CONTACT_FIELDS[ContactField.ADDRESS], lambda card: card.contact.address),
    (CONTACT_FIELDS[ContactField.AREA], lambda card: card.contact.area),
    (CONTACT_FIELDS[ContactField.CATEGORY], lambda card: card.contact.category),
    (
        CONTACT_FIELDS[ContactField.TRAINING_DAYS],
        lambda card: "" if card.contact.training_days is None else str(card.contact.training_days),
    ),
    (CONTACT_FIELDS[ContactField.OTHER_POSTS], lambda card: "；".join(card.contact.other_posts)),
    (CONTACT_FIELDS[ContactField.NOTE], lambda card: card.contact.note),
)


def headings() -> tuple[str, ...]:
    """Return the heading of each column."""
    return tuple(heading for heading, _ in _COLUMNS)


def rows(cards: Iterable[ContactCard], *, is_masked: bool) -> Iterator[tuple[str, ...]]:
    """Yield one row of writable text for each contact; masked rows show no whole mobile."""
    for card in cards:
        texts = (writable(cell(card)) for _, cell in _COLUMNS)
        yield tuple(masked(text) if is_masked else text for text in texts)


def writable(text: str) -> str:
    """Return a text without the characters no file format of ours can hold."""
    return _UNWRITABLE.sub("", text)
