"""Making and settling offers inside a transaction, for every use case that touches an entry.

The words are read once and kept, for an entry without one must not cost a statement; this program
alone writes the room, and whoever changes a word calls ``forget``.
"""

from __future__ import annotations

from dutydesk.domain.clock import Ids
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.incident_offer import IncidentOffer, OfferOutcome, Settlement, settled
from dutydesk.domain.watch_word import Watch
from dutydesk.store.tables import Tables


class Offering:
    """Watches what is recorded."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._watch: Watch | None = None

    def watch(self, tables: Tables) -> Watch:
        """Return the words that count now."""
        if self._watch is None:
            self._watch = tables.watch_word.watch()
        return self._watch

    def forget(self) -> None:
        """Read the words anew when they are next needed."""
        self._watch = None

    def offer(self, tables: Tables, entry: LogEntry, known: tuple[str, ...] = ()) -> None:
        """Offer an incident where an entry names a word that is not ``known`` from before."""
        if entry.is_automatic or entry.is_withdrawal or entry.incident_id is not None:
            return
        words = self.watch(tables).mentioned(entry.text)
        if not set(words) - set(known):
            return
        tables.incident_offer.put(
            IncidentOffer(
                id=self._ids.new(), entry_id=entry.id, words=words, offered_at=entry.recorded_at
            )
        )

    def follow(self, tables: Tables, old_id: str, new: LogEntry) -> None:
        """Let the offer of an entry go on with what takes its place: a correction asks anew.

        What was settled before stays settled, unless the new text names another word.
        """
        before = tables.incident_offer.of_entry(old_id)
        if before is not None and before.outcome is None:
            outcome = OfferOutcome.WITHDRAWN if new.is_withdrawal else OfferOutcome.CORRECTED
            settlement = Settlement(outcome, new.recorded_at, new.recorder, new.correction_reason)
            tables.incident_offer.put(settled(before, settlement))
            self.offer(tables, new)
        else:
            self.offer(tables, new, before.words if before else ())


def settle(tables: Tables, entry_id: str, settlement: Settlement) -> None:
    """Settle the offer of an entry where there is one that is open."""
    offer = tables.incident_offer.of_entry(entry_id)
    if offer is not None and offer.outcome is None:
        tables.incident_offer.put(settled(offer, settlement))
