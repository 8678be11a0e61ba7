"""The things handed over: name, quantity, 相符 or 不符; and what else there is to say."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from dutydesk.domain.handover import CheckResult, HandoverThing
from dutydesk.services.handover import ThingFill
from dutydesk.ui.handover.result_bar import ResultBar
from dutydesk.ui.handover.section import Section, clear
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.handover import THING_RESULT

# Whether a thing is there is answered by yes or no.
_RESULTS = {one: THING_RESULT[one] for one in (CheckResult.NORMAL, CheckResult.ABNORMAL)}


class ThingRow(QWidget):
    """One thing; signals as of a line of the checklist, and ``dropped``."""

    edited = Signal()
    settled = Signal()
    left = Signal(int)
    dropped = Signal()

    def __init__(self, theme: Theme, thing: ThingFill, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.known_name = ""
        self.name, self.quantity, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.bar = ResultBar(theme, "", _RESULTS)
        self.drop = QPushButton("去掉")
        self.name.setPlaceholderText("名称")
        self.quantity.setPlaceholderText("数量")
        self.note.setPlaceholderText("说明")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, field in enumerate((self.name, self.quantity, self.bar, self.note, self.drop)):
            self._grid.addWidget(field, 0, column)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(3, 4)
        for edit in (self.name, self.quantity, self.note):
            edit.textEdited.connect(self.edited)
            edit.editingFinished.connect(self.settled)
        for edit in (self.name, self.note):
            edit.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for edit in (self.name, self.quantity, self.note):
            edit.textChanged.connect(self._show_state)
        for edit in (self.quantity, self.note):
            edit.returnPressed.connect(partial(self.left.emit, 1))
        self.bar.chosen.connect(self._on_chosen)
        self.bar.left.connect(self.left)
        self.bar.note_wanted.connect(self._write_note)
        self.drop.clicked.connect(self.dropped)
        self.show_thing(thing)
        self.restyle()

    def show_thing(self, thing: ThingFill) -> None:
        """Show what is on record."""
        for edit, text in (
            (self.name, thing.name),
            (self.quantity, thing.quantity),
            (self.note, thing.note),
        ):
            if edit.text() != text:
                edit.setText(text)
        self.known_name = thing.name
        # A thing that has its name reads as a line; a new one asks for it.
        set_style(self.name, bare=bool(thing.name))
        self.bar.show_result(thing.result)
        self._show_state()

    def value(self) -> ThingFill:
        """Return the thing as it stands here."""
        return ThingFill(
            self.name.text().strip(),
            self.quantity.text().strip(),
            self.bar.result,
            self.note.text().strip(),
        )

    def lacks_name(self) -> bool:
        """Tell whether something is written here that has no name, or none any more."""
        value = self.value()
        return not value.name and (value != ThingFill("") or bool(self.known_name))

    def allow(self, *, may_write: bool) -> None:
        """Let the thing be changed or only read."""
        for edit in (self.name, self.quantity, self.note):
            edit.setReadOnly(not may_write)
        self.bar.setEnabled(may_write)
        self.drop.setEnabled(may_write)

    def restyle(self) -> None:
        """Take the measures of the type size now set."""
        self._grid.setHorizontalSpacing(self._theme.px(8))
        self.quantity.setFixedWidth(self._theme.px(72))

    def _write_note(self) -> None:
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, _result: object) -> None:
        self._show_state()
        self.edited.emit()
        self.settled.emit()

    def _show_state(self, _text: str = "") -> None:
        name = self.name.text() or "新的一件"
        is_fault = self.bar.result is CheckResult.ABNORMAL
        self.bar.rename(name)
        self.name.setAccessibleName(f"名称：{name}")
        self.quantity.setAccessibleName(f"数量：{name}")
        self.note.setAccessibleName(f"说明：{name}")
        self.drop.setAccessibleName(f"去掉：{name}")
        self.note.setPlaceholderText("写明不符情况" if is_fault else "说明")
        set_style(self.note, wrong=is_fault and not self.note.text().strip())
        set_style(self.name, wrong=self.lacks_name())


class ThingSection(Section):
    """The list of things; ``edited`` and ``settled`` as of a line of the checklist."""

    edited = Signal()
    settled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "物品资料", parent)
        self._rows: list[ThingRow] = []
        self._known: tuple[ThingFill, ...] = ()
        self._sent: tuple[ThingFill, ...] = ()
        self._may_write = False
        self.all_there = QPushButton("其余全部相符")
        self.more = QPushButton("加一件")
        self.head.addWidget(self.all_there)
        self.head.addWidget(self.more)
        self.all_there.clicked.connect(self.fill_rest)
        self.more.clicked.connect(self._add)
        self.restyle()

    def rows(self) -> list[ThingRow]:
        """Return the things in the order shown."""
        return list(self._rows)

    def show_things(self, things: tuple[HandoverThing, ...]) -> None:
        """Show what is on record; what was typed since is left alone."""
        is_dirty = self._is_renaming() or self.pending() is not None
        fills = tuple(
            ThingFill(one.name, one.quantity, one.result, one.note.strip()) for one in things
        )
        self._known = fills
        if is_dirty:
            return
        self._sent = fills
        named = [row for row in self._rows if row.value().name]
        if [row.value().name for row in named] != [fill.name for fill in fills]:
            self._lay_out(fills)
            return
        for row, fill in zip(named, fills, strict=True):
            row.show_thing(fill)
        self._count()

    def pending(self) -> tuple[ThingFill, ...] | None:
        """Return the whole list when something in it is to be written.

        A new thing without a name waits for it alone; one whose name is being changed keeps the
        list back, or it would be off the record meanwhile.
        """
        if self._is_renaming():
            return None
        now = self._now()
        return now if now != self._sent else None

    def nameless(self) -> ThingRow | None:
        """Return the first row that is kept off the record for want of a name."""
        return next((row for row in self._rows if row.lacks_name()), None)

    def mark_sent(self, *, is_sent: bool) -> None:
        """Remember that the list is on its way, or that it did not arrive."""
        if not is_sent:
            self._sent = self._known
        elif not self._is_renaming():
            self._sent = self._now()

    def fill_rest(self) -> None:
        """Put 相符 to every thing nobody has counted."""
        for row in self._rows:
            if row.bar.result is None and row.bar.isEnabled() and row.value().name:
                row.bar.show_result(CheckResult.NORMAL)
        self._settle()

    def allow(self, *, may_write: bool) -> None:
        """Let the list be changed or only read."""
        self._may_write = may_write
        for row in self._rows:
            row.allow(may_write=may_write)
        self.more.setEnabled(may_write)
        self._count()

    def restyle(self) -> None:
        super().restyle()
        for row in self._rows:
            row.restyle()

    def _now(self) -> tuple[ThingFill, ...]:
        values = (row.value() for row in self._rows)
        return tuple(value for value in values if value.name)

    def _is_renaming(self) -> bool:
        return any(row.known_name and row.lacks_name() for row in self._rows)

    def _lay_out(self, fills: tuple[ThingFill, ...]) -> None:
        waiting = [row.value() for row in self._rows if row.lacks_name()]
        clear(self.body)
        self._rows = []
        for fill in (*fills, *waiting):
            self._add_row(fill)
        self._count()

    def _add_row(self, fill: ThingFill) -> ThingRow:
        row = ThingRow(self.theme, fill)
        row.allow(may_write=self._may_write)
        row.left.connect(partial(self._go, row))
        row.edited.connect(self.edited)
        row.settled.connect(self._settle)
        row.dropped.connect(partial(self._drop, row))
        self._rows.append(row)
        self.body.addWidget(row)
        return row

    def _add(self) -> None:
        row = self._add_row(ThingFill(""))
        row.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, row: ThingRow) -> None:
        self._rows.remove(row)
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self.body.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._settle()

    def _go(self, row: ThingRow, step: int) -> None:
        target = self._rows.index(row) + step
        if 0 <= target < len(self._rows):
            self._rows[target].bar.setFocus(Qt.FocusReason.TabFocusReason)
        elif target == len(self._rows):
            row.drop.setFocus(Qt.FocusReason.TabFocusReason)
            self.focusNextChild()

    def _settle(self) -> None:
        self._count()
        self.settled.emit()

    def _count(self) -> None:
        values = self._now()
        counted = sum(value.result is not None for value in values)
        words = f"已清点 {counted}/{len(values)}" if values else "没有"
        if self.nameless() is not None:
            words += "　有一件没有填名称，填好才记"
        self.words.setText(words)
        self.all_there.setEnabled(self._may_write and counted < len(values))
