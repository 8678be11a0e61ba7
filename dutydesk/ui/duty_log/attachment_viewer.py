"""Looks at the photos of an entry one after another: upright, whole or enlarged."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.attachment import Attachment, Picture
from dutydesk.services.attachment import AttachmentService
from dutydesk.ui.desk import Desk
from dutydesk.ui.duty_log.attachment_look import image_of
from dutydesk.ui.tasks import Queue
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.attachment import fact_lines

# Enough for every screen at twice its size.
_MOST = 4096
_STEP, _LEAST, _LARGEST = 1.25, 0.05, 8.0

_UNREADABLE = "这张图片显示不了。可以另存为，或用别的程序打开。"


class AttachmentViewer(QDialog):
    """Left and right go on, + and - enlarge, 0 shows it whole; nothing is written."""

    help_page = "attachment"

    def __init__(
        self,
        desk: Desk,
        service: AttachmentService,
        shown: tuple[Sequence[Attachment], int],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, service
        self._photos, self.at = shown
        self._image: QImage | None = None
        self.zoom: float | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.area, self.sheet = QScrollArea(), QLabel()
        self.facts = QLabel()
        self.before, self.after = QPushButton("上一张  ←"), QPushButton("下一张  →")
        self.smaller, self.larger = QPushButton("缩小  -"), QPushButton("放大  +")
        self.whole, self.close_button = QPushButton("整张  0"), QPushButton("关闭  Esc")
        self._build()
        self._show_photo()

    def go(self, step: int) -> None:
        """Show the next photo or the one before; the last one is followed by the first."""
        self.at = (self.at + step) % len(self._photos)
        self._show_photo()

    def enlarge(self, factor: float) -> None:
        """Enlarge or reduce around the middle."""
        now = self.zoom if self.zoom is not None else self._fitting()
        self.zoom = max(_LEAST, min(_LARGEST, now * factor))
        self._paint()

    def fit(self) -> None:
        """Show the whole photo."""
        self.zoom = None
        self._paint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match Qt.Key(event.key()):
            case Qt.Key.Key_Right | Qt.Key.Key_PageDown:
                self.go(1)
            case Qt.Key.Key_Left | Qt.Key.Key_PageUp:
                self.go(-1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.enlarge(_STEP)
            case Qt.Key.Key_Minus:
                self.enlarge(1 / _STEP)
            case Qt.Key.Key_0:
                self.fit()
            case _:
                super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Fitted anew when the place for it has its size; enlarged it stays as large.
        if event.type() is QEvent.Type.Resize and self.zoom is None:
            self._paint()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        theme = self._desk.theme
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sheet.setTextFormat(Qt.TextFormat.PlainText)
        self.area.setWidget(self.sheet)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.installEventFilter(self)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setWordWrap(True)
        set_style(self.facts, tone="muted")
        row = QHBoxLayout()
        deeds = (
            (self.before, partial(self.go, -1)),
            (self.after, partial(self.go, 1)),
            (self.smaller, partial(self.enlarge, 1 / _STEP)),
            (self.larger, partial(self.enlarge, _STEP)),
            (self.whole, self.fit),
            (self.close_button, self.reject),
        )
        for button, deed in deeds:
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, deed=deed: deed())
            row.addWidget(button)
        for button in (self.before, self.after):
            button.setEnabled(len(self._photos) > 1)
        row.setSpacing(theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(12),) * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(self.area, 1)
        column.addWidget(self.facts)
        column.addLayout(row)
        over = self.parentWidget()
        if over is not None:
            self.resize(over.window().size() - QSize(theme.px(80), theme.px(60)))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_photo(self) -> None:
        photo = self._photos[self.at]
        self.setWindowTitle(f"{photo.name}（第{self.at + 1}张，共{len(self._photos)}张）")
        self.facts.setText("　".join(fact_lines(photo)))
        self._image, self.zoom = None, None
        self.sheet.setText("正在打开…")
        job = partial(self._service.picture, photo.sha256, _MOST)
        done = partial(self._opened, photo.id)
        self._desk.runner.submit(job, done=done, queue=Queue.POOL)

    def _opened(self, photo_id: str, picture: Picture | None) -> None:
        if photo_id != self._photos[self.at].id:
            return
        if picture is None:
            self.sheet.setText(_UNREADABLE)
            return
        self._image = image_of(picture)
        self._paint()

    def _fitting(self) -> float:
        if self._image is None:
            return 1.0
        room = self.area.maximumViewportSize()
        return min(
            1.0,
            room.width() / max(1, self._image.width()),
            room.height() / max(1, self._image.height()),
        )

    def _paint(self) -> None:
        if self._image is None:
            return
        view = self.area.maximumViewportSize()
        bars = self.area.horizontalScrollBar(), self.area.verticalScrollBar()
        middle = QPoint(bars[0].value() + view.width() // 2, bars[1].value() + view.height() // 2)
        before = self.sheet.size()
        scale = self.zoom if self.zoom is not None else self._fitting()
        size = self._image.size() * scale
        size = size.expandedTo(QSize(1, 1))
        smooth = Qt.TransformationMode.SmoothTransformation
        keep = Qt.AspectRatioMode.KeepAspectRatio
        self.sheet.setPixmap(QPixmap.fromImage(self._image.scaled(size, keep, smooth)))
        self.sheet.setMinimumSize(size if self.zoom is not None else QSize(0, 0))
        self.sheet.resize(size.expandedTo(view) if self.zoom is not None else view)
        if self.zoom is not None and before.width() and before.height():
            bars[0].setValue(middle.x() * size.width() // before.width() - view.width() // 2)
            bars[1].setValue(middle.y() * size.height() // before.height() - view.height() // 2)
