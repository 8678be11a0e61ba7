"""Tabs that never take the keyboard: a click or a key of the room says which is meant.

Which tab is the current one is set by whoever owns the strip, and by nothing else: a click or the
wheel changes nothing by itself, for what stands below may not be left yet.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QToolButton, QWidget

from dutydesk.domain.dataclass import dataclass
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style

_SIDE = QTabBar.ButtonPosition.RightSide
_CROSS = 22


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its key, its title, and what a pointer on it is told."""

    key: str
    title: str
    tip: str = ""


class TabStrip(QTabBar):
    """``wanted(key)`` at a click on a tab, ``close_wanted(key)`` at its cross."""

    wanted = Signal(str)
    close_wanted = Signal(str)

    def __init__(self, theme: Theme, name: str, close_word: str) -> None:
        super().__init__()
        self._theme, self._close_word = theme, close_word
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setDrawBase(False)
        self.setExpanding(False)
        # What stands first and last in a title tells tabs apart best.
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUsesScrollButtons(True)
        theme.changed.connect(self._restyle)

    def show_tabs(self, tabs: Sequence[Tab], current: str) -> None:
        """Show these tabs; those that stay are kept as they are."""
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        for at, tab in enumerate(tabs):
            if at == self.count():
                self.addTab("")
                self.setTabButton(at, _SIDE, self._cross())
            self.setTabData(at, tab.key)
            self._write(at, tab)
        self.mark(current)

    def retitle(self, tab: Tab) -> None:
        """Write another title on a tab that is shown."""
        at = self._at(tab.key)
        if at >= 0:
            self._write(at, tab)

    def mark(self, current: str) -> None:
        """Show which tab is the current one."""
        at = self._at(current)
        if at >= 0:
            self.setCurrentIndex(at)

    def keys(self) -> list[str]:
        """Return the keys of the tabs from the left."""
        return [str(self.tabData(at)) for at in range(self.count())]

    def titles(self) -> list[str]:
        """Return the titles from the left."""
        return [self.tabText(at).replace("&&", "&") for at in range(self.count())]

    def minimumSizeHint(self) -> QSize:
        # As many tabs as there are never widen the room; the strip scrolls.
        return QSize(self._theme.px(120), super().minimumSizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.tabAt(event.position().toPoint())
        if at >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.wanted.emit(str(self.tabData(at)))
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _at(self, key: str) -> int:
        return next((at for at in range(self.count()) if self.tabData(at) == key), -1)

    def _write(self, at: int, tab: Tab) -> None:
        # A single ampersand would be a key.
        title = tab.title.replace("&", "&&")
        if self.tabText(at) != title:
            self.setTabText(at, title)
        self.setTabToolTip(at, tab.tip)

    def _cross(self) -> QWidget:
        cross = QToolButton()
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.setAccessibleName(self._close_word)
        cross.setToolTip(self._close_word)
        set_style(cross, rank="cross")
        cross.clicked.connect(lambda: self._close(cross))
        self._dress(cross)
        return cross

    def _close(self, cross: QWidget) -> None:
        for at in range(self.count()):
            if self.tabButton(at, _SIDE) is cross:
                self.close_wanted.emit(str(self.tabData(at)))

    def _dress(self, cross: QToolButton) -> None:
        side = self._theme.px(_CROSS)
        cross.setIcon(self._theme.icon("x"))
        cross.setFixedSize(side, side)

    def _restyle(self) -> None:
        for at in range(self.count()):
            cross = self.tabButton(at, _SIDE)
            if isinstance(cross, QToolButton):
                self._dress(cross)
        # Qt keeps the widths of tabs until something about them changes.
        self.setIconSize(QSize(self._theme.px(_CROSS), self._theme.px(_CROSS)))
