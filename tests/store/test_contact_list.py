"""Lists, counts and roles as SQL agree with the rules of the domain."""

from __future__ import annotations

import random
from datetime import timedelta

from dutydesk.domain.contact_state import Listed, contact_dates, states_of
from dutydesk.domain.contacts import Contact, FurtherRole, Unit
from tests.builders import Staff

UNITS = ("甲", "乙", "丙")


def test_the_lists_are_those_of_the_domain_and_roles_bring_people_into_units(
    staffed: Staff,
) -> None:
    room, chance = staffed.room, random.Random(7)  # noqa: S311 -- a sample, no secret
    now = room.clock.now()
    with room.store.writing(actor="cli", action="contacts.save") as work:
        tables = work.tables
        for place, name in enumerate(UNITS):
            tables.contacts.put_unit(Unit(name, f"{name}局", order_no=place))
        dates = contact_dates(now, tables.setting.get)
        people = []
        for n in range(120):
            verified = chance.choice([None, now, now - timedelta(days=chance.randint(85, 95))])
            ends = chance.choice([None, dates.today + timedelta(days=chance.randint(-2, 32))])
            people.append(
                Contact(
                    f"c{n}",
                    f"某{n}",
                    chance.choice([None, *UNITS]),
                    order_no=n,
                    is_retired=chance.random() < 0.1,
                    last_verified_at=verified,
                    valid_to=ends,
                )
            )
            tables.contacts.put(people[-1])
        role = FurtherRole("r", "c0", "丙" if people[0].unit_id != "丙" else "乙")
        tables.contact_role.replace("c0", [role])
    with room.store.reading() as tables:
        for listed in set(Listed) - {Listed.UNTRAINED}:
            rowids = tables.contact_list.rowids(listed, dates)
            found = {one.id for one in tables.contacts.by_rowids(rowids)}
            assert found == {one.id for one in people if listed in states_of(one, dates)}, listed
            assert tables.contact_list.tally(dates)[listed] == len(found)
        stale = tables.contacts.by_rowids(tables.contact_list.rowids(Listed.STALE, dates))
        ages = [(one.last_verified_at is not None, one.last_verified_at or now) for one in stale]
        assert ages == sorted(ages)
        in_role = tables.contact_list.rowids(Listed.IN_SERVICE, dates, {role.unit_id or ""})
        is_there = Listed.IN_SERVICE in states_of(people[0], dates)
        assert ("c0" in {one.id for one in tables.contacts.by_rowids(in_role)}) is is_there
        assert tables.contact_list.places(dates) == (
            [("c0", people[0].unit_id, role.unit_id)] if is_there else []
        )
        nobodys = tables.contact_list.rowids(Listed.IN_SERVICE, dates, frozenset())
        assert all(one.unit_id is None for one in tables.contacts.by_rowids(nobodys))
        assert sum(tables.contact_list.counts(dates).values()) == len(
            tables.contact_list.rowids(Listed.IN_SERVICE, dates)
        )
