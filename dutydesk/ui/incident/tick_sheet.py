"""A sheet to tick: lines with their state above, what is noted of the chosen one below.

Enter on a line begins it with the time of the key press; Enter in the fields puts it on record,
and the sheet stays for the next one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dutydesk.domain.changes import Done
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.row_table import RowColumn, RowTable, TableRow
from dutydesk.ui.widgets.time_field import TimeField

_LEAST_ROWS, _MOST_ROWS = 4, 10
_WIDTH = 820
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TickSheet(LongDialog):
    """A subclass says its lines (``reload``), its fields, and ``begin_line`` for a chosen one."""

    help_page = "incident"

    def __init__(
        self, desk: Desk, words: tuple[str, str], columns: Sequence[RowColumn], parent: QWidget
    ) -> None:
        title, name = words
        super().__init__(desk, title, "记下", parent)
        self.table = RowTable(desk.theme, name, columns)
        self.at = TimeField(desk.theme, desk.clock, "时间")
        self._column.insertWidget(0, self.table, 1)
        self._column.setStretch(self._column.indexOf(self._area), 0)
        self._cancel.setText("关闭")
        self.table.doubleClicked.connect(self._on_activated)
        self.table.installEventFilter(self)
        self.table.itemSelectionChanged.connect(self._on_chosen)
        row = desk.theme.measure("row")
        self.table.setMinimumHeight(row * (_LEAST_ROWS + 1))

    def reload(self) -> None:
        """Read the lines again, then ``show_lines``."""
        raise NotImplementedError

    def begin_line(self, line_id: str) -> QWidget:
        """Fill the fields for a line and return the one to go on in."""
        raise NotImplementedError

    def keep_fields(self, form: str, fields: Mapping[str, QWidget]) -> None:
        """Keep what is typed; the names are emptied once it is on record."""
        self._names = tuple(fields)
        kept = self.keep(form, fields)
        # The line that was begun belongs to what was written of it.
        kept.goes_along = self._names
        kept.begin()

    def show_lines(self, rows: Sequence[TableRow], next_id: str) -> None:
        """Show the lines with the next one to do chosen."""
        self.table.show_rows(rows, next_id)
        self._fit()
        if not self.is_writing():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.at.set_now()
            self.begin_line(self.table.chosen())
            if self.kept is not None:
                self.kept.rebase(*self._names)

    def is_writing(self) -> bool:
        """Tell whether something was typed that is not on record."""
        return self.kept is not None and not self.kept.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter on a line begin it: passed on, it would press the button of the sheet."""
        if (
            watched is self.table
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and Qt.Key(event.key()) in _ENTER
        ):
            self._on_activated()
            return True
        return super().eventFilter(watched, event)

    def _on_activated(self) -> None:
        line_id = self.table.chosen()
        if line_id and self.accept_button.isEnabled():
            self.at.set_now()
            self.begin_line(line_id).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self) -> None:
        if self.table.hasFocus() and self.table.chosen() and not self.is_writing():
            self.at.set_now()
            self.begin_line(self.table.chosen())
            if self.kept is not None:
                self.kept.rebase(*self._names)

    def _done(self, done: Done[Any]) -> None:
        self._wait(is_saving=False)
        if self.kept is not None:
            self.kept.done()
            self.kept.hide()
        self.empty_fields()
        if self.kept is not None:
            self.kept.rebase(*self._names)
        self.desk.hub.announce(done.changes, self)
        self.answered.emit(done.value)
        self.say("")
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    def empty_fields(self) -> None:
        """Take out what belongs to the line that is on record now."""
        raise NotImplementedError

    def _order_tab(self) -> None:
        super()._order_tab()
        QWidget.setTabOrder(self._cancel, self.table)
        if not self.is_writing():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        super()._fit()
        theme, over = self.desk.theme, self.parentWidget()
        rows = min(max(self.table.rowCount(), _LEAST_ROWS), _MOST_ROWS) + 1
        wanted = self.height() + rows * theme.measure("row") + theme.px(12)
        most = over.window() if over is not None else self
        wide = min(max(self.width(), theme.px(_WIDTH)), most.width())
        self.resize(wide, min(wanted, most.height()) if over is not None else wanted)
