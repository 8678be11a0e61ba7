from dutydesk.domain.contacts import UnitKind
from dutydesk.ui.contacts.unit_dialog import UnitDialog, UnitStart


def test_a_unit_is_changed_and_cannot_be_put_below_itself(contacts):
    units = contacts.service.units()
    unit = contacts.units["区燃气公司"]
    dialog = UnitDialog(
        contacts.desk, contacts.staff.room.contact_unit, UnitStart(units, unit), contacts.window
    )
    assert dialog.above.findData(unit.id) == -1
    dialog.name.setText("区燃气集团")
    dialog.kind.setCurrentIndex(dialog.kind.findData(UnitKind.PUBLIC_SERVICE.value))
    dialog.above.setCurrentIndex(dialog.above.findData(contacts.units["区应急管理局"].id))
    dialog.submit()
    saved = next(one for one in contacts.service.units() if one.id == unit.id)
    assert (saved.name, saved.kind) == ("区燃气集团", UnitKind.PUBLIC_SERVICE)
    assert saved.parent_id == contacts.units["区应急管理局"].id


def test_a_unit_without_a_name_is_refused_in_place(contacts):
    dialog = UnitDialog(
        contacts.desk, contacts.staff.room.contact_unit, UnitStart(()), contacts.window
    )
    dialog.show()
    dialog.name.setText(" ")
    dialog.submit()
    assert "没有名称" in dialog.answer.text()
    assert dialog.accept_button.isEnabled()
