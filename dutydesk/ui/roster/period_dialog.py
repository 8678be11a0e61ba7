"""重点时段: when a leader must be on every shift."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.instants import china
from dutydesk.domain.roster import KeyPeriod
from dutydesk.domain.typed_time import read_typed_day
from dutydesk.services.roster_list import RosterListService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.roster.list_dialog import ListDialog
from dutydesk.ui.widgets.row_table import RowColumn, RowTable, TableRow
from dutydesk.wording.when import whole_day

_COLUMNS = (
    RowColumn("名称"),
    RowColumn("起止", "2026年12月28日 至 2026年12月30日"),
    RowColumn("状态", "不用了"),
)
_TOLD = "重点时段里每一班都要有带班领导，没有的不能发布。"
_DAY = "例如：12月1日、2026-12-01"


class PeriodsDialog(ListDialog):
    """Lists the periods, those that end last first."""

    def __init__(self, desk: Desk, service: RosterListService, parent: QWidget) -> None:
        super().__init__(desk, "重点时段", parent)
        self._service = service
        self.periods: tuple[KeyPeriod, ...] = ()
        self.table = RowTable(desk.theme, "重点时段", _COLUMNS)
        self.add, self.change = QPushButton("加一段  Ctrl+N"), QPushButton("修改  Enter")
        self.place(
            "重点时段里每一班都要有带班领导，没有的不能发布。", self.table, (self.add, self.change)
        )
        self.end(620, 420)
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self._change)
        self.table.activated.connect(self._change)
        self.key("Ctrl+N", self.add)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        self.desk.runner.submit(self._service.key_periods, done=self._show)

    def _show(self, periods: Sequence[KeyPeriod]) -> None:
        self.periods = tuple(sorted(periods, key=lambda one: one.ends_on, reverse=True))
        self.table.show_rows(
            [
                TableRow(
                    one.id,
                    (
                        one.name,
                        f"{whole_day(one.starts_on)} 至 {whole_day(one.ends_on)}",
                        "" if one.is_active else "不用了",
                    ),
                )
                for one in self.periods
            ]
        )

    def _add(self) -> None:
        self._open(None)

    def _change(self) -> None:
        chosen = self.table.chosen()
        period = next((one for one in self.periods if one.id == chosen), None)
        if period is not None and self.desk.session.seat.may_write:
            self._open(period)

    def _open(self, period: KeyPeriod | None) -> None:
        form = PeriodForm(self.desk, self._service, period, self)
        form.answered.connect(self._saved)
        form.open()

    def _saved(self, _period: object) -> None:
        self.reload()


class PeriodForm(LongDialog):
    """One period, new or changed."""

    help_page = "roster"

    def __init__(
        self, desk: Desk, service: RosterListService, period: KeyPeriod | None, parent: QWidget
    ) -> None:
        super().__init__(desk, "重点时段", "记下", parent)
        self._service = service
        self._id = period.id if period else service.new_id()
        self.name = QLineEdit(period.name if period else "")
        self.starts_on = QLineEdit(period.starts_on.isoformat() if period else "")
        self.ends_on = QLineEdit(period.ends_on.isoformat() if period else "")
        self.note = QLineEdit(period.note if period else "")
        self.is_active = QCheckBox("在用")
        self.is_active.setChecked(period is None or period.is_active)
        self.name.setPlaceholderText("例如：全国两会、国庆安保、防汛关键期")
        for field in (self.starts_on, self.ends_on):
            field.setPlaceholderText(_DAY)
        self.form.row("名称", self.name)
        self.form.row("从哪天", self.starts_on)
        self.form.row("到哪天", self.ends_on)
        self.form.row("备注", self.note)
        self.form.row("状态", self.is_active)
        fields: dict[str, QWidget] = {
            "name": self.name,
            "starts_on": self.starts_on,
            "ends_on": self.ends_on,
            "note": self.note,
        }
        self.keep(f"key_period:{period.id if period else 'new'}", fields).begin()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        today = china(self.desk.clock.now()).date()
        period = KeyPeriod(
            self._id,
            self.name.text().strip(),
            read_typed_day(self.starts_on.text(), today),
            read_typed_day(self.ends_on.text(), today),
            self.note.text().strip(),
            self.is_active.isChecked(),
        )
        by = self.desk.session.seat.actor
        return partial(self._service.put_key_period, period, by=by)
