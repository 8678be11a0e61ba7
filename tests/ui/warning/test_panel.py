from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.warning import WarningState
from dutydesk.domain.warning_color import WarningColor
from dutydesk.ui.call_round.start_dialog import StartDialog
from dutydesk.ui.papers.preview import PaperPreview
from dutydesk.ui.warning.step_dialogs import (
    EndResponseDialog,
    ExtendDialog,
    ForwardDialog,
    LiftDialog,
    NoteDialog,
    ReportDialog,
    RespondDialog,
)
from dutydesk.ui.warning.warning_dialog import WarningDialog
from tests.builders import draft
from tests.ui.live_desk import CTRL, SHIFT, settle
from tests.warning_builders import WHOLE, at, warning_draft

KEY = Qt.Key
ROOM = (KEY.Key_F11, SHIFT)


def confirm(live, kind):
    """Press Ctrl+Enter in a dialog and go back to the window."""
    dialog = live.dialog(kind)
    dialog.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    live.qtbot.keyClick(dialog.focusWidget() or dialog, KEY.Key_Return, CTRL)
    settle()
    if live.dialog(kind) is None:
        live.window.activateWindow()
        live.qtbot.waitUntil(lambda: QApplication.activeWindow() is live.window)


def registered(live, **changes):
    typed = warning_draft(live.room, **changes)
    done = live.room.warning.register(typed, by=live.desk.session.seat.actor)
    live.desk.hub.announce(done.changes)
    return done.value


def test_a_pasted_warning_is_read_registered_and_followed_to_its_end_by_keys(live):
    QGuiApplication.clipboard().setText(WHOLE)
    live.press(ROOM, (KEY.Key_V, CTRL | SHIFT))
    panel, dialog = live.panel("warning"), live.dialog(WarningDialog)
    fields = dialog.fields
    assert (fields.kind_name(), fields.color.currentData()) == ("暴雨", "orange")
    assert fields.texts["issued_by"].text() == "区气象台"
    assert fields.times["issued_at"].value() == at("08:18")
    assert fields.times["valid_to"].value() == at("11:18")
    assert fields.texts["area"].text() == "我区大部分地区"
    assert dialog.told.text().startswith("已读出：种类、颜色、发布单位")
    fields.channels.boxes["大喇叭"].setChecked(True)
    confirm(live, WarningDialog)
    one = panel.selected()
    assert (one.warning_no, one.color, one.channels) == (
        "2026-1",
        WarningColor.ORANGE,
        ("大喇叭",),
    )
    assert live.window.bar.buttons["warning"].count == 1
    assert "暴雨橙色预警" in panel.table.item(0, 0).text()
    assert not panel.table.item(0, 0).icon().isNull()
    live.go_on(minutes=12)
    assert panel.table.item(0, 3).text() == "▲ 已超2分"

    live.press((KEY.Key_R, CTRL))
    assert live.dialog(ReportDialog).to_whom.text() == "带班领导丙某"
    live.dialog(ReportDialog).words.setText("要求各社区上岗")
    confirm(live, ReportDialog)
    live.press((KEY.Key_U, CTRL))
    confirm(live, ForwardDialog)
    assert live.dialog(ForwardDialog).answer.text() == "对象没有填。请补上后再记。"
    live.dialog(ForwardDialog).to_whom.set_text("各社区")
    confirm(live, ForwardDialog)
    assert panel.table.item(0, 3).text() == "✓ 08:42（迟）"
    assert panel.table.item(0, 4).text() == "✓ 08:42"
    told = live.titles()
    assert told[0].startswith("区气象台11月20日8时18分发布暴雨橙色预警")
    assert told[1].endswith("已报告带班领导丙某。要求各社区上岗")


def test_a_response_is_started_and_outlasts_the_warning_until_somebody_ends_it(live):
    registered(live)
    live.press(ROOM, (KEY.Key_Y, CTRL))
    panel = live.panel("warning")
    response = live.dialog(RespondDialog)
    response.level.setCurrentIndex(response.level.findData("3"))
    response.matter.setText("防汛")
    response.measures.setPlainText("转移低洼院落居民")
    confirm(live, RespondDialog)
    live.press((KEY.Key_I, CTRL))
    live.dialog(NoteDialog).words.setText("已张贴通告")
    confirm(live, NoteDialog)
    live.press((KEY.Key_B, CTRL))
    live.dialog(ExtendDialog).until.edit.setText("1500")
    confirm(live, ExtendDialog)
    assert panel.selected().valid_to == at("15:00")
    live.press((KEY.Key_D, CTRL))
    assert live.dialog(LiftDialog).ends_response.isVisible()
    confirm(live, LiftDialog)
    # The response outlasts the warning until somebody ends it.
    assert panel.selected().state is WarningState.LIFTED
    said = panel.steps.lines.toPlainText()
    for words in (
        "启动三级响应",
        "延续至",
        "解除",
        "已张贴通告",
    ):
        assert words in said
    live.press((KEY.Key_M, CTRL))
    confirm(live, EndResponseDialog)
    assert panel._empty.isVisible()
    assert len(live.titles()) == 6


def test_a_warning_is_changed_keeps_its_chain_and_asks_for_what_is_missing(live):
    old = registered(live, color=WarningColor.BLUE)
    live.press(ROOM)
    panel = live.panel("warning")
    live.press((KEY.Key_E, CTRL))
    dialog = live.dialog(WarningDialog)
    assert dialog.fields.kind_name() == "暴雨"
    confirm(live, WarningDialog)
    assert live.dialog(WarningDialog).answer.text() == "颜色没有填。请补上后再记。"
    assert dialog.focusWidget() is dialog.fields.color
    color = dialog.fields.color
    color.setCurrentIndex(color.findData("red"))
    dialog.fields.times["issued_at"].edit.setText("0829")
    dialog._look()
    assert "没有写警示事项" in dialog.finding.text()
    confirm(live, WarningDialog)
    (new,) = panel.warnings
    assert (new.color, new.replaces) == (WarningColor.RED, old.id)
    assert f"由 {old.warning_no} 暴雨蓝色预警" in panel.steps.lines.toPlainText()
    panel.show_record(old.id)
    settle()
    assert panel.is_all
    assert panel.selected().id == old.id
    assert "升级为" in panel.steps.lines.toPlainText()
    asked = []
    panel.call_round_wanted.connect(asked.append)
    live.press((KEY.Key_J, CTRL))
    assert asked == [old.id]
    begun = live.dialog(StartDialog)
    assert live.window.room() is live.panel("call_round")
    assert begun._matter.warning_id == old.id


def test_a_warning_half_written_means_the_times_it_meant(live):
    QGuiApplication.clipboard().setText(WHOLE)
    live.press(ROOM, (KEY.Key_V, CTRL | SHIFT))
    dialog = live.dialog(WarningDialog)
    meant = {name: time.value() for name, time in dialog.fields.times.items()}
    dialog.reject()
    settle()
    live.window.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is live.window)
    live.go_on(hours=20)
    live.press((KEY.Key_N, CTRL))
    again = live.dialog(WarningDialog)
    assert {name: time.value() for name, time in again.fields.times.items()} == meant
    assert again.fields.color.currentData() == "orange"


def test_an_entry_of_the_log_is_registered_by_one_key_and_printed_by_another(live):
    typed = draft(live.room, WHOLE, kind=EntryKind.WARNING, source="区气象台")
    other = draft(live.room, "别的事")
    for one in (typed, other):
        done = live.room.duty_log.record(one, by=live.desk.session.seat.actor)
        live.desk.hub.announce(done.changes)
    live.press((KEY.Key_Up, CTRL), KEY.Key_Up, (KEY.Key_G, CTRL | SHIFT))
    dialog = live.dialog(WarningDialog)
    assert dialog.fields.content.toPlainText() == WHOLE
    assert dialog.fields.color.currentData() == "orange"
    confirm(live, WarningDialog)
    (made,) = live.room.warning.open_warnings()
    assert made.entry_id == typed.id
    assert len(live.titles()) == 2
    said = [label.text() for label in live.desk.notices.findChildren(QLabel)]
    assert any(f"已登记暴雨橙色预警（{made.warning_no}）" in text for text in said)
    live.press(ROOM, KEY.Key_F9)
    live.qtbot.waitUntil(lambda: live.dialog(PaperPreview) is not None)


def test_the_clocks_stand_among_the_limits_and_lead_to_the_warning(live):
    one = registered(live, received_at=at("08:29"), issued_at=at("08:25"))
    deadlines = live.window.deadlines
    lines = [line for line in deadlines._model.lines if line.key.startswith("warning:")]
    steps = {line.step: line.due_at for line in lines}
    assert steps == {
        "预警报告": one.received_at + timedelta(minutes=10),
        "预警转发": one.received_at + timedelta(minutes=30),
    }
    deadlines.opened.emit(lines[0].key)
    settle()
    assert live.panel("warning").selected().id == one.id
