"""The targets of a round as a table: a press changes one row and resets nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dutydesk.domain.call_round import TargetState
from dutydesk.ui.call_round.sheet_state import SheetState
from dutydesk.ui.theme import Theme
from dutydesk.wording import when
from dutydesk.wording.call_round import NO_PHONE, TARGET_STATE

HEADS = ("状态", "姓名、单位", "最近")
_MARKS = {
    TargetState.WAITING: "○",
    TargetState.TRYING: "▲",
    TargetState.ANSWERED: "●",
    TargetState.ANSWERED_BY_B: "◆",
    TargetState.ESCALATED: "■",
    TargetState.SKIPPED: "–",
}
_TONES = {
    TargetState.TRYING: "overdue",
    TargetState.ANSWERED: "done",
    TargetState.ANSWERED_BY_B: "done",
    TargetState.ESCALATED: "soon",
    TargetState.SKIPPED: "muted",
}
_Index = QModelIndex | QPersistentModelIndex


class TargetModel(QAbstractTableModel):
    """Rows are ids of targets, in the order of the round."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: SheetState | None = None
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}

    def show_targets(self, state: SheetState, ids: Sequence[str]) -> None:
        """Show other targets."""
        self.beginResetModel()
        self._state, self._ids = state, list(ids)
        self._number()
        self.endResetModel()

    def changed(self, target_id: str, *, is_shown: bool) -> None:
        """Say that one target changed; one that fits no more goes."""
        row = self._rows.get(target_id)
        if row is None:
            return
        if is_shown:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(HEADS) - 1))
            return
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._ids[row]
        self._number()
        self.endRemoveRows()

    def row_of(self, target_id: str) -> int:
        """Return the row of a target, -1 when it is not shown."""
        return self._rows.get(target_id, -1)

    def id_at(self, row: int) -> str:
        """Return the target of a row, empty for none."""
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return HEADS[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._state is None or not index.isValid():
            return None
        target_id = self._ids[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(target_id, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(self._text(target_id, column) for column in range(len(HEADS)))
        tone = _TONES.get(self._state.targets[target_id].state)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0 and tone:
            return self._theme.colour(tone)
        return None

    def _text(self, target_id: str, column: int) -> str:
        state = self._state
        if state is None:
            return ""
        target = state.targets[target_id]
        tries = state.tries(target_id)
        if column == 0:
            count = f" {tries}次" if target.state is TargetState.TRYING else ""
            return f"{_MARKS[target.state]} {TARGET_STATE[target.state]}{count}"
        if column == 1:
            missing = "" if target.phone else f"（{NO_PHONE}）"
            return f"{target.order_no}. {target.name}{missing}　{target.unit}".rstrip()
        last = state.attempts[target_id][-1] if state.attempts[target_id] else None
        return when.clock(last.at) if last else ""

    def _number(self) -> None:
        self._rows = {target_id: row for row, target_id in enumerate(self._ids)}
