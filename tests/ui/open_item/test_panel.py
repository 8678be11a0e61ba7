from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dutydesk.domain.open_item import Importance
from dutydesk.ui.deadlines.acknowledge_dialog import AcknowledgeDialog
from dutydesk.ui.open_item.item_dialogs import (
    CloseItemDialog,
    ItemDialog,
    ProgressDialog,
    ReopenItemDialog,
)
from tests.builders import draft, item_draft
from tests.ui import looking
from tests.ui.live_desk import CTRL, fill_contacts, settle

KEY = Qt.Key


def confirm(live, kind):
    dialog = live.dialog(kind)
    dialog.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    live.qtbot.keyClick(dialog.focusWidget(), KEY.Key_Return, CTRL)
    settle()
    if live.dialog(kind) is None:
        live.window.activateWindow()
        live.qtbot.waitUntil(lambda: QApplication.activeWindow() is live.window)


def add(live, title="市政回电", **facts):
    service = live.room.open_item
    done = service.open(item_draft(title, "市政", **facts), by=live.desk.session.seat.actor)
    live.desk.hub.announce(done.changes)
    return done.value


def test_an_entry_is_listed_changed_and_closed_by_keys(live):
    entry = draft(live.room, "建设路路灯不亮，已报市政。")
    done = live.room.duty_log.record(entry, by=live.desk.session.seat.actor)
    live.desk.hub.announce(done.changes)
    live.press((KEY.Key_T, CTRL))
    dialog = live.dialog(ItemDialog)
    assert dialog.title.text() == "建设路路灯不亮，已报市政"
    dialog.due_at.edit.setText("1000")
    confirm(live, ItemDialog)
    item = live.room.open_item.open_items()[0]
    assert (item.origin_entry_id, item.owner) == (done.value.id, "甲某")
    live.press((KEY.Key_O, CTRL), KEY.Key_Return)
    dialog = live.dialog(ItemDialog)
    dialog.owner.set_text("市政工程处")
    confirm(live, ItemDialog)
    assert live.room.open_item.open_items()[0].owner == "市政工程处"
    assert live.room.open_item.open_items()[0].due_at == item.due_at
    live.press((KEY.Key_J, CTRL))
    confirm(live, CloseItemDialog)
    assert live.dialog(CloseItemDialog).answer.text()
    live.dialog(CloseItemDialog).outcome.setText("已修好")
    confirm(live, CloseItemDialog)
    assert live.room.open_item.open_items() == []
    assert live.panel("open_item")._empty.isVisible()


def test_the_first_due_stands_first_and_overdue_is_marked_in_words_and_shape(live):
    now = live.room.clock.now()
    add(live, "没有时限")
    add(live, "晚的", due_at=now + timedelta(hours=3))
    add(live, "早的", due_at=now + timedelta(minutes=5))
    panel = live.enter("open_item")
    assert [item.title for item in panel.items] == ["早的", "晚的", "没有时限"]
    live.go_on(minutes=6)
    assert panel.table.item(0, 0).text().startswith("▲ ")
    assert panel.table.item(2, 0).text() == "没有"


def test_a_click_on_its_clock_selects_the_item(live):
    add(live, "早的", due_at=live.room.clock.now() + timedelta(minutes=5))
    late = add(live, "晚的", due_at=live.room.clock.now() + timedelta(minutes=50))
    deadlines = live.window.deadlines
    deadlines._list.setCurrentIndex(deadlines._model.index(1))
    live.qtbot.keyClick(deadlines._list, KEY.Key_Return)
    assert live.panel("open_item").selected().id == late.id
    assert live.window.bar.buttons["open_item"].count == 2


def test_progress_is_noted_by_one_key_and_stands_in_the_row_and_below(live):
    item = add(live, importance=Importance.IMPORTANT)
    panel = live.enter("open_item")
    assert panel.table.item(0, 1).text() == "【重要】市政回电"
    for text in ("已派人", "已到场"):
        live.press((KEY.Key_U, CTRL))
        live.dialog(ProgressDialog).text.setText(text)
        confirm(live, ProgressDialog)
    assert panel.table.item(0, 3).text() == "（2）08:30 已到场"
    lines = panel.steps.lines.toPlainText().splitlines()
    assert lines == ["11月20日 08:30 已派人（甲某）", "11月20日 08:30 已到场（甲某）"]
    (followed,) = live.room.open_item.followed()
    assert (followed.item.id, len(followed.notes)) == (item.id, 2)


def test_a_half_written_note_is_there_again(live):
    add(live)
    live.enter("open_item")
    live.press((KEY.Key_U, CTRL))
    live.dialog(ProgressDialog).text.setText("市政已")
    live.dialog(ProgressDialog).reject()
    settle()
    live.window.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is live.window)
    live.press((KEY.Key_U, CTRL))
    assert live.dialog(ProgressDialog).text.text() == "市政已"


def test_a_closed_item_is_found_and_taken_up_again_with_a_reason(live):
    item = add(live)
    by = live.desk.session.seat.actor
    done = live.room.open_item.close(item.id, "已修好", by=by)
    live.desk.hub.announce(done.changes)
    panel = live.enter("open_item")
    panel.which.setCurrentIndex(1)
    panel.which.activated.emit(1)
    settle()
    assert panel.table.item(0, 0).text().startswith("✓")
    panel.table.setFocus()
    live.press((KEY.Key_U, CTRL))
    assert live.dialog(ProgressDialog) is None
    live.press((KEY.Key_R, CTRL))
    confirm(live, ReopenItemDialog)
    assert "原因" in live.dialog(ReopenItemDialog).answer.text()
    live.dialog(ReopenItemDialog).reason.setText("又塌了")
    confirm(live, ReopenItemDialog)
    assert [one.id for one in live.room.open_item.open_items()] == [item.id]
    assert "重新办理：又塌了" in panel.steps.lines.toPlainText()


def test_a_reminder_sounds_once_is_acknowledged_by_name_and_is_gone(live):
    now = live.room.clock.now()
    item = add(live, remind_at=now + timedelta(minutes=5), due_at=now + timedelta(hours=2))
    live.go_on(minutes=4)
    assert live.heard.tones == []
    live.go_on(minutes=1)
    assert live.heard.tones == ["soon"]
    live.go_on(seconds=30)
    assert live.heard.tones == ["soon"]
    assert any("提醒 市政回电" in text for text in live.notices())
    live.press(KEY.Key_F11)
    live.dialog(AcknowledgeDialog).submit()
    settle()
    after = live.room.open_item.open_items()[0]
    assert (after.id, after.remind_at, after.due_at) == (item.id, None, item.due_at)
    assert any("确认报警：提醒 市政回电" in text for text in live.titles())
    lines = [one.step for one in live.window.deadlines.lines() if one.step != "节假日"]
    assert lines == ["未办结"]


def test_an_owner_is_offered_from_the_contacts_with_unit(live, staffed):
    fill_contacts(staffed)
    live.enter("open_item")
    live.press((KEY.Key_N, CTRL))
    dialog = live.dialog(ItemDialog)
    dialog.owner.edit.setFocus()
    live.qtbot.keyClicks(dialog.owner.edit, "ycm")
    settle()
    live.qtbot.keyClick(dialog.owner.edit, KEY.Key_Return)
    assert dialog.owner.text() == "安和三社区 尉迟某"


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_clipped_unnamed_or_english(live, scale):
    live.desk.theme.set_scale(scale)
    add(live)
    panel = live.enter("open_item")
    live.press((KEY.Key_N, CTRL))
    settle()
    for root in (panel, live.dialog(ItemDialog)):
        assert looking.clipped_texts(root) == []
        assert looking.unnamed(root) == []
        assert looking.english(root) == set()
    live.desk.theme.set_scale(100)
