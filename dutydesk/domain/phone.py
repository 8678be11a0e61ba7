"""Reading telephone numbers as people type them: pure rules; a doubtful one is never changed."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass


class NumberKind(StrEnum):
    """What a number is for (domain.md §7.12)."""

    MOBILE = "mobile"
    OFFICE = "office"
    DUTY = "duty"
    FAX = "fax"
    HOME = "home"
    SATELLITE = "satellite"
    RADIO = "radio"
    OTHER = "other"


class NumberDoubt(StrEnum):
    """Why a person should look at a number."""

    MALFORMED = "number_malformed"
    NOT_A_MOBILE = "number_not_a_mobile"


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """One number of a cell: `number` is what is dialled, or the text as typed when `doubt` is set.

    `is_kind_certain` is false when the kind was concluded from the digits alone.
    """

    kind: NumberKind
    number: str
    label: str = ""
    doubt: NumberDoubt | None = None
    is_kind_certain: bool = True


_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-"))
_SEPARATORS = r"[/、;,|\n\r]+"
_LABEL_IN_BRACKETS = r"[(\[【]([^()\[\]【】]*[^\d\s()\[\]【】-][^()\[\]【】]*)[)\]】]"
_LABEL_BEFORE = r"^([^\d+(:]+):?\s*(?=[\d+(])"
_MOBILE = r"(?:(?:\+|00)?86)?(1[3-9]\d{9})"
_LANDLINE = (
    r"(?:(?:\+|00)86[- ]?)?(?:\(?(0\d{2,3})\)?([- ]?))?([02-9]\d{6,7}|[02-9]\d{2,3}[- ]\d{4})"
    r"(?:(?:-|转|[xX]|ext\.?|分机)(\d{1,6}))?"
)
_SERVICE = r"[48]00\d{7}|\d{3,6}|\+\d{6,15}"
_SHOWN_MOBILE = r"(?<!\d)(1[3-9]\d)([- ]?)\d{4}([- ]?)(\d{4})(?!\d)"
# Blanks, and what spreadsheets put before digits that are to stay text.
_AROUND = " \t'‘’`"
_NEVER_DOUBTED = frozenset({NumberKind.RADIO, NumberKind.SATELLITE, NumberKind.OTHER})
_SHORTEST = 3
# Between blanks a shorter one is a group of a number that lacks a digit.
_SHORTEST_BETWEEN_BLANKS = 5
_MOBILE_DIGITS = 11


def digits(text: str) -> str:
    """Return the digits alone; two numbers with the same digits ring the same telephone."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c in "0123456789")


def is_mobile(number: str) -> bool:
    """Tell whether a normalised number is an eleven-digit mobile number."""
    return len(number) == _MOBILE_DIGITS and re.fullmatch(_MOBILE, number) is not None


def masked(text: str) -> str:
    """Hide the middle four digits of every mobile number in a text: 138****1234."""
    return re.sub(_SHOWN_MOBILE, r"\1****\4", text)


def numbers_in(cell: str, kind: NumberKind | None) -> tuple[ReadNumber, ...]:
    """Read all numbers of one cell; `kind` is what the column says, None for "telephone".

    Separators are / 、 ; , | and line ends, and blanks between two whole numbers. When one piece
    cannot stand alone (`6123646/47`) the cell stays one doubtful number, as typed.
    """
    if len(cell) == _MOBILE_DIGITS and cell.isascii() and cell.isdigit() and is_mobile(cell):
        # As most cells are; a large file is read in half the time.
        return (_of_form(NumberKind.MOBILE, cell, kind),)
    text = unicodedata.normalize("NFKC", cell).translate(_DASHES).strip()
    cut = (piece.strip(_AROUND) for piece in re.split(_SEPARATORS, text))
    pieces = [piece for piece in cut if piece]
    if kind in _NEVER_DOUBTED:
        return tuple(_read(piece, kind) for piece in pieces)
    whole = [part for piece in pieces for part in _split_blanks(piece)]
    if any(len(digits(part)) < _SHORTEST for part in whole):
        return (_doubtful(text, kind),) if text else ()
    read = tuple(_read(part, kind) for part in whole)
    return tuple(dict.fromkeys(read))


def _split_blanks(piece: str) -> list[str]:
    """Split at blanks only when the piece is no single number but all its words are."""
    if _shape(piece) is not None:
        return [piece]
    words = piece.split()
    is_each_one = all(
        _shape(word) is not None and len(digits(word)) >= _SHORTEST_BETWEEN_BLANKS
        for word in words
    )
    return words if is_each_one else [piece]


def _shape(piece: str) -> tuple[NumberKind, str] | None:
    """Return kind by form and the number as dialled; OTHER for short and service numbers."""
    compact = re.sub(r"[\s().-]", "", piece)
    mobile = re.fullmatch(_MOBILE, compact)
    if mobile:
        return NumberKind.MOBILE, mobile[1]
    landline = re.fullmatch(_LANDLINE, re.sub(r"\s+", " ", piece))
    if landline:
        area, gap, local, extension = landline.groups()
        local = re.sub(r"[- ]", "", local)
        separator = "-" if gap or "(" in piece else ""
        number = f"{area}{separator}{local}" if area else local
        return NumberKind.OFFICE, f"{number}-{extension}" if extension else number
    if re.fullmatch(_SERVICE, compact):
        return NumberKind.OTHER, compact
    return None


def _read(piece: str, kind: NumberKind | None) -> ReadNumber:
    text, label = _without_label(piece)
    shape = _shape(text)
    if kind in _NEVER_DOUBTED and kind is not None:
        return ReadNumber(kind, shape[1] if shape else text, label)
    if shape is None:
        return _doubtful(piece, kind)
    return _of_form(*shape, kind, label)


def _of_form(
    form: NumberKind, number: str, kind: NumberKind | None, label: str = ""
) -> ReadNumber:
    """Return a sound number of a column: what the column says, unless the digits say otherwise."""
    if kind in _NEVER_DOUBTED and kind is not None:
        return ReadNumber(kind, number, label)
    if kind is None:
        guessed = form if form is NumberKind.MOBILE else NumberKind.OFFICE
        return ReadNumber(guessed, number, label, is_kind_certain=False)
    if kind is NumberKind.MOBILE and form is not NumberKind.MOBILE:
        return ReadNumber(form, number, label, NumberDoubt.NOT_A_MOBILE)
    if kind is NumberKind.OFFICE and form is NumberKind.MOBILE:
        return ReadNumber(form, number, label)
    return ReadNumber(kind, number, label)


def _without_label(piece: str) -> tuple[str, str]:
    """Cut `(family)` and `Office:` off a number."""
    labels = [found.strip() for found in re.findall(_LABEL_IN_BRACKETS, piece)]
    text = re.sub(_LABEL_IN_BRACKETS, "", piece).strip()
    before = re.match(_LABEL_BEFORE, text)
    if before:
        labels.append(before[1].strip())
        text = text[before.end() :]
    return text.strip(), " ".join(labels)


def _doubtful(typed: str, kind: NumberKind | None) -> ReadNumber:
    """Keep what was typed; only plain digits stay a mobile, for that field holds digits only."""
    if kind is None or (kind is NumberKind.MOBILE and not typed.isdigit()):
        kind = NumberKind.OTHER
    return ReadNumber(kind, typed, doubt=NumberDoubt.MALFORMED)
