"""Shipped line icons, drawn in the colour of a role."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class IconMissingError(Exception):
    """No shipped icon has this name."""


class IconShelf:
    """Reads each SVG once and draws it sharp for the screen it is shown on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}

    def pixmap(self, name: str, colour: QColor, size: int) -> QPixmap:
        """Draw an icon in one colour, ``size`` logical pixels square; raises IconMissingError."""
        ratio = _pixel_ratio()
        picture = QPixmap(round(size * ratio), round(size * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        drawing = self._source(name).replace("currentColor", colour.name())
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
        painter.end()
        return picture

    def _source(self, name: str) -> str:
        if name not in self._sources:
            file = self._folder / f"{name}.svg"
            if not file.is_file():
                raise IconMissingError(name)
            self._sources[name] = file.read_text(encoding="utf-8")
        return self._sources[name]


def _pixel_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
