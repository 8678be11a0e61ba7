"""A table of any length: an array of row numbers, and the rows near the view in memory.

The model knows how many rows there are from its array of ids and reads the rest by key in pages
on the runner. It never asks a file itself. Rows once read stay shown while they are read again,
so nothing flickers; the view keeps its selection when rows are added above or below.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dutydesk.domain.dataclass import dataclass
from dutydesk.ui.tasks import Runner

Row = TypeVar("Row")
AnyIndex = QModelIndex | QPersistentModelIndex

PAGE = 128
KEPT_ROWS = 64 * PAGE
ROW_ROLE = Qt.ItemDataRole.UserRole
ID_ROLE = Qt.ItemDataRole.UserRole + 1

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NOWHERE = QModelIndex()


_TEXT_ROLES = frozenset(
    {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, ROW_ROLE}
)


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its head, the text of a cell, how it stands, and what its tool tip says."""

    title: str
    text: Callable[[Row], str]
    align: Qt.AlignmentFlag = _LEFT
    tip: Callable[[Row], str] | None = None


class PagedModel(QAbstractTableModel, Generic[Row]):
    """Shows rows by id; ``read(ids)`` returns the rows found, and is run on the runner.

    A delegate takes the whole row from ``ROW_ROLE``; it is None until the row has been read.
    """

    def __init__(
        self,
        runner: Runner,
        read: Callable[[tuple[int, ...]], Mapping[int, Row]],
        columns: Sequence[Column[Row]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._read = read
        self._columns = tuple(columns)
        self._ids = array("q")
        self._rows: OrderedDict[int, Row] = OrderedDict()
        self._wanted: set[int] = set()
        self._round = 0

    # what stands in the table

    def set_ids(self, ids: Iterable[int], rows: Mapping[int, Row] | None = None) -> None:
        """Show other rows; ``rows`` are those already read (the first screen), by id."""
        self.beginResetModel()
        self._round += 1
        self._wanted.clear()
        self._rows.clear()
        self._ids = ids if isinstance(ids, array) else array("q", ids)
        self._keep(rows or {})
        self.endResetModel()

    def insert(self, at: int, rows: Mapping[int, Row]) -> None:
        """Insert rows, in the order of the mapping, before position ``at`` (0 is the top)."""
        if not rows:
            return
        self.beginInsertRows(_NOWHERE, at, at + len(rows) - 1)
        self._ids[at:at] = array("q", rows)
        self._keep(rows)
        self.endInsertRows()

    def append(self, rows: Mapping[int, Row]) -> None:
        """Insert rows at the end."""
        self.insert(len(self._ids), rows)

    def remove(self, row_id: int) -> None:
        """Take one row out if it is shown."""
        at = self.position(row_id)
        if at is None:
            return
        self.beginRemoveRows(_NOWHERE, at, at)
        del self._ids[at]
        self._rows.pop(row_id, None)
        self.endRemoveRows()

    def refresh(self, row_ids: Iterable[int]) -> None:
        """Read these rows again where they are in memory; the old text stays until then."""
        known = tuple(row_id for row_id in row_ids if row_id in self._rows)
        if known:
            self._ask(known, self.position(known[0]) or 0)

    def position(self, row_id: int) -> int | None:
        """Return the row number of an id, None when it is not in the table."""
        try:
            return self._ids.index(row_id)
        except ValueError:
            return None

    def row_id(self, at: int) -> int:
        """Return the id of a row number; raises IndexError."""
        return self._ids[at]

    def row(self, at: int) -> Row | None:
        """Return the row if it has been read; otherwise ask for its page."""
        row_id = self._ids[at]
        found = self._rows.get(row_id)
        if found is None:
            self._want_page(at)
            found = self._rows.get(row_id)
        else:
            self._rows.move_to_end(row_id)
            self._want_neighbour(at)
        return found

    # Qt's side

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._columns[index.column()].align
        if role == ID_ROLE:
            return self._ids[index.row()]
        tip = self._columns[index.column()].tip if role == Qt.ItemDataRole.ToolTipRole else None
        if tip is None and role not in _TEXT_ROLES:
            return None
        row = self.row(index.row())
        if row is None or role == ROW_ROLE:
            return row
        return tip(row) or None if tip else self._columns[index.column()].text(row)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.align
        return column.title if role == Qt.ItemDataRole.DisplayRole else None

    # reading

    def _want_neighbour(self, at: int) -> None:
        """Read the next page before the view reaches it."""
        place = at % PAGE
        if place > PAGE * 3 // 4 and at + PAGE // 2 < len(self._ids):
            ahead = at + PAGE // 2
        elif place < PAGE // 4 and at >= PAGE // 2:
            ahead = at - PAGE // 2
        else:
            return
        if self._ids[ahead] not in self._rows:
            self._want_page(ahead)

    def _want_page(self, at: int) -> None:
        first = at - at % PAGE
        page = self._ids[first : first + PAGE]
        missing = tuple(i for i in page if i not in self._rows and i not in self._wanted)
        if missing:
            self._wanted.update(missing)
            self._ask(missing, first)

    def _ask(self, ids: tuple[int, ...], near: int) -> None:
        self._runner.submit(
            partial(self._read, ids),
            done=partial(self._take, self._round, ids, near),
            failed=partial(self._give_up, ids),
        )

    def _take(self, asked: int, ids: tuple[int, ...], near: int, rows: Mapping[int, Row]) -> None:
        if asked != self._round:
            return
        # Rows that no longer exist stay wanted: asking for them again would never end.
        self._wanted.difference_update(rows)
        self._keep(rows)
        first, last = self._place(ids[0], near), self._place(ids[-1], near)
        if first is not None and last is not None:
            columns = len(self._columns) - 1
            self.dataChanged.emit(
                self.index(min(first, last), 0), self.index(max(first, last), columns)
            )

    def _place(self, row_id: int, near: int) -> int | None:
        """Find an id where it was when asked for; a scan of all ids only when rows moved far."""
        try:
            return self._ids.index(row_id, max(0, near - PAGE), near + 3 * PAGE)
        except ValueError:
            return self.position(row_id)

    def _give_up(self, ids: tuple[int, ...], error: Exception) -> None:  # noqa: ARG002 - signature
        """Leave the rows blank; they are asked for again at the next paint after a refresh."""
        self._wanted.difference_update(ids)

    def _keep(self, rows: Mapping[int, Row]) -> None:
        for row_id, row in rows.items():
            self._rows[row_id] = row
            self._rows.move_to_end(row_id)
        while len(self._rows) > max(KEPT_ROWS, len(rows)):
            self._rows.popitem(last=False)
