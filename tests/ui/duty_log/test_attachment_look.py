from PySide6.QtCore import QObject

from dutydesk.domain.attachment import NewAttachment, Picture
from dutydesk.ui.duty_log.attachment_look import Thumbnails, file_icon, image_of
from tests.photo_builders import photo


def new(media_type):
    return NewAttachment(id="a", sha256="0" * 64, name="x", size=1, media_type=media_type)


def test_pixels_become_an_image_that_owns_them():
    image = image_of(Picture(2, 1, bytes([255, 0, 0, 255, 0, 255, 0, 255])))
    assert (image.pixelColor(0, 0).red(), image.pixelColor(1, 0).green()) == (255, 255)


def test_every_kind_of_file_has_a_shipped_icon(theme):
    kinds = ["image/heic", "video/mp4", "audio/amr", "text/plain", "application/x-executable"]
    for kind in kinds:
        assert not theme.pixmap(file_icon(new(kind))).isNull()


def test_a_photo_gets_its_thumbnail_and_everything_else_an_icon(live, tmp_path):
    service = live.room.attachment
    owner = QObject()
    thumbnails = Thumbnails(live.desk, lambda: service, 48, owner)
    told = []
    thumbnails.made.connect(told.append)
    one = service.take_in(photo(tmp_path / "a.jpg"), service.limits())
    thumbnails.icon(one)
    assert told == [one.sha256]
    shown = thumbnails.icon(one).pixmap(48).toImage()
    assert shown.pixelColor(24, 14).red() > 150
    thumbnails.icon(one)
    assert told == [one.sha256]
    text = service.take_in_bytes("a.txt", b"text", service.limits())
    assert not thumbnails.icon(text).isNull()
    broken = service.take_in_bytes("a.jpg", b"\xff\xd8\xff cut", service.limits())
    assert not thumbnails.icon(broken).isNull()
    assert told == [one.sha256]
