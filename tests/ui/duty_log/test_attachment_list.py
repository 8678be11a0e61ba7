import pytest

from dutydesk.ui.duty_log.attachment_list import AttachmentList
from tests.ui.duty_log.attachment_samples import entry_with, photos


@pytest.fixture
def shown(live, staffed, tmp_path):
    listed = entry_with(live, staffed, *photos(tmp_path, "a.jpg", "b.jpg"))
    made = AttachmentList(live.desk, lambda: live.room.attachment, live.panel())
    made.show_attachments(listed.attachments)
    return made


def test_the_chosen_one_stays_chosen_when_it_is_filled_anew(shown, theme):
    assert shown.chosen().name == "a.jpg"
    shown.setCurrentRow(1)
    shown.show_attachments(shown.held)
    assert shown.chosen().name == "b.jpg"
    before = shown.iconSize().width()
    theme.set_scale(200)
    assert shown.iconSize().width() > before
    assert shown.chosen().name == "b.jpg"
    theme.set_scale(100)


def test_an_empty_list_has_nothing_chosen(shown):
    shown.show_attachments(())
    assert shown.chosen() is None


def test_a_photo_shows_itself(shown):
    image = shown.item(1).icon().pixmap(48).toImage()
    assert image.pixelColor(24, 14).red() > 150
