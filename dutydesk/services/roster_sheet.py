"""Composes the roster of a month as it is handed out, with numbers or to post up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dutydesk.domain.clock import Clock
from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.instants import china
from dutydesk.domain.paper_issue import PaperRequest
from dutydesk.domain.paper_roster_sheet import (
    RosterSheet,
    RosterSheetNote,
    RosterSheetPerson,
    RosterSheetRow,
)
from dutydesk.domain.paper_span import month_of
from dutydesk.domain.roster import STANDBY_POST, MonthState, RosterMonth, RosterPost
from dutydesk.domain.roster_change import changed_slots
from dutydesk.domain.roster_view import RosterDayView, RosterShiftView, SeatView
from dutydesk.domain.shift import ShiftKind
from dutydesk.store import roster_book
from dutydesk.store.store import Store
from dutydesk.wording.roster_sheet import (
    ESTIMATED,
    ESTIMATED_REMARK,
    REST_DAY_REMARK,
    change_words,
    footnote_mark,
    kind_word,
)
from dutydesk.wording.shift import SHIFT_KIND

_SHORT = 2
_REST = (DayClass.WEEKEND, DayClass.LEGAL_HOLIDAY)


class RosterSheetService:
    """Reads what stands on the roster."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def sheet(self, request: PaperRequest) -> RosterSheet:
        """Return a month, without one asked for the running one; masked is the one to post up."""
        now = self._clock.now()
        span = month_of(request.month or china(now).date())
        with self._store.reading() as tables:
            room = tables.room.get()
            days, layout, _ = roster_book.day_views(tables, span.since, span.until, now)
            kept = tables.roster.month(span.subject) or RosterMonth(span.subject)
            swaps = tables.roster.swaps(span.since, span.until)
            phone, fax = (str(tables.setting.get(key) or "") for key in ("duty_phone", "duty_fax"))
        slots = [slot for day in days for slot in day.slots]
        changes = changed_slots(slots, swaps)
        marks = {one.slot.id: footnote_mark(at) for at, one in enumerate(changes, 1)}
        posts = {post.id: post.name for post in layout.posts}
        has_reason = not request.is_masked
        is_draft = kept.state is MonthState.DRAFT
        return RosterSheet(
            unit=room.unit,
            month=span.since,
            is_practice=room.is_practice,
            is_to_post_up=request.is_masked,
            is_draft=is_draft,
            version=kept.version,
            posts=tuple(posts.values()),
            rows=tuple(_rows(days, layout.posts, marks, request)) if slots else (),
            changes=tuple(
                RosterSheetNote(
                    marks[one.slot.id],
                    change_words(one, posts.get(one.slot.post_id, ""), has_reason=has_reason),
                )
                for one in changes
            ),
            remarks=_remarks(days, kept) if slots else (),
            duty_phone=phone,
            duty_fax=fax,
            prepared_by=kept.prepared_by,
            reviewed_by=kept.reviewed_by,
            dated=china(kept.published_at).date() if kept.published_at and not is_draft else None,
        )


def _rows(
    days: Sequence[RosterDayView],
    posts: Sequence[RosterPost],
    marks: Mapping[str, str],
    request: PaperRequest,
) -> Iterator[RosterSheetRow]:
    shifts = {day.day: _shifts(day) for day in days}
    is_told = any(one.shift is not ShiftKind.FULL for kept in shifts.values() for one in kept)
    for day in days:
        for at, shift in enumerate(shifts[day.day]):
            yield RosterSheetRow(
                day.day,
                SHIFT_KIND[shift.shift] if is_told else "",
                _kind(day),
                day.day_class in _REST,
                tuple(_people(shift, post, marks, request) for post in posts),
                _note(day, shift, is_first=at == 0),
            )


def _shifts(day: RosterDayView) -> list[RosterShiftView]:
    """Return the shifts of a day; one that nobody keeps gives way to another cut of the day.

    A room that went over from two shifts to one, or back, keeps its old months as they were.
    """
    kept = {one.shift is ShiftKind.FULL for one in day.shifts if _is_kept(one)}
    return [
        one
        for one in day.shifts
        if not kept or _is_kept(one) or (one.shift is ShiftKind.FULL) in kept
    ]


def _is_kept(shift: RosterShiftView) -> bool:
    return any(seat.slot is not None for seat in shift.seats)


def _people(
    shift: RosterShiftView, post: RosterPost, marks: Mapping[str, str], request: PaperRequest
) -> tuple[RosterSheetPerson, ...]:
    # Whoever stands by is not rung up in turn.
    has_phones = not request.is_masked and post.id != STANDBY_POST
    return tuple(
        RosterSheetPerson(
            seat.person, seat.phone if has_phones else "", marks.get(_slot_id(seat), "")
        )
        for seat in shift.seats
        if seat.post.id == post.id and seat.slot is not None
    )


def _slot_id(seat: SeatView) -> str:
    return seat.slot.id if seat.slot else ""


def _note(day: RosterDayView, shift: RosterShiftView, *, is_first: bool) -> str:
    notes = [seat.slot.note for seat in shift.seats if seat.slot and seat.slot.note]
    return "；".join(dict.fromkeys([*(day.key_periods if is_first else ()), *notes]))


def _kind(day: RosterDayView) -> str:
    word = kind_word(day.day_class, day.holiday, is_estimated=False)
    if not word or not day.is_estimated:
        return word
    # 推定周末 stands on one line of its column, and the month on one page.
    return f"{ESTIMATED}{word}" if len(word) <= _SHORT else f"{word}（{ESTIMATED}）"


def _remarks(days: Sequence[RosterDayView], kept: RosterMonth) -> tuple[str, ...]:
    is_guessed = any(day.is_estimated and _kind(day) for day in days)
    said = (
        REST_DAY_REMARK if any(day.day_class in _REST for day in days) else "",
        ESTIMATED_REMARK if is_guessed else "",
        kept.note,
    )
    return tuple(text for text in said if text)
