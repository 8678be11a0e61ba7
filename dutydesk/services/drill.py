"""Use cases of drills: take a day and the unit's lists out of a room, lay them in, review."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dutydesk.domain.clock import Clock
from dutydesk.domain.deadline import DueClock, clocks
from dutydesk.domain.drill import (
    ClockReview,
    Drill,
    DrillReview,
    NoDrill,
    drill_of,
    review_events,
)
from dutydesk.domain.drill_kit import UnitKit, for_practice, parents_first
from dutydesk.domain.paper_drill_review import DrillReviewSheet
from dutydesk.domain.settings import ROOM_KEYS
from dutydesk.store import casebook, drill_file
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.drill import review_sheet


class DrillService:
    """What a drill takes from a room, and what it leaves in one."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def day(self, duty_date: date) -> Drill:
        """Return a past duty day as it comes in again; raises NothingToReplay."""
        with self._store.reading() as tables:
            unit = tables.room.get().unit
            shifts = tables.shift.of_duty_date(duty_date)
            listed = [one for shift in shifts for one in tables.duty_log.of_shift(shift.id)]
        return drill_of(unit, duty_date, listed)

    def kit(self) -> UnitKit:
        """Return the unit's lists without anything that could call a real person."""
        with self._store.reading() as tables:
            return for_practice(_kit(tables))

    def lay_in(self, kit: UnitKit, drill: Drill) -> None:
        """Put the lists into a fresh practice room, in place of the shipped ones."""
        with self._store.writing(actor="program", action="drill.start") as work:
            _lay_in(work.tables, kit)
        drill_file.write(self._store.folder, drill)

    def replayed(self) -> Drill | None:
        """Return the day this room replays; None in a room that is no drill."""
        return drill_file.read(self._store.folder)

    def review(self) -> DrillReview:
        """Return what came in and what was made of it by now; raises NoDrill."""
        drill = self.replayed()
        if drill is None:
            raise NoDrill
        now = self._clock.now()
        with self._store.reading() as tables:
            entries = [
                one.entry
                for one in tables.duty_log.by_rowids(tables.duty_log.rowids()).values()
                if not one.is_struck
            ]
            rules = casebook.unit_rules(tables)
            found = [
                ClockReview(DueClock(file.incident, clock))
                for file in casebook.files_of(tables, tables.incident.all())
                for clock in clocks(file, rules, now)
            ]
        entries.sort(key=lambda one: (one.recorded_at, one.no))
        return DrillReview(drill, now, review_events(drill, entries, now), tuple(found))

    def sheet(self) -> DrillReviewSheet:
        """Return the review as it is printed; raises NoDrill."""
        return review_sheet(self.review())


def _kit(tables: Tables) -> UnitKit:
    book = tables.contacts
    contacts = book.in_service()
    cards = book.cards_of(contacts)
    return UnitKit(
        settings={key: tables.setting.get(key) for key in ROOM_KEYS},
        kinds=tuple(tables.rule_set.kinds()),
        criteria=tuple(tables.rule_set.criteria()),
        rules=tuple(casebook.unit_rules(tables)),
        checklist=tuple(tables.checklist.all()),
        phrases=tuple(tables.phrase.all()),
        watch_words=tuple(tables.watch_word.all()),
        units=tuple(book.units()),
        contacts=tuple(contacts),
        numbers=tuple(number for one in cards for number in one.numbers),
        officers=tuple(tables.officer.all()),
        roles=tuple(shown.role for one in cards for shown in one.roles),
        responsibilities=tuple(tables.responsibilities.own()),
        warning_kinds=tuple(tables.warning_kind.own()),
        call_lists=tuple(tables.call_round.lists()),
        reporting_units=tuple(tables.reporting_unit.all()),
        roster_posts=tables.roster.posts(),
        holiday_years=tables.holiday.own(),
    )


def _lay_in(tables: Tables, kit: UnitKit) -> None:
    for key, value in kit.settings.items():
        tables.setting.put(key, value)
    _lay_in_rules(tables, kit)
    _lay_in_words(tables, kit)
    for unit in parents_first(kit.units):
        tables.contacts.put_unit(unit)
    # Who stands in for whom is said once both are there.
    for contact in kit.contacts:
        tables.contacts.put(replace(contact, pair_contact_id=None))
    for contact in kit.contacts:
        if contact.pair_contact_id is not None:
            tables.contacts.put(contact)
    for number in kit.numbers:
        tables.contacts.put_number(number)
    for role in kit.roles:
        tables.contact_role.put(role)
    _lay_in_lists(tables, kit)


def _lay_in_lists(tables: Tables, kit: UnitKit) -> None:
    """Lay in the lists that a fresh room has as shipped, or has none of."""
    tables.responsibilities.take_over(kit.responsibilities)
    tables.warning_kind.take_over(kit.warning_kinds)
    for call_list in kit.call_lists:
        tables.call_round.put_list(call_list)
    for unit in kit.reporting_units:
        tables.reporting_unit.put(unit)
    for post in kit.roster_posts:
        tables.roster.put_post(post)
    for year in kit.holiday_years:
        tables.holiday.put(year)


def _lay_in_rules(tables: Tables, kit: UnitKit) -> None:
    rules = tables.rule_set
    for kind in rules.kinds():
        rules.remove_kind(kind.id)
    for criterion in rules.criteria():
        rules.remove_criterion(criterion.id)
    # Those of the unit's own set, which the settings name by now.
    for rule in casebook.unit_rules(tables):
        rules.remove_rule(rule.id)
    for own_kind in kit.kinds:
        rules.put_kind(own_kind)
    for own_criterion in kit.criteria:
        rules.put_criterion(own_criterion)
    for own_rule in kit.rules:
        rules.put_rule(own_rule)


def _lay_in_words(tables: Tables, kit: UnitKit) -> None:
    for item in tables.checklist.all():
        tables.checklist.remove(item.id)
    for own in kit.checklist:
        tables.checklist.put(own)
    # A shipped word or phrase that the unit has as well keeps its line.
    words = {one.word: one.id for one in tables.watch_word.all()}
    for word in kit.watch_words:
        tables.watch_word.put(replace(word, id=words.get(word.word, word.id)))
    phrases = {(one.kind, one.text): one.id for one in tables.phrase.all()}
    for phrase in kit.phrases:
        tables.phrase.put(replace(phrase, id=phrases.get((phrase.kind, phrase.text), phrase.id)))
