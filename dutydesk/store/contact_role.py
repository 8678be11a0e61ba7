"""Further roles of people on file."""

from __future__ import annotations

from collections.abc import Sequence

from dutydesk.domain.contacts import FurtherRole
from dutydesk.store.contacts import CONTACT_ROLE
from dutydesk.store.rows import Rows


class ContactRoleTable:
    """Reads and writes further roles."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, contact_id: str) -> list[FurtherRole]:
        """Return the further roles of somebody in their order."""
        return self._some("WHERE contact_id = ?", contact_id)

    def pairing(self, contact_id: str) -> list[FurtherRole]:
        """Return the further roles of others that name somebody as the other one."""
        return self._some("WHERE pair_contact_id = ?", contact_id)

    def replace(self, contact_id: str, roles: Sequence[FurtherRole]) -> None:
        """Write exactly these roles of somebody."""
        before = {one.id: one for one in self.of(contact_id)}
        for role in roles:
            if before.get(role.id) != role:
                self.put(role)
        kept = {role.id for role in roles}
        for role_id in before:
            if role_id not in kept:
                self._rows.remove(CONTACT_ROLE.table, role_id)

    def put(self, role: FurtherRole) -> None:
        """Write one role."""
        self._rows.put(CONTACT_ROLE.table, CONTACT_ROLE.to_row(role))

    def _some(self, where: str, *parameters: object) -> list[FurtherRole]:
        found = self._rows.query(
            f"SELECT {CONTACT_ROLE.columns} FROM contact_role {where} ORDER BY order_no, rowid",
            parameters,
        )
        return [CONTACT_ROLE.from_row(row) for row in found]
