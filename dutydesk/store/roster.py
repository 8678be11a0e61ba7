"""The roster on file: posts, members, wishes, key periods, months, slots and swaps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dutydesk.domain.journal import canonical_json
from dutydesk.domain.roster import (
    KeyPeriod,
    RosterMember,
    RosterMonth,
    RosterPost,
    RosterSlot,
    RosterSwap,
    RosterWish,
)
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

POST = Mapper(RosterPost, "roster_post")
MEMBER = Mapper(RosterMember, "roster_member")
WISH = Mapper(RosterWish, "roster_wish")
PERIOD = Mapper(KeyPeriod, "key_period")
MONTH = Mapper(RosterMonth, "roster_month")
SLOT = Mapper(RosterSlot, "roster_slot")
SWAP = Mapper(RosterSwap, "roster_swap")


class RosterTable:
    """Reads and writes the roster."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def posts(self) -> tuple[RosterPost, ...]:
        """Return the unit's posts in their order, those out of use among them."""
        found = self._rows.query(
            f"SELECT {POST.columns} FROM roster_post ORDER BY order_no, rowid"
        )
        return tuple(POST.from_row(row) for row in found)

    def put_post(self, post: RosterPost) -> None:
        """Write a post."""
        self._rows.put(POST.table, POST.to_row(post))

    def members(self) -> tuple[RosterMember, ...]:
        """Return everybody who may be or was rostered, in their order."""
        found = self._rows.query(
            f"SELECT {MEMBER.columns} FROM roster_member ORDER BY order_no, rowid"
        )
        return tuple(MEMBER.from_row(row) for row in found)

    def put_member(self, member: RosterMember) -> None:
        """Write a member."""
        self._rows.put(MEMBER.table, MEMBER.to_row(member))

    def wishes(self) -> tuple[RosterWish, ...]:
        """Return all wishes by their first day."""
        found = self._rows.query(
            f"SELECT {WISH.columns} FROM roster_wish ORDER BY starts_on, rowid"
        )
        return tuple(WISH.from_row(row) for row in found)

    def put_wish(self, wish: RosterWish) -> None:
        """Write a wish."""
        self._rows.put(WISH.table, WISH.to_row(wish))

    def key_periods(self) -> tuple[KeyPeriod, ...]:
        """Return all key periods by their first day."""
        found = self._rows.query(
            f"SELECT {PERIOD.columns} FROM key_period ORDER BY starts_on, rowid"
        )
        return tuple(PERIOD.from_row(row) for row in found)

    def put_key_period(self, period: KeyPeriod) -> None:
        """Write a key period."""
        self._rows.put(PERIOD.table, PERIOD.to_row(period))

    def month(self, month_id: str) -> RosterMonth | None:
        """Return what is kept of a month (``2026-11``)."""
        row = self._rows.one(f"SELECT {MONTH.columns} FROM roster_month WHERE id = ?", (month_id,))
        return MONTH.from_row(row) if row else None

    def published(self) -> frozenset[str]:
        """Return the months that are published."""
        found = self._rows.query("SELECT id FROM roster_month WHERE state = 'published'")
        return frozenset(row[0] for row in found)

    def put_month(self, month: RosterMonth) -> None:
        """Write a month."""
        self._rows.put(MONTH.table, MONTH.to_row(month))

    def slots(self, first: date, last: date) -> tuple[RosterSlot, ...]:
        """Return the slots of a span of duty dates, both included, in the order of the paper."""
        return self._slots(
            "WHERE duty_date BETWEEN ? AND ?"
            " ORDER BY duty_date, CASE shift WHEN 'night' THEN 1 ELSE 0 END, post_id, seat",
            first.isoformat(),
            last.isoformat(),
        )

    def slot(self, slot_id: str) -> RosterSlot | None:
        """Return one slot."""
        found = self._slots("WHERE id = ?", slot_id)
        return found[0] if found else None

    def put_slot(self, slot: RosterSlot) -> None:
        """Write a slot."""
        self._rows.put(SLOT.table, SLOT.to_row(slot))

    def remove_slot(self, slot: RosterSlot) -> None:
        """Empty a seat; the journal keeps who had it."""
        self._rows.remove(SLOT.table, slot.id)

    def swaps(self, first: date, last: date) -> tuple[RosterSwap, ...]:
        """Return the swaps of slots of a span, in the order of filing."""
        found = self._rows.query(
            f"SELECT {SWAP.columns} FROM roster_swap WHERE EXISTS (SELECT 1 FROM"
            " json_each(roster_swap.before)"
            " WHERE json_extract(value, '$.duty_date') BETWEEN ? AND ?) ORDER BY rowid",
            (first.isoformat(), last.isoformat()),
        )
        return tuple(SWAP.from_row(row) for row in found)

    def swap(self, swap_id: str) -> RosterSwap | None:
        """Return one swap."""
        row = self._rows.one(f"SELECT {SWAP.columns} FROM roster_swap WHERE id = ?", (swap_id,))
        return SWAP.from_row(row) if row else None

    def undone(self) -> frozenset[str]:
        """Return the ids of the swaps that were taken back."""
        found = self._rows.query("SELECT undoes FROM roster_swap WHERE undoes IS NOT NULL")
        return frozenset(row[0] for row in found)

    def append_swap(self, swap: RosterSwap) -> None:
        """Add a swap."""
        self._rows.append(SWAP.table, SWAP.to_row(swap))

    def contacts_named(self, names: Iterable[str]) -> list[str]:
        """Return the ids of the contacts in service who have one of some names."""
        # One parameter however many names, for SQLite limits the marks of a statement.
        found = self._rows.query(
            "SELECT id FROM contact WHERE NOT is_retired"
            " AND name IN (SELECT value FROM json_each(?)) ORDER BY rowid",
            (canonical_json(sorted(names)),),
        )
        return [row[0] for row in found]

    def _slots(self, rest: str, *parameters: object) -> tuple[RosterSlot, ...]:
        found = self._rows.query(f"SELECT {SLOT.columns} FROM roster_slot {rest}", parameters)
        return tuple(SLOT.from_row(row) for row in found)
