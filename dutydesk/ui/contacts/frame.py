"""How the room of contacts stands: three columns, or two and a drop-down list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.services.contacts import ContactsService
from dutydesk.ui.contacts.card_view import CardView
from dutydesk.ui.contacts.people_list import PeopleList
from dutydesk.ui.contacts.search_line import SearchLine
from dutydesk.ui.contacts.unit_head import UnitHead
from dutydesk.ui.contacts.unit_tree import UnitBox, UnitTree
from dutydesk.ui.contacts.verbs import EMPTY, NOT_FOUND
from dutydesk.ui.desk import Desk
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.widgets.empty_state import EmptyState
from dutydesk.ui.widgets.folding_row import FoldingRow
from dutydesk.ui.widgets.restyle import set_style

_NARROW = 780


class ContactsFrame(RoomPanel):
    """The widgets of the room and their places; what they do is said by the panel."""

    def __init__(
        self, desk: Desk, service: ContactsService, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self.query = SearchLine(theme)
        self.tree, self.box = UnitTree(theme), UnitBox(theme)
        self.unit_filter = QLineEdit()
        self.head = UnitHead(theme)
        self.people = PeopleList(desk, service)
        self.card = CardView(theme)
        self.words, self.answer = QLabel(), QLabel()
        self.new, self.take_in = QPushButton("新增"), QPushButton("导入")
        self.hand_out, self.print_button = QPushButton("导出"), QPushButton("打印  F9")
        self.new_unit, self.edit_unit = QPushButton("新增单位"), QPushButton("改单位")
        self._instead: QWidget | None = None
        self._empty = EmptyState(theme, EMPTY)
        self._none = EmptyState(theme, NOT_FOUND)
        self._filter_line = QHBoxLayout()
        self._filter_line.addWidget(self.unit_filter)
        self._build()
        theme.changed.connect(self._restyle)
        self._restyle()

    def say(self, words: str, tone: str = "") -> None:
        """Answer below the list."""
        set_style(self.answer, tone=tone)
        self.answer.setFont(self.desk.theme.font("small"))
        self.answer.setText(words)
        self.answer.setVisible(bool(words))

    def show_filled(self, *, is_filled: bool) -> None:
        """Show the lists, or what can be begun while there is nobody."""
        self._empty.setVisible(not is_filled)
        for widget in (self._units_side, self.box, self.card, self.people, *self._lines):
            widget.setVisible(is_filled)
        if self._instead is not None:
            self.show_instead(self._instead)
        self._arrange()

    def show_instead(self, widget: QWidget | None) -> None:
        """Show something else in place of the people and the card; None shows these again."""
        if self._instead is not None and self._instead is not widget:
            self._instead.hide()
        if widget is not None and self._body.indexOf(widget) < 0:
            self._body.addWidget(widget, 1)
        self._instead = widget
        for part in (self.middle, self._lines[1], self.card):
            part.setVisible(widget is None and self._empty.isHidden())
        if widget is not None:
            widget.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self._tools, self._body = QHBoxLayout(), QHBoxLayout()
        self._find, self._verbs = QHBoxLayout(), QHBoxLayout()
        self._find.addWidget(self.query)
        self._tools.addWidget(self.box, 1)
        for button in (self.new, self.take_in, self.hand_out, self.print_button):
            self._verbs.addWidget(button)
        self._top = FoldingRow(self._find, self._verbs)
        self._units_side = QWidget()
        side = QVBoxLayout(self._units_side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addLayout(self._filter_line)
        side.addWidget(self.tree, 1)
        self._unit_tools = QHBoxLayout()
        side.addLayout(self._unit_tools)
        self._build_middle()
        self._lines = [QWidget(), QWidget()]
        for line in self._lines:
            line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            set_style(line, ground="line")
        self._body.setSpacing(0)
        self._body.addWidget(self._units_side)
        self._body.addWidget(self._lines[0])
        self._body.addWidget(self.middle, 1)
        self._body.addWidget(self._lines[1])
        self._body.addWidget(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addLayout(self._tools)
        column.addWidget(self._empty, 1)
        column.addLayout(self._body, 1)
        self.unit_filter.setPlaceholderText("查找单位  Ctrl+U")
        self.unit_filter.setAccessibleName("查找单位")
        self.unit_filter.setClearButtonEnabled(True)
        set_style(self.words, tone="muted")
        self.answer.setWordWrap(True)
        for hidden in (self.answer, self._none, self._empty):
            hidden.hide()

    def _build_middle(self) -> None:
        self.middle = QWidget()
        middle = QVBoxLayout(self.middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for widget, stretch in (
            (self.head, 0),
            (self.words, 0),
            (self.people, 1),
            (self._none, 1),
            (self.answer, 0),
        ):
            middle.addWidget(widget, stretch)

    def _arrange(self) -> None:
        """Where there is no room for three columns the tree becomes a drop-down list."""
        theme = self.desk.theme
        self._top.fold(self.width())
        is_narrow = self.width() < theme.px(_NARROW)
        is_filled = self._empty.isHidden()
        self._units_side.setVisible(is_filled and not is_narrow)
        self._lines[0].setVisible(is_filled and not is_narrow)
        self.box.setVisible(is_filled and is_narrow)
        here, there = self._tools, self._unit_tools
        if not is_narrow:
            here, there = there, here
        for button in (self.new_unit, self.edit_unit):
            there.removeWidget(button)
            here.removeWidget(button)
            here.addWidget(button)
            button.show()
        self.card.setFixedWidth(theme.px(260 if is_narrow else 290))

    def _restyle(self) -> None:
        theme = self.desk.theme
        side, gap = theme.px(16), theme.px(8)
        self._top.setContentsMargins(side, theme.px(12), side, gap)
        self._tools.setContentsMargins(side, 0, side, 0)
        self._filter_line.setContentsMargins(side, 0, gap, gap)
        self._unit_tools.setContentsMargins(gap, gap, gap, gap)
        for row in (self._top, self._verbs, self._tools, self._unit_tools):
            row.setSpacing(gap)
        for label in (self.words, self.answer):
            label.setFont(theme.font("small"))
            label.setContentsMargins(side, theme.px(4), side, theme.px(4))
        for line in self._lines:
            line.setFixedWidth(theme.measure("line"))
        wide = QFontMetrics(theme.font()).horizontalAdvance("安和街道办事处应急办")
        self._units_side.setFixedWidth(wide + theme.px(64))
        self.query.edit.setMinimumWidth(wide)
        self._arrange()
