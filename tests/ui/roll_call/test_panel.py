from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dutydesk.domain.instants import from_iso
from dutydesk.domain.paper_issue import PaperKind
from dutydesk.ui.roll_call.plan_dialogs import PlanDialog, PlanListDialog
from dutydesk.ui.roll_call.result_dialog import EndDialog, ResultDialog
from dutydesk.ui.roll_call.start_dialog import StartDialog
from tests.ui.live_desk import CTRL, SHIFT, settle

KEY = Qt.Key


def confirm(live, dialog, back=None):
    kind, back = type(dialog), back or live.window
    dialog.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    live.qtbot.keyClick(dialog.focusWidget(), KEY.Key_Return, CTRL)
    settle()
    if live.dialog(kind) is None:
        back.activateWindow()
        live.qtbot.waitUntil(lambda: QApplication.activeWindow() is back)


def leave(live, dialog):
    dialog.reject()
    settle()
    live.window.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is live.window)


def marks(panel):
    return [panel.table.item(row, 0).text() for row in range(panel.table.rowCount())]


def test_a_roll_call_goes_from_unit_to_unit_by_keys(live):
    live.press((KEY.Key_F1, SHIFT))
    panel = live.panel("roll_call")
    live.press((KEY.Key_N, CTRL))
    dialog = live.dialog(StartDialog)
    assert dialog.title.text() == "08:30点名"
    confirm(live, dialog)
    assert marks(panel) == ["○ 待点"] * 3
    live.press((KEY.Key_1, CTRL), (KEY.Key_2, CTRL))
    assert marks(panel) == ["✓ 应答", "▲ 无人接听", "○ 待点"]
    assert panel._counts.text() == "已点2/3，应答1，无人接听1"
    live.press((KEY.Key_J, CTRL))
    dialog = live.dialog(EndDialog)
    confirm(live, dialog)
    assert dialog.answer.text() == "还有1个单位没有点。请点完，或写明不点的原因。"
    leave(live, dialog)
    live.press((KEY.Key_E, CTRL))
    dialog = live.dialog(ResultDialog)
    dialog.flags["lead_on_post"].answer("no")
    dialog.rings.setText("6声")
    dialog.is_open_item.setChecked(True)
    confirm(live, dialog)
    assert dialog.answer.text() == "安和三社区列入未办结，要写明发现的问题。"
    dialog.texts["finding"].setText("带班领导外出未报备")
    confirm(live, dialog)
    assert marks(panel)[2] == "◆ 有问题"
    (item,) = live.room.open_item.open_items()
    assert item.owner == "安和三社区"
    live.press((KEY.Key_J, CTRL))
    assert live.titles()[-1].startswith("11月20日8时30分电话点名3个社区（08:30点名）；应答2个")
    assert not panel.buttons["in_order"].isEnabled()
    asked = []
    panel._show_paper = asked.append
    assert panel.print_view()
    assert asked[0].kind is PaperKind.ROLL_CALL_RESULT


def test_at_twice_the_type_the_list_does_not_lie_on_the_buttons(live):
    panel = live.enter("roll_call")
    live.press((KEY.Key_N, CTRL))
    confirm(live, live.dialog(StartDialog))
    live.desk.theme.set_scale(200)
    settle()
    button, table = panel.buttons["plans"], panel.table
    assert button.mapTo(panel, button.rect().bottomLeft()).y() < table.y()
    assert table.viewport().height() >= table.rowHeight(0)


def test_a_unit_that_did_not_answer_is_tried_again_and_past_ones_are_shown(live):
    panel = live.enter("roll_call")
    assert not panel.print_view()
    assert "还没有点过名" in panel.why_no_paper()
    for name in ("一", "二"):
        live.press((KEY.Key_N, CTRL))
        dialog = live.dialog(StartDialog)
        dialog.title.setText(name)
        dialog.count.setText("2个")
        confirm(live, dialog)
        live.press((KEY.Key_3, CTRL))
        panel.table.selectRow(0)
        live.press((KEY.Key_1, CTRL), (KEY.Key_1, CTRL), (KEY.Key_J, CTRL))
        live.room.clock.forward(minutes=10)
    assert marks(panel) == ["✓ 应答", "✓ 应答"]
    assert panel._title.text().startswith("二")
    live.press((KEY.Key_PageUp, CTRL))
    assert panel._title.text().startswith("一")
    assert "已试2次" in panel.table.item(0, 3).text()
    live.press((KEY.Key_PageDown, CTRL))
    assert panel._title.text().startswith("二")


def test_a_planned_roll_call_is_told_and_begun_as_planned(live):
    panel = live.enter("roll_call")
    live.press((KEY.Key_M, CTRL))
    plans = live.dialog(PlanListDialog)
    plans.add_plan()
    dialog = live.dialog(PlanDialog)
    dialog.texts["title"].setText("每晚点名")
    dialog.texts["starts_at_time"].setText("夜里")
    confirm(live, dialog, plans)
    assert dialog.answer.text() == "时间不对：夜里。请写成 21:00 这样，起止不能相同。"
    dialog.texts["starts_at_time"].setText("2100")
    dialog.texts["count"].setText("1")
    confirm(live, dialog, plans)
    assert plans.table.item(0, 3).text() == "每天21:00，抽1个单位"
    plans.change_plan()
    assert live.dialog(PlanDialog).texts["title"].text() == "每晚点名"
    live.dialog(PlanDialog).reject()
    leave(live, plans)
    live.room.clock.at = from_iso("2026-11-20T21:00") - timedelta(minutes=5)
    live.desk.hub.beat()
    settle()
    assert panel.due.text() == "21:00该点名：每晚点名"
    assert "每晚点名" in [line.title for line in live.window.deadlines.lines()]
    live.press((KEY.Key_N, CTRL))
    dialog = live.dialog(StartDialog)
    assert (dialog.title.text(), dialog.count.text()) == ("每晚点名", "1")
    confirm(live, dialog)
    assert marks(panel) == ["○ 待点"]
    assert panel.due.text() == ""
