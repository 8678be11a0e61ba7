"""How a file looks in a list: a photo by its thumbnail, everything else by an icon."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap

from dutydesk.domain.attachment import Attachment, NewAttachment, Picture
from dutydesk.services.attachment import AttachmentService
from dutydesk.ui.desk import Desk
from dutydesk.ui.tasks import Queue

AnyFile = Attachment | NewAttachment

_ICONS = (
    ("image/", "eye"),
    ("video/", "eye"),
    ("audio/", "megaphone"),
    ("application/x-msdownload", "settings"),
    ("application/x-executable", "settings"),
    ("text/x-script", "settings"),
)
# Kept in memory; a thumbnail of 96 pixels is 36 KiB.
_KEPT = 200


def file_icon(one: AnyFile) -> str:
    """Return the name of the icon of a file that has no thumbnail."""
    return next((icon for start, icon in _ICONS if one.media_type.startswith(start)), "file-text")


def image_of(picture: Picture) -> QImage:
    """Return the picture for painting; it keeps its own pixels."""
    made = QImage(
        picture.pixels,
        picture.width,
        picture.height,
        picture.width * 4,
        QImage.Format.Format_RGBA8888,
    )
    return made.copy()


class Thumbnails(QObject):
    """Gives icons at once and thumbnails when they are made; ``made(sha256)`` then."""

    made = Signal(str)

    def __init__(
        self, desk: Desk, service: Callable[[], AttachmentService], side: int, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._service, self._side = desk, service, side
        self._images: dict[str, QImage] = {}
        self._asked: set[str] = set()

    def icon(self, one: AnyFile) -> QIcon:
        """Return a square icon: the thumbnail if there is one, else what kind of file it is."""
        theme = self._desk.theme
        side = theme.px(self._side)
        square = QPixmap(side, side)
        square.fill(Qt.GlobalColor.transparent)
        painter = QPainter(square)
        if one.sha256 not in self._images:
            self._ask(one)
        image = self._images.get(one.sha256)
        if image is None:
            pixmap = theme.pixmap(file_icon(one), "muted", min(24, self._side))
        else:
            pixmap = QPixmap.fromImage(
                image.scaled(
                    side,
                    side,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
        place = QRect(0, 0, pixmap.width(), pixmap.height())
        place.moveCenter(QRect(0, 0, side, side).center())
        painter.drawPixmap(place.topLeft(), pixmap)
        painter.end()
        return QIcon(square)

    def _ask(self, one: AnyFile) -> None:
        if not one.media_type.startswith("image/") or one.sha256 in self._asked:
            return
        self._asked.add(one.sha256)
        # Twice the size: type may grow while the list is open.
        job = partial(self._service().picture, one.sha256, self._side * 2)
        self._desk.runner.submit(job, done=partial(self._show, one.sha256), queue=Queue.POOL)

    def _show(self, sha256: str, picture: Picture | None) -> None:
        if picture is None:
            return
        if len(self._images) >= _KEPT:
            self._images.clear()
            self._asked.clear()
        self._images[sha256] = image_of(picture)
        self.made.emit(sha256)
