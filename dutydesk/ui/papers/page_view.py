"""The pages of a paper one below the other; only what is in sight is drawn, on the pool."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from dutydesk.ui.papers.pages import page_image
from dutydesk.ui.tasks import Queue, Runner, RunnerClosedError
from dutydesk.ui.theme import Theme

ZOOMS = (25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400)
"""Steps in percent; 100 shows a page as large as the sheet is on a 96 dpi screen."""

_FULL_SIZE = 96 / 72
_WIDEST_FIT = 160
_KEPT = 8
_PAUSE_MS = 15


class PageView(QAbstractScrollArea):
    """Shows the very bytes; ``moved(page, zoom)`` after scrolling and zooming."""

    moved = Signal(int, int)

    def __init__(self, theme: Theme, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._runner = theme, runner
        self._content = b""
        self._sizes: Sequence[QSizeF] = ()
        self._zoom = 100
        self._fits = True
        self._images: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._wanted: set[tuple[int, int]] = set()
        self._round = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._render)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("纸面预览")
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme.changed.connect(self._arrange)

    def show_pages(self, content: bytes, sizes: Sequence[QSizeF]) -> None:
        """Show a paper from its first page; sizes in points."""
        self._content, self._sizes = content, sizes
        self._round += 1
        self._images.clear()
        self._wanted.clear()
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self._tell()

    def page_count(self) -> int:
        """Return the number of pages."""
        return len(self._sizes)

    def page(self) -> int:
        """Return the number, from 1, of the page in the middle of the view; 0 without pages."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        for number in range(len(self._sizes), 0, -1):
            if self._top(number - 1) - self._gap() <= middle:
                return number
        return min(1, len(self._sizes))

    def go_to(self, page: int) -> None:
        """Bring a page, counted from 1, to the top; beyond the ends the nearest one."""
        if self._sizes:
            number = max(0, min(page - 1, len(self._sizes) - 1))
            self.verticalScrollBar().setValue(self._top(number) - self._gap())

    def zoom(self) -> int:
        """Return the size in percent."""
        return self._zoom

    def is_drawn(self, page: int) -> bool:
        """Tell whether the picture of a page, counted from 1, is there at this size."""
        return (page - 1, self._pixel_width(page - 1)) in self._images

    def larger(self) -> None:
        """Go one step up."""
        self._set_zoom(next((step for step in ZOOMS if step > self._zoom), ZOOMS[-1]))

    def smaller(self) -> None:
        """Go one step down."""
        self._set_zoom(next((step for step in reversed(ZOOMS) if step < self._zoom), ZOOMS[0]))

    def fit_width(self) -> None:
        """Make the widest page as wide as the view."""
        self._fits = True
        self._arrange()

    # what Qt asks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        if event.angleDelta().y() > 0:
            self.larger()
        elif event.angleDelta().y() < 0:
            self.smaller()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(800), self._theme.px(600))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour("window"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in self._in_sight():
            place = self._place(number)
            # Paper is white by night too: what is seen is what is printed.
            painter.fillRect(place, theme.colour("paper"))
            image = self._best_image(number)
            if image is not None:
                painter.drawImage(place, image)
            painter.setPen(QPen(theme.colour("line"), theme.measure("line")))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
            if not self.is_drawn(number + 1):
                self._pause.start()
        painter.end()

    # measures

    def _gap(self) -> int:
        return self._theme.px(16)

    def _pixels(self, number: int) -> QSize:
        return (self._sizes[number] * (_FULL_SIZE * self._zoom / 100)).toSize()

    def _pixel_width(self, number: int) -> int:
        return round(self._pixels(number).width() * self.devicePixelRatioF())

    def _top(self, number: int) -> int:
        gap = self._gap()
        return gap + sum(self._pixels(before).height() + gap for before in range(number))

    def _place(self, number: int) -> QRect:
        size = self._pixels(number)
        room = self.viewport().width()
        left = (room - size.width()) // 2
        if size.width() + 2 * self._gap() > room:
            left = self._gap() - self.horizontalScrollBar().value()
        return QRect(QPoint(left, self._top(number) - self.verticalScrollBar().value()), size)

    def _in_sight(self) -> list[int]:
        seen = self.viewport().rect()
        return [n for n in range(len(self._sizes)) if self._place(n).intersects(seen)]

    def _best_image(self, number: int) -> QImage | None:
        """Return the sharp picture, or one of another size until it comes."""
        sharp = self._images.get((number, self._pixel_width(number)))
        if sharp is not None:
            return sharp
        return next((image for (n, _), image in self._images.items() if n == number), None)

    # changes

    def _set_zoom(self, zoom: int) -> None:
        self._fits = False
        page, below = self._anchor()
        self._zoom = zoom
        self._arrange()
        if self._sizes:
            middle = self._top(page) + round(below * self._pixels(page).height())
            self.verticalScrollBar().setValue(middle - self.viewport().height() // 2)

    def _anchor(self) -> tuple[int, float]:
        """Return the page in the middle and how far down it, so that zooming stays there."""
        number = max(self.page() - 1, 0)
        if not self._sizes:
            return 0, 0.0
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return number, (middle - self._top(number)) / max(self._pixels(number).height(), 1)

    def _arrange(self) -> None:
        if self._fits and self._sizes:
            widest = max(size.width() for size in self._sizes) * _FULL_SIZE
            room = self.viewport().width() - 2 * self._gap()
            self._zoom = max(ZOOMS[0], min(_WIDEST_FIT, int(room * 100 / widest)))
        seen, gap = self.viewport().size(), self._gap()
        height = self._top(len(self._sizes)) if self._sizes else 0
        width = max((self._pixels(n).width() for n in range(len(self._sizes))), default=0)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, height - seen.height()))
        down.setPageStep(max(1, seen.height() - self._theme.px(40)))
        down.setSingleStep(self._theme.px(40))
        across.setRange(0, max(0, width + 2 * gap - seen.width()))
        across.setPageStep(seen.width())
        across.setSingleStep(self._theme.px(40))
        self.viewport().update()
        self._tell()

    def _scrolled(self, _value: int) -> None:
        self.viewport().update()
        self._tell()

    def _tell(self) -> None:
        self.moved.emit(self.page(), self._zoom)

    def _render(self) -> None:
        for number in self._in_sight():
            key = (number, self._pixel_width(number))
            if key in self._images or key in self._wanted:
                continue
            self._wanted.add(key)
            scale = key[1] / self._sizes[number].width()
            try:
                self._runner.submit(
                    partial(page_image, self._content, number, scale),
                    done=partial(self._take, self._round, key),
                    queue=Queue.POOL,
                )
            except RunnerClosedError:
                return  # The desk is closing; nobody will see the page.

    def _take(self, asked: int, key: tuple[int, int], image: QImage) -> None:
        if asked != self._round:
            return
        self._wanted.discard(key)
        self._images[key] = image
        while len(self._images) > max(_KEPT, 2 * len(self._in_sight())):
            self._images.popitem(last=False)
        self.viewport().update()
