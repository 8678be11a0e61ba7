"""谁管这事: who handles what happened, by the place and by the kind (domain notes §7.12).

Rules of this file: a place names units of the address book by their names as people say them, and
people by the area they look after; the unit's own list says who is rung for which kind, or for
which words. Whoever is found twice stands where they stood first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from dutydesk.domain.contact_masking import masked_card
from dutydesk.domain.contacts import (
    ContactCard,
    ContactRole,
    RolePair,
    Unit,
    UnitKind,
    name_key,
)
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.incident_scope import IncidentScope
from dutydesk.domain.phone import NumberKind, masked

MOST_OF_A_UNIT = 6
"""So many people of one unit are named; the others are in its list."""


class Why(StrEnum):
    """属地, 责任片区, 主管或抢修单位, 指挥部."""

    PLACE = "place"
    AREA = "area"
    KIND = "kind"
    COMMAND = "command"


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """One line of the unit's list: for which words or kinds whom to ring.

    ``name`` is a unit or a person of the address book, or a name that stands only here.
    """

    id: str
    name: str
    words: tuple[str, ...] = ()
    category: IncidentCategory | None = None
    kinds: tuple[str, ...] = ()
    phone: str = ""
    note: str = ""
    order_no: int = 0
    is_active: bool = True

    @property
    def scope(self) -> IncidentScope:
        """Return which incidents it is for, as the other lists of the unit say it."""
        return IncidentScope(self.category, self.kinds)

    def fits(self, asked: Asked) -> bool:
        """Tell whether the line is for what is asked about; one that names nothing never is."""
        if any(name_key(word) in asked.key for word in self.words if word.strip()):
            return True
        if self.kinds:
            return asked.kind in self.kinds
        return self.category is not None and self.category is asked.category


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about: the words, and what they are taken for."""

    text: str
    category: IncidentCategory | None = None
    kind: str = ""

    @property
    def key(self) -> str:
        """Return the words as names are compared: width, case and blanks do not count."""
        return name_key(self.text)


@dataclass(frozen=True, slots=True)
class Responsible:
    """One answer; ``said`` is what in the words or in the list named it.

    Without a ``card`` it stands only in the list, with the number written there.
    """

    why: Why
    said: str
    name: str
    unit: str = ""
    phone: str = ""
    card: ContactCard | None = None


@dataclass(eq=False)
class ResponsibilityScopeMissing(Refusal):
    """A line says for which words, kinds or category it is."""

    name: str


def check_scope(line: Responsibility) -> None:
    """Accept a line that is for something; raises ResponsibilityScopeMissing."""
    if not (line.kinds or line.category or any(word.strip() for word in line.words)):
        raise ResponsibilityScopeMissing(line.name)


_RINGING = (NumberKind.DUTY, NumberKind.MOBILE, NumberKind.OFFICE, NumberKind.OTHER)


def phone_of(card: ContactCard) -> str:
    """Return the number by which somebody is reached at any hour, the duty phone first."""
    return card.first_number(*_RINGING)


_PLACES = frozenset({UnitKind.COMMUNITY, UnitKind.STREET, UnitKind.KEY_UNIT, UnitKind.HOSPITAL})
_OFFICE = re.compile(
    r"(居委会|居民委员会|村委会|村民委员会|办事处|人民政府|镇政府|乡政府|政府|党群服务中心|服务站)$"
)
_KIND_OF_PLACE = re.compile(r"(社区|街道|街道办|行政村|村|镇|乡|小区)$")
# Two characters alone are a part of many other names.
_TELLING = 3
_PIECES = re.compile(r"[、，,；;\s/]+")
# 3号楼 is found in every community: it tells nothing but within the unit itself.
_HOUSE = re.compile(r"第?[0-9一二三四五六七八九十]+(号楼|号院|号|栋|幢|单元|网格|组|楼|片区)?")

_ORDER = (
    ContactRole.DUTY_ROOM,
    ContactRole.GRID_WORKER,
    ContactRole.INFO_OFFICER,
    ContactRole.HEAD,
    ContactRole.DEPUTY_IN_CHARGE,
    ContactRole.LIAISON,
    ContactRole.FIRST_RESPONDER,
    ContactRole.SAFETY_OFFICER,
    ContactRole.TEAM_LEADER,
    ContactRole.STORE_KEEPER,
)


def units_named(text: str, units: Iterable[Unit]) -> list[tuple[Unit, str]]:
    """Return the units of a place that the words name, with the words, the longest first.

    安和一社区居委会 is named by 安和一社区, and by 安和一 alone; a name of two characters only
    together with what it is (安和社区, 安和街道).
    """
    key = name_key(text)
    found: dict[str, tuple[Unit, str]] = {}
    for unit in units:
        if unit.kind not in _PLACES:
            continue
        said = next((name for name in _names(unit.name) if name in key), "")
        if said:
            found[unit.id] = (unit, said)
    return sorted(found.values(), key=lambda one: (-len(one[1]), one[0].order_no))


def _names(unit: str) -> list[str]:
    """Return what a unit is called, the fullest name first."""
    full = name_key(unit)
    place = _OFFICE.sub("", full)
    stem = _KIND_OF_PLACE.sub("", place)
    names = [full, place] + ([stem] if len(stem) >= _TELLING else [])
    return [name for name in dict.fromkeys(names) if len(name) >= _TELLING]


def areas_named(text: str, area: str, *, is_in_unit: bool) -> str:
    """Return the longest piece of somebody's area that the words name, or empty.

    A number of a house counts only where the words name the unit as well.
    """
    key = name_key(text)
    pieces = [name_key(piece) for piece in _PIECES.split(area) if piece.strip()]
    fitting = [
        piece
        for piece in pieces
        if piece in key and (is_in_unit or (len(piece) > 1 and not _HOUSE.fullmatch(piece)))
    ]
    return max(fitting, key=len, default="")


def in_charge_first(cards: Iterable[ContactCard]) -> list[ContactCard]:
    """Return the people of a unit in the order in which one rings them, A before B."""
    return sorted(cards, key=_place)


def _place(card: ContactCard) -> tuple[bool, int, int]:
    role = card.contact.duty_role
    at = _ORDER.index(role) if role in _ORDER else len(_ORDER)
    # A and B of a pair need not have the same role, and B is for when A does not answer.
    return card.contact.role_pair is RolePair.B, at, card.contact.order_no


def units_meant(name: str, units: Sequence[Unit]) -> list[Unit]:
    """Return the units that a line of the list means: of that very name, else that hold it."""
    key = name_key(name)
    same = [unit for unit in units if name_key(unit.name) == key]
    return same or [unit for unit in units if len(key) >= _TELLING and key in name_key(unit.name)]


def hidden(one: Responsible) -> Responsible:
    """Return an answer with its mobile masked, for who may only look."""
    card = masked_card(one.card) if one.card is not None else None
    return replace(one, phone=masked(one.phone), card=card)


def once_each(found: Iterable[Responsible]) -> list[Responsible]:
    """Return every person or name once, where it stood first."""
    kept: dict[str, Responsible] = {}
    for one in found:
        key = one.card.contact.id if one.card else f"{name_key(one.name)} {one.phone}"
        kept.setdefault(key, one)
    return list(kept.values())
