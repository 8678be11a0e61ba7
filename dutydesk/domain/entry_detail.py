"""What each kind of entry is asked beyond time, kind and content (domain notes §7.2–7.9).

Rules of this file: the kind decides which fields are asked, nothing else does; none of them is
required, since at night an entry with a gap is better than none. Details are kept as text under
the names of this table: instants as UTC text, choices as code names, flags as ``yes`` or ``no``.
A field nobody filled is absent.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import Refusal
from dutydesk.domain.instants import from_text, to_text

YES = "yes"
NO = "no"

# The largest count that is asked for: pages, copies, visitors, rings.
MAX_NUMBER = 9999


class DetailType(StrEnum):
    """How a detail is typed and kept: text, instant, one of several, yes or no, a count."""

    TEXT = "text"
    INSTANT = "instant"
    CHOICE = "choice"
    FLAG = "flag"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class DetailField:
    """One field; ``choices`` are the code names of a CHOICE, the usual one first.

    ``is_ahead``: an instant that lies ahead, such as a time limit.
    """

    name: str
    type: DetailType = DetailType.TEXT
    choices: tuple[str, ...] = ()
    is_ahead: bool = False


@dataclass(eq=False)
class DetailUnfit(Refusal):
    """A detail that this kind does not ask for, or whose value cannot be read."""

    kind: EntryKind
    name: str
    value: str


def _moment(name: str, *, is_ahead: bool = False) -> DetailField:
    return DetailField(name, DetailType.INSTANT, is_ahead=is_ahead)


def _one_of(name: str, *choices: str) -> DetailField:
    return DetailField(name, DetailType.CHOICE, choices)


def _flag(name: str) -> DetailField:
    return DetailField(name, DetailType.FLAG)


def _number(name: str) -> DetailField:
    return DetailField(name, DetailType.NUMBER)


_URGENCY = _one_of("urgency", "ordinary", "normal_urgent", "urgent", "extra_urgent")
_CONDITION = _one_of("condition", "normal", "abnormal")
_FEEDBACK_DUE = _moment("feedback_due_at", is_ahead=True)
_RESULT = DetailField("result")

# §3, what is done with anything that comes in: reported to the leader, passed on.
_REPORTED = (DetailField("reported_to"), _moment("reported_at"))
_FORWARDED = (DetailField("forwarded_to"), _moment("forwarded_at"))

# §7.4; a fax is a document that came by one way.
_DOCUMENT = (
    DetailField("document_no"),
    _URGENCY,
    _number("page_count"),
    _number("copy_count"),
    DetailField("proposed_handling"),
    DetailField("submitted_to"),
    *_FORWARDED,
    DetailField("signed_for_by"),
    _moment("signed_for_at"),
    _FEEDBACK_DUE,
    _RESULT,
)

DETAILS: Mapping[EntryKind, tuple[DetailField, ...]] = MappingProxyType(
    {
        # §7.3: five elements of a call, and whom the caller told already.
        EntryKind.INCOMING_CALL: (
            DetailField("already_told"),
            _flag("read_back"),
            DetailField("proposed_handling"),
            *_REPORTED,
            *_FORWARDED,
            _moment("ended_at"),
            DetailField("tape_no"),
            _RESULT,
        ),
        EntryKind.OUTGOING_CALL: (
            _flag("read_back"),
            DetailField("already_told"),
            _moment("ended_at"),
            DetailField("tape_no"),
            _RESULT,
        ),
        EntryKind.INCOMING_DOCUMENT: (
            _one_of("document_kind", "electronic", "paper", "plain_telegram", "mail"),
            *_DOCUMENT,
        ),
        EntryKind.FAX: _DOCUMENT,
        EntryKind.SUPERIOR_NOTICE: (
            DetailField("document_no"),
            _URGENCY,
            _flag("read_back"),
            DetailField("proposed_handling"),
            *_REPORTED,
            *_FORWARDED,
            _FEEDBACK_DUE,
            _RESULT,
        ),
        EntryKind.VISIT: (
            _number("visitor_count"),
            DetailField("received_by"),
            *_REPORTED,
            _moment("left_at"),
            _RESULT,
        ),
        EntryKind.PATROL: (DetailField("place"), _CONDITION, *_REPORTED),
        EntryKind.INCIDENT: _REPORTED,
        # §7.6: the two times that count until warnings have a register of their own.
        EntryKind.WARNING: (*_REPORTED, *_FORWARDED),
        EntryKind.CONSULTATION: (
            _one_of("method", "video", "phone", "on_site"),
            DetailField("participants"),
            DetailField("conclusion"),
        ),
        # §7.5: what begins a line of the ledger.
        EntryKind.DIRECTIVE: (
            _one_of("directive_form", "written", "oral", "phone"),
            DetailField("carrier"),
            DetailField("passed_to"),
            _moment("passed_at"),
            _FEEDBACK_DUE,
        ),
        EntryKind.EQUIPMENT: (
            DetailField("equipment_name"),
            DetailField("place"),
            _one_of("equipment_condition", "abnormal", "reported", "normal"),
            DetailField("fault_reported_to"),
            _moment("fault_reported_at"),
            _RESULT,
        ),
        # §7.7, both ways.
        EntryKind.DUTY_CHECK: (
            _one_of("direction", "from_superior", "of_subordinate"),
            _one_of("method", "phone", "video", "radio", "on_site"),
            _flag("lead_on_post"),
            _flag("officer_on_post"),
            _number("ring_count"),
            _flag("knows_situation"),
            DetailField("finding"),
            DetailField("action"),
            DetailField("checker"),
        ),
        EntryKind.OTHER: (_RESULT,),
    }
)

# Who called, who was there: asked of every kind that has another side.
COMMON: Mapping[EntryKind, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(EntryKind, ("source", "person", "phone", "handling", "instruction")),
        EntryKind.PATROL: ("person", "handling"),
        EntryKind.EQUIPMENT: ("source", "person", "phone", "handling"),
        EntryKind.DIRECTIVE: ("person", "handling"),
    }
)

_TEXT_NAMES = frozenset(
    field.name
    for fields in DETAILS.values()
    for field in fields
    if field.type in {DetailType.TEXT, DetailType.NUMBER}
)


def field_of(kind: EntryKind, name: str) -> DetailField | None:
    """Return the field of this name that the kind asks for."""
    return next((field for field in DETAILS[kind] if field.name == name), None)


def fitting(kind: EntryKind, details: Mapping[str, str]) -> dict[str, str]:
    """Return the filled details that this kind asks for, in the order of its form."""
    return {field.name: details[field.name] for field in DETAILS[kind] if details.get(field.name)}


def check_details(kind: EntryKind, details: Mapping[str, str]) -> None:
    """Raise DetailUnfit for a detail of another kind or with a value that cannot be kept."""
    for name, value in details.items():
        field = field_of(kind, name)
        if field is None or not _is_fit(field, value):
            raise DetailUnfit(kind, name, value)


def details_text(details: Mapping[str, str]) -> str:
    """Return what people wrote in the details, one a line: the part that search looks through."""
    return "\n".join(details[name] for name in sorted(details) if name in _TEXT_NAMES)


def _is_fit(field: DetailField, value: str) -> bool:
    match field.type:
        case DetailType.TEXT:
            return bool(value)
        case DetailType.CHOICE:
            return value in field.choices
        case DetailType.FLAG:
            return value in {YES, NO}
        case DetailType.NUMBER:
            return value.isascii() and value.isdigit() and int(value) <= MAX_NUMBER
        case DetailType.INSTANT:
            return _is_instant(value)


def _is_instant(value: str) -> bool:
    try:
        return to_text(from_text(value)) == value
    except ValueError:
        return False
