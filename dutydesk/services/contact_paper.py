"""Composes the lists of contacts that are printed: who waits to be verified, who was trained."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dutydesk.domain.clock import Clock
from dutydesk.domain.contact_state import ContactDates, Listed, contact_dates
from dutydesk.domain.contacts import ContactCard, in_tree_order
from dutydesk.domain.instants import china
from dutydesk.domain.paper_stale_contact_list import StaleContactList, StaleContactRow
from dutydesk.domain.paper_training_list import TrainingList, TrainingRow, TrainingSum
from dutydesk.domain.phone import NumberKind
from dutydesk.domain.training import TrainingRecord, TrainingState
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.contact_card import days_words
from dutydesk.wording.contacts import CONTACT_ROLES
from dutydesk.wording.when import whole_day

_LANDLINES = (NumberKind.DUTY, NumberKind.OFFICE, NumberKind.HOME, NumberKind.OTHER)


class ContactPaperService:
    """Reads what stands on the lists."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def stale(self, *, is_masked: bool = False) -> StaleContactList:
        """Return who waits to be verified, in the order of the units."""
        with self._store.reading() as tables:
            room, dates = tables.room.get(), self._dates(tables)
            cards = _cards(tables, Listed.STALE, dates)
            days = int(str(tables.setting.get("contact_stale_days")))
        return StaleContactList(
            unit=room.unit,
            is_practice=room.is_practice,
            as_of=dates.today,
            stale_days=days,
            is_masked=is_masked,
            rows=tuple(_stale_row(card, dates) for card in cards),
        )

    def training(self, month: date | None = None) -> TrainingList:
        """Return the trainings of a year, the one of ``month`` or the present one."""
        with self._store.reading() as tables:
            room, dates = tables.room.get(), self._dates(tables)
            year = month.year if month is not None else dates.today.year
            cards = _cards(tables, Listed.IN_SERVICE, dates)
            states = tables.training.states(cards, year)
            records = tables.training.of_year(year)
        asked = [(card, states[card.contact.id]) for card in cards]
        asked = [(card, state) for card, state in asked if state.required]
        return TrainingList(
            unit=room.unit,
            is_practice=room.is_practice,
            year=year,
            as_of=min(dates.today, date(year, 12, 31)),
            sums=_sums([state for _, state in asked]),
            rows=tuple(_training_row(card, state, records) for card, state in asked),
        )

    def _dates(self, tables: Tables) -> ContactDates:
        return contact_dates(self._clock.now(), tables.setting.get)


def _cards(tables: Tables, listed: Listed, dates: ContactDates) -> list[ContactCard]:
    """Return the people of a list, by unit in the order of the tree, then in their own."""
    rowids = tables.contact_list.rowids(listed, dates)
    cards = tables.contacts.cards_of(list(tables.contacts.numbered(rowids).values()))
    ordered = in_tree_order(tables.contacts.units())
    places = {unit.id: place for place, (unit, _) in enumerate(ordered)}
    last = len(places)
    return sorted(
        cards,
        key=lambda card: (places.get(card.contact.unit_id or "", last), card.contact.order_no),
    )


def _stale_row(card: ContactCard, dates: ContactDates) -> StaleContactRow:
    contact = card.contact
    at, ends = contact.last_verified_at, contact.valid_to
    return StaleContactRow(
        unit=card.unit,
        name=contact.name,
        post=_post(card),
        phone=next((found for kind in _LANDLINES if (found := card.number(kind))), ""),
        mobile=card.number(NumberKind.MOBILE),
        verified=f"{whole_day(china(at).date())}\n{contact.verified_by}" if at else "从未",
        term=f"任期至{whole_day(ends)}" if ends is not None and ends <= dates.soon else "",
    )


def _training_row(
    card: ContactCard, state: TrainingState, records: Sequence[TrainingRecord]
) -> TrainingRow:
    topics = (one.topic for one in records if one.contact_id == card.contact.id and one.topic)
    source = "（导入）" if state.is_imported else ""
    return TrainingRow(
        unit=card.unit,
        name=card.contact.name,
        post=_post(card),
        requirement=state.name,
        required=days_words(state.required),
        done=days_words(state.days) + source,
        missing=days_words(state.missing) if state.missing else "",
        topics="、".join(dict.fromkeys(topics)),
    )


def _sums(states: Sequence[TrainingState]) -> tuple[TrainingSum, ...]:
    kinds = sorted({(state.name, state.required) for state in states})
    return tuple(
        TrainingSum(
            name,
            days_words(days),
            sum((one.name, one.required) == (name, days) for one in states),
            sum((one.name, one.required) == (name, days) and not one.missing for one in states),
        )
        for name, days in kinds
    )


def _post(card: ContactCard) -> str:
    role = card.contact.duty_role
    return card.contact.post or (CONTACT_ROLES[role] if role else "")
