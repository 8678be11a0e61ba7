"""点名计划: the plans of the unit, and one of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.roll_call import RollCallMethod
from dutydesk.domain.roll_call_plan import EVERY_DAY, DraftRollCallPlan, RollCallPlan
from dutydesk.services.roll_call_plan import RollCallPlanService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.roll_call.start_dialog import read_count
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.row_table import RowColumn, RowTable, TableRow
from dutydesk.wording.roll_call import ROLL_CALL_METHOD, plan_words

_COLUMNS = (
    RowColumn("状态", "已停用"),
    RowColumn("名称", "节假日夜间抽点"),
    RowColumn("方式", "对讲机"),
    RowColumn("什么时候点"),
)
_NONE = "还没有点名计划。按 Ctrl+N 加一个；随机的计划到点才提醒，事先谁也不知道几点。"


class PlanListDialog(QDialog):
    """Enter changes the chosen plan, Ctrl+N adds one."""

    help_page = "roll_call"

    def __init__(self, desk: Desk, service: RollCallPlanService, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, service
        self._plans: list[RollCallPlan] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("点名计划")
        self.table = RowTable(desk.theme, "点名计划", _COLUMNS)
        self._none = QLabel(_NONE)
        self.add = QPushButton("加一个  Ctrl+N")
        self.change = QPushButton("修改  Enter")
        self._build()
        desk.hub.committed.connect(self._on_committed)
        self.reload()

    def reload(self) -> None:
        """Read the plans again."""
        self._desk.runner.submit(self._service.plans, done=self._show)

    def add_plan(self) -> None:
        """Ask for a new plan."""
        if self._desk.session.seat.may_write:
            PlanDialog(self._desk, self._service, self).open()

    def change_plan(self) -> None:
        """Change the chosen plan."""
        chosen = self.table.chosen()
        plan = next((one for one in self._plans if one.id == chosen), None)
        if plan is not None and self._desk.session.seat.may_write:
            PlanDialog(self._desk, self._service, self, plan).open()

    def _show(self, plans: list[RollCallPlan]) -> None:
        self._plans = plans
        self.table.show_rows(
            [
                TableRow(
                    one.id,
                    (
                        "在用" if one.is_active else "已停用",
                        one.title,
                        ROLL_CALL_METHOD[one.method],
                        plan_words(one),
                    ),
                )
                for one in plans
            ]
        )
        self._none.setVisible(not plans)
        self.table.setVisible(bool(plans))
        may_write = self._desk.session.seat.may_write
        self.add.setEnabled(may_write)
        self.change.setEnabled(may_write and bool(plans))
        (self.table if plans else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        theme = self._desk.theme
        set_style(self._none, tone="muted")
        self._none.setWordWrap(True)
        close, foot = QPushButton("关闭"), QHBoxLayout()
        for button in (self.add, self.change, close):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.insertStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        column.addWidget(self.table, 1)
        column.addWidget(self._none, 1)
        column.addLayout(foot)
        self.add.clicked.connect(self.add_plan)
        self.change.clicked.connect(self.change_plan)
        close.clicked.connect(self.reject)
        self.table.activated.connect(self.change_plan)
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.add_plan)
        over = self.parentWidget()
        room = over.window().size() if over is not None else self.size()
        self.resize(min(theme.px(760), room.width()), min(theme.px(360), room.height()))

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names("roll_call_plan"):
            self.reload()


class PlanDialog(LongDialog):
    """A new plan, or one to change; without a second time it is not random."""

    help_page = "roll_call"

    def __init__(
        self,
        desk: Desk,
        service: RollCallPlanService,
        parent: QWidget,
        plan: RollCallPlan | None = None,
    ) -> None:
        super().__init__(desk, "改点名计划" if plan else "加一个点名计划", "记下", parent)
        self._service, self._id = service, plan.id if plan else service.new_id()
        self.method = ChoiceBox(desk.theme, "方式")
        for method, word in ROLL_CALL_METHOD.items():
            self.method.addItem(word, method.value)
        names = ("title", "weekdays", "starts_at_time", "ends_at_time", "count")
        self.texts = {name: QLineEdit() for name in names}
        self.is_active = QCheckBox("在用")
        for name, hint in (
            ("title", "例如：每晚点名"),
            ("weekdays", "1到7，1是周一，如135"),
            ("starts_at_time", "几点，如 21:00"),
            ("ends_at_time", "随机就填到几点，如 23:00"),
            ("count", "随机抽几个单位，空着就全点"),
        ):
            self.texts[name].setPlaceholderText(hint)
        for word, field in (
            ("名称", self.texts["title"]),
            ("方式", self.method),
            ("星期", self.texts["weekdays"]),
            ("时间", self.texts["starts_at_time"]),
            ("随机到", self.texts["ends_at_time"]),
            ("抽几个", self.texts["count"]),
            ("状态", self.is_active),
        ):
            self.form.row(word, field)
        self._fill(plan)
        fields: dict[str, QWidget] = {
            **self.texts,
            "method": self.method,
            "is_active": self.is_active,
        }
        self.keep(f"roll_call_plan:{plan.id if plan else 'new'}", fields).begin()
        self.texts["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        texts = {name: field.text().strip() for name, field in self.texts.items()}
        draft = DraftRollCallPlan(
            id=self._id,
            title=texts["title"],
            method=RollCallMethod(self.method.currentData()),
            weekdays=texts["weekdays"],
            starts_at_time=_time(texts["starts_at_time"]),
            ends_at_time=_time(texts["ends_at_time"]),
            unit_count=read_count(texts["count"]),
            is_active=self.is_active.isChecked(),
        )
        return partial(self._service.put, draft, by=self.desk.session.seat.actor)

    def _fill(self, plan: RollCallPlan | None) -> None:
        self.is_active.setChecked(plan is None or plan.is_active)
        if plan is None:
            self.texts["weekdays"].setText(EVERY_DAY)
            self.texts["starts_at_time"].setText("21:00")
            return
        self.method.setCurrentIndex(self.method.findData(plan.method.value))
        for name in ("title", "weekdays", "starts_at_time", "ends_at_time"):
            self.texts[name].setText(getattr(plan, name))
        self.texts["count"].setText("" if plan.unit_count is None else str(plan.unit_count))


def _time(text: str) -> str:
    """Return a time as it is kept, also where it was typed as 2100, 9:00 or with a wide colon."""
    typed = text.replace("：", ":")
    if typed.isascii() and typed.isdecimal() and len(typed) in {3, 4}:
        typed = f"{typed[:-2]}:{typed[-2:]}"
    return typed.rjust(5, "0") if ":" in typed else typed
