import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from dutydesk.ui.desk import Seat
from dutydesk.ui.duty_log.attachment_viewer import AttachmentViewer
from dutydesk.ui.duty_log.withdraw_attachment_dialog import WithdrawAttachmentDialog
from tests.handover_builders import hand_over
from tests.ui import looking
from tests.ui.duty_log.attachment_samples import entry_with, opened, photos
from tests.ui.duty_log.test_attachment_intake import drop, files_in, red
from tests.ui.live_desk import CTRL, SHIFT, settle

KEY = Qt.Key


def names(live, listed):
    return [one.name for one in live.room.attachment.of_entry(listed.entry.id)]


def test_each_attachment_is_shown_with_who_brought_it_and_where_it_was_taken(
    live, staffed, tmp_path
):
    listed = entry_with(live, staffed, *photos(tmp_path, "a.jpg", "b.jpg"))
    dialog = opened(live, listed)
    assert "第1条的附件（2个）" in dialog.windowTitle()
    assert "a.jpg" in dialog.list.item(0).text()
    assert "甲某" in dialog.list.item(0).text()
    assert "拍摄位置 北纬30.123456° 东经104.060000°（未核实）" in dialog.facts.text()
    assert looking.unnamed(dialog) == []
    assert looking.clipped_texts(dialog) == []


def test_enter_looks_at_a_photo(live, staffed, tmp_path, qtbot):
    listed = entry_with(live, staffed, *photos(tmp_path, "a.jpg", "b.jpg"))
    dialog = opened(live, listed)
    dialog.list.setCurrentRow(1)
    qtbot.keyClick(dialog.list, KEY.Key_Return)
    viewer = live.dialog(AttachmentViewer)
    assert viewer is not None
    assert "b.jpg（第2张，共2张）" in viewer.windowTitle()


def test_a_document_is_opened_as_a_copy(live, staffed, tmp_path, qtbot):
    note = tmp_path / "通知.txt"
    note.write_text("东门", encoding="utf-8")
    listed = entry_with(live, staffed, note)
    seen = []
    dialog = opened(live, listed, lambda path: bool(seen.append(path.read_bytes())) or True)
    qtbot.keyClick(dialog.list, KEY.Key_Return)
    assert seen == [note.read_bytes()]
    dialog = opened(live, listed, lambda _path: False)
    dialog.open_button.click()
    assert "没有设好" in dialog.answer.text()


def test_a_program_is_opened_only_after_a_question(live, staffed, tmp_path):
    program = tmp_path / "工具.exe"
    program.write_bytes(b"MZ\x90\0" + bytes(60))
    listed = entry_with(live, staffed, program)
    seen = []
    dialog = opened(live, listed, lambda path: bool(seen.append(path)) or True)
    dialog.open_current()
    assert seen == []
    assert "打开就会运行" in live.messages.decisions[-1].text
    live.messages.answers = ["open"]
    dialog.open_current()
    assert [path.name for path in seen] == ["工具.exe"]


def test_a_copy_is_saved_where_it_is_wanted(live, staffed, tmp_path, qtbot):
    (source,) = photos(tmp_path, "a.jpg")
    dialog = opened(live, entry_with(live, staffed, source))
    target = tmp_path / "out.jpg"
    live.messages.answers = [target]
    qtbot.keyClick(dialog, KEY.Key_S, CTRL)
    assert target.read_bytes() == source.read_bytes()
    assert str(target) in dialog.answer.text()
    live.messages.answers = [tmp_path / "no" / "out.jpg"]
    dialog.save_current()
    assert "没有存到" in dialog.answer.text()


def test_files_are_added_later_and_marked(live, staffed, tmp_path, qtbot):
    first, second = photos(tmp_path, "a.jpg", "b.jpg")
    listed = entry_with(live, staffed, first)
    dialog = opened(live, listed)
    live.messages.answers = [[second]]
    qtbot.keyClick(dialog, KEY.Key_A, CTRL | SHIFT)
    assert names(live, listed) == ["a.jpg"]
    assert dialog.put.isVisible()
    assert dialog.comes_back
    dialog.put.click()
    assert names(live, listed) == ["a.jpg", "b.jpg"]
    assert "后补" in dialog.list.item(1).text()
    assert not dialog.put.isVisible()
    assert len(live.panel().model.entry_at(1).attachments) == 2


def test_after_the_handover_it_says_so(live, staffed, tmp_path):
    (first,) = photos(tmp_path, "a.jpg")
    listed = entry_with(live, staffed)
    hand_over(staffed)
    dialog = opened(live, listed)
    drop(dialog.list.viewport(), files_in([first]))
    dialog.put_on_record()
    assert "交接后补" in dialog.list.item(0).text()


def test_a_picture_is_pasted_into_the_window(live, staffed, qtbot):
    listed = entry_with(live, staffed)
    dialog = opened(live, listed)
    assert "还没有附件" in dialog.facts.text()
    QGuiApplication.clipboard().setImage(red())
    qtbot.keyClick(dialog.list, KEY.Key_V, CTRL)
    dialog.put_on_record()
    assert names(live, listed) == ["粘贴图片 11-20 083000.png"]


def test_leaving_with_files_not_on_record_is_asked_about(live, staffed, tmp_path):
    (first,) = photos(tmp_path, "a.jpg")
    listed = entry_with(live, staffed)
    dialog = opened(live, listed)
    drop(dialog.list.viewport(), files_in([first]))
    dialog.reject()
    assert dialog.isVisible()
    live.messages.answers = ["leave"]
    dialog.reject()
    assert not dialog.isVisible()
    assert names(live, listed) == []


def test_delete_asks_why_and_the_attachment_stays_struck(live, staffed, tmp_path, qtbot):
    listed = entry_with(live, staffed, *photos(tmp_path, "a.jpg"))
    dialog = opened(live, listed)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, KEY.Key_Delete)
    asked = live.dialog(WithdrawAttachmentDialog)
    asked.reason.insert("放错了")
    qtbot.keyClick(asked.reason, KEY.Key_Return)
    settle()
    assert "〔已撤下〕" in dialog.list.item(0).text()
    assert dialog.list.item(0).font().strikeOut()
    assert "已撤下：放错了" in dialog.facts.text()
    assert not dialog.withdraw.isEnabled()


def test_who_may_only_look_looks(live, staffed, tmp_path):
    listed = entry_with(live, staffed, *photos(tmp_path, "a.jpg"))
    seat = live.desk.session.seat
    live.desk.session.sit_down(Seat(seat.actor, seat.name, may_write=False))
    dialog = opened(live, listed)
    assert not dialog.add.isEnabled()
    assert not dialog.withdraw.isEnabled()
    dialog.withdraw_current()
    assert live.dialog(WithdrawAttachmentDialog) is None
    dialog.choose()
    assert live.messages.wishes == []
    assert dialog.look.isEnabled()


def test_a_missing_file_is_told(live, staffed, tmp_path):
    from dutydesk.store.attachment_files import place_of

    listed = entry_with(live, staffed, *photos(tmp_path, "a.jpg"))
    place_of(live.room.store.folder, listed.attachments[0].sha256).unlink()
    dialog = opened(live, listed)
    dialog.open_current()
    assert "文件不在" in dialog.answer.text()


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_it_fits_the_desk_at_every_type_size_with_files_waiting(
    live, staffed, tmp_path, theme, scale
):
    theme.set_scale(scale)
    try:
        first, second = photos(tmp_path, "a.jpg", "b.jpg")
        dialog = opened(live, entry_with(live, staffed, first))
        drop(dialog.list.viewport(), files_in([second]))
        settle()
        assert dialog.put.isVisible()
        assert dialog.width() <= live.window.width()
        assert dialog.height() <= live.window.height()
        assert looking.clipped_texts(dialog) == []
        assert looking.unnamed(dialog) == []
    finally:
        theme.set_scale(100)
