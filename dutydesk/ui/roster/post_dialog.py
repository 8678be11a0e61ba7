"""岗位 of the roster: how many people keep each in a shift, by shift or by week, behind a PIN."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.roster import RosterPost, RosterTurn
from dutydesk.services.officer import OfficerService
from dutydesk.services.roster_list import RosterListService
from dutydesk.ui.admin_list import AdminListDialog, AdminListLook
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.roster import TURN

_HEADS = ("岗位", "每班几人", "怎么轮", "不能缺", "状态")
_LOOK = AdminListLook("值班岗位", "值班岗位", _HEADS, (0,), (720, 520))
_HINT = "值班表按这里的岗位排列。不能缺的岗位空着就是缺岗；停用的岗位不再排，原来排的还在。"
_MOST = 9


class PostsDialog(AdminListDialog):
    """Enter on a post takes it into the fields below; without one chosen a new one is added."""

    help_page = "roster"

    def __init__(
        self, desk: Desk, service: RosterListService, officer: OfficerService, parent: QWidget
    ) -> None:
        super().__init__(desk, officer, _LOOK, parent)
        self._service = service
        self.posts: tuple[RosterPost, ...] = ()
        self._edited: RosterPost | None = None
        self.name = QLineEdit()
        self.seats, self.turn = ChoiceBox(desk.theme, "每班几人"), ChoiceBox(desk.theme, "怎么轮")
        self.is_needed = QCheckBox("不能缺")
        self.put, self.switch = QPushButton("加上"), QPushButton("停用")
        self.name.setAccessibleName("岗位名称")
        self.name.setPlaceholderText("岗位名称，例如：值班长")
        for number in range(1, _MOST + 1):
            self.seats.addItem(f"{number}人", number)
        for turn, word in TURN.items():
            self.turn.addItem(word, turn.value)
        self.is_needed.setChecked(True)
        self._build()
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        self._desk.runner.submit(self._service.posts, done=self._show, failed=self._refused)

    def _build(self) -> None:
        px = self._desk.theme.px
        hint = QLabel(_HINT)
        hint.setWordWrap(True)
        set_style(hint, tone="muted")
        fields = QGridLayout()
        fields.setSpacing(px(8))
        parts = (self.name, self.seats, self.turn, self.is_needed, self.put)
        for column, part in enumerate(parts):
            fields.addWidget(part, 0, column)
        fields.setColumnStretch(0, 1)
        last = QHBoxLayout()
        last.addWidget(self.switch)
        last.addStretch(1)
        last.addWidget(self._close)
        self.name.returnPressed.connect(self._write)
        self.put.clicked.connect(self._write)
        self.switch.clicked.connect(self._switch)
        self.table.cellActivated.connect(self._take_up)
        self.table.currentCellChanged.connect(self._allow)
        self._lay_out(self.name, hint, self._answer, fields, last)

    def _allow(self, *_at: int) -> None:
        is_open, chosen = self._may_change, self._chosen()
        for part in (self.name, self.seats, self.turn, self.is_needed, self.put):
            part.setEnabled(is_open)
        self.switch.setEnabled(is_open and chosen is not None)
        self.switch.setText("启用" if chosen is not None and not chosen.is_active else "停用")
        self.put.setText("改好" if self._edited else "加上")

    def _chosen(self) -> RosterPost | None:
        row = self.table.currentRow()
        return self.posts[row] if 0 <= row < len(self.posts) else None

    def _show(self, posts: Sequence[RosterPost]) -> None:
        row = max(self.table.currentRow(), 0)
        self.posts = tuple(posts)
        self._show_cells([_cells(one) for one in posts], row)

    def _take_up(self, *_cell: int) -> None:
        """Put the chosen post into the fields."""
        post = self._chosen()
        if post is None or not self._may_change:
            return
        self._edited = post
        self.name.setText(post.name)
        self.seats.setCurrentIndex(self.seats.findData(post.seats))
        self.turn.setCurrentIndex(self.turn.findData(post.turn.value))
        self.is_needed.setChecked(post.is_needed)
        self._allow()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        last = max((post.order_no for post in self.posts), default=0)
        known = self._edited or RosterPost(self._service.new_id(), "", order_no=last + 1)
        post = replace(
            known,
            name=self.name.text().strip(),
            seats=int(self.seats.currentData()),
            turn=RosterTurn(self.turn.currentData()),
            is_needed=self.is_needed.isChecked(),
        )
        self._do(lambda by: self._service.put_post(post, by=by), self._written)

    def _switch(self) -> None:
        post = self._chosen()
        if post is not None:
            turned = replace(post, is_active=not post.is_active)
            self._do(lambda by: self._service.put_post(turned, by=by))

    def _written(self, done: Done[Any]) -> None:
        self._edited = None
        self.name.clear()
        self._changed(done)


def _cells(post: RosterPost) -> tuple[str, ...]:
    return (
        post.name,
        f"{post.seats}人",
        TURN[post.turn],
        "不能缺" if post.is_needed else "",
        "" if post.is_active else "已停用",
    )
