import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dutydesk.domain.equipment import EquipmentKind, EquipmentResult
from dutydesk.domain.instants import from_iso
from dutydesk.domain.paper_issue import PaperKind
from dutydesk.ui.equipment.equipment_dialogs import CheckDialog, ItemDialog
from tests.equipment_builders import check_draft, item_of
from tests.ui import looking
from tests.ui.live_desk import CTRL, SHIFT, settle

KEY = Qt.Key


def confirm(live, dialog):
    kind = type(dialog)
    dialog.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    live.qtbot.keyClick(dialog.focusWidget(), KEY.Key_Return, CTRL)
    settle()
    if live.dialog(kind) is None:
        live.window.activateWindow()
        live.qtbot.waitUntil(lambda: QApplication.activeWindow() is live.window)


def choose(live, kind):
    panel = live.panel("equipment")
    panel.show_record(item_of(live.room, kind).id)
    return panel


def mark(panel, kind):
    at = next(n for n, one in enumerate(panel.view.states) if one.item.kind is kind)
    return panel.table.item(at, 0).text()


def test_a_walk_by_keys_goes_from_item_to_item(live):
    live.press((KEY.Key_F7, SHIFT))
    panel = live.panel("equipment")
    assert panel.selected().item.kind is EquipmentKind.DUTY_PHONE
    live.press((KEY.Key_1, CTRL))
    assert panel.selected().item.kind is EquipmentKind.FAX
    live.press((KEY.Key_1, CTRL))
    assert (mark(panel, EquipmentKind.DUTY_PHONE), mark(panel, EquipmentKind.FAX)) == (
        "✓ 正常",
        "✓ 正常",
    )
    assert panel._counts.text() == "本班已查 2/12"
    live.press((KEY.Key_N, CTRL | SHIFT))
    assert panel._counts.text() == "本班已查 11/12"
    assert mark(panel, EquipmentKind.SATELLITE_PHONE) == "○ 未查"


def test_a_fault_asks_what_and_whom_and_begins_an_open_item(live):
    live.enter("equipment")
    panel = choose(live, EquipmentKind.SATELLITE_PHONE)
    live.press((KEY.Key_2, CTRL))
    dialog = live.dialog(CheckDialog)
    # Faults of the satellite phone are told the leader of the shift.
    assert (dialog.told.text(), dialog.is_open_item.isChecked()) == ("丙某", True)
    confirm(live, dialog)
    assert dialog.answer.text().startswith("卫星电话异常要写明情况")
    dialog.note.setText("不能开机")
    confirm(live, dialog)
    assert mark(panel, EquipmentKind.SATELLITE_PHONE) == "▲ 异常"
    (item,) = live.room.open_item.open_items()
    assert item.owner == "丙某"
    assert live.titles() == ["设备检查：卫星电话异常，不能开机，已报丙某。"]
    # Looked at again: what was said of it is proposed, no second open item.
    choose(live, EquipmentKind.SATELLITE_PHONE)
    live.press((KEY.Key_3, CTRL))
    dialog = live.dialog(CheckDialog)
    assert (dialog.note.text(), dialog.is_open_item.isChecked()) == ("不能开机", False)
    confirm(live, dialog)
    assert mark(panel, EquipmentKind.SATELLITE_PHONE) == "▲ 已报修"


def test_the_charge_is_asked_before_the_satellite_phone_is_in_order(live):
    live.enter("equipment")
    panel = choose(live, EquipmentKind.SATELLITE_PHONE)
    live.press((KEY.Key_1, CTRL))
    dialog = live.dialog(CheckDialog)
    confirm(live, dialog)
    assert dialog.answer.text() == "卫星电话要填电量。请看一眼电量再记下。"
    dialog.charge.setText("很多")
    confirm(live, dialog)
    assert dialog.answer.text() == "电量看不懂：很多。请写整数。"
    dialog.charge.setText("49%")
    dialog.is_test_call.setChecked(True)
    confirm(live, dialog)
    state = next(one for one in panel.view.states if one.item.has_test)
    assert (state.charge_percent, state.last.is_test_call) == (49, True)
    at = panel.view.states.index(state)
    assert panel.table.item(at, 3).text() == "电量49%，须充电"
    assert [line.step for line in live.window.deadlines.lines()] == ["充电", "节假日"]


def test_a_line_of_the_deadlines_leads_to_the_test_that_is_due(live):
    live.room.clock.at = from_iso("2026-11-24T08:00")
    live.desk.hub.beat()
    settle()
    deadlines = live.window.deadlines
    assert [line.step for line in deadlines.lines()] == ["试呼", "节假日"]
    deadlines._list.setCurrentIndex(deadlines._model.index(0))
    live.qtbot.keyClick(deadlines._list, KEY.Key_Return)
    panel = live.panel("equipment")
    assert panel.selected().item.kind is EquipmentKind.SATELLITE_PHONE
    assert "下次试呼在11月30日前" in panel.detail.text()


def test_items_are_added_and_taken_out_of_use(live):
    panel = live.enter("equipment")
    live.press((KEY.Key_N, CTRL))
    dialog = live.dialog(ItemDialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData(EquipmentKind.SATELLITE_PHONE.value))
    dialog.kind.activated.emit(dialog.kind.currentIndex())
    assert (dialog.is_monthly.isChecked(), dialog.texts["low"].text()) == (True, "50")
    confirm(live, dialog)
    assert dialog.answer.text().startswith("设备名称没有填")
    dialog.texts["name"].setText("卫星电话2")
    dialog.texts["days"].setText("x")
    confirm(live, dialog)
    assert dialog.answer.text() == "试呼间隔天数看不懂：x。请写整数。"
    dialog.texts["days"].clear()
    confirm(live, dialog)
    added = panel.view.states[-1].item
    assert (added.name, added.is_handed_over) == ("卫星电话2", True)
    panel.show_record(added.id)
    live.press((KEY.Key_E, CTRL))
    dialog = live.dialog(ItemDialog)
    assert dialog.texts["low"].text() == "50"
    dialog.is_active.setChecked(False)
    confirm(live, dialog)
    panel.show_record(added.id)
    assert panel.table.item(panel.table.currentRow(), 0).text() == "已停用"
    live.press((KEY.Key_1, CTRL))
    assert live.dialog(CheckDialog) is None


def test_an_empty_list_takes_the_usual_one_by_a_button(live):
    with live.room.store.writing(actor="cli", action="equipment.put") as work:
        for item in work.tables.equipment.items():
            work.tables.equipment._rows.remove("equipment_item", item.id)
    panel = live.enter("equipment")
    panel.reload()
    assert panel._empty.isVisible()
    panel._empty.begun.emit()
    assert len(panel.view.states) == 12


def test_a_fault_of_the_shift_before_stands_out_until_it_is_looked_at(live):
    item = item_of(live.room, EquipmentKind.PRINTER)
    fault = check_draft(item.id, result=EquipmentResult.ABNORMAL, note="卡纸")
    live.room.equipment.check(fault, by=live.desk.session.seat.actor)
    panel = live.enter("equipment")
    assert mark(panel, EquipmentKind.PRINTER) == "▲ 异常"
    assert live.window.bar.buttons["equipment"].count == 1


def test_the_paper_is_that_of_this_month(live):
    panel = live.enter("equipment")
    wanted = []
    panel._show_paper = wanted.append
    live.press(KEY.Key_F9)
    assert (wanted[0].kind, wanted[0].month.month) == (PaperKind.EQUIPMENT_LIST, 11)


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_clipped_unnamed_or_english(live, scale):
    live.desk.theme.set_scale(scale)
    panel = live.enter("equipment")
    live.press((KEY.Key_2, CTRL))
    roots = [panel, live.dialog(CheckDialog)]
    roots[1].close()
    live.press((KEY.Key_N, CTRL))
    settle()
    for root in (panel, live.dialog(ItemDialog)):
        assert looking.clipped_texts(root) == []
        assert looking.unnamed(root) == []
        assert looking.english(root) - {"UPS"} == set()
    live.desk.theme.set_scale(100)
