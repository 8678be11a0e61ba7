"""The field over a cell of the grid: look somebody up by initials or pinyin, or write a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dutydesk.domain.roster_edit import RosterPerson
from dutydesk.ui.tasks import Runner
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.person_picker import Candidate, PersonPicker
from dutydesk.ui.widgets.restyle import set_style

FindPeople = Callable[[str, str], Sequence[Candidate]]
_WIDTH = 300


class SeatEditor(QFrame):
    """``taken(RosterPerson)`` by Enter or click, ``left`` when it goes without."""

    taken = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, runner: Runner, find: FindPeople, grid: QWidget) -> None:
        super().__init__(grid)
        self._theme, self._find, self._grid = theme, find, grid
        self._post_id = ""
        self.picker = PersonPicker(theme, runner, self._look_up, "这一格的人")
        set_style(self, ground="surface")
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.picker)
        self.picker.picked.connect(self._picked)
        self.picker.submitted.connect(self._written)
        self.picker.edit.installEventFilter(self)
        self.hide()

    def begin(self, cell: QRect, post_id: str, text: str) -> None:
        """Open over a cell with what was typed so far."""
        self._post_id = post_id
        width = min(max(cell.width(), self._theme.px(_WIDTH)), self._grid.width())
        height = max(cell.height(), self.sizeHint().height())
        left = min(cell.left(), self._grid.width() - width)
        top = min(cell.top(), self._grid.height() - height)
        self.setGeometry(max(left, 0), max(top, 0), width, height)
        self.picker.clear()
        self.show()
        self.raise_()
        self.picker.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if text:
            self.picker.edit.insert(text)
            self.picker.edit.textEdited.emit(text)

    def hideEvent(self, event: QHideEvent) -> None:
        # Its list is a child of the window and would stay.
        self.picker.clear()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and Qt.Key(event.key()) == Qt.Key.Key_Escape
            and not self.picker.is_open()
        ):
            self._leave()
            return True
        if event.type() is QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        return super().eventFilter(watched, event)

    def _look_up(self, text: str) -> Sequence[Candidate]:
        return self._find(text, self._post_id)

    def _picked(self, value: object, name: str) -> None:
        self._take(value if isinstance(value, RosterPerson) else RosterPerson(name))

    def _written(self) -> None:
        name = self.picker.text().strip()
        if name:
            self._take(RosterPerson(name))
        else:
            self._leave()

    def _take(self, person: RosterPerson) -> None:
        self._leave()
        self.taken.emit(person)

    def _leave(self) -> None:
        self.hide()
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()
