"""The roster 值班表: posts, who may keep them, wishes, slots, swaps, months (notes §7.11).

A slot is one seat of a post in one shift. Names not on file are kept as written. What lies before
today is frozen: who was on duty is told by the roster as it stood and by what was swapped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.shift import ShiftKind

LEAD_POST = "lead_officer"
PRIMARY_POST = "primary_officer"
SECONDARY_POST = "secondary_officer"
STANDBY_POST = "standby_officer"


class RosterTurn(StrEnum):
    """How long one person keeps a post at a stretch: one shift, or a week from Monday."""

    SHIFT = "shift"
    WEEK = "week"


class SlotSource(StrEnum):
    """Where a slot came from: 生成, 手工, 导入, 调班."""

    GENERATED = "generated"
    TYPED = "typed"
    IMPORTED = "imported"
    SWAPPED = "swapped"


class WishKind(StrEnum):
    """固定排班, 不排, 希望排."""

    FIXED = "fixed"
    UNAVAILABLE = "unavailable"
    PREFERRED = "preferred"


class SwapKind(StrEnum):
    """调班 (two people change places), 替班 (one stands in), 撤回 (back as it was)."""

    SWAP = "swap"
    SUBSTITUTE = "substitute"
    UNDO = "undo"


class MonthState(StrEnum):
    """拟稿, 已发布: a month without a row was never touched."""

    DRAFT = "draft"
    PUBLISHED = "published"


class FindingKind(StrEnum):
    """What the check of a roster finds, as the glossary and notes §7.11 name it."""

    GAP = "gap"
    DOUBLE = "double"
    NO_LEADER = "no_leader"
    ON_ABSENCE = "on_absence"
    REST = "rest"
    NIGHT = "night"
    UNAVAILABLE = "unavailable"
    WISH_BROKEN = "wish_broken"
    UNEVEN = "uneven"
    NOT_ON_FILE = "not_on_file"
    OUT_OF_SERVICE = "out_of_service"
    WRONG_POST = "wrong_post"


@dataclass(frozen=True, slots=True)
class RosterPost:
    """One post of the unit's list; the shipped ones have their glossary name as ``id``.

    ``seats`` people keep it in one shift; an empty seat of one ``is_needed`` is a gap.
    """

    id: str
    name: str
    seats: int = 1
    turn: RosterTurn = RosterTurn.SHIFT
    is_needed: bool = True
    is_active: bool = True
    order_no: int = 0


@dataclass(frozen=True, slots=True)
class RosterMember:
    """Somebody who may be rostered; ``past`` are duties before the room: post -> class -> count.

    ``starts_on`` and ``ends_on`` bound the service, both ends included. ``phone`` is for whom no
    contact or officer of that name has one.
    """

    id: str
    name: str
    contact_id: str | None = None
    posts: tuple[str, ...] = ()
    is_night_free: bool = False
    starts_on: date | None = None
    ends_on: date | None = None
    past: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    phone: str = ""
    note: str = ""
    is_active: bool = True
    order_no: int = 0

    def serves(self, day: date) -> bool:
        """Tell whether the person may be rostered on a day at all."""
        is_begun = self.starts_on is None or self.starts_on <= day
        return self.is_active and is_begun and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True)
class RosterWish:
    """A fixed wish or a time somebody cannot; both days included, no ``post_id`` means any."""

    id: str
    member_id: str
    kind: WishKind
    starts_on: date
    ends_on: date
    post_id: str | None = None
    reason: str = ""
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class RosterSlot:
    """One seat as it now stands; ``seat`` counts from 1, ``person`` may be nobody on file.

    ``phone`` is as the file or who typed it wrote it; a number on file comes first.
    """

    id: str
    duty_date: date
    shift: ShiftKind
    post_id: str
    seat: int
    person: str
    member_id: str | None = None
    contact_id: str | None = None
    source: SlotSource = SlotSource.TYPED
    phone: str = ""
    note: str = ""

    @property
    def place(self) -> tuple[date, ShiftKind, str, int]:
        """Return what no two slots share."""
        return (self.duty_date, self.shift, self.post_id, self.seat)


@dataclass(frozen=True, slots=True)
class RosterMonth:
    """The paper side of a month; ``id`` is ``2026-11``, ``version`` counts what was published."""

    id: str
    state: MonthState = MonthState.DRAFT
    version: int = 0
    prepared_by: str = ""
    reviewed_by: str = ""
    published_at: datetime | None = None
    published_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RosterSwap:
    """One change of who keeps a slot, with consent; an undo names the swap it takes back.

    ``to_person`` takes the slot; in a swap ``from_person`` takes ``other_slot_id`` instead.
    ``before`` and ``after`` are the slots as rows: an undo gives exactly what was, and only where
    nothing was built on it.
    """

    id: str
    kind: SwapKind
    slot_id: str
    from_person: str
    to_person: str
    reason: str
    agreed_by: str
    filed_at: datetime
    recorder: str
    other_slot_id: str | None = None
    undoes: str | None = None
    before: tuple[Mapping[str, Any], ...] = ()
    after: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class KeyPeriod:
    """敏感时期, 重点时段: both days included; a leader must be on every shift of it."""

    id: str
    name: str
    starts_on: date
    ends_on: date
    note: str = ""
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class RosterFinding:
    """One thing the check found; beside the facts of its kind the others stay as they are.

    ``detail`` is text of people (a place, a reason, a key period); ``other_…`` is the other duty
    of a double or a short rest. Unevenness names who has most and who least of a class of day,
    each with the count.
    """

    kind: FindingKind
    duty_date: date
    shift: ShiftKind
    post_id: str = ""
    person: str = ""
    detail: str = ""
    other_date: date | None = None
    other_shift: ShiftKind | None = None
    other_post_id: str = ""
    day_class: str = ""
    count: int = 0
    other_person: str = ""
    other_count: int = 0
