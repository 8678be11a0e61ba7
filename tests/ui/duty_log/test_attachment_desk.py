import pytest
from PySide6.QtCore import Qt

from dutydesk.ui.desk import Seat
from dutydesk.ui.duty_log.attachment_desk import AttachmentDesk
from dutydesk.ui.duty_log.attachments_dialog import AttachmentsDialog
from tests.ui.duty_log.attachment_samples import entry_with, photos
from tests.ui.live_desk import CTRL, SHIFT

SHOW = (Qt.Key.Key_O, CTRL | SHIFT)


@pytest.mark.parametrize("name", ["duty_desk", "duty_log"])
def test_the_attachments_of_the_chosen_entry_are_one_key_away_in_both_logs(
    live, staffed, tmp_path, name
):
    entry_with(live, staffed, *photos(tmp_path, "a.jpg"))
    live.enter(name)
    live.press(SHOW)
    dialog = live.dialog(AttachmentsDialog)
    assert dialog is not None
    assert "a.jpg" in dialog.list.item(0).text()
    dialog.reject()
    assert live.dialog(AttachmentsDialog) is None


def test_without_an_entry_nothing_opens(live):
    live.press(SHOW)
    assert live.dialog(AttachmentsDialog) is None


def test_who_may_only_look_chooses_no_files(live):
    seat = live.desk.session.seat
    live.desk.session.sit_down(Seat(seat.actor, seat.name, may_write=False))
    live.desk.actions.trigger("duty_desk.attach")
    assert live.messages.wishes == []


def test_opened_copies_are_gone_when_the_desk_is_locked(live):
    desk = live.panel().findChild(AttachmentDesk)
    desk.copies.open_file = lambda _path: True
    copy = desk.copies.place("a.jpg")
    copy.write_bytes(b"seen")
    desk.copies.open(copy)
    live.window.lock()
    assert not copy.exists()
