"""The rooms at the left: icon, word, count and key; icon and key only when space is short."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from dutydesk.ui.actions import key_text
from dutydesk.ui.rooms import RoomSpec
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RoomButton(QAbstractButton):
    """One room; checked while it is shown."""

    def __init__(self, theme: Theme, spec: RoomSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.spec = theme, spec
        self.count = 0
        self.is_compact = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setCheckable(True)
        self.setText(spec.word)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Write the number beside the word; 0 hides it."""
        self.count = count
        counted = f"，{count} 项" if count else ""
        self.setAccessibleName(f"{self.spec.word}{counted}")
        self.setToolTip(f"{self.spec.word}{counted}（{key_text(self.spec.key)}）")
        self.update()

    def set_compact(self, *, is_compact: bool) -> None:
        """Show icon and key only."""
        self.is_compact = is_compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        least = theme.measure("target") if self.is_compact else theme.px(36)
        height = max(least, QFontMetrics(theme.font()).height() + theme.px(8))
        return QSize(theme.measure("rooms_compact"), height)

    def minimumSizeHint(self) -> QSize:
        # Where height is short rooms stand closer, but icon and count stay apart from the next.
        theme = self._theme
        return QSize(0, max(theme.px(20), QFontMetrics(theme.font("small")).height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, rect = self._theme, self.rect()
        if self.isChecked():
            painter.fillRect(rect, theme.colour("accent_soft"))
            painter.fillRect(QRect(0, 0, theme.px(3), rect.height()), theme.colour("accent"))
        elif self.underMouse():
            painter.fillRect(rect, theme.colour("pressed"))
        if self.hasFocus():
            width = theme.measure("focus")
            painter.setPen(theme.colour("accent"))
            for inset in range(width):
                painter.drawRect(rect.adjusted(inset, inset, -inset - 1, -inset - 1))
        if self.is_compact:
            self._paint_compact(painter)
        else:
            self._paint_wide(painter)
        painter.end()

    def _ink(self) -> str:
        return "accent" if self.isChecked() else "icon"

    def _paint_wide(self, painter: QPainter) -> None:
        theme = self._theme
        rect = self.rect().adjusted(theme.px(14), 0, -theme.px(8), 0)
        side = theme.px(18)
        icon = theme.pixmap(self.spec.icon, self._ink(), 18)
        painter.drawPixmap(rect.left(), (rect.height() - side) // 2, icon)
        words = rect.adjusted(side + theme.px(8), 0, 0, 0)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(bold=self.isChecked()))
        painter.drawText(words, _LEFT, self.spec.word)
        used = painter.fontMetrics().horizontalAdvance(self.spec.word)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        key = key_text(self.spec.key).replace("Shift+", "⇧")
        if self.count:
            # The count and the key share what the word leaves.
            count = QFontMetrics(theme.font("small", bold=True)).horizontalAdvance(str(self.count))
            taken = used + count + theme.px(12) + painter.fontMetrics().horizontalAdvance(key)
            key = key if taken <= words.width() else ""
        painter.drawText(words, _RIGHT, key)
        if self.count:
            painter.setPen(theme.colour("overdue"))
            painter.setFont(theme.font("small", bold=True))
            painter.drawText(words.adjusted(used + theme.px(6), 0, 0, 0), _LEFT, str(self.count))

    def _paint_compact(self, painter: QPainter) -> None:
        theme = self._theme
        rect = self.rect().adjusted(theme.px(6), 0, -theme.px(3), 0)
        side = theme.px(18)
        top = (rect.height() - side) // 2
        painter.drawPixmap(rect.left(), top, theme.pixmap(self.spec.icon, self._ink(), 18))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        # The sign on the key itself: the word would run into the icon.
        key = key_text(self.spec.key).replace("+Shift+", "⇧").replace("Shift+", "⇧")
        painter.drawText(rect, _RIGHT, key)
        if self.count:
            painter.setFont(theme.font("small", bold=True))
            # On the corner of the icon, with a ground of its own: 1Ctrl+O reads as one word.
            wide = painter.fontMetrics().horizontalAdvance(str(self.count)) + theme.px(1)
            right = rect.left() + side + theme.px(1)
            corner = QRect(right - wide, 0, wide, theme.px(13))
            painter.fillRect(corner, theme.colour("accent_soft" if self.isChecked() else "window"))
            painter.setPen(theme.colour("overdue"))
            painter.drawText(corner, Qt.AlignmentFlag.AlignCenter, str(self.count))


class RoomsBar(QWidget):
    """The list of rooms; ``chosen(id)`` by click or Enter.

    Rooms stand closer where height is short, and scroll where even that is not enough.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, specs: Sequence[RoomSpec], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_compact = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="window")
        page = QWidget()
        self.buttons = {spec.id: RoomButton(theme, spec, page) for spec in specs}
        self._column = QVBoxLayout(page)
        self._column.setSpacing(0)
        for room_id, button in self.buttons.items():
            button.clicked.connect(partial(self.chosen.emit, room_id))
            self._column.addWidget(button)
        self._column.addStretch(1)
        self._scroll = self._scrolled(page)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_room(self, room_id: str) -> None:
        """Mark the room that is shown."""
        for name, button in self.buttons.items():
            button.setChecked(name == room_id)
        self._show_chosen()

    def show_count(self, room_id: str, count: int) -> None:
        """Write the number beside a room."""
        self.buttons[room_id].show_count(count)

    def set_compact(self, *, is_compact: bool) -> None:
        """Shrink to icon and key, or show the words."""
        self._is_compact = is_compact
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_chosen()

    def _scrolled(self, page: QWidget) -> SteadyScroll:
        scroll = SteadyScroll(self, bar_stays=False)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_style(scroll.verticalScrollBar(), thin=True)
        scroll.setWidget(page)
        for filled in (page, scroll.viewport()):
            filled.setAutoFillBackground(False)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scroll)
        # The page is laid out after the list got its height.
        scroll.verticalScrollBar().rangeChanged.connect(self._show_chosen)
        return scroll

    def _show_chosen(self, _least: int = 0, _most: int = 0) -> None:
        for button in self.buttons.values():
            if button.isChecked():
                self._scroll.ensureWidgetVisible(button, 0, button.height() // 2)

    def _restyle(self) -> None:
        name = "rooms_compact" if self._is_compact else "rooms"
        self.setFixedWidth(self._theme.measure(name))
        side = self._theme.px(4) if self._is_compact else self._theme.px(8)
        self._column.setContentsMargins(0, side, 0, side)
        for button in self.buttons.values():
            button.set_compact(is_compact=self._is_compact)
