"""Which people a list shows, by local number, and how many each unit has."""

from __future__ import annotations

from collections.abc import Collection

from dutydesk.domain.contact_state import ContactDates, Listed
from dutydesk.domain.instants import to_text
from dutydesk.store.rows import Rows

_IN_SERVICE = "NOT c.is_retired AND (c.valid_to IS NULL OR c.valid_to >= :today)"
_WHERE = {
    Listed.IN_SERVICE: _IN_SERVICE,
    Listed.STALE: f"{_IN_SERVICE} AND (c.last_verified_at IS NULL OR c.last_verified_at < :stale)",
    Listed.EXPIRING: f"{_IN_SERVICE} AND c.valid_to <= :soon",
    Listed.EXPIRED: "NOT c.is_retired AND c.valid_to < :today",
    Listed.RETIRED: "c.is_retired",
}
_ORDER = {
    Listed.STALE: "c.last_verified_at IS NOT NULL, c.last_verified_at, c.order_no, c.rowid",
    Listed.EXPIRING: "c.valid_to, c.order_no, c.rowid",
    Listed.EXPIRED: "c.valid_to DESC, c.order_no, c.rowid",
}
_USUAL = "c.order_no, c.rowid"


class ContactList:
    """Reads lists and counts; people stand in every unit they have a role in."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def rowids(
        self, listed: Listed, dates: ContactDates, units: Collection[str] | None = None
    ) -> list[int]:
        """Return who stands in a list; ``units`` narrows it, an empty one to nobody's people."""
        where, values = _WHERE[listed], _values(dates)
        if units is not None and not units:
            where += " AND c.unit_id IS NULL"
        elif units is not None:
            names = {f"u{place}": unit for place, unit in enumerate(sorted(units))}
            marks = ", ".join(f":{name}" for name in names)
            where += (
                f" AND (c.unit_id IN ({marks}) OR c.id IN"
                f" (SELECT contact_id FROM contact_role WHERE unit_id IN ({marks})))"
            )
            values |= names
        order = _ORDER.get(listed, _USUAL)
        found = self._rows.named(
            f"SELECT c.rowid FROM contact c WHERE {where} ORDER BY {order}", values
        )
        return [int(row[0]) for row in found]

    def counts(self, dates: ContactDates) -> dict[str | None, int]:
        """Return how many people in service each unit has by their first role; None: no unit."""
        found = self._rows.named(
            f"SELECT c.unit_id, count(*) FROM contact c WHERE {_IN_SERVICE} GROUP BY c.unit_id",
            _values(dates),
        )
        return {row[0]: int(row[1]) for row in found}

    def places(self, dates: ContactDates) -> list[tuple[str, str | None, str]]:
        """Return person, own unit and unit of each further role of people in service."""
        found = self._rows.named(
            "SELECT DISTINCT c.id, c.unit_id, r.unit_id FROM contact_role r"
            " JOIN contact c ON c.id = r.contact_id"
            f" WHERE r.unit_id IS NOT NULL AND {_IN_SERVICE}",
            _values(dates),
        )
        return [(row[0], row[1], row[2]) for row in found]

    def tally(self, dates: ContactDates) -> dict[Listed, int]:
        """Return how many stand in each list."""
        sums = ", ".join(f"coalesce(sum({where}), 0)" for where in _WHERE.values())
        found = self._rows.named(f"SELECT {sums} FROM contact c", _values(dates))
        return dict(zip(_WHERE, map(int, found[0]), strict=True))


def _values(dates: ContactDates) -> dict[str, object]:
    return {
        "today": dates.today.isoformat(),
        "soon": dates.soon.isoformat(),
        "stale": to_text(dates.stale_before),
    }
