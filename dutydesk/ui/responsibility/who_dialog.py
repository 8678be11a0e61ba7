"""谁管这事: what happened where, and below it whom to ring; a number is one key away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
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

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import StoreError
from dutydesk.domain.responsibility import Asked, Responsible, hidden
from dutydesk.services.responsibility import ResponsibilityService
from dutydesk.ui.contacts.number_clipboard import NumberClipboard
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.whole_rows import show_whole_rows
from dutydesk.wording.incident import CATEGORY
from dutydesk.wording.responsibility import who_words, why_words
from dutydesk.wording.sentences import sentence

_HEADS = ("为什么", "单位", "找谁", "电话")
_WIDTH, _HEIGHT, _PAUSE_MS = 900, 560, 150
_HINT = "写什么地方、什么事，如 安和一社区3号楼燃气泄漏"
_NOBODY = "没有找到。写全社区、街道的名称和出了什么事，或按“清单…”补上该找的单位。"


@dataclass(frozen=True, slots=True)
class _Answer:
    asked: Asked
    found: tuple[Responsible, ...]


class WhoDialog(QDialog):
    """``call_wanted(unit, name, number)`` for a call that is to be logged; ``list_wanted``."""

    help_page = "contacts"
    comes_back = True
    call_wanted = Signal(str, str, str)
    list_wanted = Signal()

    def __init__(
        self, desk: Desk, service: ResponsibilityService, text: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, service
        self._asked_at = 0
        self._found: tuple[Responsible, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("谁管这事")
        self.query = QLineEdit(text)
        self.read_as, self.answer = QLabel(), QLabel()
        self.table = QTableWidget(0, len(_HEADS))
        self.copy = QPushButton("复制号码  Enter")
        self.call = QPushButton("记去电  Ctrl+D")
        self.change = QPushButton("清单…")
        self.clipboard = NumberClipboard(self)
        self._pause = QTimer(self)
        self._build()
        self.look()

    def look(self) -> None:
        """Ask anew; an answer that comes too late is dropped."""
        self._asked_at += 1
        job = partial(_ask, self._service, self.query.text())
        shown = partial(self._show, self._asked_at)
        self._desk.runner.submit(job, done=shown, failed=self._refused)

    def copy_number(self) -> None:
        """Copy the number of the line chosen, in dialling form."""
        one = self._chosen()
        if one is not None and one.phone:
            self._say(self.clipboard.copy(one.phone), "done")
        elif one is not None:
            self._say(f"{one.name}没有号码。可到通讯录（F4）或清单里补上。", "soon")

    def log_call(self) -> None:
        """Begin an outgoing call to the line chosen."""
        one = self._chosen()
        if one is not None and self._desk.session.seat.may_write:
            unit = one.unit if one.card is not None else one.name
            name = one.name if one.card is not None else ""
            self.call_wanted.emit(unit, name, one.phone)
            self.accept()

    def _build(self) -> None:
        theme = self._desk.theme
        self.query.setPlaceholderText(_HINT)
        self.query.setAccessibleName("什么地方、什么事")
        self.query.setClearButtonEnabled(True)
        show_whole_rows(self.table, theme, "找谁", _HEADS)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        set_style(self.read_as, tone="muted")
        for label in (self.read_as, self.answer):
            label.setWordWrap(True)
        self.answer.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        for part in (self.query, self.read_as, self.table, self.answer):
            column.addWidget(part, int(part is self.table))
        column.addLayout(self._foot())
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(_WIDTH), room.width()), min(theme.px(_HEIGHT), room.height()))
        self._connect()
        self.call.setEnabled(self._desk.session.seat.may_write)
        self.query.setFocus(Qt.FocusReason.OtherFocusReason)
        self.query.selectAll()

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(self._desk.theme.px(8))
        close = QPushButton("关闭")
        close.clicked.connect(self.reject)
        for button in (self.copy, self.call, self.change, close):
            # Enter copies the number, also while the cursor is in the question.
            button.setAutoDefault(False)
        for button in (self.copy, self.call, self.change):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(close)
        return foot

    def _connect(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.look)
        self.query.textEdited.connect(self._pause.start)
        self.query.returnPressed.connect(self.copy_number)
        self.table.activated.connect(self.copy_number)
        self.copy.clicked.connect(self.copy_number)
        self.call.clicked.connect(self.log_call)
        self.change.clicked.connect(self.list_wanted)
        QShortcut(QKeySequence("Ctrl+D"), self).activated.connect(self.log_call)
        for key, steps in (("Down", 1), ("Up", -1)):
            shortcut = QShortcut(QKeySequence(key), self.query)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._step, steps))

    def _step(self, steps: int) -> None:
        row = self.table.currentRow() + steps
        self.table.selectRow(min(max(row, 0), self.table.rowCount() - 1))

    def _show(self, asked_at: int, answer: _Answer) -> None:
        if asked_at != self._asked_at:
            return
        # A short public number stays as it is.
        may_see = self._desk.session.seat.sees_mobiles
        self._found = answer.found if may_see else tuple(map(hidden, answer.found))
        self.read_as.setText(_read_words(answer))
        self.read_as.setVisible(bool(self.read_as.text()))
        self.table.setRowCount(len(self._found))
        for row, one in enumerate(self._found):
            cells = (why_words(one), one.unit, who_words(one), one.phone or "没有号码")
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        if answer.found:
            self.table.selectRow(0)
        self._say("")

    def _chosen(self) -> Responsible | None:
        row = self.table.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _say(self, words: str, tone: str = "overdue") -> None:
        set_style(self.answer, tone=tone)
        self.answer.setText(words)
        self.answer.setVisible(bool(words))

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, StoreError):
            raise error
        self._say(sentence(error))


def _ask(service: ResponsibilityService, text: str) -> _Answer:
    """Run on the store lane: touches no widget."""
    asked = service.asked(text)
    return _Answer(asked, tuple(service.who(asked)))


def _read_words(answer: _Answer) -> str:
    asked = answer.asked
    if not asked.text.strip():
        return ""
    if asked.kind and asked.category is not None:
        read = f"按{CATEGORY[asked.category]}·{asked.kind}找。"
    else:
        read = "没有读出是哪一种事件，按地点和提到的词找。"
    return read + ("" if answer.found else _NOBODY)
