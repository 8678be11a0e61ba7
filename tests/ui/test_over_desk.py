"""What lies over the desk: F1, F2, F11 and F12 work there, and a locked desk shows none of it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from dutydesk.domain.errors import StoreFull
from dutydesk.services.draft import DraftService
from dutydesk.ui.contacts.contact_dialog import ContactDialog
from dutydesk.ui.deadlines.acknowledge_dialog import AcknowledgeDialog
from dutydesk.ui.desk import Seat
from dutydesk.ui.duty_log.correct_dialog import CorrectDialog
from dutydesk.ui.help.window import HelpWindow
from dutydesk.ui.papers.preview import PaperPreview
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from tests.builders import PIN, draft, item_draft
from tests.ui.live_desk import CTRL, settle
from tests.ui.whole_desk import whole_desk

KEY = Qt.Key


@pytest.fixture
def live(staffed, theme, qtbot):
    return whole_desk(staffed.room, theme, qtbot)


def over(live, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key in the window that has the keys."""
    window = QApplication.activeWindow()
    live.qtbot.keyClick(window.focusWidget() or window, key, modifier)
    settle()


def shown(live, kind):
    found = live.dialog(kind)
    assert found is not None
    live.qtbot.waitUntil(found.isActiveWindow)
    return found


def correcting(live, staffed, typed="x"):
    """Open the correction of an entry and type into it."""
    staffed.room.duty_log.record(draft(staffed.room, "2号楼进水"), by=staffed.by)
    live.panel().reload()
    live.press((KEY.Key_E, CTRL))
    dialog = shown(live, CorrectDialog)
    live.qtbot.keyClicks(dialog.text, typed)
    return dialog


def new_contact(live):
    live.enter("contacts")
    live.press((KEY.Key_N, CTRL))
    dialog = shown(live, ContactDialog)
    live.qtbot.keyClicks(dialog.focusWidget(), "li")
    return dialog


def unlock(live):
    settle()
    live.window.curtain._pin.setText(PIN)
    live.qtbot.keyClick(live.window.curtain._pin, KEY.Key_Return)
    settle()
    assert not live.window.is_locked


def no_dialog(live):
    return not [one for one in live.window.findChildren(QDialog) if one.isVisible()]


def test_f2_over_a_correction_begins_a_call_and_the_text_is_kept(live, staffed):
    correcting(live, staffed)
    over(live, KEY.Key_F2)
    assert no_dialog(live)
    assert live.panel().form.fields.caller.edit.hasFocus()
    assert "更正第1条：写了一半的留着，再打开就接着写。" in live.notices()
    live.window.activateWindow()
    live.qtbot.waitUntil(live.window.isActiveWindow)
    live.press((KEY.Key_E, CTRL))
    assert shown(live, CorrectDialog).text.toPlainText() == "2号楼进水x"


def test_f2_over_a_form_without_draft_puts_it_aside_and_shift_f2_brings_it_back(live):
    dialog = new_contact(live)
    over(live, KEY.Key_F2)
    assert no_dialog(live)
    assert live.window.room() is live.panel()
    (said,) = live.notices()
    assert said.endswith("先放着，填的都在。")
    live.window.activateWindow()
    live.qtbot.waitUntil(live.window.isActiveWindow)
    live.press((KEY.Key_F2, Qt.KeyboardModifier.ShiftModifier))
    assert dialog.isVisible()
    assert live.notices() == []


def test_f2_over_a_correction_on_a_full_disk_begins_a_call_and_loses_no_text(
    live, staffed, monkeypatch
):
    def full(_service, _draft):
        raise StoreFull("/data/room.db")

    dialog = correcting(live, staffed)
    with monkeypatch.context() as patch:
        patch.setattr(DraftService, "keep", full)
        over(live, KEY.Key_F2)
    assert no_dialog(live)
    assert live.panel().form.fields.caller.edit.hasFocus()
    assert "更正第1条：先放着，填的都在。" in live.notices()
    live.window.activateWindow()
    live.qtbot.waitUntil(live.window.isActiveWindow)
    live.press((KEY.Key_F2, Qt.KeyboardModifier.ShiftModifier))
    assert shown(live, CorrectDialog) is dialog
    assert dialog.text.toPlainText() == "2号楼进水x"
    over(live, KEY.Key_Escape)
    assert no_dialog(live)
    assert "更正第1条：写了一半的留着，再打开就接着写。" in live.notices()


def test_f11_over_a_dialog_acknowledges_and_the_dialog_stays(live, staffed):
    due_at = live.room.clock.now() + timedelta(minutes=30)
    item = item_draft("市政回电", "甲某", due_at)
    live.desk.hub.announce(staffed.room.open_item.open(item, by=staffed.by).changes)
    dialog = correcting(live, staffed)
    live.go_on(minutes=31)
    assert live.alarm.standing()
    assert dialog.isActiveWindow()
    over(live, KEY.Key_F11)
    asked = shown(live, AcknowledgeDialog)
    over(live, KEY.Key_F11)
    assert (
        len([one for one in live.window.findChildren(AcknowledgeDialog) if one.isVisible()]) == 1
    )
    live.qtbot.keyClick(asked, KEY.Key_Return)
    settle()
    assert live.alarm.standing() == ()
    assert dialog.isVisible()
    assert dialog.text.toPlainText().endswith("x")


def test_f1_over_a_dialog_shows_its_subject_in_a_window_that_can_be_read(live, staffed):
    dialog = correcting(live, staffed)
    over(live, KEY.Key_F1)
    (help_window,) = dialog.findChildren(HelpWindow)
    assert (help_window.isVisible(), help_window.page_shown()) == (True, "duty_log")
    live.qtbot.waitUntil(help_window.isActiveWindow)
    live.qtbot.keyClick(help_window, KEY.Key_Escape)
    assert dialog.isVisible()


def test_f1_in_the_preview_is_about_printing(live, staffed):
    staffed.room.duty_log.record(draft(staffed.room, "一"), by=staffed.by)
    live.panel().reload()
    live.press(KEY.Key_F9)
    preview = live.window.findChild(PaperPreview)
    live.qtbot.waitUntil(preview.isActiveWindow)
    over(live, KEY.Key_F1)
    (help_window,) = preview.findChildren(HelpWindow)
    assert help_window.page_shown() == "papers"


def test_a_correction_half_typed_is_hidden_by_the_lock_and_there_after_it(live, staffed):
    correcting(live, staffed)
    over(live, KEY.Key_F12)
    assert live.window.is_locked
    assert no_dialog(live)
    unlock(live)
    live.window.activateWindow()
    live.qtbot.waitUntil(live.window.isActiveWindow)
    live.press((KEY.Key_E, CTRL))
    assert shown(live, CorrectDialog).text.toPlainText() == "2号楼进水x"


def test_a_form_without_draft_is_hidden_by_the_lock_and_comes_back(live):
    dialog = new_contact(live)
    before = dialog.typed()
    live.window.lock()
    settle()
    assert no_dialog(live)
    unlock(live)
    assert dialog.isVisible()
    assert dialog.typed() == before


def test_a_form_does_not_come_back_for_who_may_only_look(live):
    new_contact(live)
    live.window.lock()
    seat = live.desk.session.seat
    live.window.unlock(Seat(seat.actor, "丁某", may_write=False))
    settle()
    assert no_dialog(live)


def test_a_locked_desk_shows_no_hint_about_what_was_written(live):
    notices = live.desk.notices
    notices.put(Notice("hint", NoticeKind.HINT, "报告：安和三社区燃气泄漏"))
    notices.put(Notice("disk", NoticeKind.ERROR, "磁盘已满"))
    live.window.lock()
    assert [s.notice.key for s in notices._strips.values() if s.isVisible()] == ["disk"]
    unlock(live)
    assert {s.notice.key for s in notices._strips.values() if s.isVisible()} == {"disk", "hint"}
