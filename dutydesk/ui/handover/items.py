"""Open items and directives on the page: each is ticked as taken over, an item gets its owner."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPushButton, QWidget

from dutydesk.domain.handover_facts import CarriedItem
from dutydesk.ui.handover.section import Section, plain
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import when

_IMPORTANT = "重要"


class ItemRow(QWidget):
    """One open item; ``ticked(bool)`` and ``owner_given(str)`` by hand."""

    ticked = Signal(bool)
    owner_given = Signal(str)

    def __init__(self, theme: Theme, item: CarriedItem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.item = theme, item
        self._may_write = False
        self.tick, self.owner = QCheckBox("已接"), QLineEdit()
        self.title, self.facts = plain(), plain(tone="muted")
        self.owner.setPlaceholderText("经办人")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self.tick, 0, 0)
        self._grid.addWidget(self.title, 0, 1)
        self._grid.addWidget(self.owner, 0, 2)
        self._grid.addWidget(self.facts, 1, 1, 1, 2)
        self._grid.setColumnStretch(1, 1)
        self.tick.clicked.connect(self.ticked)
        self.owner.editingFinished.connect(self._give_owner)
        self.restyle()

    def show_item(self, item: CarriedItem, now: datetime) -> None:
        """Show the item; an owner being typed is left alone."""
        was_typed = self.owner.text() != self.item.owner
        self.item = item
        self.title.setText(item.title)
        self.tick.setChecked(item.is_taken)
        self.tick.setAccessibleName(f"已接：{item.title}")
        self.owner.setAccessibleName(f"经办人：{item.title}")
        if not (was_typed and self.owner.hasFocus()):
            self.owner.setText(item.owner)
        set_style(self.owner, wrong=not item.owner.strip())
        # A directive changes hands in its own room, by passing it on.
        self.owner.setReadOnly(item.is_directive or not self._may_write)
        facts = [_IMPORTANT] if item.is_important else []
        if item.due_at is not None:
            facts.append(f"时限 {when.near(item.due_at, now)}（{when.left(item.due_at, now)}）")
        if item.attention.strip():
            facts.append(f"{'状态' if item.is_directive else '注意'}：{item.attention}")
        if item.progress:
            count = f"（共{item.progress_count}次）" if item.progress_count > 1 else ""
            facts.append(f"进展{count}：{item.progress[-1]}")
        self.facts.setText("　".join(facts))
        self.facts.setVisible(bool(facts))
        is_late = item.due_at is not None and item.due_at < now
        set_style(self.facts, tone="overdue" if is_late else "muted")

    def allow(self, *, may_write: bool) -> None:
        """Let the row be changed or only read."""
        self._may_write = may_write
        self.tick.setEnabled(may_write)
        self.owner.setReadOnly(self.item.is_directive or not may_write)

    def restyle(self) -> None:
        """Take the measures of the type size now set."""
        self._grid.setHorizontalSpacing(self._theme.px(12))
        self._grid.setVerticalSpacing(self._theme.px(2))
        self.owner.setFixedWidth(self._theme.px(140))
        self.facts.setFont(self._theme.font("small"))

    def _give_owner(self) -> None:
        if self.owner.text().strip() != self.item.owner:
            self.owner_given.emit(self.owner.text().strip())


class ItemSection(Section):
    """``taken(ids, bool)`` when items are ticked, ``owner_given(item, owner)`` when written."""

    taken = Signal(object, bool)
    owner_given = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "未办结事项和批示", parent)
        self._rows: dict[str, ItemRow] = {}
        self._may_write = False
        self.take_all = QPushButton("全部已接")
        self.head.addWidget(self.take_all)
        self.take_all.clicked.connect(self._take_all)
        self.restyle()

    def rows(self) -> list[ItemRow]:
        """Return the rows in the order shown."""
        return list(self._rows.values())

    def untaken(self) -> int:
        """Count the items nobody has ticked."""
        return sum(not row.item.is_taken for row in self._rows.values())

    def show_items(self, items: tuple[CarriedItem, ...], now: datetime) -> None:
        """Show the items; rows that are known stay where they are, with the focus in them."""
        for gone in set(self._rows) - {item.id for item in items}:
            row = self._rows.pop(gone)
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, item in enumerate(items):
            row = self._rows.get(item.id) or self._new_row(item, at)
            row.show_item(item, now)
        left = self.untaken()
        self.words.setText(f"{len(items)} 项，{left} 项还没有勾选" if items else "没有")
        self.take_all.setVisible(bool(items))
        self.take_all.setEnabled(self._may_write and left > 0)

    def allow(self, *, may_write: bool) -> None:
        """Let the rows be changed or only read."""
        self._may_write = may_write
        for row in self._rows.values():
            row.allow(may_write=may_write)
        self.take_all.setEnabled(may_write and self.untaken() > 0)

    def restyle(self) -> None:
        super().restyle()
        self.body.setSpacing(self.theme.px(10))
        for row in self._rows.values():
            row.restyle()

    def _new_row(self, item: CarriedItem, at: int) -> ItemRow:
        row = ItemRow(self.theme, item)
        row.allow(may_write=self._may_write)
        row.ticked.connect(partial(self._tick, item.id))
        row.owner_given.connect(partial(self._give_owner, item.id))
        self._rows[item.id] = row
        self.body.insertWidget(at, row)
        return row

    def _tick(self, item_id: str, is_taken: bool) -> None:
        self.taken.emit((item_id,), is_taken)

    def _give_owner(self, item_id: str, owner: str) -> None:
        self.owner_given.emit(self._rows[item_id].item, owner)

    def _take_all(self) -> None:
        self.taken.emit(tuple(self._rows), True)
