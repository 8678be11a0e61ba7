"""The night of the whole log through the window by keys alone, as F1 and the read-me lead it.

Nothing here puts the focus anywhere: it is where the program and Tab have put it.
"""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.open_item import OpenItemStatus
from dutydesk.ui.absence_notice.notice_dialogs import NoticeDialog
from dutydesk.ui.directive.directive_dialog import DirectiveDialog
from dutydesk.ui.directive.step_dialogs import FeedbackDialog, PassOnDialog
from dutydesk.ui.duty_log.correct_dialog import CorrectDialog
from dutydesk.ui.duty_log.withdraw_dialog import WithdrawDialog
from dutydesk.ui.equipment.equipment_dialogs import CheckDialog
from dutydesk.ui.handover.late_correction import LateCorrectionDialog
from dutydesk.ui.history.dialog import HistoryDialog
from dutydesk.ui.open_item.item_dialogs import CloseItemDialog, ItemDialog, ProgressDialog
from tests.builders import PIN
from tests.e2e.conftest import CTRL, KEY, SHIFT, take_call, take_over
from tests.e2e.test_duty_day_by_keys import hand_over, report_incident
from tests.ui.looking import tab_to

ENTER = (KEY.Key_Return, CTRL)


def done(officer, dialog, *keys):
    """Press the last key of a dialog, Ctrl+Enter unless told, and wait until it is gone."""
    officer.press(*(keys or ENTER))
    officer.wait(lambda: officer.live.dialog(dialog) is None)
    officer.back_at_desk()


def count(officer, more=1):
    wanted = len(officer.entries()) + more
    return lambda: len(officer.entries()) == wanted


def call_by_phrase(officer):
    """A call by a phrase: its blanks are gone through by Tab."""
    one_more = count(officer)
    officer.press(KEY.Key_F2)
    officer.type("lm")
    officer.wait(officer.live.panel("duty_desk").form.fields.caller.is_open)
    officer.press(KEY.Key_Return)
    officer.press(KEY.Key_J, CTRL)
    officer.press(KEY.Key_1)
    officer.write("3号楼")
    officer.press(KEY.Key_Tab)
    officer.write("楼道积水")
    officer.press(KEY.Key_Tab)
    officer.write("通知物业")
    officer.press(KEY.Key_Return)
    officer.wait(one_more)
    text = officer.entries()[-1].text
    assert "3号楼" in text
    assert "楼道积水" in text
    assert "{" not in text


def same_caller_again(officer):
    """The number that called before: Ctrl+R goes on with that entry."""
    first, one_more = officer.entries()[-1], count(officer)
    officer.live.go_on(minutes=9)
    officer.press(KEY.Key_F2)
    officer.type("lm")
    officer.wait(officer.live.panel("duty_desk").form.fields.caller.is_open)
    officer.press(KEY.Key_Return)
    officer.press(KEY.Key_R, CTRL)
    officer.write("积水已排完。")
    officer.press(KEY.Key_Return)
    officer.wait(one_more)
    assert officer.entries()[-1].continuation_of == first.id
    assert len(officer.live.panel("duty_desk").drafts.drafts) == 0


def patrol_with_photo(officer):
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QApplication.clipboard().setImage(image)
    one_more = count(officer)
    officer.press(KEY.Key_F2)
    officer.press(KEY.Key_7, CTRL)
    officer.press(KEY.Key_V, CTRL)
    officer.press(KEY.Key_Return)
    officer.write("巡查办公楼，北门积水。")
    officer.press(KEY.Key_Return)
    officer.wait(one_more)
    entry = officer.entries()[-1]
    assert entry.kind is EntryKind.PATROL
    assert len(officer.room.attachment.of_entry(entry.id)) == 1


def notice_from_above(officer):
    one_more = count(officer)
    officer.press(KEY.Key_F2)
    officer.press(KEY.Key_5, CTRL)
    officer.write("区政府总值班室")
    officer.press(KEY.Key_Return)
    officer.write("通知17时前报送防汛值守情况")
    officer.press(KEY.Key_Return)
    officer.wait(one_more)
    assert officer.entries()[-1].kind is EntryKind.SUPERIOR_NOTICE


def directive_to_feedback(officer):
    officer.press(KEY.Key_F6, SHIFT)
    panel = officer.room_shown("directive")
    officer.press(KEY.Key_N, CTRL)
    officer.window_of(DirectiveDialog)
    officer.write("区长 某某")
    officer.press(KEY.Key_Return, times=2)
    officer.write("今日内排查同类隐患")
    done(officer, DirectiveDialog)
    officer.wait(lambda: panel.selected() is not None)
    officer.press(KEY.Key_U, CTRL)
    officer.window_of(PassOnDialog)
    officer.write("街道应急办")
    done(officer, PassOnDialog)
    officer.press(KEY.Key_Y, CTRL)
    officer.window_of(FeedbackDialog)
    officer.write("已排查完毕")
    done(officer, FeedbackDialog)
    (line,) = officer.room.directive.open_lines()
    assert line.feedback == "已排查完毕"
    assert panel.table.hasFocus()


def open_item_to_its_end(officer):
    """From an entry, with a limit and a reminder that sounds, a note of progress, a result."""
    officer.press(KEY.Key_F5)
    officer.press(KEY.Key_T, CTRL)
    dialog = officer.window_of(ItemDialog)
    tab_to(officer.qtbot, dialog, dialog.due_at.edit)
    officer.type("2100")
    officer.press(KEY.Key_Tab)
    officer.type("2000")
    done(officer, ItemDialog)
    (item,) = officer.room.open_item.open_items()
    assert item.remind_at is not None
    assert item.remind_at < item.due_at
    officer.press(KEY.Key_O, CTRL)
    panel = officer.room_shown("open_item")
    officer.press(KEY.Key_U, CTRL)
    officer.window_of(ProgressDialog)
    officer.write("市政已到场")
    done(officer, ProgressDialog, KEY.Key_Return)
    officer.press(KEY.Key_J, CTRL)
    officer.window_of(CloseItemDialog)
    officer.write("已修好")
    done(officer, CloseItemDialog, KEY.Key_Return)
    (item,) = officer.room.open_item.all_items()
    assert item.status is OpenItemStatus.CLOSED
    officer.wait(lambda: panel.items == [])


def equipment_fault(officer):
    officer.press(KEY.Key_F7, SHIFT)
    panel = officer.room_shown("equipment")
    officer.wait(lambda: len(panel.view.states) > 0)
    officer.press(KEY.Key_1, CTRL)
    officer.wait(lambda: panel.view.states[0].last is not None)
    officer.press(KEY.Key_2, CTRL)
    officer.window_of(CheckDialog)
    officer.write("不能开机")
    done(officer, CheckDialog)
    officer.wait(lambda: panel.view.states[1].last is not None)
    assert panel.view.states[1].last.note == "不能开机"
    assert panel.table.hasFocus()


def leader_away(officer):
    officer.press(KEY.Key_F4, SHIFT)
    panel = officer.room_shown("absence_notice")
    officer.press(KEY.Key_N, CTRL)
    dialog = officer.window_of(NoticeDialog)
    officer.write("甲某")
    tab_to(officer.qtbot, dialog, dialog.starts_at.edit)
    officer.type("t")
    officer.press(KEY.Key_Tab)
    officer.write("明天1800")
    officer.press(KEY.Key_Tab)
    officer.write("省城")
    tab_to(officer.qtbot, dialog, dialog.acting.edit)
    officer.write("丙某")
    # What is still missing is named and gets the cursor.
    officer.press(*ENTER)
    assert "事由没有填" in dialog.answer.text()
    assert dialog.texts["reason"].hasFocus()
    officer.write("参加会议")
    done(officer, NoticeDialog)
    (notice,) = officer.room.absence_notice.every()
    assert (notice.person, notice.place, notice.acting_person) == ("甲某", "省城", "丙某")
    assert panel.isVisible()


def watched_word_to_incident(officer):
    officer.press(KEY.Key_F5)
    take_call(officer, "lm", "3号楼地下车库燃气泄漏，有人被困")
    call = officer.entries()[-1]
    officer.live.go_on(minutes=4)
    # Opened from it, reported by telephone and on paper.
    report_incident(officer)
    (view,) = officer.room.incident.incidents()
    assert view.incident.received_at == call.at.replace(second=0, microsecond=0)


def correction_withdrawal_history(officer):
    officer.press(KEY.Key_F5)
    take_call(officer, "lm", "路灯不亮")
    officer.press(KEY.Key_E, CTRL)
    dialog = officer.window_of(CorrectDialog)
    officer.press(KEY.Key_A, CTRL)
    officer.write("东门路灯不亮")
    officer.press(*ENTER)
    assert dialog.reason.hasFocus()
    officer.write("漏记地点")
    done(officer, CorrectDialog, KEY.Key_Return)
    assert officer.entries()[-1].text == "东门路灯不亮"
    officer.press(KEY.Key_E, CTRL | SHIFT)
    officer.window_of(WithdrawDialog)
    officer.write("与前一条重复")
    done(officer, WithdrawDialog, KEY.Key_Return)
    assert officer.entries()[-1].is_withdrawal
    officer.press(KEY.Key_H, CTRL | SHIFT)
    dialog = officer.window_of(HistoryDialog)
    done(officer, HistoryDialog, KEY.Key_Escape)


def find_last_month(officer):
    """Two characters, then a condition; around the hit and back; by number; the week."""
    officer.press(KEY.Key_F3)
    log = officer.room_shown("duty_log")
    officer.write("积水")
    officer.wait(lambda: log.model.rowCount() == 3)
    officer.press(KEY.Key_F, CTRL)
    officer.write("安和三社区")
    officer.wait(lambda: log.model.rowCount() == 2)
    officer.press(KEY.Key_J, CTRL)
    officer.wait(lambda: log.model.rowCount() > 2)
    officer.press(KEY.Key_Escape)
    officer.wait(lambda: log.model.rowCount() == 2)
    officer.press(KEY.Key_D, CTRL)
    officer.wait(lambda: log.query.hasFocus() and log.model.rowCount() > 3)
    officer.press(KEY.Key_F5, SHIFT)
    days = officer.room_shown("day_view")
    officer.press(KEY.Key_2, CTRL)
    officer.press(KEY.Key_1, CTRL)
    officer.press(KEY.Key_Return)
    assert officer.room_shown("duty_log") is log
    assert days.chosen_day() is not None


def correct_after_handover(officer):
    """The next officer corrects what the shift before wrote; the leader sees it by his PIN."""
    officer.press(KEY.Key_F3)
    log = officer.room_shown("duty_log")
    officer.press(KEY.Key_D, CTRL)
    officer.write("防汛值守")
    officer.wait(lambda: log.model.rowCount() == 1 and log.selected() is not None)
    officer.press(KEY.Key_E, CTRL)
    dialog = officer.window_of(CorrectDialog)
    officer.press(KEY.Key_A, CTRL)
    officer.write("通知16时前报送防汛值守情况")
    officer.press(*ENTER)
    assert dialog.reason.hasFocus()
    officer.write("时间听错")
    done(officer, CorrectDialog, KEY.Key_Return)
    officer.wait(lambda: any("更正" in one for one in officer.live.notices()))
    officer.press(KEY.Key_Y, CTRL | SHIFT)
    dialog = officer.window_of(LateCorrectionDialog)
    officer.choose("丙某")
    officer.press(KEY.Key_Tab)
    officer.type(PIN)
    done(officer, LateCorrectionDialog, KEY.Key_Return)
    assert officer.room.late_correction.unseen() == []


NIGHT = (
    call_by_phrase,
    same_caller_again,
    patrol_with_photo,
    notice_from_above,
    directive_to_feedback,
    open_item_to_its_end,
    equipment_fault,
    leader_away,
    watched_word_to_incident,
    correction_withdrawal_history,
    find_last_month,
    hand_over,
    correct_after_handover,
)


@pytest.mark.parametrize("officer", ["inline"], indirect=True)
def test_a_night_of_the_whole_log_by_keys_alone(officer):
    take_over(officer)
    for step in NIGHT:
        officer.live.go_on(minutes=5)
        step(officer)
    assert officer.room.verification.verify().ok
    assert timedelta(0) < officer.room.clock.now() - officer.entries()[0].at
