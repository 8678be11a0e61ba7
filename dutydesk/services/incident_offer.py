"""Use cases of offers: what an entry with a watched word comes to, and what it may belong to."""

from __future__ import annotations

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.duty_log import ListedEntry, LogEntry
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import Incident
from dutydesk.domain.incident_offer import (
    IncidentOffer,
    NothingOffered,
    OfferOutcome,
    Settlement,
    Subject,
    settled,
    similar,
)
from dutydesk.domain.officer import Actor
from dutydesk.store import logbook
from dutydesk.store.entry_chain import entry_of
from dutydesk.store.offering import Offering, settle
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.incident_offer import same_incident_entry


class IncidentOfferService:
    """What an officer says of an entry that named a watched word."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, offering: Offering) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._offering = offering

    def new_id(self) -> str:
        """Return an id for the entry that says two reports are of one incident."""
        return self._ids.new()

    def open_offers(self) -> list[tuple[IncidentOffer, ListedEntry]]:
        """Return what nobody has settled yet, the oldest first, with its entry."""
        with self._store.reading() as tables:
            return [
                (offer, entry_of(tables, offer.entry_id)) for offer in tables.incident_offer.open()
            ]

    def offer_of(self, entry_id: str) -> IncidentOffer | None:
        """Return the offer an entry made, settled or not."""
        with self._store.reading() as tables:
            return tables.incident_offer.of_entry(entry_id)

    def similar_to_entry(self, entry_id: str) -> list[Incident]:
        """Return the incidents an entry may be about, the newest first; raises RecordUnknown."""
        with self._store.reading() as tables:
            entry = entry_of(tables, entry_id).entry
            watch = self._offering.watch(tables)
            suggested = watch.suggested(watch.mentioned(entry.text))
            subject = Subject(
                entry.at,
                entry.text,
                entry.source,
                entry.phone,
                suggested.category if suggested else None,
                suggested.kind if suggested else "",
            )
            return self._similar(tables, subject)

    def similar_to(self, subject: Subject) -> list[Incident]:
        """Return the incidents that what is being typed may be about, the newest first."""
        with self._store.reading() as tables:
            return self._similar(tables, subject)

    def dismiss(
        self, entry_id: str, outcome: OfferOutcome, note: str = "", *, by: Actor
    ) -> Done[IncidentOffer]:
        """Say why no incident is made of an entry; said twice alike it is written once.

        Raises RecordUnknown, NothingOffered, OfferSettled.
        """
        with self._store.writing(actor=by.name, action="incident_offer.dismiss") as work:
            tables = work.tables
            listed = entry_of(tables, entry_id)
            offer = tables.incident_offer.of_entry(entry_id)
            if offer is None:
                raise NothingOffered(listed.entry.no)
            if (offer.outcome, offer.note) == (outcome, note.strip()):
                return Done(offer, Changes())
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            done = settled(offer, Settlement(outcome, self._clock.now(), recorder.name, note))
            tables.incident_offer.put(done)
        return Done(done, work.changes)

    def link(self, entry_id: str, incident_id: str, line_id: str, *, by: Actor) -> Done[LogEntry]:
        """Say that an entry is about an incident on record, by an entry that goes on with it.

        ``line_id`` is made by the form, so that saving twice writes once. Raises RecordUnknown.
        """
        with self._store.writing(actor=by.name, action="incident_offer.link") as work:
            tables = work.tables
            known = tables.duty_log.by_id(line_id)
            if known is not None:
                return Done(known.entry, Changes())
            entry_of(tables, entry_id)
            incident = tables.incident.by_id(incident_id)
            if incident is None:
                raise RecordUnknown("incident", incident_id)
            now = self._clock.now()
            shift = logbook.running_shift(tables, now, self._ids)
            recorder = logbook.recorder_for(tables, by, shift)
            line = same_incident_entry(line_id, entry_id, incident, now)
            entry = logbook.append_to(tables, shift, line, recorder, now)
            said = Settlement(
                OfferOutcome.SAME_INCIDENT, now, recorder.name, incident_id=incident.id
            )
            settle(tables, entry_id, said)
        return Done(entry, work.changes)

    def _similar(self, tables: Tables, subject: Subject) -> list[Incident]:
        within = tables.setting.span("same_incident_hours")
        return similar(subject, tables.incident.since(subject.at - within), within)
