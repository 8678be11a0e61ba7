"""The checklist on the page: one key a line, a note for what is wrong."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from dutydesk.domain.handover import CheckResult, HandoverCheck
from dutydesk.services.handover import CheckFill
from dutydesk.ui.handover.result_bar import ResultBar
from dutydesk.ui.handover.section import Section, clear, plain
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.handover import CHECK_RESULT

_KEYS = "1 正常　2 异常　3 不适用　上下键换行　回车写说明　其余全部正常 Ctrl+Shift+N"

_NARROW = 600


class CheckRow(QWidget):
    """One line; ``edited`` at every change, ``settled`` when it is to be written now."""

    edited = Signal()
    settled = Signal()
    left = Signal(int)

    def __init__(self, theme: Theme, line: HandoverCheck, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.line = theme, line
        # Nothing stands in the inputs yet: what the line holds is shown, not taken for deleted.
        self._sent: tuple[CheckResult | None, str] = (None, "")
        self.name, self.note = plain(line.name), QLineEdit()
        self.bar = ResultBar(theme, line.name, CHECK_RESULT)
        self.note.setAccessibleName(f"说明：{line.name}")
        self._is_narrow: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self.name, 0, 0)
        self._grid.addWidget(self.bar, 0, 1)
        self._grid.setColumnStretch(0, 5)
        self._arrange(is_narrow=False)
        self.bar.chosen.connect(self._on_chosen)
        self.bar.left.connect(self.left)
        self.bar.note_wanted.connect(self.write_note)
        self.note.textEdited.connect(self.edited)
        self.note.textChanged.connect(self._show_note)
        self.note.editingFinished.connect(self.settled)
        self.note.returnPressed.connect(partial(self.left.emit, 1))
        self.show_line(line)
        self.restyle()

    def show_line(self, line: HandoverCheck) -> None:
        """Show what is on record; what was typed since is left alone."""
        is_dirty = self.pending() is not None
        self.line = line
        if not is_dirty:
            self._sent = (line.result, line.note)
            self.bar.show_result(line.result)
            if self.note.text() != line.note:
                self.note.setText(line.note)
        self._show_note()

    def pending(self) -> CheckFill | None:
        """Return what is to be written, None when all of it was sent."""
        now = self._now()
        return CheckFill(self.line.item_id, *now) if now != self._sent else None

    def mark_sent(self, *, is_sent: bool) -> None:
        """Remember that what stands here is on its way, or that it did not arrive."""
        self._sent = self._now() if is_sent else (self.line.result, self.line.note)

    def write_note(self) -> None:
        """Put the cursor into the note."""
        if self.bar.isEnabled():
            self.note.show()
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def allow(self, *, may_write: bool) -> None:
        """Let the line be changed or only read."""
        self.bar.setEnabled(may_write)
        self.note.setReadOnly(not may_write)

    def restyle(self) -> None:
        """Take the measures of the type size now set."""
        self._grid.setHorizontalSpacing(self._theme.px(12))
        self._grid.setVerticalSpacing(self._theme.px(4))
        self._arrange(is_narrow=self.width() < self._theme.px(_NARROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(is_narrow=self.width() < self._theme.px(_NARROW))

    def _arrange(self, *, is_narrow: bool) -> None:
        """Put the note beside the result, or under the line where there is no room beside it."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        policy = self.note.sizePolicy()
        # Beside the result it keeps its place while hidden, so that the results stand in a column.
        policy.setRetainSizeWhenHidden(not is_narrow)
        self.note.setSizePolicy(policy)
        self._grid.removeWidget(self.note)
        if is_narrow:
            self._grid.addWidget(self.note, 1, 0, 1, 2)
        else:
            self._grid.addWidget(self.note, 0, 2)
        self._grid.setColumnStretch(2, 0 if is_narrow else 4)

    def _now(self) -> tuple[CheckResult | None, str]:
        return self.bar.result, self.note.text()

    def _on_chosen(self, _result: object) -> None:
        self._show_note()
        self.edited.emit()
        self.settled.emit()

    def _show_note(self, _text: str = "") -> None:
        is_fault = self.bar.result is CheckResult.ABNORMAL
        is_missing = is_fault and not self.note.text().strip()
        self.note.setPlaceholderText("写明异常情况" if is_fault else "说明")
        set_style(self.note, wrong=is_missing)
        has_use = is_fault or bool(self.note.text()) or self.note.hasFocus()
        self.note.setVisible(has_use)


class CheckSection(Section):
    """All lines by group; ``edited``, ``settled`` as of a line, ``counted(still to check)``."""

    edited = Signal()
    settled = Signal()
    counted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "检查清单", parent)
        self._rows: list[CheckRow] = []
        self._groups: list[QLabel] = []
        self._may_write = False
        self.all_normal = QPushButton("其余全部正常")
        self.edit_list = QPushButton("改清单")
        self._hint = plain(_KEYS, tone="muted")
        self.head.addWidget(self.all_normal)
        self.head.addWidget(self.edit_list)
        self._column.insertWidget(1, self._hint)
        self.all_normal.clicked.connect(self.fill_rest)
        self.restyle()

    def rows(self) -> list[CheckRow]:
        """Return the lines in the order shown."""
        return list(self._rows)

    def first(self) -> ResultBar | None:
        """Return where the work begins: the first line nobody has filled, else the first one."""
        bars = [row.bar for row in self._rows if row.bar.isEnabled()]
        return next((bar for bar in bars if bar.result is None), bars[0] if bars else None)

    def show_checks(self, checks: tuple[HandoverCheck, ...]) -> None:
        """Show the lines; they are laid out anew only when the list itself has changed."""
        checks = _grouped(checks)
        if [row.line.item_id for row in self._rows] != [line.item_id for line in checks]:
            self._lay_out(checks)
        for row, line in zip(self._rows, checks, strict=True):
            row.show_line(line)
        self._count()

    def pending(self) -> tuple[CheckFill, ...]:
        """Return the lines to be written."""
        return tuple(fill for row in self._rows if (fill := row.pending()) is not None)

    def mark_sent(self, *, is_sent: bool) -> None:
        """Tell all lines whether what stands in them is on its way."""
        for row in self._rows:
            row.mark_sent(is_sent=is_sent)

    def fill_rest(self) -> None:
        """Put 正常 into every line nobody has filled."""
        for row in self._rows:
            if row.bar.result is None and row.bar.isEnabled():
                row.bar.show_result(CheckResult.NORMAL)
        self._count()
        self.settled.emit()

    def take(self, result: CheckResult) -> None:
        """Put a result into the line that has the focus."""
        focus = QApplication.focusWidget()
        row = next((one for one in self._rows if focus and one.isAncestorOf(focus)), None)
        if row is not None:
            row.bar.take(result)

    def allow(self, *, may_write: bool) -> None:
        """Let the lines be changed or only read."""
        self._may_write = may_write
        for row in self._rows:
            row.allow(may_write=may_write)
        self._count()

    def restyle(self) -> None:
        super().restyle()
        self._hint.setFont(self.theme.font("small"))
        for group in self._groups:
            group.setFont(self.theme.font("small", bold=True))
            group.setContentsMargins(0, self.theme.px(6), 0, 0)
        for row in self._rows:
            row.restyle()

    def _lay_out(self, checks: tuple[HandoverCheck, ...]) -> None:
        clear(self.body)
        self._rows, self._groups = [], []
        for group, lines in groupby(checks, key=lambda line: line.group_name):
            label = QLabel(group)
            label.setTextFormat(Qt.TextFormat.PlainText)
            set_style(label, tone="muted")
            self._groups.append(label)
            self.body.addWidget(label)
            for line in lines:
                self._add_row(line)
        self.restyle()

    def _add_row(self, line: HandoverCheck) -> None:
        row = CheckRow(self.theme, line)
        row.allow(may_write=self._may_write)
        row.left.connect(partial(self._go, len(self._rows)))
        row.edited.connect(self.edited)
        row.settled.connect(self._settle)
        self._rows.append(row)
        self.body.addWidget(row)

    def _go(self, at: int, step: int) -> None:
        target = at + step
        if 0 <= target < len(self._rows):
            self._rows[target].bar.setFocus(Qt.FocusReason.TabFocusReason)
        elif target == len(self._rows):
            self.focusNextChild()

    def _settle(self) -> None:
        self._count()
        self.settled.emit()

    def _count(self) -> None:
        filled = sum(row.bar.result is not None for row in self._rows)
        faults = sum(row.bar.result is CheckResult.ABNORMAL for row in self._rows)
        words = f"已核对 {filled}/{len(self._rows)}"
        self.words.setText(f"{words}，异常 {faults}" if faults else words)
        self.counted.emit(len(self._rows) - filled)
        self.all_normal.setEnabled(self._may_write and filled < len(self._rows))


def _grouped(checks: tuple[HandoverCheck, ...]) -> tuple[HandoverCheck, ...]:
    """Return the lines with those of one group together: a unit adds its own behind all others."""
    places = {line.group_name: at for at, line in reversed(list(enumerate(checks)))}
    return tuple(sorted(checks, key=lambda line: places[line.group_name]))
