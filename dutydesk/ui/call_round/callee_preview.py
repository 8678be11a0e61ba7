"""Whom a choice means, before anybody is rung: the list, and who has no number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dutydesk.domain.call_round import Callee
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.row_table import RowColumn, RowTable, TableRow
from dutydesk.wording.call_round import NO_PHONE, who

_COLUMNS = (
    RowColumn("姓名", "▲ 欧阳某某某"),
    RowColumn("单位、职务"),
    RowColumn("电话", "19900000000"),
    RowColumn("B角", "欧阳某某"),
)
_ROWS = 5


class _Table(RowTable):
    """Delete leaves the chosen person out."""

    removed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) is Qt.Key.Key_Delete and self.chosen():
            self.removed.emit(self.chosen())
            return
        super().keyPressEvent(event)


class CalleePreview(QWidget):
    """``left_out(contact_id)`` when somebody is taken off the list by Delete."""

    left_out = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.callees: tuple[Callee, ...] = ()
        self.table = _Table(theme, "要叫的人", _COLUMNS)
        self.told = QLabel()
        self.told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.told)
        column.addWidget(self.table)
        self.table.removed.connect(self._on_removed)
        height = theme.measure("row") * (_ROWS + 1) + theme.px(8)
        self.table.setFixedHeight(height)
        self.setFocusProxy(self.table)
        self.show_callees(())

    def show_callees(self, callees: Sequence[Callee]) -> None:
        """Show whom the choice means now."""
        self.callees = tuple(callees)
        self.table.show_rows([_row(at, one) for at, one in enumerate(self.callees)])
        missing = sum(not one.phone for one in self.callees)
        text = f"共{len(self.callees)}人"
        if missing:
            text += f"，其中{missing}人{NO_PHONE}（▲）"
        rest = "。按 Delete 去掉选中的人。" if self.callees else "。请选单位、角色或名单。"
        self.told.setText(text + rest)
        set_style(self.told, tone="soon" if missing else "muted")

    def _on_removed(self, row_id: str) -> None:
        callee = self.callees[int(row_id)]
        if callee.contact_id:
            self.left_out.emit(callee.contact_id)
        else:
            self.show_callees([one for one in self.callees if one is not callee])


def _row(at: int, callee: Callee) -> TableRow:
    mark = "" if callee.phone else "▲ "
    cells = (
        f"{mark}{callee.name}",
        who(callee.unit, "", callee.role),
        callee.phone or NO_PHONE,
        callee.b_name,
    )
    return TableRow(str(at), cells, "" if callee.phone else "soon")
