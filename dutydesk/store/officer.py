"""Officers on file; their PIN hashes lie apart and never enter the journal."""

from __future__ import annotations

from dutydesk.domain.officer import Officer
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

OFFICER = Mapper(Officer, "officer")


class OfficerTable:
    """Reads and writes officers; one that was read is known until the transaction ends."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._known: dict[str, Officer] = {}

    def all(self) -> list[Officer]:
        """Return everybody ever entered, in the order of entering."""
        found = self._rows.query(f"SELECT {OFFICER.columns} FROM officer ORDER BY rowid")
        return [OFFICER.from_row(row) for row in found]

    def by_id(self, officer_id: str | None) -> Officer | None:
        """Return one officer; None for None."""
        if officer_id is None:
            return None
        officer = self._known.get(officer_id) or self._first("id", officer_id)
        if officer is not None:
            # Each write asks who may and who records: mostly one and the same.
            self._known[officer_id] = officer
        return officer

    def by_name(self, name: str) -> Officer | None:
        """Return the officer of this name."""
        return self._first("name", name)

    def put(self, officer: Officer) -> None:
        """Write an officer."""
        self._known.pop(officer.id, None)
        self._rows.put(OFFICER.table, OFFICER.to_row(officer))

    def pin_hash(self, officer_id: str) -> str | None:
        """Return the Argon2id hash, None before a PIN is set."""
        found = self._rows.one("SELECT hash FROM officer_pin WHERE officer_id = ?", (officer_id,))
        return str(found[0]) if found else None

    def set_pin_hash(self, officer_id: str, pin_hash: str) -> None:
        """Keep the hash; the journal only learns through the officer's row that a PIN was set."""
        self._rows.execute_unjournalled(
            "INSERT INTO officer_pin (officer_id, hash) VALUES (?, ?)"
            " ON CONFLICT (officer_id) DO UPDATE SET hash = excluded.hash",
            (officer_id, pin_hash),
        )

    def _first(self, column: str, value: str) -> Officer | None:
        found = self._rows.one(
            f"SELECT {OFFICER.columns} FROM officer WHERE {column} = ?", (value,)
        )
        return OFFICER.from_row(found) if found else None
