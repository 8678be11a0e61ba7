"""Officers: who may write, sign and decide, and the delays after wrong PINs."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import BadInput, Refusal
from dutydesk.domain.one_line import is_one_line

MIN_PIN_DIGITS = 6
MAX_PIN_DIGITS = 12

NAME_LIMIT = 40

# What the record writes where no officer acted: nobody may be taken for the program.
RESERVED_NAMES = frozenset({"cli", "desk", "program"})

# Five wrong PINs in a row are free; then 1, 2, 4 … 30 minutes (reliability promise P26).
FREE_TRIES = 5
LONGEST_DELAY = timedelta(minutes=30)


class OfficerRole(StrEnum):
    """值班员, 带班领导, 管理员, 查阅."""

    DUTY_OFFICER = "duty_officer"
    LEAD_OFFICER = "lead_officer"
    ADMIN = "admin"
    VIEWER = "viewer"


@dataclass(frozen=True, slots=True)
class Actor:
    """On whose behalf a use case runs.

    ``name`` goes into the journal: an officer's id, or ``cli``. ``officer_id`` is the recorder.
    """

    name: str
    officer_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """One person of the room; the PIN's hash is kept apart and never journalled."""

    id: str
    name: str
    role: OfficerRole
    phone: str = ""
    is_active: bool = True
    pin_set_at: datetime | None = None
    wrong_pins: int = 0
    last_wrong_pin_at: datetime | None = None

    @property
    def may_write(self) -> bool:
        """Everybody but 查阅 writes."""
        return self.is_active and self.role is not OfficerRole.VIEWER

    @property
    def may_lead(self) -> bool:
        """带班领导 and 管理员 sign off and countersign."""
        return self.is_active and self.role in {OfficerRole.LEAD_OFFICER, OfficerRole.ADMIN}


@dataclass(eq=False)
class OfficerExists(Refusal):
    """Names tell officers apart, so a name is given once."""

    name: str


@dataclass(eq=False)
class OfficerNameUnfit(Refusal):
    """A name stands in one cell of every paper, and is not one of the program's own."""

    name: str
    limit: int


@dataclass(eq=False)
class OfficerInactive(Refusal):
    """The officer was deactivated."""

    name: str


@dataclass(eq=False)
class OfficerMayNot(Refusal):
    """The role does not allow this; ``action`` is a glossary word."""

    name: str
    action: str


@dataclass(eq=False)
class OfficerOnDuty(Refusal):
    """An officer of the running shift is neither deactivated nor made a viewer."""

    name: str


@dataclass(eq=False)
class LastAdmin(Refusal):
    """The room keeps at least one administrator."""

    name: str


@dataclass(eq=False)
class PinUnfit(Refusal):
    """A PIN is 6 to 12 digits."""


@dataclass(eq=False)
class PinWrong(Refusal):
    """The PIN is not the officer's; ``tries_left`` before delays begin."""

    name: str
    tries_left: int


@dataclass(eq=False)
class PinDelayed(Refusal):
    """Too many wrong PINs in a row: nothing is tried before ``seconds`` have passed."""

    name: str
    seconds: int


@dataclass(eq=False)
class PinNotSet(Refusal):
    """The officer has no PIN yet."""

    name: str


def fit_name(name: str) -> str:
    """Return the name as it is kept, without blank ends; raises BadInput, OfficerNameUnfit."""
    kept = name.strip()
    if not kept:
        raise BadInput("name", "")
    if len(kept) > NAME_LIMIT or not is_one_line(kept) or kept.casefold() in RESERVED_NAMES:
        shown = "".join(sign for sign in kept[:NAME_LIMIT] if is_one_line(sign))
        raise OfficerNameUnfit(shown, NAME_LIMIT)
    return kept


def check_pin(pin: str) -> str:
    """Return the PIN as it is hashed: six to twelve ASCII digits; raises PinUnfit."""
    digits = pin.strip()
    fits = MIN_PIN_DIGITS <= len(digits) <= MAX_PIN_DIGITS
    if not (fits and digits.isascii() and digits.isdigit()):
        raise PinUnfit
    return digits


def is_weak_pin(pin: str) -> bool:
    """Tell whether a PIN is one digit repeated or a plain count: allowed, but worth a warning."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    return steps in ({0}, {1}, {9})


def pin_delay(wrong_pins: int) -> timedelta:
    """Return how long the next try must wait after this many wrong PINs in a row."""
    if wrong_pins < FREE_TRIES:
        return timedelta()
    doublings = min(wrong_pins - FREE_TRIES, 10)
    return min(timedelta(minutes=2**doublings), LONGEST_DELAY)


def wait_before_try(officer: Officer, now: datetime) -> timedelta:
    """Return the time left before a PIN may be tried; a clock set back does not shorten it."""
    if officer.last_wrong_pin_at is None:
        return timedelta()
    passed = max(now - officer.last_wrong_pin_at, timedelta())
    return max(pin_delay(officer.wrong_pins) - passed, timedelta())


def role_from_text(text: str) -> OfficerRole:
    """Return the role with this code name; raises BadInput."""
    try:
        return OfficerRole(text)
    except ValueError as error:
        raise BadInput("role", text) from error
