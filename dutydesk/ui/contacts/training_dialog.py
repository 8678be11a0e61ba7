"""Trainings of one person: what was done this year and before, one more by Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.contacts import Contact
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.training import TrainingRecord
from dutydesk.domain.typed_time import TypedTimeUnclear, read_typed_day
from dutydesk.services.training import TrainingDraft, TrainingService
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.whole_rows import show_whole_rows
from dutydesk.wording.contact_card import days_words
from dutydesk.wording.sentences import sentence
from dutydesk.wording.when import whole_day

_HEADS = ("日期", "天数", "内容", "记录人")


class TrainingDialog(QDialog):
    """Every change is on record at once; what is typed wrongly stays in its field."""

    help_page = "contacts"
    comes_back = True

    def __init__(
        self, desk: Desk, service: TrainingService, contact: Contact, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._service, self._contact = desk, service, contact
        self._records: list[TrainingRecord] = []
        self._draft_id = service.new_id()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{contact.name}的培训")
        self.table = QTableWidget(0, len(_HEADS))
        self.day, self.days, self.topic = QLineEdit(), QLineEdit(), QLineEdit()
        self.add, self.remove = QPushButton("记下"), QPushButton("撤去选中的")
        self.answer = QLabel()
        self._close = QPushButton("关闭")
        self._build()
        self.reload()

    def reload(self) -> None:
        """Read the trainings again."""
        job = partial(self._service.of, self._contact.id)
        self._desk.runner.submit(job, done=self._show)

    def submit(self) -> None:
        """Record the training typed."""
        try:
            trained_on = read_typed_day(self.day.text(), self._service.today())
        except TypedTimeUnclear as error:
            self._say(sentence(error))
            return
        topic = self.topic.text()
        draft = TrainingDraft(
            self._draft_id, self._contact.id, trained_on, days_in(self.days.text()), topic
        )
        by = self._desk.session.seat.actor
        self._do(partial(self._service.record, draft, by=by), self._recorded)

    def take_back(self) -> None:
        """Take back the training chosen."""
        row = self.table.currentRow()
        if 0 <= row < len(self._records):
            by, chosen = self._desk.session.seat.actor, self._records[row]
            self._do(partial(self._service.remove, chosen.id, by=by), self._changed)

    def _build(self) -> None:
        theme = self._desk.theme
        show_whole_rows(self.table, theme, "培训记录", _HEADS)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for field, word, hint in (
            (self.day, "日期", "日期，如 11-20"),
            (self.days, "天数", "天数，如 0.5"),
            (self.topic, "内容", "培训内容"),
        ):
            field.setAccessibleName(word)
            field.setPlaceholderText(hint)
            field.returnPressed.connect(self.submit)
            row.addWidget(field, 2 if field is self.topic else 1)
        row.addWidget(self.add)
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch(1)
        foot.addWidget(self._close)
        set_style(self.add, rank="primary")
        set_style(self.answer, tone="overdue")
        self.answer.setWordWrap(True)
        self.answer.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(self.answer)
        column.addLayout(foot)
        for button in (self.add, self.remove, self._close):
            button.setAutoDefault(False)
        may = self._desk.session.seat.may_write
        for part in (self.day, self.days, self.topic, self.add, self.remove):
            part.setEnabled(may)
        self.add.clicked.connect(self.submit)
        self.remove.clicked.connect(self.take_back)
        self._close.clicked.connect(self.reject)
        self.day.setText(self._service.today().isoformat())
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(640), room.width()), min(theme.px(420), room.height()))
        self.days.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, records: Sequence[TrainingRecord]) -> None:
        self._records = list(records)
        self.table.setRowCount(len(self._records))
        for at, one in enumerate(self._records):
            cells = (whole_day(one.trained_on), days_words(one.days), one.topic, one.recorder)
            for column, text in enumerate(cells):
                self.table.setItem(at, column, QTableWidgetItem(text))

    def _do(self, job: Callable[[], Done[Any]], then: Callable[[Done[Any]], None]) -> None:
        if self._desk.session.seat.may_write:
            self._say("")
            self._desk.runner.submit(job, done=then, failed=self._refused)

    def _recorded(self, done: Done[Any]) -> None:
        self._draft_id = self._service.new_id()
        self.days.clear()
        self.topic.clear()
        self.days.setFocus(Qt.FocusReason.OtherFocusReason)
        self._changed(done)

    def _changed(self, done: Done[Any]) -> None:
        self._desk.hub.announce(done.changes, self)
        self.reload()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._say(sentence(error))

    def _say(self, words: str) -> None:
        self.answer.setText(words)
        self.answer.setVisible(bool(words))


def days_in(text: str) -> float:
    """Return a number of days as typed, 0 for what is none: the record refuses it."""
    bare = text.strip().removesuffix("天").strip()
    try:
        return float(bare)
    except ValueError:
        return 0.0
