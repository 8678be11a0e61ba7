"""Level criteria, near misses and kinds of the unit, changed behind an administrator's PIN."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.errors import Refusal
from dutydesk.services.level import LevelService
from dutydesk.services.officer import OfficerService
from dutydesk.ui.admin_list import AdminListDialog, AdminListLook
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.criterion_page import CriterionPage
from dutydesk.ui.incident.level_pages import KindPage, LevelPage, NearMissPage
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.elided_label import ElidedLabel
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.wording.sentences import sentence

_LOOK = AdminListLook("等级标准和种类", "等级标准和种类", CriterionPage.heads, (), (1180, 660))
_WIDEST = 320


class LevelDialog(AdminListDialog):
    """One list at a time; the chosen row stands in the fields, its effect in a line under them."""

    help_page = "incident"

    def __init__(
        self, desk: Desk, service: LevelService, officer: OfficerService, parent: QWidget
    ) -> None:
        super().__init__(desk, officer, _LOOK, parent)
        self._service = service
        self._rows: list[Any] = []
        self._asked = 0
        self.which = ChoiceBox(desk.theme, "哪一份")
        self.pages: tuple[LevelPage, ...] = tuple(
            kind(desk, service) for kind in (CriterionPage, NearMissPage, KindPage)
        )
        self.preview = ElidedLabel()
        self.add, self.change = QPushButton("加上"), QPushButton("改选中的")
        self.remove, self.shipped = QPushButton("去掉选中的"), QPushButton("取回自带的")
        self._stack = QStackedWidget()
        self._build()
        self.reload()

    @property
    def page(self) -> LevelPage:
        """The list shown."""
        return self.pages[max(0, self.which.currentIndex())]

    def reload(self) -> None:
        """Read the list again."""
        self._asked += 1
        self._desk.runner.submit(
            self.page.rows, done=partial(self._show, self._asked), failed=self._refused
        )

    def _build(self) -> None:
        for page in self.pages:
            self.which.addItem(page.word)
            self._stack.addWidget(page)
            page.edited.connect(self._tell)
            page.wished.connect(self._change)
        set_style(self.preview, tone="accent")
        buttons = QHBoxLayout()
        buttons.setSpacing(self._desk.theme.px(8))
        for button in (self.add, self.change, self.remove, self.shipped):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        self._connect()
        self._lay_out(self.table, self._fields(), self.preview, self._answer, buttons)
        self._put_beside_gate()
        self._widen()

    def _fields(self) -> SteadyScroll:
        """Return the fields, which scroll where the type is too large for all of them."""
        area = SteadyScroll(bar_stays=False)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._stack)
        area.setMinimumHeight(2 * self.add.sizeHint().height() + self._desk.theme.px(8))
        area.setMaximumHeight(self._stack.sizeHint().height() + self._desk.theme.px(2))
        return area

    def _put_beside_gate(self) -> None:
        """Put the choice of the list into the row of the gate: height is short in large type."""
        layout = self.layout()
        if isinstance(layout, QBoxLayout):
            row = QHBoxLayout()
            row.addWidget(self.gate, 1)
            row.addWidget(self.which, 0, Qt.AlignmentFlag.AlignBottom)
            layout.insertLayout(0, row)
        self.table.setMinimumHeight(3 * self._desk.theme.measure("row"))

    def _widen(self) -> None:
        """Show short columns whole and cut long ones; what is told first stands first."""
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setMaximumSectionSize(self._desk.theme.px(_WIDEST))
        head.setStretchLastSection(True)
        self.table.setHorizontalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)

    def _connect(self) -> None:
        self.which.currentIndexChanged.connect(self._on_which)
        self.table.currentCellChanged.connect(self._on_row)
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self._change)
        self.remove.clicked.connect(self._remove)
        self.shipped.clicked.connect(self._take_shipped)

    def _allow(self, *_at: int) -> None:
        is_open = self._may_change
        chosen = self._chosen()
        self._stack.setEnabled(is_open)
        self.add.setEnabled(is_open)
        self.shipped.setEnabled(is_open)
        for button in (self.change, self.remove):
            button.setEnabled(is_open and chosen is not None)

    def _chosen(self) -> Any | None:
        row = self.table.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _on_which(self, at: int) -> None:
        page = self.pages[at]
        self._stack.setCurrentWidget(page)
        self._say("")
        self._rows = []
        self.table.setRowCount(0)
        self.table.setColumnCount(len(page.heads))
        self.table.setHorizontalHeaderLabels(list(page.heads))
        self._widen()
        self.reload()

    def _show(self, asked: int, rows: list[Any]) -> None:
        if asked != self._asked:
            return
        row = self.table.currentRow()
        self._rows = rows
        self.page.take(rows)
        self._show_cells([self.page.cells(one) for one in rows], row)
        self._tip(rows)
        self._on_row()

    def _tip(self, rows: list[Any]) -> None:
        for at in range(len(rows)):
            for column in range(self.table.columnCount()):
                item = self.table.item(at, column)
                if item is not None:
                    item.setToolTip(item.text())

    def _on_row(self, *_cells: int) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.page.load(chosen)
        self._tell()
        self._allow()

    def _tell(self) -> None:
        self.preview.setText(self.page.told(self._chosen()))

    def _add(self) -> None:
        self._write(None)

    def _change(self) -> None:
        if self._may_change and self._chosen() is not None:
            self._write(self._chosen())

    def _write(self, old: Any | None) -> None:
        try:
            row = self.page.value(old)
        except Refusal as refusal:
            self._say(sentence(refusal))
            return
        then = self._changed if old is not None else partial(self._added, row)
        self._do(partial(self.page.put, row), then)

    def _added(self, row: Any, done: Done[Any]) -> None:
        """Choose the new row once it is read."""
        self._desk.hub.announce(done.changes, self)
        self._asked += 1
        self._desk.runner.submit(
            self.page.rows, done=partial(self._choose, self._asked, row.id), failed=self._refused
        )

    def _choose(self, asked: int, row_id: str, rows: list[Any]) -> None:
        self._show(asked, rows)
        at = next((at for at, one in enumerate(rows) if one.id == row_id), None)
        if asked == self._asked and at is not None:
            self.table.selectRow(at)
            self.table.scrollTo(self.table.model().index(at, 0))

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._do(partial(self.page.remove, chosen))

    def _take_shipped(self) -> None:
        self._do(lambda by: self._service.take_shipped(by=by), self._taken)

    def _taken(self, done: Done[Any]) -> None:
        self._changed(done)
        count = done.value
        self._say(f"取回{count}条。" if count else "自带的都在，没有要取回的。")
