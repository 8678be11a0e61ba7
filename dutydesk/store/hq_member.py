"""Members of command HQs on file."""

from __future__ import annotations

from dutydesk.domain.hq_member import HqMember, in_order
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

HQ_MEMBER = Mapper(HqMember, "hq_member")


class HqMemberTable:
    """Reads and writes members; an HQ of the shipped list has none."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> list[HqMember]:
        """Return every member of every HQ, each HQ's in the order they are named."""
        found = self._rows.query(f"SELECT {HQ_MEMBER.columns} FROM hq_member ORDER BY rowid")
        return in_order(HQ_MEMBER.from_row(row) for row in found)

    def member(self, member_id: str) -> HqMember | None:
        """Return one member."""
        row = self._rows.one(
            f"SELECT {HQ_MEMBER.columns} FROM hq_member WHERE id = ?", (member_id,)
        )
        return HQ_MEMBER.from_row(row) if row else None

    def put(self, member: HqMember) -> None:
        """Write a member."""
        self._rows.put(HQ_MEMBER.table, HQ_MEMBER.to_row(member))

    def remove(self, member_id: str) -> None:
        """Take a member off the list; the journal keeps it."""
        self._rows.remove(HQ_MEMBER.table, member_id)
