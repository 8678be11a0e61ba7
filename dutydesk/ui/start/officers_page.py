"""The page that asks who will be on duty: a list, and a form to add one after another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from dutydesk.domain.errors import Refusal
from dutydesk.domain.first_room import (
    NewOfficer,
    PinsApart,
    check_new_officer,
    check_officers,
)
from dutydesk.domain.officer import MIN_PIN_DIGITS, OfficerRole, PinUnfit, is_weak_pin
from dutydesk.ui.start.pages import StartPage
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.pin_field import PinField
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.selected_bar import show_bar
from dutydesk.wording.officer import OFFICER_ROLE
from dutydesk.wording.sentences import sentence

_HEADS = ("姓名", "角色", "电话", "口令")
_WEAK = "这个口令太好猜，建议换一个。也可以先用着，以后再改。"


class OfficersPage(StartPage):
    """Holds the officers entered so far; leaving the page adds the one in the form."""

    title = "值班人员"
    lead = "至少要有一名管理员。口令6到12位数字，交接班签字和解锁时用。其余的人以后也可以再加。"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.officers: list[NewOfficer] = []
        self.table = QTableWidget(0, len(_HEADS))
        self.name, self.phone = QLineEdit(), QLineEdit()
        self.role = ChoiceBox(theme, "角色")
        self.pin, self.again = PinField("口令"), PinField("再输一次口令")
        self.add, self.drop = QPushButton("加上"), QPushButton("去掉选中的人")
        self._answer = QLabel()
        self._build()
        self.restyle()
        self._show()

    def check(self) -> None:
        """Add what stands in the form; raises AdminMissing unless somebody is administrator."""
        if self._is_typing():
            self._take()
        check_officers(self.officers)

    def first(self) -> QWidget:
        """Return the field of the name, or of the PIN when only that is missing."""
        return self.pin if self.name.text().strip() and not self.pin.text() else self.name

    def add_typed(self) -> None:
        """Add the officer in the form; what is wrong is said below it."""
        try:
            self._take()
        except Refusal as refusal:
            set_style(self._answer, tone="overdue")
            self._answer.setText(sentence(refusal))
            field = self._to_blame(refusal)
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            # Hidden digits cannot be mended one by one: typing takes their place.
            field.selectAll()
            return
        self._answer.clear()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop_selected(self) -> None:
        """Take the selected officer off the list."""
        row = self.table.currentRow()
        if 0 <= row < len(self.officers):
            del self.officers[row]
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the form adds; anywhere else it goes on to the next page."""
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        fields = (self.name, self.role, self.phone, self.pin, self.again)
        if is_enter and self._is_typing() and any(field.hasFocus() for field in fields):
            self.add_typed()
            event.accept()
            return
        super().keyPressEvent(event)

    def _to_blame(self, refusal: Refusal) -> QLineEdit:
        return self.pin if isinstance(refusal, PinUnfit | PinsApart) else self.name

    def _is_typing(self) -> bool:
        return any(field.text().strip() for field in (self.name, self.phone, self.pin, self.again))

    def _take(self) -> None:
        officer = NewOfficer(
            self.name.text().strip(),
            OfficerRole(self.role.currentData()),
            self.pin.text(),
            self.phone.text().strip(),
        )
        check_new_officer(officer, self.officers)
        if self.pin.text() != self.again.text():
            raise PinsApart
        self.officers.append(officer)
        for field in (self.name, self.phone, self.pin, self.again):
            field.clear()
        self._pick_role()
        self._show()

    def _pick_role(self) -> None:
        """Propose the administrator first, then duty officers."""
        role = OfficerRole.DUTY_OFFICER if self.officers else OfficerRole.ADMIN
        self.role.setCurrentIndex(self.role.findData(role.value))

    def _warn_weak(self, _text: str) -> None:
        pin = self.pin.text()
        is_weak = len(pin) >= MIN_PIN_DIGITS and is_weak_pin(pin)
        set_style(self._answer, tone="soon")
        self._answer.setText(_WEAK if is_weak else "")

    def _show(self) -> None:
        self.table.setRowCount(len(self.officers))
        for at, officer in enumerate(self.officers):
            weak = "已设（太好猜）" if is_weak_pin(officer.pin) else "已设"
            cells = (officer.name, OFFICER_ROLE[officer.role], officer.phone, weak)
            for column, text in enumerate(cells):
                self.table.setItem(at, column, QTableWidgetItem(text))
        if self.officers:
            self.table.selectRow(len(self.officers) - 1)
        self.drop.setEnabled(bool(self.officers))

    def _build(self) -> None:
        for role in OfficerRole:
            self.role.addItem(OFFICER_ROLE[role], role.value)
        self._pick_role()
        table = self.table
        table.setHorizontalHeaderLabels(list(_HEADS))
        table.setAccessibleName("已加的值班人员")
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        show_bar(table, self.theme)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        set_style(self._answer, tone="overdue")
        self._answer.setWordWrap(True)
        self._form = QGridLayout()
        fields = (
            ("姓名", self.name),
            ("角色", self.role),
            ("电话", self.phone),
            ("口令", self.pin),
            ("再输一次", self.again),
        )
        for at, (word, field) in enumerate(fields):
            row, column = divmod(at, 3)
            label = QLabel(word)
            label.setBuddy(field)
            if not field.accessibleName():
                field.setAccessibleName(word)
            self._form.addWidget(label, row, column * 2)
            self._form.addWidget(field, row, column * 2 + 1)
        self._form.addWidget(self.add, 1, 5)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._answer, 1)
        self._foot.addWidget(self.drop)
        self.column.addLayout(self._form)
        self.column.addLayout(self._foot)
        self.column.addWidget(table, 1)
        for button in (self.add, self.drop):
            button.setAutoDefault(False)
        self.add.clicked.connect(self.add_typed)
        self.drop.clicked.connect(self.drop_selected)
        self.pin.textEdited.connect(self._warn_weak)
        # A PIN field empties itself on Enter; here the PIN is still needed for the list.
        for field in (self.pin, self.again):
            field.entered.connect(field.setText)

    def restyle(self) -> None:
        """Take the measures of the type size now set."""
        super().restyle()
        self._form.setHorizontalSpacing(self.theme.px(8))
        self._form.setVerticalSpacing(self.theme.px(8))
        self.table.verticalHeader().setDefaultSectionSize(self.theme.measure("row"))
        self.table.setMinimumHeight(self.theme.measure("row") * 3)
