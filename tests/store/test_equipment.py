from datetime import timedelta

import pytest

from dutydesk.domain.equipment import EquipmentKind, EquipmentResult
from dutydesk.store import driver
from dutydesk.store.equipment import shipped_kinds
from tests.builders import Staff
from tests.equipment_builders import CHECKED, checked, satellite


def test_a_new_room_has_the_usual_list_under_the_usual_rules(staffed: Staff) -> None:
    with staffed.room.store.reading() as tables:
        items = tables.equipment.items()
        names = {item.name for item in tables.checklist.all()}
    assert [item.kind for item in items] == [kind for kind, _, _ in shipped_kinds()]
    assert {kind for kind, _, _ in shipped_kinds()} == set(EquipmentKind) - {EquipmentKind.OTHER}
    (phone,) = [one for one in items if one.is_test_monthly]
    assert (phone.kind, phone.low_charge_percent) == (EquipmentKind.SATELLITE_PHONE, 50)
    assert (phone.is_handed_over, phone.is_lead_told) == (True, True)
    assert {item.checklist_name for item in items} - {""} <= names


def test_the_state_of_an_item_holds_its_last_check_test_and_charge(staffed: Staff) -> None:
    room, item = staffed.room, satellite(order_no=99)
    hour = timedelta(hours=1)
    facts = {"shift_id": staffed.shift.id}
    test = checked(is_test_call=True, charge_percent=80, **facts)
    failed = checked(
        CHECKED + hour, is_test_call=True, result=EquipmentResult.ABNORMAL, note="x", **facts
    )
    read = checked(CHECKED + 2 * hour, charge_percent=45, **facts)
    last = checked(CHECKED + 3 * hour, **facts)
    with room.store.writing(actor="cli", action="equipment.check") as work:
        work.tables.equipment.put_item(item)
        for one in (test, failed, read, last):
            work.tables.equipment.append_check(one)
    with room.store.reading() as tables:
        table = tables.equipment
        state = table.states()[-1]
        assert (state.item, state.last) == (item, last)
        # A test call that failed is none.
        assert (state.last_test, state.last_charge) == (test, read)
        assert table.states()[0].last is None
        assert (table.item("sat"), table.item("没有")) == (item, None)
        assert table.last_check("sat") == last
        assert table.check_by_id(read.id) == read
        assert table.check_by_id("没有") is None
        assert table.checks_of("sat", 2) == [last, read]
        assert table.checks_between(CHECKED, CHECKED + 2 * hour) == [test, failed]


def test_a_check_is_never_changed(staffed: Staff) -> None:
    room = staffed.room
    with room.store.writing(actor="cli", action="equipment.check") as work:
        work.tables.equipment.put_item(satellite())
        work.tables.equipment.append_check(checked(shift_id=staffed.shift.id))
    connection = driver.connect(str(room.store.path))
    with pytest.raises(driver.Error, match="append-only"):
        connection.execute("UPDATE equipment_check SET note = 'x'")
    connection.close()
