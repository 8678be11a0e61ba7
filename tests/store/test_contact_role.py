from __future__ import annotations

from dataclasses import replace

from dutydesk.domain.contacts import Contact, FurtherRole
from tests.builders import Staff


def test_exactly_the_roles_given_stay_and_unchanged_ones_are_not_written(staffed: Staff) -> None:
    store = staffed.room.store
    roles = [FurtherRole(key, "c", post=key, order_no=n) for n, key in enumerate("ab", 1)]
    with store.writing(actor="cli", action="contacts.save") as work:
        work.tables.contacts.put(Contact("c", "甲"))
        work.tables.contacts.put(Contact("d", "乙"))
        work.tables.contact_role.replace("c", roles)
    later = [replace(roles[1], pair_contact_id="d", order_no=1)]
    with store.writing(actor="cli", action="contacts.save") as work:
        work.tables.contact_role.replace("c", later)
    assert set(work.changes.ids("contact_role")) == {"a", "b"}
    with store.reading() as tables:
        assert tables.contact_role.of("c") == later == tables.contact_role.pairing("d")
        assert [
            one.role for one in tables.contacts.cards_of([Contact("c", "甲")])[0].roles
        ] == later
