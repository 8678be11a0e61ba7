"""Composes the roster of a month as it is handed out, with numbers or to post up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from dutydesk.domain.clock import Clock
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_calendar import DutyCalendar
from dutydesk.domain.instants import china
from dutydesk.domain.paper_issue import PaperRequest
from dutydesk.domain.paper_roster_sheet import (
    RosterSheet,
    RosterSheetNote,
    RosterSheetPerson,
    RosterSheetRow,
)
from dutydesk.domain.paper_span import PaperSpan, month_of
from dutydesk.domain.phone import NumberKind
from dutydesk.domain.roster import (
    STANDBY_POST,
    KeyPeriod,
    MonthState,
    RosterMonth,
    RosterPost,
    RosterSlot,
)
from dutydesk.domain.roster_change import SlotChange, changed_slots
from dutydesk.domain.settings import shift_pattern
from dutydesk.domain.shift import ShiftKind, ShiftPattern
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.roster_sheet import (
    ESTIMATED_REMARK,
    REST_DAY_REMARK,
    change_words,
    day_kind,
    footnote_mark,
)
from dutydesk.wording.shift import SHIFT_KIND

_SHIFT_ORDER = (ShiftKind.FULL, ShiftKind.DAY, ShiftKind.NIGHT)
_CALLED_FIRST = (NumberKind.MOBILE, NumberKind.DUTY, NumberKind.OFFICE)

Place = tuple[date, ShiftKind, str]


@dataclass(frozen=True, slots=True)
class _Month:
    """What was read of a month, with the marks of its footnotes by slot."""

    calendar: DutyCalendar
    pattern: ShiftPattern
    posts: tuple[RosterPost, ...]
    slots: dict[Place, list[RosterSlot]]
    periods: tuple[KeyPeriod, ...]
    phones: dict[str, str]
    marks: dict[str, str]


class RosterSheetService:
    """Reads what stands on the roster."""

    def __init__(self, store: Store, clock: Clock, calendar: Callable[[], DutyCalendar]) -> None:
        self._store = store
        self._clock = clock
        self._calendar = calendar

    def sheet(self, request: PaperRequest) -> RosterSheet:
        """Return a month, without one asked for the running one; masked is the one to post up."""
        span = month_of(request.month or china(self._clock.now()).date())
        with self._store.reading() as tables:
            calendar = self._calendar()
            room = tables.room.get()
            slots = tables.roster.slots(span.since, span.until)
            kept = tables.roster.month(span.subject) or RosterMonth(span.subject)
            changes = changed_slots(slots, tables.roster.swaps(span.since, span.until))
            read = _Month(
                calendar,
                shift_pattern(tables.setting.get("shift_pattern")),
                _posts(tables.roster.posts(), slots),
                _by_place(slots),
                tables.roster.key_periods(),
                {} if request.is_masked else _phones(tables, slots),
                {one.slot.id: footnote_mark(at) for at, one in enumerate(changes, 1)},
            )
            phone, fax = (str(tables.setting.get(key) or "") for key in ("duty_phone", "duty_fax"))
        is_draft = kept.state is MonthState.DRAFT
        return RosterSheet(
            unit=room.unit,
            month=span.since,
            is_practice=room.is_practice,
            is_to_post_up=request.is_masked,
            is_draft=is_draft,
            version=kept.version,
            posts=tuple(post.name for post in read.posts),
            rows=tuple(_rows(span, read)) if slots else (),
            changes=tuple(_notes(read, changes, is_to_post_up=request.is_masked)),
            remarks=_remarks(span, calendar, kept) if slots else (),
            duty_phone=phone,
            duty_fax=fax,
            prepared_by=kept.prepared_by,
            reviewed_by=kept.reviewed_by,
            dated=china(kept.published_at).date() if kept.published_at and not is_draft else None,
        )


def _posts(posts: Sequence[RosterPost], slots: Sequence[RosterSlot]) -> tuple[RosterPost, ...]:
    """Return the posts in use, and those out of use that somebody still keeps."""
    kept = {slot.post_id for slot in slots}
    return tuple(post for post in posts if post.is_active or post.id in kept)


def _by_place(slots: Sequence[RosterSlot]) -> dict[Place, list[RosterSlot]]:
    found: dict[Place, list[RosterSlot]] = {}
    for slot in slots:
        found.setdefault((slot.duty_date, slot.shift, slot.post_id), []).append(slot)
    return found


def _phones(tables: Tables, slots: Sequence[RosterSlot]) -> dict[str, str]:
    """Return the number of each slot: of the contact, of the officer, as it was written."""
    ids = {slot.contact_id for slot in slots if slot.contact_id}
    contacts = [found for one in sorted(ids) if (found := tables.contacts.contact(one))]
    on_file = {card.contact.id: _called(card) for card in tables.contacts.cards_of(contacts)}
    officers = {one.name: one.phone for one in tables.officer.all() if one.is_active}
    members = {one.id: one.phone for one in tables.roster.members()}
    return {
        slot.id: on_file.get(slot.contact_id or "")
        or officers.get(slot.person)
        or slot.phone
        or members.get(slot.member_id or "", "")
        for slot in slots
        if slot.post_id != STANDBY_POST
    }


def _called(card: ContactCard) -> str:
    return next((number for kind in _CALLED_FIRST if (number := card.number(kind))), "")


def _rows(span: PaperSpan, read: _Month) -> Iterator[RosterSheetRow]:
    shifts = {day: _shifts(day, read) for day in _days(span)}
    is_told = any(one != [ShiftKind.FULL] for one in shifts.values())
    for day, kinds in shifts.items():
        for at, shift in enumerate(kinds):
            yield RosterSheetRow(
                day,
                SHIFT_KIND[shift] if is_told else "",
                day_kind(read.calendar, day),
                read.calendar.is_rest_day(day),
                tuple(_people(read, (day, shift, post.id)) for post in read.posts),
                _note(read, day, shift, is_first=at == 0),
            )


def _shifts(day: date, read: _Month) -> list[ShiftKind]:
    """Return the shifts of a day: those of the unit's pattern, and any that somebody keeps."""
    pattern = {slot.kind for slot in read.pattern.slots_of(day, read.calendar.is_rest_day)}
    kept = {shift for of, shift, _ in read.slots if of == day}
    # A whole roster of 24 hours in a room that went over to two shifts stays what it was.
    found = kept or pattern
    return [kind for kind in _SHIFT_ORDER if kind in found]


def _people(read: _Month, place: Place) -> tuple[RosterSheetPerson, ...]:
    slots = sorted(read.slots.get(place, ()), key=lambda slot: slot.seat)
    return tuple(
        RosterSheetPerson(slot.person, read.phones.get(slot.id, ""), read.marks.get(slot.id, ""))
        for slot in slots
    )


def _note(read: _Month, day: date, shift: ShiftKind, *, is_first: bool) -> str:
    periods = [
        one.name for one in read.periods if one.is_active and one.starts_on <= day <= one.ends_on
    ]
    notes = [
        slot.note
        for post in read.posts
        for slot in read.slots.get((day, shift, post.id), ())
        if slot.note
    ]
    return "；".join(dict.fromkeys([*(periods if is_first else ()), *notes]))


def _notes(
    read: _Month, changes: Sequence[SlotChange], *, is_to_post_up: bool
) -> Iterator[RosterSheetNote]:
    posts = {post.id: post.name for post in read.posts}
    for one in changes:
        told = change_words(one, posts[one.slot.post_id], has_reason=not is_to_post_up)
        yield RosterSheetNote(read.marks[one.slot.id], told)


def _remarks(span: PaperSpan, calendar: DutyCalendar, kept: RosterMonth) -> tuple[str, ...]:
    days = list(_days(span))
    has_rest = any(calendar.is_rest_day(day) for day in days)
    is_guessed = any(calendar.is_estimated(day) and day_kind(calendar, day) for day in days)
    said = (
        REST_DAY_REMARK if has_rest else "",
        ESTIMATED_REMARK if is_guessed else "",
        kept.note,
    )
    return tuple(text for text in said if text)


def _days(span: PaperSpan) -> Iterator[date]:
    for number in range((span.until - span.since).days + 1):
        yield span.since + timedelta(days=number)
