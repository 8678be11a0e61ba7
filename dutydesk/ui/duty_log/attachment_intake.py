"""Files that are dropped on a form or pasted into it; text goes its usual way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QChildEvent, QEvent, QIODevice, QMimeData, QObject
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from dutydesk.domain.dataclass import dataclass

_DRAGS = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})


@dataclass(frozen=True, slots=True)
class Brought:
    """What somebody brings: files, or a picture that has no file."""

    files: tuple[Path, ...] = ()
    image: QImage | None = None


def brought_by(mime: QMimeData) -> Brought | None:
    """Return the files or the picture of a drop or of the clipboard; None for text.

    Cells and paragraphs of an office program come as text with a picture of themselves: those
    are text.
    """
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if files:
        return Brought(files)
    if mime.hasImage() and not mime.text().strip():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return Brought(image=image)
    return None


def png_of(image: QImage) -> bytes:
    """Return a picture as the bytes of a PNG file; on any thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub asks for bytes
    return bytes(buffer.data().data())


class Intake(QObject):
    """Watches a form and every field in it; ``taken`` is called with what was brought."""

    def __init__(self, form: QWidget, taken: Callable[[Brought], None]) -> None:
        super().__init__(form)
        self._taken = taken
        form.setAcceptDrops(True)
        self._watch(form)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            child = event.child()
            if isinstance(child, QWidget):
                self._watch(child)
        elif event.type() in _DRAGS and isinstance(event, QDropEvent):
            return self._dropped(watched, event)
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.matches(QKeySequence.StandardKey.Paste) and self._pasted(watched)
        return False

    def _watch(self, widget: QWidget) -> None:
        # A text edit takes its drops through a widget inside.
        for one in (widget, *widget.findChildren(QWidget)):
            one.installEventFilter(self)

    def _dropped(self, watched: QObject, event: QDropEvent) -> bool:
        brought = brought_by(event.mimeData())
        if brought is None or not _is_open(watched):
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._taken(brought)
        return True

    def _pasted(self, watched: QObject) -> bool:
        brought = brought_by(QGuiApplication.clipboard().mimeData())
        if brought is None or not _is_open(watched):
            return False
        self._taken(brought)
        return True


def _is_open(watched: QObject) -> bool:
    return isinstance(watched, QWidget) and watched.isEnabled()
