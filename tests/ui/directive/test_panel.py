from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dutydesk.domain.directive import DirectiveStatus, DraftDirective
from dutydesk.domain.directive_step import PassOn
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.ui.directive.directive_dialog import DirectiveDialog
from dutydesk.ui.directive.step_dialogs import (
    ChaseDialog,
    CloseDirectiveDialog,
    FeedbackDialog,
    PassOnDialog,
    ReceiptDialog,
)
from tests.builders import draft
from tests.ui import looking
from tests.ui.live_desk import CTRL, SHIFT, settle

KEY = Qt.Key
ROOM = (KEY.Key_F6, SHIFT)


def confirm(live, kind):
    dialog = live.dialog(kind)
    dialog.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    live.qtbot.keyClick(dialog.focusWidget(), KEY.Key_Return, CTRL)
    settle()
    if live.dialog(kind) is None:
        live.window.activateWindow()
        live.qtbot.waitUntil(lambda: QApplication.activeWindow() is live.window)


def note(live, text="今日内排查同类隐患", **facts):
    service, now = live.room.directive, live.room.clock.now()
    typed = DraftDirective(id=service.new_id(), leader="区长", text=text, at=now, **facts)
    done = service.note(typed, by=live.desk.session.seat.actor)
    live.desk.hub.announce(done.changes)
    return done.value


def test_a_directive_of_the_quick_entry_is_passed_on_chased_and_closed_by_keys(live):
    by = live.desk.session.seat.actor
    typed = draft(live.room, "排查隐患", kind=EntryKind.DIRECTIVE, person="区长")
    done = live.room.duty_log.record(typed, by=by)
    live.desk.hub.announce(done.changes)
    assert live.window.bar.buttons["directive"].count == 1
    live.press(ROOM, (KEY.Key_U, CTRL))
    dialog = live.dialog(PassOnDialog)
    dialog.unit.set_text("应急办")
    dialog.person.setText("乙某")
    dialog.due_at.edit.setText("1000")
    confirm(live, PassOnDialog)
    panel = live.panel("directive")
    assert panel.selected().status is DirectiveStatus.PASSED_ON
    live.press((KEY.Key_R, CTRL))
    assert live.dialog(ReceiptDialog).signer.text() == "乙某"
    confirm(live, ReceiptDialog)
    live.press((KEY.Key_D, CTRL))
    confirm(live, ChaseDialog)
    assert live.dialog(ChaseDialog).answer.text() == "催办内容没有填。请补上后再试。"
    live.dialog(ChaseDialog).text.setText("请抓紧")
    confirm(live, ChaseDialog)
    assert "催办：请抓紧" in panel.steps.lines.toPlainText()
    live.press((KEY.Key_J, CTRL))
    live.dialog(CloseDirectiveDialog).outcome.setText("已办")
    confirm(live, CloseDirectiveDialog)
    assert "还没有反馈" in live.dialog(CloseDirectiveDialog).answer.text()
    live.dialog(CloseDirectiveDialog).reject()
    settle()
    live.window.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is live.window)
    live.press((KEY.Key_Y, CTRL))
    live.dialog(FeedbackDialog).text.setText("已排查12户")
    confirm(live, FeedbackDialog)
    live.press((KEY.Key_J, CTRL))
    confirm(live, CloseDirectiveDialog)
    assert live.room.directive.open_lines() == []
    assert panel._empty.isVisible()
    assert [text[:2] for text in live.titles()] == ["排查", "传达", "签收", "催办", "反馈", "办结"]


def test_an_instruction_is_taken_into_the_ledger_by_one_key(live):
    typed = draft(live.room, "燃气异味", instruction="请立即核实")
    done = live.room.duty_log.record(typed, by=live.desk.session.seat.actor)
    live.desk.hub.announce(done.changes)
    live.press((KEY.Key_T, CTRL | SHIFT))
    dialog = live.dialog(DirectiveDialog)
    assert dialog.text.toPlainText() == "请立即核实"
    assert dialog.carrier.text() == "日志第1条：燃气异味"
    dialog.leader.setText("书记")
    confirm(live, DirectiveDialog)
    (line,) = live.room.directive.open_lines()
    assert (line.entry_id, line.leader) == (typed.id, "书记")
    assert live.titles() == ["燃气异味"]


def test_a_new_line_begins_an_entry_and_a_passed_limit_is_refused_in_words(live):
    live.press(ROOM, (KEY.Key_N, CTRL))
    dialog = live.dialog(DirectiveDialog)
    dialog.leader.setText("区长")
    dialog.text.setPlainText("加强值守")
    dialog.due_at.edit.setText("11-19 1000")
    confirm(live, DirectiveDialog)
    assert "反馈时限" in live.dialog(DirectiveDialog).answer.text()
    dialog.due_at.edit.setText("1000")
    confirm(live, DirectiveDialog)
    assert live.titles() == ["加强值守"]
    assert live.panel("directive").selected().text == "加强值守"


def test_the_overdue_one_stands_first_marked_and_its_clock_leads_to_it(live):
    now = live.room.clock.now()
    note(live, "没有时限")
    late = note(live, "晚的", due_at=now + timedelta(minutes=20))
    panel = live.enter("directive")
    live.go_on(minutes=21)
    assert panel.table.item(0, 0).text() == "▲ 超期（待传达）"
    assert panel.lines[0].directive.id == late.id
    assert "批示 2" in live.window.deadlines._counts.text()
    live.enter("duty_desk")
    deadlines = live.window.deadlines
    deadlines._list.setCurrentIndex(deadlines._model.index(0))
    live.qtbot.keyClick(deadlines._list, KEY.Key_Return)
    assert live.panel("directive").selected().id == late.id


def test_a_limit_climbs_the_ladder_until_the_feedback_comes(live):
    now, by = live.room.clock.now(), live.desk.session.seat.actor
    line = note(live, due_at=now + timedelta(minutes=20))
    live.go_on(minutes=10)
    assert live.heard.tones == []
    assert any("批示待传达 区长：今日内排查同类隐患" in text for text in live.notices())
    live.go_on(minutes=5)
    assert live.heard.tones == ["soon"]
    live.go_on(minutes=5)
    assert live.heard.tones[-1] == "due"
    step = PassOn(unit="应急办", at=live.room.clock.now())
    done = live.room.directive.pass_on(line.id, live.room.directive.new_id(), step, by=by)
    live.desk.hub.announce(done.changes)
    settle()
    assert any("批示已传达" in text for text in live.notices())


def test_closed_ones_are_shown_when_everything_is_asked_for(live):
    note(live)
    panel = live.enter("directive")
    assert len(panel.lines) == 1
    panel.close_selected()
    dialog = live.dialog(CloseDirectiveDialog)
    dialog.outcome.setText("已阅")
    dialog.without.setChecked(True)
    confirm(live, CloseDirectiveDialog)
    assert panel.lines == []
    panel.which.setCurrentIndex(1)
    panel.which.activated.emit(1)
    settle()
    assert panel.table.item(0, 0).text() == "✓ 已办结"
    assert not any(button.isEnabled() for button in panel._verbs.buttons[1:])


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_clipped_unnamed_or_english(live, scale):
    live.desk.theme.set_scale(scale)
    note(live)
    panel = live.enter("directive")
    live.press((KEY.Key_N, CTRL))
    settle()
    roots = [panel, live.dialog(DirectiveDialog)]
    for root in roots:
        assert looking.clipped_texts(root) == []
        assert looking.unnamed(root) == []
        assert looking.english(root) == set()
    live.desk.theme.set_scale(100)
