"""Drops and pastes as Qt delivers them, on the form of the desk."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLineEdit

from dutydesk.ui.duty_log.attachment_intake import Brought, brought_by, png_of
from tests.photo_builders import photo
from tests.ui.live_desk import CTRL, settle

COPY = Qt.DropAction.CopyAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def files_in(mime_paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in mime_paths])
    return mime


def drop(widget, mime):
    """Drag over a widget and let go, as the desktop does; tell whether it was taken."""
    over = QDragEnterEvent(QPoint(5, 5), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(widget, over)
    down = QDropEvent(QPointF(5, 5), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(widget, down)
    return over.isAccepted()


def red(size=8):
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    return image


def names(live):
    return [one.name for one in live.panel().form.files.value()]


def test_a_file_dropped_on_the_text_goes_with_the_entry(live, tmp_path):
    form = live.panel().form
    assert drop(form.fields.text.viewport(), files_in([photo(tmp_path / "现场.jpg")]))
    assert names(live) == ["现场.jpg"]
    assert form.fields.text.toPlainText() == ""


def test_files_are_taken_on_every_field_and_on_the_ground(live, tmp_path):
    form = live.panel().form
    drop(form, files_in([photo(tmp_path / "a.jpg"), photo(tmp_path / "b.jpg", (9, 9))]))
    field = form.fields.phone
    assert isinstance(field, QLineEdit)
    drop(field, files_in([photo(tmp_path / "c.jpg", (7, 7))]))
    assert names(live) == ["a.jpg", "b.jpg", "c.jpg"]
    assert field.text() == ""


def test_text_that_is_dropped_is_text(live):
    form = live.panel().form
    mime = QMimeData()
    mime.setText("东门")
    drop(form.fields.text.viewport(), mime)
    assert form.fields.text.toPlainText() == "东门"
    assert names(live) == []


def test_a_pasted_picture_becomes_a_png_named_by_its_time(live):
    QGuiApplication.clipboard().setImage(red())
    live.press((Qt.Key.Key_V, CTRL))
    assert names(live) == ["粘贴图片 11-20 083000.png"]
    (one,) = live.panel().form.files.value()
    assert one.media_type == "image/png"


def test_pasted_files_are_taken_and_pasted_text_is_typed(live, tmp_path):
    form = live.panel().form
    QGuiApplication.clipboard().setMimeData(files_in([photo(tmp_path / "a.jpg")]))
    form.fields.text.setFocus()
    live.press((Qt.Key.Key_V, CTRL))
    assert names(live) == ["a.jpg"]
    QGuiApplication.clipboard().setText("3号楼")
    live.press((Qt.Key.Key_V, CTRL))
    assert form.fields.text.toPlainText() == "3号楼"
    assert names(live) == ["a.jpg"]


def test_who_may_only_look_brings_nothing(live, tmp_path):
    form = live.panel().form
    form.setEnabled(False)
    drop(form, files_in([photo(tmp_path / "a.jpg")]))
    settle()
    assert names(live) == []


def test_cells_that_come_with_their_picture_are_text():
    mime = QMimeData()
    mime.setImageData(red())
    mime.setText("甲\t乙")
    assert brought_by(mime) is None
    mime = QMimeData()
    mime.setImageData(red())
    assert brought_by(mime).image.size() == red().size()
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.jpg")])
    assert brought_by(mime) is None
    assert Brought().files == ()


def test_a_picture_is_written_as_png():
    assert QImage.fromData(png_of(red())).pixelColor(1, 1).red() == 255
