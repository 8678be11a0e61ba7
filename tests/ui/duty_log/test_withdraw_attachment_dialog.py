from PySide6.QtCore import Qt

from dutydesk.ui.duty_log.withdraw_attachment_dialog import WithdrawAttachmentDialog
from tests.ui.duty_log.attachment_samples import entry_with, photos
from tests.ui.live_desk import live_desk, settle


def opened(live, listed):
    made = WithdrawAttachmentDialog(
        live.desk, live.room.attachment, listed.attachments[0], live.window
    )
    made.open()
    settle()
    return made


def test_without_a_reason_it_says_so_and_nothing_is_withdrawn(live, staffed, tmp_path, qtbot):
    listed = entry_with(live, staffed, *photos(tmp_path, "a.jpg"))
    dialog = opened(live, listed)
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert "写明原因" in dialog.answer.text()
    assert not live.room.attachment.of_entry(listed.entry.id)[0].is_withdrawn


def test_the_reason_is_kept_as_a_draft(live, staffed, tmp_path, theme, qtbot):
    listed = entry_with(live, staffed, *photos(tmp_path, "a.jpg"))
    dialog = opened(live, listed)
    dialog.reason.insert("放错")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Escape)
    settle()
    again = opened(live_desk(staffed.room, theme, qtbot), listed)
    assert again.reason.text() == "放错"
    qtbot.keyClick(again.reason, Qt.Key.Key_Return)
    assert live.room.attachment.of_entry(listed.entry.id)[0].withdrawal_reason == "放错"
