"""Pairs of an import that may be one person: side by side, decided by keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.contact_file import ContactField
from dutydesk.domain.import_doubt import Decision, Decisions, ImportDoubt, PairDecision
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.wording.import_doubt import DECISIONS, DOUBTS, FIELDS, both_sides

_WIDTH, _HEIGHT = 820, 620


class DoubtDialog(QDialog):
    """Shows each pair with what is done about it; ``decided(dict)`` of place to decision.

    The keys 1 to 4 decide and go on to the next pair.
    """

    help_page = "import"
    comes_back = True

    decided = Signal(object)

    def __init__(
        self, desk: Desk, doubts: Sequence[ImportDoubt], decisions: Decisions, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._doubts = desk, tuple(doubts)
        self.decisions = {one.at: decisions.get(one.at, one.usual) for one in self._doubts}
        self._at = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("核对疑似重复")
        self.head = QLabel()
        self.table = QTableWidget()
        self.boxes: dict[Decision, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self.wins: dict[ContactField, QCheckBox] = {}
        self._wins_row = QHBoxLayout()
        self._wins = QWidget()
        self.back = QPushButton("上一对")
        self.on = QPushButton("下一对")
        self._buttons = QDialogButtonBox()
        self._build(parent)
        self._show()

    def step(self, by: int) -> None:
        """Show the next pair, or the one before."""
        self._at = max(0, min(self._at + by, len(self._doubts) - 1))
        self._show()

    def decide(self, decision: Decision) -> None:
        """Decide the pair shown; where the file wins it wins in all that differs at first."""
        doubt = self._doubts[self._at]
        wins = frozenset(doubt.differing) if decision is Decision.FILE_WINS else frozenset()
        self.decisions[doubt.at] = PairDecision(decision, wins)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = event.key() - Qt.Key.Key_1
        if event.modifiers() in {_NONE, _KEYPAD} and 0 <= place < len(DECISIONS):
            self.decide(list(DECISIONS)[place])
            self.step(1)
        elif event.key() in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self.step(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def submit(self) -> None:
        """Hand the decisions back."""
        self.decided.emit(dict(self.decisions))
        self.accept()

    def _build(self, parent: QWidget) -> None:
        theme = self._desk.theme
        side = theme.px(16)
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(8))
        self.head.setWordWrap(True)
        self._build_table()
        lines.addWidget(self.head)
        lines.addWidget(self.table, 1)
        for place, (decision, words) in enumerate(DECISIONS.items(), start=1):
            box = QRadioButton(f"{place}　{words}")
            box.clicked.connect(partial(self.decide, decision))
            self._group.addButton(box)
            self.boxes[decision] = box
            lines.addWidget(box)
        self._wins_row.setContentsMargins(theme.px(24), 0, 0, 0)
        self._wins.setLayout(self._wins_row)
        lines.addWidget(self._wins)
        scroll = SteadyScroll(bar_stays=False)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(8))
        column.addWidget(scroll, 1)
        column.addLayout(self._foot())
        room = parent.window().size()
        width, height = theme.px(_WIDTH), theme.px(_HEIGHT)
        self.resize(min(width, room.width() - side), min(height, room.height() - side))

    def _build_table(self) -> None:
        table, theme = self.table, self._desk.theme
        table.setColumnCount(3)
        table.setAccessibleName("两边的内容")
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setMinimumHeight(6 * theme.measure("row"))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for button, by in ((self.back, -1), (self.on, 1)):
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.step, by))
            row.addWidget(button)
        row.addStretch(1)
        done = self._buttons.addButton("照此办理", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        set_style(done, rank="primary")
        self._buttons.accepted.connect(self.submit)
        self._buttons.rejected.connect(self.reject)
        row.addWidget(self._buttons)
        return row

    def _show(self) -> None:
        doubt = self._doubts[self._at]
        decision = self.decisions[doubt.at]
        self.head.setText(
            f"第{self._at + 1}对，共{len(self._doubts)}对：{DOUBTS[doubt.kind]}"
            "（按1至4决定，PageUp、PageDown翻看）"
        )
        place = f"文件里（{doubt.person.sheet} 第{doubt.person.row}行）"
        self.table.setHorizontalHeaderLabels(["", place, "本机已有"])
        rows = both_sides(doubt)
        self.table.setRowCount(len(rows))
        for at, (field, new, old) in enumerate(rows):
            is_other = field in doubt.differing
            mark = "≠ " if is_other else ""
            for column, text in enumerate((f"{mark}{FIELDS[field]}", new, old)):
                item = QTableWidgetItem(text)
                font = item.font()
                font.setBold(is_other)
                item.setFont(font)
                self.table.setItem(at, column, item)
        self.boxes[Decision.FILE_WINS].setEnabled(bool(doubt.differing))
        self.boxes[decision.decision].setChecked(True)
        self._show_wins(doubt, decision)
        self.back.setEnabled(self._at > 0)
        self.on.setEnabled(self._at + 1 < len(self._doubts))
        self.boxes[decision.decision].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_wins(self, doubt: ImportDoubt, decision: PairDecision) -> None:
        for widget in self._wins.findChildren(QWidget):
            widget.hide()
            widget.deleteLater()
        while self._wins_row.count():
            self._wins_row.takeAt(0)
        self.wins = {}
        self._wins.setVisible(decision.decision is Decision.FILE_WINS)
        self._wins_row.addWidget(QLabel("改这几项："))
        for field in doubt.differing:
            box = QCheckBox(FIELDS[field])
            box.setChecked(field in decision.fields)
            box.toggled.connect(self._on_win)
            self.wins[field] = box
            self._wins_row.addWidget(box)
        self._wins_row.addStretch(1)

    def _on_win(self) -> None:
        doubt = self._doubts[self._at]
        wins = frozenset(field for field, box in self.wins.items() if box.isChecked())
        self.decisions[doubt.at] = PairDecision(Decision.FILE_WINS, wins)


_NONE = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
