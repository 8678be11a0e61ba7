"""What rooms of followed records share: which are listed, the list, and what became of the one.

A room says what a row is, what may be done with it and what its steps are; it calls ``reload`` at
the end of its own making.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dutydesk.domain.changes import Changes
from dutydesk.domain.dataclass import dataclass
from dutydesk.ui.desk import Desk
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.empty_state import EmptyState, EmptyWords
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.row_table import WIDE_TEXT, RowColumn, RowTable, TableRow
from dutydesk.ui.widgets.steps_pane import StepsPane
from dutydesk.ui.widgets.verb_row import VerbRow

Verbs = Sequence[tuple[str, Callable[[], object]]]


@dataclass(frozen=True, slots=True)
class LedgerLook:
    """The words of such a room, its columns, and the tables that its list is read from.

    ``running`` is the word for what is listed besides 全部, ``steps`` the name of the pane below.
    """

    title: str
    running: str
    steps: str
    columns: Sequence[RowColumn]
    empty: EmptyWords
    tables: tuple[str, ...]


class LedgerRoom(RoomPanel):
    """A list of records with the steps of the selected one; ``count_changed`` as rooms say."""

    def __init__(
        self, desk: Desk, look: LedgerLook, verbs: Verbs, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._look = look
        self._wanted, self._is_first = "", True
        self._title = QLabel(look.title)
        self.which = ChoiceBox(desk.theme, "列出")
        self.table = RowTable(desk.theme, look.title, look.columns, least_signs=WIDE_TEXT)
        self.steps = StepsPane(desk.theme, look.steps)
        self._verbs = VerbRow(desk.theme, verbs, is_inset=False)
        self._empty = EmptyState(desk.theme, look.empty)
        self._build()
        desk.hub.committed.connect(self._on_committed)
        desk.hub.minute.connect(self._on_minute)
        desk.session.changed.connect(self._allow)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def entered(self) -> None:
        """Go on in the list."""
        if self.table.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().entered()

    def show_record(self, record_id: str) -> None:
        self._wanted = record_id
        self.reload()

    @property
    def is_all(self) -> bool:
        """Tell whether closed records are listed too."""
        return bool(self.which.currentData() == "all")

    def reload(self) -> None:
        """Read the records again and give them to ``list_rows``."""
        raise NotImplementedError

    def list_rows(self, rows: Sequence[TableRow], open_count: int) -> None:
        """List these records; ``open_count`` of them are not closed."""
        self.count_changed.emit(open_count)
        wanted, self._wanted = self._wanted, ""
        self.table.show_rows(rows, wanted)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if self._is_first and rows and self.isVisible():
            # While nothing was listed the box above had the cursor; the arrows are for the list.
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_first = False
        self._show_steps()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_steps()

    def _on_selected(self) -> None:
        """Show the steps of the selected record and allow what may be done with it."""
        raise NotImplementedError

    def _on_activated(self, _index: object) -> None:
        """Do what Enter does with the selected record."""
        raise NotImplementedError

    def _allow(self) -> None:
        """Allow what may be done with the selected record, by whoever sits here."""
        raise NotImplementedError

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self.which.addItem(self._look.running, "open")
        self.which.addItem("全部", "all")
        row = QHBoxLayout()
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self.which)
        self._column = QVBoxLayout(self)
        self._column.addLayout(row)
        self._column.addWidget(self._verbs)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.steps)
        self._column.addWidget(self._empty, 1)
        self.which.activated.connect(self.reload)
        self._empty.begun.connect(self.begin)
        self.table.activated.connect(self._on_activated)
        self.table.itemSelectionChanged.connect(self._on_selected)

    def _show_steps(self) -> None:
        """Leave the pane out where the room is low."""
        has_room = self.steps.has_room(self.height())
        self.steps.setVisible(self.table.rowCount() > 0 and has_room)

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names(*self._look.tables):
            self._is_first = self.table.rowCount() == 0
            self.reload()

    def _on_minute(self, _now: datetime) -> None:
        self.reload()

    def _restyle(self) -> None:
        theme = self.desk.theme
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._column.setSpacing(theme.px(10))
        self._title.setFont(theme.font("title", bold=True))
