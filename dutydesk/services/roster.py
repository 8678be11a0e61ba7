"""Use cases of the roster of a month: show, check, fill and empty seats, generate, publish."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.instants import china
from dutydesk.domain.officer import Actor
from dutydesk.domain.roster import (
    FindingKind,
    MonthState,
    RosterFinding,
    RosterMonth,
    RosterPost,
    RosterSlot,
    SlotSource,
)
from dutydesk.domain.roster_count import duty_counts
from dutydesk.domain.roster_day import last_of_month, month_id, seat_change
from dutydesk.domain.roster_edit import DraftSlot, check_once, check_put, check_texts
from dutydesk.domain.roster_proposal import RosterOrder
from dutydesk.domain.roster_refusals import (
    RosterEmpty,
    RosterLeaderMissing,
    RosterNotPublished,
    RosterPersonMissing,
)
from dutydesk.domain.roster_view import RosterDayView, RosterView
from dutydesk.store import logbook, roster_book, roster_making
from dutydesk.store.roster_people import PeopleOnFile
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables


class RosterService:
    """What an officer does with the roster of a month; a month is named by its first day."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a form to put on its draft."""
        return self._ids.new()

    def month(self, month: date, *, is_checked: bool = True) -> RosterView:
        """Return a month with findings, swaps and counts; one never touched is an empty draft.

        A check reads more than a year: who shows the month first asks for ``check`` afterwards.
        """
        first, now = month.replace(day=1), self._clock.now()
        last = last_of_month(first)
        with self._store.reading() as tables:
            days, layout, _ = roster_book.day_views(tables, first, last, now)
            slots = [slot for day in days for slot in day.slots]
            return RosterView(
                self._month(tables, first),
                layout.posts,
                days,
                # A month that nobody has begun is not full of gaps yet.
                roster_making.findings(tables, first, last, now) if slots and is_checked else (),
                roster_book.swap_views(tables, first, last, now),
                duty_counts(
                    slots,
                    tables.roster.members(),
                    layout.calendar,
                    roster_book.comp_leave(tables),
                ),
                is_checked=is_checked or not slots,
            )

    def days(self, first: date, last: date) -> tuple[RosterDayView, ...]:
        """Return the days of any span."""
        with self._store.reading() as tables:
            return roster_book.day_views(tables, first, last, self._clock.now())[0]

    def posts(self) -> tuple[RosterPost, ...]:
        """Return the unit's posts in their order, those out of use among them."""
        with self._store.reading() as tables:
            return roster_book.posts(tables)

    def check(self, first: date, last: date) -> tuple[RosterFinding, ...]:
        """Return what the check finds in a span, day by day."""
        with self._store.reading() as tables:
            return roster_making.findings(tables, first, last, self._clock.now())

    def put(self, draft: DraftSlot, *, by: Actor) -> Done[RosterSlot]:
        """Give a seat to somebody; the same again writes nothing.

        Raises RecordUnknown for the post, RosterFrozen, RosterPublished, RosterSwapOnly,
        RosterPersonMissing, RosterPersonTwice and RosterTextTooLong.
        """
        if not draft.person.name.strip():
            raise RosterPersonMissing
        check_texts(person=draft.person.name, note=draft.note, phone=draft.person.phone)
        with self._store.writing(actor=by.name, action="roster.put") as work:
            tables = work.tables
            known = self._at(tables, draft)
            meant = self._slot(tables, draft, known)
            if meant == known:
                return Done(meant, Changes())
            self._check(tables, draft, known)
            check_once([meant], roster_book.slots_around(tables, [meant]))
            roster_book.seed_posts(tables)
            tables.roster.put_slot(meant)
            self._touch(tables, meant.duty_date)
        return Done(meant, work.changes)

    def clear(self, slot_id: str, *, by: Actor) -> Done[None]:
        """Empty a seat; one that is empty already stays so.

        Raises RosterFrozen, RosterPublished, RosterSwapOnly.
        """
        with self._store.writing(actor=by.name, action="roster.clear") as work:
            slot = work.tables.roster.slot(slot_id)
            if slot is None:
                return Done(None, Changes())
            self._check(work.tables, slot, slot)
            work.tables.roster.remove_slot(slot)
        return Done(None, work.changes)

    def generate(self, order: RosterOrder, *, by: Actor) -> Done[tuple[RosterFinding, ...]]:
        """Fill the seats of a span that are still free, fairly; returns what its check finds.

        Who was put there by hand or by a file stays where the order says so. Raises
        RosterSpanUnfit, RosterSpanPast, RosterPublished, RosterMembersMissing, RecordUnknown.
        """
        with self._store.writing(actor=by.name, action="roster.generate") as work:
            now = self._clock.now()
            months = roster_making.generate(work.tables, order, now, self._ids)
            for month in months:
                self._touch(work.tables, month)
            found = roster_making.findings(work.tables, order.first, order.last, now)
        return Done(found, work.changes)

    def publish(
        self,
        month: date,
        *,
        prepared_by: str = "",
        reviewed_by: str = "",
        note: str = "",
        by: Actor,
    ) -> Done[RosterMonth]:
        """Publish a month as its next version; one that is published already stays as it is.

        Raises RosterEmpty, RosterLeaderMissing and RosterTextTooLong.
        """
        check_texts(prepared_by=prepared_by, reviewed_by=reviewed_by, note=note)
        first = month.replace(day=1)
        with self._store.writing(actor=by.name, action="roster.publish") as work:
            tables = work.tables
            known = self._month(tables, first)
            if known.state is MonthState.PUBLISHED:
                return Done(known, Changes())
            self._check_whole(tables, first)
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            published = replace(
                known,
                state=MonthState.PUBLISHED,
                version=known.version + 1,
                prepared_by=prepared_by.strip() or recorder.name,
                reviewed_by=reviewed_by.strip(),
                published_at=self._clock.now(),
                published_by=recorder.name,
                note=note,
            )
            tables.roster.put_month(published)
        return Done(published, work.changes)

    def take_back(self, month: date, *, by: Actor) -> Done[RosterMonth]:
        """Make a published month a draft again; raises RosterNotPublished."""
        first = month.replace(day=1)
        with self._store.writing(actor=by.name, action="roster.take_back") as work:
            known = self._month(work.tables, first)
            if known.state is not MonthState.PUBLISHED:
                raise RosterNotPublished(first)
            draft = replace(known, state=MonthState.DRAFT)
            work.tables.roster.put_month(draft)
        return Done(draft, work.changes)

    def _slot(self, tables: Tables, draft: DraftSlot, known: RosterSlot | None) -> RosterSlot:
        if draft.post_id not in {one.id for one in roster_book.posts(tables)}:
            raise RecordUnknown("roster_post", draft.post_id)
        contact_ids = [draft.person.contact_id] if draft.person.contact_id else []
        people = PeopleOnFile(tables, [draft.person.name], contact_ids)
        person = people.known(draft.person)
        slot = RosterSlot(
            id=known.id if known else draft.id,
            duty_date=draft.duty_date,
            shift=draft.shift,
            post_id=draft.post_id,
            seat=draft.seat,
            person=person.name,
            member_id=person.member_id,
            contact_id=person.contact_id,
            source=SlotSource.TYPED,
            phone=person.phone,
            note=draft.note,
        )
        is_same = known is not None and replace(slot, source=known.source) == known
        return known if known is not None and is_same else slot

    def _check(
        self, tables: Tables, place: DraftSlot | RosterSlot, known: RosterSlot | None
    ) -> None:
        layout = roster_book.frame(tables)
        hours, is_published = (
            layout.hours_of(place.duty_date, place.shift),
            layout.is_published(place.duty_date),
        )
        change = seat_change(
            hours, self._clock.now(), is_filled=known is not None, is_published=is_published
        )
        check_put(change, hours, known.person if known and not is_published else "")

    def _check_whole(self, tables: Tables, first: date) -> None:
        last, now = last_of_month(first), self._clock.now()
        if not tables.roster.slots(first, last):
            raise RosterEmpty(first)
        without = sorted(
            {
                one.duty_date
                for one in roster_making.findings(tables, first, last, now)
                # What is past cannot be mended any more.
                if one.kind is FindingKind.NO_LEADER and one.duty_date >= china(now).date()
            }
        )
        if without:
            raise RosterLeaderMissing(tuple(without))

    @staticmethod
    def _at(tables: Tables, draft: DraftSlot) -> RosterSlot | None:
        wanted = (draft.duty_date, draft.shift, draft.post_id, draft.seat)
        slots = tables.roster.slots(draft.duty_date, draft.duty_date)
        return next((one for one in slots if one.place == wanted), None)

    @staticmethod
    def _month(tables: Tables, first: date) -> RosterMonth:
        return tables.roster.month(month_id(first)) or RosterMonth(month_id(first))

    @staticmethod
    def _touch(tables: Tables, day: date) -> None:
        if tables.roster.month(month_id(day)) is None:
            tables.roster.put_month(RosterMonth(month_id(day)))
