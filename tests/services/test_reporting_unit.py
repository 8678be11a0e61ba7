from dataclasses import replace

import pytest

from dutydesk import paths
from dutydesk.domain.contacts import UnitKind
from dutydesk.domain.reporting_unit import (
    DraftReportingUnit,
    NoUnitsInContacts,
    ReportingUnitExists,
)
from tests.builders import Staff
from tests.reporting_builders import list_units


def test_a_unit_is_listed_changed_and_leaves(staffed: Staff) -> None:
    room = staffed.room
    one, two, _ = list_units(staffed)
    assert [unit.order_no for unit in room.reporting_unit.units()] == [1, 2, 3]
    draft = DraftReportingUnit(id=one.id, name=one.name, phone="0000-9", is_active=False)
    gone = room.reporting_unit.put(draft, by=staffed.by).value
    assert (gone.phone, gone.retired_at) == ("0000-9", room.clock.now())
    assert room.reporting_unit.put(draft, by=staffed.by).changes.touched == {}
    back = room.reporting_unit.put(replace(draft, is_active=True), by=staffed.by).value
    assert (back.is_active, back.created_at) == (True, one.created_at)
    with pytest.raises(ReportingUnitExists):
        room.reporting_unit.put(DraftReportingUnit(id="x", name=two.name), by=staffed.by)


def test_the_communities_of_the_contacts_are_taken_once_with_their_number(staffed: Staff) -> None:
    room = staffed.room
    with pytest.raises(NoUnitsInContacts):
        room.reporting_unit.take_from_contacts(by=staffed.by)
    file = paths.resources_dir() / "demo" / "contacts.csv"
    room.contact_import.import_file(file, by=staffed.by)
    with room.store.reading() as tables:
        wanted = {one.name for one in tables.contacts.units() if one.kind is UnitKind.COMMUNITY}
    taken = room.reporting_unit.take_from_contacts(by=staffed.by).value
    assert {one.name for one in taken} == wanted
    assert len(taken) > 1
    assert all(one.phone and one.contact for one in taken)
    with pytest.raises(NoUnitsInContacts):
        room.reporting_unit.take_from_contacts(by=staffed.by)
