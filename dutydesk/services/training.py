"""Use cases of training: what is required, what was done, who is short."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dutydesk.domain.changes import Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.contact_state import Listed, contact_dates
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.instants import china
from dutydesk.domain.officer import Actor
from dutydesk.domain.training import (
    TrainingRecord,
    TrainingRequirement,
    TrainingState,
    checked_record,
    checked_requirement,
)
from dutydesk.store.store import Store


@dataclass(frozen=True, slots=True)
class TrainingDraft:
    """A training as typed; ``id`` is made by the form."""

    id: str
    contact_id: str
    trained_on: date
    days: float
    topic: str = ""


class TrainingService:
    """What an officer does with trainings, and an administrator with what is required."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def new_id(self) -> str:
        """Return an id for a new training or requirement."""
        return self._ids.new()

    def today(self) -> date:
        """Return today, the day a form begins with."""
        return china(self._clock.now()).date()

    def requirements(self) -> list[TrainingRequirement]:
        """Return what is required, also what is switched off."""
        with self._store.reading() as tables:
            return tables.training.requirements.all()

    def put_requirement(
        self, line: TrainingRequirement, *, by: Actor
    ) -> Done[TrainingRequirement]:
        """Write a requirement, a new one behind all others; raises RequirementUnclear."""
        line = checked_requirement(line)
        with self._store.writing(actor=by.name, action="training_requirement.put") as work:
            lines = work.tables.training.requirements
            if not line.order_no:
                last = max((one.order_no for one in lines.all()), default=0)
                line = replace(line, order_no=last + 1)
            kept = lines.put(line, self._ids)
        return Done(kept, work.changes)

    def of(self, contact_id: str) -> list[TrainingRecord]:
        """Return the trainings of somebody, newest first."""
        with self._store.reading() as tables:
            return tables.training.of(contact_id)

    def record(self, draft: TrainingDraft, *, by: Actor) -> Done[TrainingRecord]:
        """Record a training; the same id again changes nothing.

        Raises RecordUnknown, TrainingDaysUnclear, TrainingInFuture.
        """
        with self._store.writing(actor=by.name, action="training.record") as work:
            tables = work.tables
            known = tables.training.record(draft.id)
            if known is not None:
                return Done(known, work.changes)
            if tables.contacts.contact(draft.contact_id) is None:
                raise RecordUnknown("contact", draft.contact_id)
            officer = tables.officer.by_id(by.officer_id)
            record = TrainingRecord(
                id=draft.id,
                contact_id=draft.contact_id,
                trained_on=draft.trained_on,
                days=float(draft.days),
                topic=draft.topic,
                recorded_at=self._clock.now(),
                recorder=officer.name if officer else by.name,
            )
            record = checked_record(record, self.today())
            tables.training.put(record)
        return Done(record, work.changes)

    def remove(self, record_id: str, *, by: Actor) -> Done[None]:
        """Take back a training that was recorded wrongly; the journal keeps it.

        Raises RecordUnknown.
        """
        with self._store.writing(actor=by.name, action="training.remove") as work:
            if work.tables.training.record(record_id) is None:
                raise RecordUnknown("training_record", record_id)
            work.tables.training.remove(record_id)
        return Done(None, work.changes)

    def states(self, year: int | None = None) -> list[tuple[ContactCard, TrainingState]]:
        """Return how everybody in service stands of whom something is required."""
        with self._store.reading() as tables:
            dates = contact_dates(self._clock.now(), tables.setting.get)
            rowids = tables.contact_list.rowids(Listed.IN_SERVICE, dates)
            cards = tables.contacts.cards_of(list(tables.contacts.numbered(rowids).values()))
            states = tables.training.states(cards, year or dates.today.year)
        found = [(card, states[card.contact.id]) for card in cards]
        return [(card, state) for card, state in found if state.required]
