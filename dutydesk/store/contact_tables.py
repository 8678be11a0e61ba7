"""The tables beside the contacts: lists, calls, further roles, HQs, trainings.

Loaded when first asked for, as in ``tables``.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dutydesk.store.contact_calls import ContactCalls
    from dutydesk.store.contact_import import ContactImportTable
    from dutydesk.store.contact_list import ContactList
    from dutydesk.store.contact_role import ContactRoleTable
    from dutydesk.store.hq_member import HqMemberTable
    from dutydesk.store.rows import Rows
    from dutydesk.store.training import TrainingTable


class ContactTables:
    """Part of ``Tables``."""

    _rows: Rows

    @cached_property
    def contact_list(self) -> ContactList:
        """Which people a list shows."""
        from dutydesk.store.contact_list import ContactList

        return ContactList(self._rows)

    @cached_property
    def contact_calls(self) -> ContactCalls:
        """Calls with people of the contacts."""
        from dutydesk.store.contact_calls import ContactCalls

        return ContactCalls(self._rows)

    @cached_property
    def contact_import(self) -> ContactImportTable:
        """Imports, and how sheets were read."""
        from dutydesk.store.contact_import import ContactImportTable

        return ContactImportTable(self._rows)

    @cached_property
    def contact_role(self) -> ContactRoleTable:
        """Further roles of people."""
        from dutydesk.store.contact_role import ContactRoleTable

        return ContactRoleTable(self._rows)

    @cached_property
    def hq_member(self) -> HqMemberTable:
        """Members of HQs."""
        from dutydesk.store.hq_member import HqMemberTable

        return HqMemberTable(self._rows)

    @cached_property
    def training(self) -> TrainingTable:
        """Training required and done."""
        from dutydesk.store.training import TrainingTable

        return TrainingTable(self._rows)
