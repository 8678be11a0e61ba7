"""Bulletins of the duty room 简报: 值班快报, 值班信息, 值班要情, 值班日报 (notes §9.2, §9.3).

Rules of this file: a 快报 tells one urgent fact, the two others several of a period; a draft may
be written anew as often as needed; the number is given when it is signed, by kind and year and
without gaps; what was signed or dropped is frozen.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal

MAX_TITLE = 200
MAX_BODY = 20_000
MAX_LINE = 200


class BulletinKind(StrEnum):
    """值班快报, 值班信息, 值班要情, 值班日报."""

    BULLETIN = "bulletin"
    DUTY_INFORMATION = "duty_information"
    HIGHLIGHTS = "highlights"
    DAILY = "daily"


class BulletinState(StrEnum):
    """拟稿, 已签发, 不发."""

    DRAFT = "draft"
    SIGNED = "signed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftBulletin:
    """What an officer typed; ``id`` is made by the form, so that saving twice writes once.

    ``urgency`` is what stands in the upper left corner (特急, 加急), mostly nothing.
    ``incident_id`` is the incident it tells of, ``duty_date`` the day of a 值班日报.
    """

    id: str
    kind: BulletinKind
    title: str
    body: str
    report_to: tuple[str, ...] = ()
    copy_to: tuple[str, ...] = ()
    urgency: str = ""
    reviewed_by: str = ""
    incident_id: str | None = None
    duty_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """One bulletin on record; without ``issue_no`` it was not signed."""

    id: str
    kind: BulletinKind
    title: str
    body: str
    report_to: tuple[str, ...]
    copy_to: tuple[str, ...]
    urgency: str
    incident_id: str | None
    state: BulletinState
    drafted_by: str
    drafted_at: datetime
    reviewed_by: str = ""
    issue_year: int | None = None
    issue_no: int | None = None
    signed_by: str = ""
    signed_at: datetime | None = None
    drop_reason: str = ""
    duty_date: date | None = None

    @property
    def is_draft(self) -> bool:
        """Tell whether it may still be written anew."""
        return self.state is BulletinState.DRAFT


@dataclass(eq=False)
class BulletinTextMissing(Refusal):
    """A title or a text is needed."""

    field: str


@dataclass(eq=False)
class BulletinTextTooLong(Refusal):
    """A field is longer than it may be."""

    field: str
    length: int
    limit: int


@dataclass(eq=False)
class DailyWithoutDay(Refusal):
    """A 值班日报 is written for one duty day."""


@dataclass(eq=False)
class BulletinReceiverMissing(Refusal):
    """What is signed goes to somebody."""


@dataclass(eq=False)
class BulletinSignerMissing(Refusal):
    """A bulletin is signed by somebody."""


@dataclass(eq=False)
class BulletinFrozen(Refusal):
    """It was signed or dropped and is not changed any more."""

    title: str
    state: BulletinState


@dataclass(eq=False)
class BulletinReasonMissing(Refusal):
    """Dropping a draft needs a reason."""


def as_typed(bulletin: Bulletin) -> DraftBulletin:
    """Return a bulletin on record as what was typed of it, to be written on."""
    return DraftBulletin(
        id=bulletin.id,
        kind=bulletin.kind,
        title=bulletin.title,
        body=bulletin.body,
        report_to=bulletin.report_to,
        copy_to=bulletin.copy_to,
        urgency=bulletin.urgency,
        reviewed_by=bulletin.reviewed_by,
        incident_id=bulletin.incident_id,
        duty_date=bulletin.duty_date,
    )


def accept(draft: DraftBulletin, *, drafted_by: str, now: datetime) -> Bulletin:
    """Return the bulletin of a draft; raises DailyWithoutDay and what is said of its texts."""
    _check(draft)
    return Bulletin(
        id=draft.id,
        kind=draft.kind,
        title=draft.title.strip(),
        body=draft.body.strip(),
        report_to=_named(draft.report_to),
        copy_to=_named(draft.copy_to),
        urgency=draft.urgency.strip(),
        incident_id=draft.incident_id,
        state=BulletinState.DRAFT,
        drafted_by=drafted_by,
        drafted_at=now,
        reviewed_by=draft.reviewed_by.strip(),
        duty_date=draft.duty_date,
    )


def rewrite(bulletin: Bulletin, draft: DraftBulletin) -> Bulletin:
    """Return the draft written anew; it stays the draft of who began it.

    Raises BulletinFrozen and what ``accept`` raises.
    """
    _check_open(bulletin)
    return accept(draft, drafted_by=bulletin.drafted_by, now=bulletin.drafted_at)


def sign(bulletin: Bulletin, signed_by: str, *, issue: tuple[int, int], now: datetime) -> Bulletin:
    """Return the bulletin signed under its year and number.

    Raises BulletinFrozen, BulletinSignerMissing, BulletinReceiverMissing.
    """
    _check_open(bulletin)
    if not signed_by.strip():
        raise BulletinSignerMissing
    _check_line("signed_by", signed_by, MAX_LINE)
    if not bulletin.report_to:
        raise BulletinReceiverMissing
    year, number = issue
    return replace(
        bulletin,
        state=BulletinState.SIGNED,
        issue_year=year,
        issue_no=number,
        signed_by=signed_by.strip(),
        signed_at=now,
    )


def drop(bulletin: Bulletin, reason: str) -> Bulletin:
    """Return the draft that will not be sent; raises BulletinFrozen, BulletinReasonMissing."""
    _check_open(bulletin)
    if not reason.strip():
        raise BulletinReasonMissing
    _check_line("drop_reason", reason, MAX_LINE)
    return replace(bulletin, state=BulletinState.DROPPED, drop_reason=reason.strip())


def _check_open(bulletin: Bulletin) -> None:
    if not bulletin.is_draft:
        raise BulletinFrozen(bulletin.title, bulletin.state)


def _check(draft: DraftBulletin) -> None:
    if draft.kind is BulletinKind.DAILY and draft.duty_date is None:
        raise DailyWithoutDay
    for name, text, limit in (
        ("title", draft.title, MAX_TITLE),
        ("body", draft.body, MAX_BODY),
    ):
        if not text.strip():
            raise BulletinTextMissing(name)
        _check_line(name, text, limit)
    for name, text in (("urgency", draft.urgency), ("reviewed_by", draft.reviewed_by)):
        _check_line(name, text, MAX_LINE)
    for name, units in (("report_to", draft.report_to), ("copy_to", draft.copy_to)):
        for unit in units:
            _check_line(name, unit, MAX_LINE)


def _check_line(name: str, text: str, limit: int) -> None:
    if len(text) > limit:
        raise BulletinTextTooLong(name, len(text), limit)


def _named(units: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(unit.strip() for unit in units if unit.strip())
