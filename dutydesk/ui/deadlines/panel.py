"""The panel 时限: as a column of 300 px, or as two lines above the room when space is short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.changes import Changes
from dutydesk.domain.errors import StoreError
from dutydesk.ui.deadlines.clock_line import ClockLine
from dutydesk.ui.deadlines.clock_rows import LINE_ROLE, ClockDelegate, ClockModel
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.restyle import set_style

ReadLines = Callable[[], tuple[ClockLine, ...]]

TABLES = (
    "incident",
    "incident_grading",
    "incident_report",
    "incident_task",
    "open_item",
    "directive",
    "deadline_rule",
    "setting",
    "absence_notice",
    "equipment_item",
    "equipment_check",
    "warning",
    "reporting_unit",
    "nil_report",
    "roll_call",
    "roll_call_plan",
)


class DeadlinePanel(QWidget):
    """Reads the lines, soonest first, after each write that concerns them.

    ``opened(key)`` on Enter or click.

    Buttons of other features (确认报警, 叫应单) are given a place at the foot with
    :meth:`add_button`. ``read_again`` after each reading, ``read_no`` is its number. When the
    lines cannot be read the last ones stay, it says so, and reads again with the next minute.
    """

    opened = Signal(str)
    read_again = Signal()

    def __init__(self, desk: Desk, read: ReadLines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._read = desk, read
        self._is_strip = False
        self.read_no = self._asked = 0
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self._head, self._counts, self._more = QLabel("时限"), QLabel(), QLabel()
        set_style(self._counts, tone="muted")
        set_style(self._more, tone="muted")
        self._list = QListView()
        self._model = ClockModel(desk.clock.now(), self)
        self._delegate = ClockDelegate(desk.theme, self)
        self._none = QLabel(_NONE)
        self._unread = QLabel()
        self._buttons = QHBoxLayout()
        self._build()
        desk.hub.committed.connect(self._on_committed)
        desk.hub.second.connect(self._on_second)
        desk.hub.minute.connect(self._on_minute)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.reload()

    def add_button(self, button: QPushButton) -> None:
        """Give a button a place at the foot of the column."""
        self._buttons.addWidget(button)

    def lines(self) -> tuple[ClockLine, ...]:
        """Return the lines shown, soonest first."""
        return self._model.lines

    def set_strip(self, *, is_strip: bool) -> None:
        """Turn to two lines above the room, or back to the column."""
        self._is_strip = is_strip
        self._restyle()

    def set_masked(self, *, is_masked: bool) -> None:
        """Hide what the clocks are about, as a locked desk must."""
        self._delegate.is_masked = is_masked
        self._model.is_masked = is_masked
        self._list.setEnabled(not is_masked)
        self._restyle()

    def reload(self) -> int:
        """Read the lines again and return the number of this reading."""
        self._asked += 1
        self._desk.runner.submit(
            self._read, done=partial(self._show, self._asked), failed=self._cannot_read
        )
        return self._asked

    def _build(self) -> None:
        self._head.setAccessibleName("时限")
        self._list.setAccessibleName("时限列表")
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setWordWrap(False)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.activated.connect(self._open)
        self._list.clicked.connect(self._open)
        self._list.setProperty("bare", True)
        self._none.setWordWrap(True)
        set_style(self._none, tone="muted")
        self._unread.setWordWrap(True)
        self._unread.setTextFormat(Qt.TextFormat.PlainText)
        set_style(self._unread, tone="overdue")
        self._top = QHBoxLayout()
        self._top.addWidget(self._head)
        self._top.addStretch(1)
        self._top.addWidget(self._counts)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self._unread)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._none, 1)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self._list, 1)
        self._middle.addWidget(self._more)
        self._column.addLayout(self._middle, 1)
        self._column.addLayout(self._buttons)

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names(*TABLES):
            self.reload()

    def _on_second(self, now: datetime) -> None:
        self._model.go_on(now, self._rows_in_sight())

    def _rows_in_sight(self) -> range:
        area = self._list.viewport().rect()
        count = self._model.rowCount()
        first = self._list.indexAt(area.topLeft()).row()
        last = self._list.indexAt(area.bottomLeft()).row()
        return range(max(0, first), last + 1 if last >= 0 else count)

    def _on_minute(self, _now: datetime) -> None:
        # A report may have been dated a little ahead: its clock stops when its minute comes.
        self.reload()

    def _show(self, asked: int, lines: tuple[ClockLine, ...]) -> None:
        self.read_no = asked
        was_unread = bool(self._unread.text())
        self._unread.setText("")
        was_empty = not self._model.lines
        is_other = self._model.show_lines(lines)
        if is_other:
            self._count()
        if was_unread or was_empty != (not self._model.lines) or (is_other and self._is_strip):
            self._restyle()
        self.read_again.emit()

    def _count(self) -> None:
        counts = Counter(line.counted for line in self._model.lines if line.counted)
        self._counts.setText("  ".join(f"{word} {counts[word]}" for word in sorted(counts)[::-1]))

    def _cannot_read(self, error: Exception) -> None:
        # Loaded late: the words of every refusal are not needed before one happens.
        from dutydesk.wording.sentences import sentence  # noqa: PLC0415

        why = sentence(error) if isinstance(error, StoreError) and not self._is_strip else ""
        last = _LAST_READ if self._model.lines else ""
        self._unread.setText(f"{_UNREAD}{last}{why}")
        self._restyle()
        if not isinstance(error, StoreError):
            raise error

    def _open(self, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if isinstance(line, ClockLine) and not self._delegate.is_masked:
            self.opened.emit(line.key)

    def _restyle(self) -> None:
        theme = self._desk.theme
        is_empty = not self._model.lines
        self._delegate.is_flat = self._is_strip
        self._delegate.forget()
        self._head.setFont(theme.font("title", bold=True))
        self._counts.setFont(theme.font("small"))
        self._more.setFont(theme.font("small"))
        self._head.setVisible(not self._is_strip)
        self._counts.setVisible(not self._is_strip)
        self._unread.setVisible(bool(self._unread.text()))
        # Nothing read is not nothing running.
        self._none.setVisible(is_empty and not self._unread.text())
        self._none.setText(_NONE_SHORT if self._is_strip else _NONE)
        self._list.setVisible(not is_empty)
        self._show_more()
        self._space()
        self._size()
        self._list.doItemsLayout()

    def _show_more(self) -> None:
        """Say in the narrow form how many clocks there are beyond the two lines."""
        more = len(self._model.lines) - _STRIP_LINES
        self._more.setVisible(self._is_strip and more > 0)
        self._more.setText(f"还有 {more} 项\nF6 查看")
        off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._list.setVerticalScrollBarPolicy(off if self._is_strip else on)

    def _space(self) -> None:
        theme, is_strip = self._desk.theme, self._is_strip
        side = theme.px(12)
        self._top.setContentsMargins(side, 0 if is_strip else theme.px(8), side, 0)
        self._none.setContentsMargins(side, theme.px(4) if is_strip else 0, side, 0)
        self._more.setContentsMargins(0, 0, side, 0)
        self._unread.setContentsMargins(side, 0, side, 0)
        for at in range(self._buttons.count()):
            button = self._buttons.itemAt(at).widget()
            button.setVisible(not is_strip)
        has_buttons = self._buttons.count() > 0 and not is_strip
        low = theme.px(8) if has_buttons else 0
        self._buttons.setContentsMargins(side, low, side, low)
        self._buttons.setSpacing(theme.px(8))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0 if is_strip else theme.px(4))

    def _size(self) -> None:
        theme = self._desk.theme
        if self._is_strip:
            row = self._list.sizeHintForRow(0) if self._model.lines else theme.px(28)
            lines = min(_STRIP_LINES, max(1, len(self._model.lines)))
            self.setMinimumWidth(0)
            self.setMaximumWidth(_WIDEST)
            unread = self._unread.sizeHint().height() if self._unread.text() else 0
            self.setFixedHeight(lines * row + unread)
        else:
            self.setFixedWidth(theme.measure("deadlines"))
            self.setMinimumHeight(0)
            self.setMaximumHeight(_WIDEST)


_WIDEST = 16_777_215
_STRIP_LINES = 2
_NONE = "没有正在计时的事项。\n建了突发事件或登记了未办结事项，就按到时先后排在这里。"
_UNREAD = "时限现在读不出来，每分钟再读一次。"
_LAST_READ = "下面是上次读到的。"
_NONE_SHORT = "时限：没有正在计时的事项。"
