from dataclasses import replace

import pytest

from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor, OfficerMayNot, OfficerRole
from dutydesk.domain.saved_filter import SavedFilter, SavedFilterKnown, SavedFilterNotYours
from tests.builders import PIN, Staff


def gas(staffed: Staff, **changes: object) -> SavedFilter:
    values = {"id": staffed.room.saved_filter.new_id(), "name": "燃气", "text": "燃气", **changes}
    return SavedFilter(**values)  # type: ignore[arg-type]  # fields by name


def test_filters_stand_in_the_order_they_were_kept_and_twice_is_once(staffed: Staff) -> None:
    filters = staffed.room.saved_filter
    first, second = gas(staffed), gas(staffed, name=" 停电 ", officer_id=staffed.admin.id)
    for one in (first, second, first):
        filters.put(one, by=staffed.by)
    seen = filters.filters_for(staffed.admin.id)
    assert [(one.name, one.order_no) for one in seen] == [("燃气", 1), ("停电", 2)]
    assert [one.name for one in filters.filters_for(staffed.officer.id)] == ["燃气"]


def test_a_filter_is_renamed_and_taken_out_and_the_room_verifies(staffed: Staff) -> None:
    filters = staffed.room.saved_filter
    kept = filters.put(gas(staffed), by=staffed.by).value
    done = filters.put(replace(kept, name="煤气"), by=staffed.by)
    assert done.changes.names("saved_filter")
    assert [one.name for one in filters.filters_for(None)] == ["煤气"]
    filters.remove(kept.id, by=staffed.by)
    assert filters.filters_for(None) == []
    with pytest.raises(RecordUnknown):
        filters.remove(kept.id, by=staffed.by)
    assert staffed.room.verification.verify().ok


def test_an_own_filter_is_changed_by_nobody_else(staffed: Staff) -> None:
    filters = staffed.room.saved_filter
    own = filters.put(gas(staffed, officer_id=staffed.admin.id), by=staffed.by).value
    other = Actor(staffed.officer.id, staffed.officer.id)
    with pytest.raises(SavedFilterNotYours):
        filters.put(replace(own, officer_id=None), by=other)
    with pytest.raises(SavedFilterNotYours):
        filters.remove(own.id, by=other)
    with pytest.raises(SavedFilterKnown):
        filters.put(gas(staffed, officer_id=staffed.admin.id), by=staffed.by)


def test_who_only_reads_keeps_none(staffed: Staff) -> None:
    viewer = staffed.room.officer.add("丁某", OfficerRole.VIEWER, PIN, by=staffed.by).value
    with pytest.raises(OfficerMayNot):
        staffed.room.saved_filter.put(gas(staffed), by=Actor(viewer.id, viewer.id))
