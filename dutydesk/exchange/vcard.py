"""Reading and writing the cards of telephones (vCard 2.1, 3.0, 4.0)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dutydesk.domain.contact_file import ContactField, Problem, ProblemCode, ReadPerson, UnitStep
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.phone import NumberKind, ReadNumber, numbers_in
from dutydesk.exchange.contact_rows import SheetReading
from dutydesk.exchange.grid import tidy
from dutydesk.exchange.heading_words import role_of, unit_kind_of
from dutydesk.exchange.vcard_extras import (
    KIND,
    LABEL,
    read_fields,
    read_numbers,
    written_fields,
    written_parameters,
)

MAGIC = "BEGIN:VCARD"
_BEGIN = re.compile(r"^\s*BEGIN\s*:\s*VCARD\s*$", re.IGNORECASE)
_END = re.compile(r"^\s*END\s*:\s*VCARD\s*$", re.IGNORECASE)
_QUOTED = re.compile(r"QUOTED-PRINTABLE", re.IGNORECASE)
_WANTED = re.compile(
    r"(?:[\w-]+\.)?(FN|N|TEL|ORG|TITLE|ADR|NOTE|EMAIL|X-DUTYDESK-[A-Z-]+)\b", re.IGNORECASE
)
_ENCODING_NAME = re.compile(r"(CHARSET|ENCODING)=([^;:]*)", re.IGNORECASE)
_TYPE = "(?:CELL|MOBILE|IPHONE|WORK|HOME|FAX|VOICE|PREF|MAIN|OTHER|INTERNET)"
# Nothing in quotes or in another encoding.
_PLAIN = re.compile(
    r"(FN|N|TEL|ORG|TITLE|ADR|NOTE|EMAIL)"
    rf"((?:;(?:(?:TYPE=)?{_TYPE}(?:,{_TYPE})*|{KIND}=\w+))*):([^\r\n]*)",
    re.IGNORECASE,
)
_CARD_LINES = 20_000
_CHARSETS = {"GB2312": "GB18030", "GBK": "GB18030", "UTF8": "UTF-8"}
_FOLD = 73
_TYPES = (
    ("FAX", NumberKind.FAX),
    ("CELL", NumberKind.MOBILE),
    ("MOBILE", NumberKind.MOBILE),
    ("IPHONE", NumberKind.MOBILE),
    ("WORK", NumberKind.OFFICE),
    ("HOME", NumberKind.HOME),
)


def read_cards(text: str, name: str) -> SheetReading:
    """Read every card; one that cannot be read is listed by its place and stops no other.

    `row` of a person or problem counts the cards from 1.
    """
    reading = SheetReading()
    for place, lines in enumerate(_cards(text), start=1):
        try:
            values = [_line(line) for line in lines if _WANTED.match(line)]
        except (ValueError, LookupError):
            reading.skipped += 1
            reading.problems.append(Problem(ProblemCode.CARD_UNREADABLE, name, place))
            continue
        _add_person(reading, values, name, place)
    return reading


def _cards(text: str) -> Iterator[list[str]]:
    """Yield the unfolded lines of each card; endless cards are cut."""
    card: list[str] | None = None
    for line in _unfolded(text):
        if _BEGIN.match(line):
            card = []
        elif card is not None and _END.match(line):
            yield card
            card = None
        elif card is not None and len(card) < _CARD_LINES:
            card.append(line)
    if card:
        yield card


def _unfolded(text: str) -> Iterator[str]:
    """Join folded lines: a blank before the rest, or a `=` at the end of quoted-printable text."""
    parts: list[str] = []
    for line in re.split(r"\r\n|\r|\n", text):
        is_soft = bool(parts) and parts[-1].endswith("=") and _QUOTED.search(parts[0]) is not None
        if is_soft:
            parts[-1] = parts[-1][:-1]
            parts.append(line.lstrip(" \t") if line[:1] in {" ", "\t"} else line)
        elif parts and line[:1] in {" ", "\t"}:
            parts.append(line[1:])
        else:
            if parts:
                yield "".join(parts)
            parts = [line]
    if parts:
        yield "".join(parts)


class _Value:
    """One line of a card: its name, the types it claims and its text parts."""

    def __init__(
        self, name: str, types: frozenset[str], parts: tuple[str, ...], own: dict[str, str]
    ) -> None:
        self.name = name
        self.types = types
        self.parts = parts
        self.own = own

    @property
    def text(self) -> str:
        return " ".join(part for part in self.parts if part).strip()


def _line(line: str) -> _Value:
    """Parse one unfolded line; quoted-printable is decoded by the character set it names."""
    plain = _PLAIN.fullmatch(line)
    if plain:
        return _plain_line(plain)
    # Loaded on first use: no start needs it.
    from vobject.base import ParseError, textLineToContentLine  # noqa: PLC0415 -- see above

    head, colon, rest = line.partition(":")
    fixed = _ENCODING_NAME.sub(lambda m: f"{m[1].upper()}={_charset(m[2])}", head)
    try:
        parsed = textLineToContentLine(f"{fixed}{colon}{rest}")
    except ParseError as error:
        raise ValueError(line) from error
    types = {str(word).upper() for word in parsed.singletonparams}
    for listed in parsed.params.get("TYPE", []):
        types.update(word.strip().upper() for word in str(listed).split(","))
    own = {name: str(parsed.params[name][0]) for name in (KIND, LABEL) if parsed.params.get(name)}
    return _Value(parsed.name, frozenset(types), _parts(str(parsed.value)), own)


def _plain_line(found: re.Match[str]) -> _Value:
    """Read a line as nearly all are, without the library: it takes seconds for a large file."""
    types: set[str] = set()
    own: dict[str, str] = {}
    for parameter in filter(None, found[2].split(";")):
        name, _, value = parameter.rpartition("=")
        if name.upper() == KIND:
            own.setdefault(KIND, value)
        else:
            types.update(value.upper().split(","))
    return _Value(found[1].upper(), frozenset(types), _parts(found[3]), own)


def _charset(name: str) -> str:
    upper = name.strip().strip('"').upper()
    return _CHARSETS.get(upper, upper)


def _parts(value: str) -> tuple[str, ...]:
    """Split at bare semicolons and undo the escapes of 3.0 and 4.0."""
    parts = re.split(r"(?<!\\);", value)
    return tuple(
        re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], part).strip() for part in parts
    )


def _add_person(reading: SheetReading, values: list[_Value], name: str, place: int) -> None:
    by_name: dict[str, list[_Value]] = {}
    for value in values:
        by_name.setdefault(value.name, []).append(value)
    person_name = _name(by_name)
    numbers, problems = _numbers(by_name.get("TEL", []), name, place)
    if not person_name:
        reading.skipped += 1
        shown = " ".join(number.number for number in numbers)
        reading.problems.append(Problem(ProblemCode.NAME_MISSING, name, place, "FN", shown))
        return
    post = _first(by_name, "TITLE")
    texts = {key: [value.text for value in found] for key, found in by_name.items()}
    own, unread = read_fields(texts, name, place)
    reading.problems.extend((*problems, *unread))
    person = ReadPerson(
        sheet=name,
        row=place,
        name=person_name,
        unit_path=_unit_path(by_name),
        post=post,
        duty_role=role_of(post) or role_of(person_name),
        address=_first(by_name, "ADR"),
        note=_note(by_name),
        numbers=numbers,
        columns={
            ContactField.NAME: "FN",
            ContactField.POST: "TITLE",
            ContactField.UNIT: "ORG",
        },
    )
    reading.people.append(replace(person, **own))


def _name(by_name: dict[str, list[_Value]]) -> str:
    """Return the shown name; else family and given name without a blank between Chinese parts."""
    shown = _first(by_name, "FN")
    if shown:
        return tidy(shown)
    for value in by_name.get("N", []):
        return tidy(" ".join(part for part in value.parts[:3] if part))
    return ""


def _first(by_name: dict[str, list[_Value]], key: str) -> str:
    return next((value.text for value in by_name.get(key, []) if value.text), "")


def _unit_path(by_name: dict[str, list[_Value]]) -> tuple[UnitStep, ...]:
    for value in by_name.get("ORG", []):
        names = [tidy(part) for part in value.parts if part]
        return tuple(UnitStep(unit, unit_kind_of(unit, ContactField.UNIT)) for unit in names)
    return ()


def _note(by_name: dict[str, list[_Value]]) -> str:
    notes = [value.text for value in by_name.get("NOTE", []) if value.text]
    notes += [value.text for value in by_name.get("EMAIL", []) if value.text]
    return "；".join(dict.fromkeys(notes))


def _numbers(
    values: list[_Value], name: str, place: int
) -> tuple[tuple[ReadNumber, ...], list[Problem]]:
    numbers: list[ReadNumber] = []
    problems: list[Problem] = []
    for value in values:
        kind = next((kind for word, kind in _TYPES if word in value.types), None)
        text = re.sub(r"^tel:", "", value.text)
        read = read_numbers(text, value.own.get(KIND, ""), value.own.get(LABEL, ""))
        for number in numbers_in(text, kind) if read is None else read:
            numbers.append(number)
            if number.doubt is not None:
                code = ProblemCode(number.doubt.value)
                problems.append(Problem(code, name, place, "TEL", number.number))
    return tuple(dict.fromkeys(numbers)), problems


_WRITTEN_TYPES = {
    NumberKind.MOBILE: "CELL",
    NumberKind.OFFICE: "WORK,VOICE",
    NumberKind.DUTY: "WORK,VOICE,PREF",
    NumberKind.FAX: "WORK,FAX",
    NumberKind.HOME: "HOME,VOICE",
}


def written_cards(cards: list[ContactCard]) -> str:
    """Return all contacts as vCard 3.0, lines folded at 73 bytes as the standard asks."""
    return "".join(f"{line}\r\n" for card in cards for line in _written(card))


def _written(card: ContactCard) -> Iterator[str]:
    contact = card.contact
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield from _folded(f"N:{_escaped(contact.name)};;;;")
    yield from _folded(f"FN:{_escaped(contact.name)}")
    if card.unit_path:
        yield from _folded("ORG:" + ";".join(map(_escaped, card.unit_path)))
    if contact.post:
        yield from _folded(f"TITLE:{_escaped(contact.post)}")
    for number in card.numbers:
        kind = _WRITTEN_TYPES.get(number.kind, "VOICE")
        own = written_parameters(number)
        yield from _folded(f"TEL;TYPE={kind}{own}:{_escaped(number.number)}")
    if contact.address:
        yield from _folded(f"ADR;TYPE=WORK:;;{_escaped(contact.address)};;;;")
    if contact.note:
        yield from _folded(f"NOTE:{_escaped(contact.note)}")
    for name, text in written_fields(contact):
        yield from _folded(f"{name}:{_escaped(text)}")
    yield "END:VCARD"


def _escaped(text: str) -> str:
    plain = re.sub(r"[\x00-\x08\x0b-\x1f]", "", text.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"([\\;,])", r"\\\1", plain).replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Cut a line between characters so that no piece is longer than 75 bytes."""
    piece, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > _FOLD:
            yield piece
            piece, size = " ", 1
        piece += character
        size += width
    yield piece
