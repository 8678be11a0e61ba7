"""Strips above the room: alarm, error, read-only, practice; words and shape, never a box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style


class NoticeKind(StrEnum):
    """How loud a notice is; loudest first, which is also the order on screen."""

    ALARM = "alarm"
    ERROR = "error"
    WARNING = "warning"
    DONE = "done"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Notice:
    """One strip. A later notice with the same ``key`` takes the place of the earlier one.

    ``action`` is called by the button with the word ``verb``; ``stays`` hides the closing cross,
    for a state that lasts (read-only, alarm not yet acknowledged).
    """

    key: str
    kind: NoticeKind
    text: str
    verb: str = ""
    action: Callable[[], object] | None = None
    stays: bool = False


_LOOKS = {
    NoticeKind.ALARM: ("overdue", "on_overdue", "siren"),
    NoticeKind.ERROR: ("overdue_soft", "overdue", "octagon-alert"),
    NoticeKind.WARNING: ("soon_soft", "soon", "triangle-alert"),
    NoticeKind.DONE: ("done_soft", "done", "circle-check"),
    NoticeKind.HINT: ("accent_soft", "accent", "info"),
}
_ORDER = list(NoticeKind)


class NoticeStrip(QWidget):
    """Shows one notice; appears without taking the keyboard focus."""

    closed = Signal(str)

    def __init__(self, theme: Theme, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.notice = notice
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon, self._text = QLabel(), QLabel(notice.text)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._verb = QPushButton(notice.verb)
        # Made visible without a parent they would be windows of their own and take the focus.
        if not notice.verb:
            self._verb.hide()
        if notice.action is not None:
            self._verb.clicked.connect(notice.action)
        self._cross = QPushButton()
        self._cross.setAccessibleName("收起提示")
        self._cross.setToolTip("收起提示")
        if notice.stays:
            self._cross.hide()
        self._cross.clicked.connect(self._close)
        for button in (self._verb, self._cross):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._verb)
        self._row.addWidget(self._cross)
        self.setAccessibleName(notice.text)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _close(self) -> None:
        self.closed.emit(self.notice.key)

    def _restyle(self) -> None:
        theme = self._theme
        ground, ink, icon = _LOOKS[self.notice.kind]
        is_alarm = self.notice.kind is NoticeKind.ALARM
        self._row.setContentsMargins(theme.px(16), theme.px(4), theme.px(8), theme.px(4))
        self._row.setSpacing(theme.px(8))
        self._icon.setPixmap(theme.pixmap(icon, ink, 18))
        self._text.setFont(theme.font(bold=is_alarm))
        self._cross.setIcon(theme.icon("x", ink))
        set_style(self, ground=ground)
        set_style(self._text, tone=ink if is_alarm else "")
        set_style(self._verb, rank="loud" if is_alarm else "")
        set_style(self._cross, rank="quiet")


class NoticeBoard(QWidget):
    """The place of all strips: loudest on top, at most three; the rest wait their turn."""

    MOST = 3

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._strips: dict[str, NoticeStrip] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def put(self, notice: Notice) -> None:
        """Show a notice; one that is already shown the same way stays untouched."""
        shown = self._strips.get(notice.key)
        if shown is not None and shown.notice == notice:
            return
        self._remove(notice.key)
        strip = NoticeStrip(self._theme, notice, self)
        strip.closed.connect(self.take_down)
        self._strips[notice.key] = strip
        self._arrange()

    def take_down(self, key: str) -> None:
        """Remove the notice of ``key`` if it is shown."""
        self._remove(key)
        self._arrange()

    def notices(self) -> list[Notice]:
        """Return the notices in the order shown, waiting ones at the end."""
        return [strip.notice for strip in self._sorted()]

    def _remove(self, key: str) -> None:
        strip = self._strips.pop(key, None)
        if strip is not None:
            self._column.removeWidget(strip)
            strip.hide()
            strip.deleteLater()

    def _arrange(self) -> None:
        for at, strip in enumerate(self._sorted()):
            self._column.removeWidget(strip)
            self._column.insertWidget(at, strip)
            strip.setVisible(at < self.MOST)
        self.setVisible(bool(self._strips))

    def _sorted(self) -> list[NoticeStrip]:
        return sorted(self._strips.values(), key=lambda strip: _ORDER.index(strip.notice.kind))
