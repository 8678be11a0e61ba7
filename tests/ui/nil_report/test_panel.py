from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dutydesk.domain.cut_off import due_key
from dutydesk.domain.paper_issue import PaperKind
from dutydesk.ui.nil_report.group_dialog import GroupDialog
from dutydesk.ui.nil_report.month_dialog import MonthDialog
from dutydesk.ui.nil_report.report_dialogs import ChaseDialog, ContentDialog
from dutydesk.ui.nil_report.unit_dialog import UnitDialog
from tests.reporting_builders import DUE
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


def marks(panel):
    return [panel.table.item(row, 0).text() for row in range(panel.table.rowCount())]


def told(live):
    return [line.title for line in live.window.deadlines.lines()]


def late(live):
    live.room.clock.at = DUE + timedelta(minutes=5)
    live.desk.hub.beat()
    settle()


def test_reports_are_taken_down_by_keys_and_the_log_is_told_once(live):
    live.press((KEY.Key_F10, SHIFT))
    panel = live.panel("nil_report")
    assert marks(panel) == ["○ 待报"] * 3
    assert panel.selected().unit.name == "安和一社区"
    assert "0000-1" in panel.detail.text()
    live.press(KEY.Key_Return)
    assert panel.selected().unit.name == "安和二社区"
    live.press((KEY.Key_E, CTRL))
    dialog = live.dialog(ContentDialog)
    confirm(live, dialog)
    assert dialog.answer.text() == "情况没有填。没有情况请按 Enter 记零报告。"
    dialog.content.setPlainText("3号楼停水，已报水务")
    dialog.reporter.setText("王某")
    confirm(live, dialog)
    assert marks(panel) == ["✓ 零报告", "● 有情况", "○ 待报"]
    assert panel.selected().unit.name == "安和三社区"
    assert live.titles() == ["3号楼停水，已报水务"]
    live.press((KEY.Key_J, CTRL))
    assert live.titles()[1].endswith("安和二社区报告：3号楼停水，已报水务；安和三社区未报。")
    live.press((KEY.Key_J, CTRL))
    assert panel._answer.text() == "11月20日 17:00这一期已按现在的情况记入日志，不必再记。"
    assert panel._counts.text() == "已报2/3，有情况1"


def test_who_is_missing_is_loud_and_chased_by_keys(live):
    panel = live.enter("nil_report")
    late(live)
    assert "3个社区未报" in told(live)
    assert marks(panel) == ["▲ 未报"] * 3
    live.press((KEY.Key_B, CTRL | SHIFT))
    assert panel.table.item(0, 3).text() == "已催1次，17:05无人接听"
    assert panel.selected().unit.name == "安和二社区"
    live.press((KEY.Key_B, CTRL))
    dialog = live.dialog(ChaseDialog)
    dialog.person.setText("李某")
    dialog.is_nil.setChecked(True)
    confirm(live, dialog)
    assert marks(panel) == ["▲ 未报", "◆ 迟报", "▲ 未报"]
    live.press((KEY.Key_A, CTRL | SHIFT))
    dialog = live.dialog(GroupDialog)
    assert len(dialog.list.ticked()) == 2
    live.qtbot.keyClick(dialog.list, KEY.Key_Space)
    assert len(dialog.list.ticked()) == 1
    live.qtbot.keyClick(dialog.list, KEY.Key_Space)
    confirm(live, dialog)
    assert marks(panel) == ["◆ 迟报"] * 3
    assert "本辖区未接报突发事件" in panel.sentence.text()
    assert not any("社区" in title for title in told(live))


def test_the_list_of_rooms_counts_who_is_late_before_the_room_was_entered(live):
    late(live)
    assert live.window.panel("nil_report") is None
    assert live.window.bar.buttons["nil_report"].count == 3
    live.enter("nil_report")
    live.press((KEY.Key_PageUp, CTRL))
    assert live.window.bar.buttons["nil_report"].count == 3


def test_a_correction_asks_why_and_strikes_what_was_said(live):
    panel = live.enter("nil_report")
    live.press(KEY.Key_Return, KEY.Key_Up, (KEY.Key_E, CTRL))
    dialog = live.dialog(ContentDialog)
    dialog.content.setPlainText("停电")
    confirm(live, dialog)
    assert dialog.answer.text() == "安和一社区这一期已报过。要改就写明更正原因。"
    dialog.reason.setText("补报新情况")
    confirm(live, dialog)
    panel.table.selectRow(0)
    assert "零报告（已更正）" in panel.detail.text()
    assert "更正原因：补报新情况" in panel.detail.text()
    live.press((KEY.Key_I, CTRL))
    assert live.window.room() is live.panel("incident")


def test_other_cut_offs_are_shown_and_the_month_opens_one(live):
    late(live)
    panel = live.enter("nil_report")
    assert "11月20日 周五 17:00 截止" in panel._title.text()
    live.press((KEY.Key_PageDown, CTRL))
    assert "11月21日 周六 17:00 截止" in panel._title.text()
    live.press((KEY.Key_PageUp, CTRL))
    live.press((KEY.Key_PageDown, CTRL), (KEY.Key_Home, CTRL))
    assert "11月20日 周五" in panel._title.text()
    live.press((KEY.Key_PageDown, CTRL), (KEY.Key_M, CTRL))
    dialog = live.dialog(MonthDialog)
    assert dialog.table.item(0, 0).text() == "▲"
    dialog.open_chosen()
    assert "11月20日 周五" in panel._title.text()
    asked = []
    panel.show_paper = asked.append
    live.press((KEY.Key_M, CTRL))
    live.dialog(MonthDialog).print_month()
    assert (asked[0].kind, asked[0].month.isoformat()) == (
        PaperKind.NIL_REPORT_SUMMARY,
        "2026-11-01",
    )
    panel.go_after()
    panel.show_record(due_key(DUE))
    assert "11月20日 周五" in panel._title.text()


def test_units_are_listed_changed_and_printed(live):
    panel = live.enter("nil_report")
    live.press((KEY.Key_N, CTRL))
    dialog = live.dialog(UnitDialog)
    confirm(live, dialog)
    assert dialog.answer.text() == "单位名称没有填。请补上后再记下。"
    dialog.texts["name"].setText("安和四社区")
    confirm(live, dialog)
    assert len(marks(panel)) == 4
    panel.table.selectRow(3)
    live.press((KEY.Key_D, CTRL))
    dialog = live.dialog(UnitDialog)
    dialog.is_active.setChecked(False)
    confirm(live, dialog)
    assert len(marks(panel)) == 3
    asked = []
    panel.show_paper = asked.append
    assert panel.print_view()
    assert asked[0].kind is PaperKind.NIL_REPORT_SUMMARY
