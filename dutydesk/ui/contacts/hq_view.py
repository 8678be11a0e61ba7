"""A command HQ in place of the people: who commands, and everybody who belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.hq_member import HqMember, HqView
from dutydesk.domain.paper_directory import masked
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.whole_rows import show_whole_rows
from dutydesk.wording.contact_card import HQ_PART, hq_words

_HEADS = ("职责", "姓名", "单位", "职务、分工", "电话")
_ALL_HEADS = ("指挥部", "指挥长", "牵头单位", "成员", "电话")


class HqTable(QWidget):
    """``wanted(verb)`` by its buttons: add, edit, remove, up, down, copy."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._members: tuple[HqMember, ...] = ()
        self.title, self.facts = QLabel(), QLabel()
        self.table = QTableWidget(0, len(_HEADS))
        self.buttons = {
            "add": QPushButton("新增成员"),
            "edit": QPushButton("修改"),
            "up": QPushButton("上移"),
            "down": QPushButton("下移"),
            "remove": QPushButton("去掉"),
        }
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for verb, button in self.buttons.items():
            button.clicked.connect(partial(self.wanted.emit, verb))
            row.addWidget(button)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        for part in (self.title, self.facts):
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setWordWrap(True)
            self._column.addWidget(part)
        set_style(self.facts, tone="muted")
        self._column.addWidget(self.table, 1)
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.answer.hide()
        self._column.addWidget(self.answer)
        self._column.addLayout(row)
        self.table.activated.connect(lambda _at: self.wanted.emit("copy"))
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_hq(self, view: HqView, *, may_write: bool, is_masked: bool) -> None:
        """Show one HQ with its members."""
        row = self.table.currentRow()
        self._members = view.members
        self._set_up(_HEADS, view.hq.name, hq_words(view))
        shown = [
            (HQ_PART[one.part], one.name, one.unit, one.duty, one.phone) for one in view.members
        ]
        self._fill(shown, row, is_masked=is_masked)
        for button in self.buttons.values():
            button.show()
            button.setEnabled(may_write)

    def show_all(self, views: Sequence[HqView], *, is_masked: bool) -> None:
        """Show every HQ on one line."""
        self._members = ()
        self._set_up(_ALL_HEADS, "专项指挥部", f"共 {len(views)} 个")
        shown = [
            (
                view.hq.name,
                view.hq.commander,
                view.hq.lead_department,
                f"{len(view.members)}人" if view.members else "",
                view.hq.phone,
            )
            for view in views
        ]
        self._fill(shown, 0, is_masked=is_masked)
        for button in self.buttons.values():
            button.hide()

    def say(self, words: str, tone: str = "") -> None:
        """Answer below the list."""
        set_style(self.answer, tone=tone)
        self.answer.setText(words)
        self.answer.setVisible(bool(words))

    def member(self) -> HqMember | None:
        """Return the member of the current row."""
        row = self.table.currentRow()
        return self._members[row] if 0 <= row < len(self._members) else None

    def choose(self, member_id: str) -> None:
        """Choose a member by its id."""
        for row, one in enumerate(self._members):
            if one.id == member_id:
                self.table.selectRow(row)

    def _set_up(self, heads: Sequence[str], title: str, facts: str) -> None:
        show_whole_rows(self.table, self._theme, title, heads)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (2, 3):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.title.setText(title)
        self.facts.setText(facts)

    def _fill(self, rows: Sequence[Sequence[str]], row: int, *, is_masked: bool) -> None:
        self.table.setRowCount(len(rows))
        for at, cells in enumerate(rows):
            for column, text in enumerate(cells):
                shown = masked(text) if is_masked else text
                item = QTableWidgetItem(shown)
                item.setToolTip(shown)
                self.table.setItem(at, column, item)
        if rows:
            self.table.selectRow(max(0, min(row, len(rows) - 1)))

    def _restyle(self) -> None:
        side = self._theme.px(16)
        self._column.setContentsMargins(side, self._theme.px(8), side, self._theme.px(8))
        self._column.setSpacing(self._theme.px(8))
        self.title.setFont(self._theme.font("title", bold=True))
        self.table.verticalHeader().setDefaultSectionSize(self._theme.measure("row"))
