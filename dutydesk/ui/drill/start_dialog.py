"""演练…: which past day comes in again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.ui.desk import Desk
from dutydesk.ui.tasks import Queue
from dutydesk.ui.widgets.form_rows import FormRows
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.sentences import sentence

_WIDTH = 480
_NOTE = (
    "这一天的来电、来文按当时的时间重新来一遍，由受训人记录、上报、办结。演练另开一个窗口，"
    "数据另放一个文件夹，不动正式记录；电话号码都已遮住，每个人的口令都是 246810。"
)


class DrillStartDialog(QDialog):
    """``made(result)`` once its room is there; ``make(day)`` is a job for the pool."""

    help_page = "drill"

    made = Signal(object)

    def __init__(
        self, desk: Desk, day: date, make: Callable[[date], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._make = desk, make
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("演练")
        self.day = QDateEdit(QDate(day.year, day.month, day.day))
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setButtonSymbols(QDateEdit.ButtonSymbols.NoButtons)
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        self.answer.hide()
        self._buttons = QDialogButtonBox()
        self.start = self._buttons.addButton("开始演练", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._build()

    def submit(self) -> None:
        """Make the room of the drill; the desk may be used meanwhile."""
        if not self.start.isEnabled():
            return
        self.start.setEnabled(False)
        self._say("正在准备演练", is_wrong=False)
        chosen = self.day.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        self._desk.runner.submit(
            partial(self._make, day), done=self._done, failed=self._refused, queue=Queue.POOL
        )

    def _build(self) -> None:
        theme = self._desk.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        rows = FormRows(theme)
        rows.row("值班日", self.day)
        rows.note(_NOTE)
        column.addLayout(rows)
        column.addWidget(self.answer)
        column.addWidget(self._buttons)
        set_style(self.start, rank="primary")
        self.start.setDefault(True)
        self._buttons.accepted.connect(self.submit)
        self._buttons.rejected.connect(self.reject)
        above = self.parentWidget()
        wide = min(theme.px(_WIDTH), above.width()) if above is not None else theme.px(_WIDTH)
        self.setMinimumWidth(wide)
        self.setMinimumHeight(column.totalHeightForWidth(wide))
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self, result: object) -> None:
        self.made.emit(result)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.start.setEnabled(True)
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._say(sentence(error), is_wrong=True)

    def _say(self, words: str, *, is_wrong: bool) -> None:
        set_style(self.answer, tone="overdue" if is_wrong else "muted")
        self.answer.setText(words)
        self.answer.show()
        column = self.layout()
        if column is not None:
            self.setMinimumHeight(column.totalHeightForWidth(self.width()))
