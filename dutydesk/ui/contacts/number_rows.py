"""The numbers of a contact as rows: kind, number, remove; a doubtful one is warned of, no more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.contacts import ContactNumber
from dutydesk.domain.phone import NumberDoubt, NumberKind, numbers_in
from dutydesk.services.contacts import NumberDraft
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.tab_order import chain
from dutydesk.wording.contacts import NUMBER_KINDS

_DOUBTFUL = "写法不像号码，会照原样保存"
_NO_MOBILE = "不是手机号码，会按固定电话或短号保存"
_SEVERAL = "像是几个号码，会照原样保存；最好一行写一个"


def doubt_words(kind: NumberKind, typed: str) -> str:
    """Return what is doubtful about a number, empty when nothing is."""
    read = numbers_in(typed, kind) if typed.strip() else ()
    if len(read) > 1:
        return _SEVERAL
    doubts = {number.doubt for number in read}
    if NumberDoubt.MALFORMED in doubts:
        return _DOUBTFUL
    return _NO_MOBILE if NumberDoubt.NOT_A_MOBILE in doubts else ""


class NumberRow(QWidget):
    """One number; ``removed`` when its button is pressed."""

    removed = Signal()

    def __init__(self, theme: Theme, number: ContactNumber | None) -> None:
        super().__init__()
        self._kept = number
        self.kind = ChoiceBox(theme, "号码种类")
        for kind in NumberKind:
            self.kind.addItem(NUMBER_KINDS[kind], kind.value)
        self.number = QLineEdit(number.number if number else "")
        self.number.setAccessibleName("号码")
        self.number.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.remove = QPushButton()
        self.remove.setIcon(theme.icon("x"))
        self.remove.setAccessibleName("去掉这个号码")
        self.remove.setToolTip("去掉这个号码")
        self.doubt = QLabel()
        self.doubt.setWordWrap(True)
        set_style(self.doubt, tone="soon")
        if number is not None:
            self.kind.setCurrentIndex(self.kind.findData(number.kind.value))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(6))
        for at, widget in enumerate((self.kind, self.number, self.remove)):
            grid.addWidget(widget, 0, at)
        grid.addWidget(self.doubt, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.number.textChanged.connect(self._look)
        self.kind.currentIndexChanged.connect(self._look)
        self.remove.clicked.connect(self.removed)
        self._look()

    def draft(self) -> NumberDraft:
        """Return the number as typed; a known one keeps its id and label."""
        kept = self._kept
        return NumberDraft(
            NumberKind(self.kind.currentData()),
            self.number.text(),
            kept.label if kept else "",
            kept.id if kept else None,
        )

    def _look(self) -> None:
        words = doubt_words(NumberKind(self.kind.currentData()), self.number.text())
        self.doubt.setText(words)
        self.doubt.setVisible(bool(words))


class NumberRows(QWidget):
    """All numbers of a contact, and a button for one more."""

    def __init__(self, theme: Theme, numbers: Sequence[ContactNumber]) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[NumberRow] = []
        self.add = QPushButton("再加一个号码")
        self.add.setIcon(theme.icon("plus"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._add_empty)
        for number in numbers or (None,):
            self._add(number)

    def drafts(self) -> tuple[NumberDraft, ...]:
        """Return the numbers typed, empty rows left out."""
        drafts = (row.draft() for row in self.rows)
        return tuple(draft for draft in drafts if draft.number.strip())

    def showEvent(self, event: QShowEvent) -> None:
        # Laying them into the form put the button before the rows.
        super().showEvent(event)
        self._order_tab()

    def _order_tab(self) -> None:
        chain(*self.rows)
        if self.rows:
            QWidget.setTabOrder(self.rows[-1].remove, self.add)

    def _add_empty(self) -> None:
        self._add(None).number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, number: ContactNumber | None) -> NumberRow:
        row = NumberRow(self._theme, number)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        self._order_tab()
        return row

    def _remove(self) -> None:
        row = self.sender()
        if isinstance(row, NumberRow):
            self.rows.remove(row)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
