"""Absence notices 外出报备: who is away, from when to when, and who acts meanwhile (notes §7.8).

Rules of this file: a notice says who acts; one that came after the departure marks itself late
(补报); the same person twice in one time is asked about.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from dutydesk.domain import search_text
from dutydesk.domain.absence_refusals import (
    AbsenceEndsBeforeStart,
    AbsenceFieldMissing,
    AbsenceOverlaps,
    AbsenceTextTooLong,
    ActsForOneself,
)
from dutydesk.domain.contacts import name_key
from dutydesk.domain.dataclass import dataclass

MAX_FIELD = 500


class AbsenceState(StrEnum):
    """将外出, 外出中, 逾期未销假, 已销假, 已取消."""

    COMING = "coming"
    AWAY = "away"
    OVERDUE = "overdue"
    BACK = "back"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftAbsenceNotice:
    """What an officer typed; ``id`` is made by the form, so that saving twice writes once."""

    id: str
    person: str
    reason: str
    starts_at: datetime
    ends_at: datetime
    place: str
    acting_person: str
    acting_phone: str = ""
    post: str = ""
    unit: str = ""
    approved_by: str = ""
    contact_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceNotice:
    """One notice on record as it now stands; ``version`` counts its changes from 1."""

    id: str
    person: str
    post: str
    unit: str
    contact_id: str | None
    reason: str
    starts_at: datetime
    ends_at: datetime
    place: str
    acting_person: str
    acting_phone: str
    approved_by: str
    filed_at: datetime
    recorder: str
    is_late: bool
    version: int = 1
    back_at: datetime | None = None
    is_cancelled: bool = False

    @property
    def is_running(self) -> bool:
        """A notice runs until the person is back or it is cancelled."""
        return self.back_at is None and not self.is_cancelled

    def state(self, now: datetime) -> AbsenceState:
        """Return how the notice stands at an instant; the hour of the end is the last one."""
        if self.is_cancelled:
            return AbsenceState.CANCELLED
        if self.back_at is not None:
            return AbsenceState.BACK
        if now < self.starts_at:
            return AbsenceState.COMING
        return AbsenceState.AWAY if now <= self.ends_at else AbsenceState.OVERDUE


@dataclass(frozen=True, slots=True)
class Filing:
    """The circumstances of filing: clock, who, and whether an overlap is meant."""

    now: datetime
    recorder: str
    is_overlap_meant: bool = False


_REQUIRED = ("person", "reason", "place", "acting_person")
_TEXTS = (*_REQUIRED, "post", "unit", "acting_phone", "approved_by")


def accept(
    draft: DraftAbsenceNotice, running: Iterable[AbsenceNotice], filing: Filing
) -> AbsenceNotice:
    """Return the notice that is put on record.

    Raises AbsenceFieldMissing, AbsenceTextTooLong, AbsenceEndsBeforeStart, ActsForOneself, and
    AbsenceOverlaps unless the overlap is meant.
    """
    notice = AbsenceNotice(
        id=draft.id,
        person=draft.person,
        post=draft.post,
        unit=draft.unit,
        contact_id=draft.contact_id,
        reason=draft.reason,
        starts_at=draft.starts_at,
        ends_at=draft.ends_at,
        place=draft.place,
        acting_person=draft.acting_person,
        acting_phone=draft.acting_phone,
        approved_by=draft.approved_by,
        filed_at=filing.now,
        recorder=filing.recorder,
        is_late=filing.now > draft.starts_at,
    )
    check_notice(notice, running, is_overlap_meant=filing.is_overlap_meant)
    return notice


def is_same_person(one: AbsenceNotice | DraftAbsenceNotice, other: AbsenceNotice) -> bool:
    """Tell whether two notices are of one person: the same contact, or name and unit alike.

    A unit that nobody wrote tells nothing apart.
    """
    if one.contact_id and other.contact_id:
        return one.contact_id == other.contact_id
    if name_key(one.person) != name_key(other.person):
        return False
    return not (one.unit and other.unit) or name_key(one.unit) == name_key(other.unit)


def holds(notice: AbsenceNotice, text: str) -> bool:
    """Tell whether a notice holds every word of a search."""
    held = "\n".join(getattr(notice, name) for name in _TEXTS)
    return search_text.holds(search_text.query_words(text), held)


def check_notice(
    notice: AbsenceNotice, running: Iterable[AbsenceNotice], *, is_overlap_meant: bool
) -> None:
    """Raise what ``accept`` raises for a notice that is not taken."""
    for name in _REQUIRED:
        if not getattr(notice, name).strip():
            raise AbsenceFieldMissing(name)
    for name in _TEXTS:
        length = len(getattr(notice, name))
        if length > MAX_FIELD:
            raise AbsenceTextTooLong(name, length, MAX_FIELD)
    if notice.ends_at <= notice.starts_at:
        raise AbsenceEndsBeforeStart(notice.starts_at, notice.ends_at)
    if name_key(notice.acting_person) == name_key(notice.person):
        raise ActsForOneself(notice.person)
    if not is_overlap_meant:
        _check_overlap(notice, running)


def _check_overlap(notice: AbsenceNotice, running: Iterable[AbsenceNotice]) -> None:
    for other in running:
        is_other = other.id != notice.id and is_same_person(notice, other)
        if is_other and is_in_time_of(notice, other):
            raise AbsenceOverlaps(other.person, other.starts_at, other.ends_at)


def is_in_time_of(one: AbsenceNotice | DraftAbsenceNotice, other: AbsenceNotice) -> bool:
    """Tell whether two spans share time; one that ends when the other begins does not."""
    if not other.is_running:
        return False
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at
