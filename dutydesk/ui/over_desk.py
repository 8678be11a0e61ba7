"""The windows over the desk: keys that work there too, and how F2 and the lock leave them.

A dialog stops the keys of the window below it. Acknowledging, locking, help and taking a call
must not wait for it, so their actions are lent to every window that opens over the desk.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget
from shiboken6 import isValid

from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.ui.widgets.pin_field import PinField

_WINDOWS = frozenset({Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Sheet})
_NOTICE = "put_aside"

# Time for a draft to reach the disk: until then a window on its way out is not spoken of.
_ON_ITS_WAY_MS = 500


@runtime_checkable
class ComesBack(Protocol):
    """A dialog that would lose what was typed if it were closed: it is hidden and comes back."""

    @property
    def comes_back(self) -> bool:
        """Tell whether closing it now would lose something."""
        ...


class OverDesk(QObject):
    """Lends the actions ``everywhere`` to each window over the desk, ``calls`` to all but boxes.

    ``leave`` closes what keeps its text as a draft and puts the others aside.
    """

    def __init__(
        self, window: QWidget, desk: Desk, everywhere: tuple[str, ...], calls: tuple[str, ...]
    ) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._everywhere, self._calls = everywhere, calls
        self._aside: list[QDialog] = []
        self._hidden: list[QDialog] = []
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # Polished comes once, when the window is whole; added comes before it is.
        if event.type() is QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            child = event.child()
            if isinstance(child, QWidget) and child.windowType() in _WINDOWS:
                self._lend(child)
        return False

    def top(self) -> QWidget:
        """Return the window that has the keys: one over the desk, else the desk itself."""
        active = QApplication.activeModalWidget() or QApplication.activeWindow()
        return active if active is not None and self._is_over(active) else self._window

    def help_page(self) -> str:
        """Return the page on the subject of the window that has the keys, empty for the desk."""
        step: QWidget | None = self.top()
        while step is not None and step is not self._window:
            page = getattr(step, "help_page", "")
            if page:
                return str(page)
            step = step.parentWidget()
        return ""

    def leave(self) -> None:
        """Leave all dialogs for a call; what was typed is kept, and the desk says so."""
        self._aside += self._leave()
        if any(isinstance(one, ComesBack) and one.comes_back for one in self._aside):
            self._tell()
        elif self._aside:
            QTimer.singleShot(_ON_ITS_WAY_MS, self, self._tell)
        self._window.activateWindow()

    def _tell(self) -> None:
        self._aside = [one for one in self._aside if isValid(one)]
        titles = "、".join(dialog.windowTitle() for dialog in self._aside)
        if titles:
            words = f"{titles}：先放着，填的都在。"
            verb = "接着填  Shift+F2"
            put = self._desk.notices.put
            put(Notice(_NOTICE, NoticeKind.WARNING, words, verb, self.take_up, stays=True))

    def take_up(self) -> bool:
        """Show what was put aside for a call; False when nothing was."""
        waiting, self._aside = [one for one in self._aside if isValid(one)], []
        self._desk.notices.take_down(_NOTICE)
        self._show(waiting)
        return bool(waiting)

    def hide(self) -> None:
        """Leave nothing open over a desk that is locked."""
        self._hidden += self._leave()

    def bring_back(self) -> None:
        """Show again what the lock has hidden."""
        hidden, self._hidden = [one for one in self._hidden if isValid(one)], []
        self._show(hidden)

    def _show(self, dialogs: list[QDialog]) -> None:
        for dialog in reversed(dialogs):
            if self._desk.session.seat.may_write:
                dialog.open()
            else:
                dialog.deleteLater()

    def _leave(self) -> list[QDialog]:
        """Close or hide all dialogs, the topmost first; return those hidden."""
        shown = [one for one in self._window.findChildren(QDialog) if one.isVisible()]
        hidden: list[QDialog] = []
        for dialog in sorted(shown, key=_depth, reverse=True):
            if not (isinstance(dialog, ComesBack) and dialog.comes_back):
                dialog.reject()
            # One that waits until its text is on disk goes then; if the disk does not take it,
            # it comes back.
            if dialog.isVisible():
                for pin in dialog.findChildren(PinField):
                    pin.clear()
                dialog.destroyed.connect(self._forget_gone)
                dialog.hide()
                hidden.append(dialog)
        return hidden

    def _forget_gone(self) -> None:
        if isValid(self) and not any(isValid(dialog) for dialog in self._aside):
            self._desk.notices.take_down(_NOTICE)

    def _lend(self, over: QWidget) -> None:
        ids = self._everywhere
        # In a file dialog F2 gives another name; a box of two buttons wants its answer.
        if not isinstance(over, QMessageBox | QFileDialog):
            ids += self._calls
        self._desk.actions.lend(over, ids)
        over.installEventFilter(self)

    def _is_over(self, window: QWidget) -> bool:
        step: QWidget | None = window
        while step is not None and step is not self._window:
            step = step.parentWidget()
        return step is not None and window is not self._window


def _depth(widget: QWidget) -> int:
    depth = 0
    step: QWidget | None = widget
    while step is not None:
        depth, step = depth + 1, step.parentWidget()
    return depth
