"""The units on the left: a tree with counts, or a drop-down list where the window is narrow."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QMimeData, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from dutydesk.ui.contacts.tree_drag import PERSON, UNIT, carried, id_in
from dutydesk.ui.contacts.unit_lines import UnitLine, Which
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.selected_bar import show_bar

_ROLE = Qt.ItemDataRole.UserRole
_OPEN_UP_TO = 40


class UnitTree(QTreeWidget):
    """Shows the tree; ``chosen(Which)`` when the officer takes another line.

    ``unit_dropped(unit, parent, before)`` and ``person_dropped(contact, unit)`` tell ids, empty
    for none, when something was drawn there with the mouse.
    """

    chosen = Signal(object)
    unit_dropped = Signal(str, str, str)
    person_dropped = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._was_filled = False
        self.setColumnCount(2)
        self.header().hide()
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setAccessibleName("单位")
        self.setProperty("bare", True)
        show_bar(self, theme)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformRowHeights(True)
        self.currentItemChanged.connect(self._on_chosen)
        self.setDragDropMode(QTreeWidget.DragDropMode.DragDrop)
        # What is moved is read again from the record: Qt must not take the line away itself.
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_lines(self, lines: Sequence[UnitLine]) -> None:
        """Show other lines; what is open and chosen stays so."""
        chosen, shut = self.which(), {_which(item) for item in self._items() if _is_shut(item)}
        opens_all = len(lines) <= _OPEN_UP_TO
        with QSignalBlocker(self):
            self.clear()
            above: list[QTreeWidgetItem] = []
            for line in lines:
                del above[line.depth :]
                item = QTreeWidgetItem(above[-1] if above else self.invisibleRootItem())
                self._fill(item, line)
                above.append(item)
            for item in self._items():
                is_open = _which(item) not in shut if self._was_filled else opens_all
                item.setExpanded(is_open)
            self._was_filled = True
        self.choose(chosen)

    def which(self) -> Which:
        """Return the line chosen; everybody before any was."""
        item = self.currentItem()
        return _which(item) if self.topLevelItemCount() and item is not None else Which()

    def choose(self, which: Which) -> None:
        """Choose a line without telling; everybody when it is gone."""
        items = list(self._items())
        found = next((item for item in items if _which(item) == which), None)
        with QSignalBlocker(self):
            if items:
                self.setCurrentItem(found or items[0])

    def narrow(self, units: Collection[str] | None) -> None:
        """Show only these units with what is above them; None shows every line again."""
        for item in self._items():
            item.setHidden(units is not None and not self._has(item, units))
            if units is not None and item.childCount():
                item.setExpanded(True)

    def first_of(self, units: Collection[str]) -> None:
        """Choose the first of some units, and tell it."""
        found = (item for item in self._items() if _which(item).unit_id in units)
        item = next(found, None)
        if item is not None:
            self.setCurrentItem(item)

    def mimeTypes(self) -> list[str]:
        return [UNIT, PERSON]

    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        unit_id = _which(items[0]).unit_id if items else None
        return carried(UNIT, unit_id) if unit_id else QMimeData()

    def dropEvent(self, event: QDropEvent) -> None:
        item: QTreeWidgetItem | None = self.itemAt(event.position().toPoint())
        unit_id, person_id = (id_in(event.mimeData(), kind) for kind in (UNIT, PERSON))
        if unit_id:
            self.unit_dropped.emit(unit_id, *self._place(item))
        elif person_id and item is not None and _which(item).unit_id is not None:
            self.person_dropped.emit(person_id, _which(item).unit_id)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.setState(QTreeWidget.State.NoState)
        self.viewport().update()

    def _place(self, item: QTreeWidgetItem | None) -> tuple[str, str]:
        """Return the unit above and the one before which something is dropped."""
        where, at = self.dropIndicatorPosition(), QTreeWidget.DropIndicatorPosition
        target = _which(item).unit_id if item is not None else None
        if item is None or not target:
            return "", ""
        if where is at.OnItem:
            return target, ""
        above: QTreeWidgetItem | None = item.parent()
        parent = _which(above).unit_id if above is not None else None
        if where is at.AboveItem:
            return parent or "", target
        row = above if above is not None else self.invisibleRootItem()
        after: QTreeWidgetItem | None = row.child(row.indexOfChild(item) + 1)
        return parent or "", (_which(after).unit_id or "") if after is not None else ""

    def _has(self, item: QTreeWidgetItem, units: Collection[str]) -> bool:
        if _which(item).unit_id in units:
            return True
        return any(self._has(item.child(at), units) for at in range(item.childCount()))

    def _fill(self, item: QTreeWidgetItem, line: UnitLine) -> None:
        people = str(line.people) if line.people else ""
        item.setText(0, line.name)
        item.setText(1, f"{people} ")
        item.setToolTip(0, line.name)
        item.setData(0, _ROLE, line.which)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{line.name} {people}人")
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._size(item)

    def _size(self, item: QTreeWidgetItem) -> None:
        item.setSizeHint(0, QSize(0, self._theme.measure("target")))
        item.setForeground(1, self._theme.colour("muted"))

    def _items(self) -> list[QTreeWidgetItem]:
        waiting = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        found: list[QTreeWidgetItem] = []
        while waiting:
            item = waiting.pop(0)
            if item is not None:
                found.append(item)
                waiting.extend(item.child(at) for at in range(item.childCount()))
        return found

    def _on_chosen(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(_which(item))

    def _restyle(self) -> None:
        self.setIndentation(self._theme.px(14))
        for item in self._items():
            self._size(item)


class UnitBox(ChoiceBox):
    """The same lines as a drop-down list; ``chosen(Which)``."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "单位")
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(self._on_activated)

    def show_lines(self, lines: Sequence[UnitLine]) -> None:
        """Show other lines; what is chosen stays so."""
        chosen = self.which()
        self.clear()
        for line in lines:
            people = f"  {line.people}" if line.people else ""
            self.addItem(f"{'　' * line.depth}{line.name}{people}", line.which)
        self.choose(chosen)

    def which(self) -> Which:
        """Return the line chosen."""
        held = self.currentData()
        return held if isinstance(held, Which) else Which()

    def choose(self, which: Which) -> None:
        """Choose a line without telling; everybody when it is gone."""
        at = [self.itemData(at) for at in range(self.count())]
        self.setCurrentIndex(at.index(which) if which in at else 0)

    def _on_activated(self, _at: int) -> None:
        self.chosen.emit(self.which())


def _which(item: QTreeWidgetItem) -> Which:
    held = item.data(0, _ROLE)
    if not isinstance(held, Which):
        raise TypeError
    return held


def _is_shut(item: QTreeWidgetItem) -> bool:
    return item.childCount() > 0 and not item.isExpanded()
