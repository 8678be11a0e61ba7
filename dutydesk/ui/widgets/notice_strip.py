"""Strips above the room: alarm, error, read-only, practice; words and shape, never a box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dutydesk.domain.dataclass import dataclass
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
# What was done and what is only good to know goes by itself; after a while it would be false.
_PASSING = frozenset({NoticeKind.DONE, NoticeKind.HINT})
_QUIET = frozenset({NoticeKind.ALARM, NoticeKind.ERROR, NoticeKind.WARNING})
PASSING_MS = 10_000
_BETWEEN = 2


class NoticeStrip(QWidget):
    """Shows one notice without taking the keyboard focus; ``closed`` by its cross or by time."""

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
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.setInterval(PASSING_MS)
        self._time.timeout.connect(self._pass)
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

    def say(self, notice: Notice) -> None:
        """Show other words of a notice that stays; all else of it is as before."""
        self.notice = notice
        self._text.setText(notice.text)
        self.setAccessibleName(notice.text)

    @property
    def passes(self) -> bool:
        """Tell whether it goes by itself after some seconds."""
        return self.notice.kind in _PASSING and not self.notice.stays

    def showEvent(self, event: QShowEvent) -> None:
        # Its seconds count from when it can be read.
        super().showEvent(event)
        if self.passes:
            self._time.start()

    def _pass(self) -> None:
        focus: QWidget | None = self.window().focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._time.start()
        elif self.isVisible():
            self._close()

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
    """The place of all strips: loudest on top, at most three, the newest among them."""

    MOST = 3

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        # In the order they came, which is that of a dict.
        self._strips: dict[str, NoticeStrip] = {}
        self._is_quiet = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        # Two strips of one colour must not read as one.
        self._column.setSpacing(_BETWEEN)
        self.hide()

    def put(self, notice: Notice) -> None:
        """Show a notice; one that is already shown the same way stays untouched."""
        shown = self._strips.get(notice.key)
        if shown is not None and shown.notice == notice:
            return
        is_same_but_words = shown is not None and replace(shown.notice, text=notice.text) == notice
        if shown is not None and is_same_but_words and notice.stays:
            # Minutes that go by must not take the focus from the button beside them.
            shown.say(notice)
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

    def close_top(self) -> bool:
        """Take down the topmost strip that can be closed; False when there is none."""
        closable = [one for one in self._sorted() if one.isVisible() and not one.notice.stays]
        if closable:
            self.take_down(closable[0].notice.key)
        return bool(closable)

    def set_quiet(self, *, is_quiet: bool) -> None:
        """Show only what must be seen on a locked desk too: a hint may name people or matters."""
        self._is_quiet = is_quiet
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
        order = self._sorted()
        allowed = [one for one in order if not self._is_quiet or one.notice.kind in _QUIET]
        shown = allowed[: self.MOST]
        newest = next((one for one in reversed(self._strips.values()) if one in allowed), None)
        if newest is not None and newest not in shown:
            shown[-1] = newest
        for at, strip in enumerate(order):
            self._column.removeWidget(strip)
            self._column.insertWidget(at, strip)
            strip.setVisible(strip in shown)
        self.setVisible(bool(shown))

    def _sorted(self) -> list[NoticeStrip]:
        newest_first = reversed(self._strips.values())
        return sorted(newest_first, key=lambda strip: _ORDER.index(strip.notice.kind))
