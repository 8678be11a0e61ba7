"""查重: people who may be on file twice, side by side, one pair after the other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.contact_twins import Twins
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.services.contact_twins import ContactTwinsService
from dutydesk.ui.desk import Desk
from dutydesk.ui.tasks import Queue
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.contact_twins import TWINS, both_cards
from dutydesk.wording.import_doubt import FIELDS
from dutydesk.wording.sentences import sentence

_WIDTH, _HEIGHT = 820, 560
_NO_MORE, _NONE = "已经看完，没有别的疑似重复。", "没有疑似重复的人。"
_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


class TwinsDialog(QDialog):
    """Shows each pair; 1 and 2 let one stay and the other go into it, 3 leaves both."""

    help_page = "import"
    comes_back = True

    def __init__(self, desk: Desk, service: ContactTwinsService, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, service
        self.pairs: list[Twins] = []
        self._at = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("查重")
        self.head = QLabel("正在查重…")
        self.table = QTableWidget(0, 3)
        self.answer = QLabel()
        self.left = QPushButton("1　同一人，留左边")
        self.right = QPushButton("2　同一人，留右边")
        self.both = QPushButton("3　不是同一人，看下一对")
        self._build_table()
        self._lay_out(parent)
        # Everybody is compared with everybody: beside the lane, where no entry waits for it.
        desk.runner.submit(service.twins, done=self._show_pairs, queue=Queue.POOL)

    def _build_table(self) -> None:
        self.table.setAccessibleName("两人的内容")
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def _lay_out(self, parent: QWidget) -> None:
        theme = self._desk.theme
        note = QLabel(
            "合并后，留下的人得到另一人的号码、兼任和空缺的内容，已有内容不改；另一人停用，历史保留。"
        )
        set_style(note, tone="muted")
        self.answer.hide()
        column = QVBoxLayout(self)
        side = theme.px(16)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(8))
        for label in (self.head, note, self.answer):
            label.setWordWrap(True)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        column.addWidget(note)
        column.addWidget(self.answer)
        row = QHBoxLayout()
        for place, button in enumerate((self.left, self.right, self.both)):
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.decide, place))
            row.addWidget(button)
        row.addStretch(1)
        close = QPushButton("关闭")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row.addWidget(close)
        column.addLayout(row)
        room = parent.window().size()
        width, height = theme.px(_WIDTH), theme.px(_HEIGHT)
        self.resize(min(width, room.width() - side), min(height, room.height() - side))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS and self.both.isEnabled():
            self.decide(_KEYS.index(Qt.Key(event.key())))
        else:
            super().keyPressEvent(event)

    def decide(self, place: int) -> None:
        """Let the left one stay, the right one, or both."""
        pair = self._pair()
        if pair is None:
            return
        if place == len(_KEYS) - 1:
            self._step()
            return
        kept, other = (pair.first, pair.second) if place == 0 else (pair.second, pair.first)
        self._may(is_open=False)
        by = self._desk.session.seat.actor
        job = partial(self._service.merge, kept.contact.id, other.contact.id, by=by)
        self._desk.runner.submit(job, done=self._merged, failed=self._refused)

    def _pair(self) -> Twins | None:
        return self.pairs[self._at] if self._at < len(self.pairs) else None

    def _step(self) -> None:
        self._at += 1
        self._show()

    def _show_pairs(self, pairs: list[Twins]) -> None:
        self.pairs, self._at = pairs, 0
        self._show()

    def _show(self) -> None:
        pair = self._pair()
        self._may(is_open=pair is not None)
        if pair is None:
            self.head.setText(
                "已经看完，没有别的疑似重复。" if self.pairs else "没有疑似重复的人。"
            )
            self.table.setRowCount(0)
            return
        # Whoever presses Enter too often looks on; nobody is merged by it.
        self.both.setFocus(Qt.FocusReason.OtherFocusReason)
        self.head.setText(f"第{self._at + 1}对，共{len(self.pairs)}对：{TWINS[pair.kind]}")
        self.table.setHorizontalHeaderLabels(["", "左边（先录入）", "右边（后录入）"])
        rows = both_cards(pair)
        self.table.setRowCount(len(rows))
        for at, (field, left, right) in enumerate(rows):
            mark = "" if left == right else "≠ "
            for column, text in enumerate((f"{mark}{FIELDS[field]}", left, right)):
                self.table.setItem(at, column, QTableWidgetItem(text))

    def _merged(self, done: Done[ContactCard]) -> None:
        self._desk.hub.announce(done.changes, self)
        set_style(self.answer, tone="done")
        self.answer.setText(f"已合并，留下“{done.value.contact.name}”。")
        self.answer.show()
        # Of those behind some may name who was merged.
        self._desk.runner.submit(self._service.twins, done=self._show_rest, queue=Queue.POOL)

    def _show_rest(self, pairs: list[Twins]) -> None:
        seen = {_names(pair) for pair in self.pairs[: self._at]}
        self.pairs = [
            *(pair for pair in pairs if _names(pair) in seen),
            *(pair for pair in pairs if _names(pair) not in seen),
        ]
        self._at = sum(_names(pair) in seen for pair in pairs)
        self._show()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._may(is_open=True)
        set_style(self.answer, tone="overdue")
        self.answer.setText(sentence(error))
        self.answer.show()

    def _may(self, *, is_open: bool) -> None:
        for button in (self.left, self.right, self.both):
            button.setEnabled(is_open)


def _names(pair: Twins) -> tuple[str, str]:
    return pair.first.contact.id, pair.second.contact.id
