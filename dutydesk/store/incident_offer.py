"""Offers to make an incident of an entry, on file."""

from __future__ import annotations

from dutydesk.domain.incident_offer import IncidentOffer
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

OFFER = Mapper(IncidentOffer, "incident_offer")


class IncidentOfferTable:
    """Reads and writes offers."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_entry(self, entry_id: str) -> IncidentOffer | None:
        """Return the offer an entry made, settled or not."""
        found = self._some("WHERE entry_id = ?", entry_id)
        return found[0] if found else None

    def open(self) -> list[IncidentOffer]:
        """Return what nobody has settled yet, the oldest first."""
        return self._some("WHERE settled_at IS NULL")

    def put(self, offer: IncidentOffer) -> None:
        """Write an offer."""
        self._rows.put(OFFER.table, OFFER.to_row(offer))

    def _some(self, where: str, *parameters: object) -> list[IncidentOffer]:
        found = self._rows.query(
            f"SELECT {OFFER.columns} FROM incident_offer {where} ORDER BY rowid", parameters
        )
        return [OFFER.from_row(row) for row in found]
