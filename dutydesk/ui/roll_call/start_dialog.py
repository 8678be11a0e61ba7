"""The beginning of a roll call: its units ticked or drawn, by which means."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.roll_call import (
    DraftRollCall,
    RollCallCountUnfit,
    RollCallMethod,
    UnitRecord,
)
from dutydesk.domain.roll_call_plan import PlannedCall
from dutydesk.services.roll_call import RollCallService, RollCallView
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.tick_list import TickList
from dutydesk.wording.roll_call import ROLL_CALL_METHOD, record_words
from dutydesk.wording.when import clock


class StartDialog(LongDialog):
    """What a plan says that is due now is filled in; Space takes a unit out."""

    help_page = "roll_call"

    def __init__(
        self,
        desk: Desk,
        service: RollCallService,
        view: RollCallView,
        parent: QWidget,
        planned: PlannedCall | None = None,
    ) -> None:
        super().__init__(desk, "开始点名", "开始  Ctrl+Enter", parent)
        self._service, self._planned, self._id = service, planned, service.new_id()
        self.title, self.count = QLineEdit(), QLineEdit()
        self.method = ChoiceBox(desk.theme, "方式")
        for method, word in ROLL_CALL_METHOD.items():
            self.method.addItem(word, method.value)
        lines = [(unit.id, _line(unit.name, view.records.get(unit.id))) for unit in view.units]
        self.list = TickList(desk.theme, "点名的单位", lines)
        self.count.setPlaceholderText("从勾上的单位里随机抽几个，空着就全点")
        for word, field in (
            ("名称", self.title),
            ("方式", self.method),
            ("随机抽", self.count),
            ("单位", self.list),
        ):
            self.form.row(word, field)
        self._fill()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]] | None:
        chosen = tuple(self.list.ticked())
        if not chosen:
            self.say("一个单位也没有勾。请用空格勾上再开始。", self.list)
            return None
        planned = self._planned
        draft = DraftRollCall(
            id=self._id,
            title=self.title.text().strip(),
            method=RollCallMethod(self.method.currentData()),
            unit_ids=chosen,
            draw_count=read_count(self.count.text()),
            plan_id=planned.plan.id if planned else None,
            planned_at=planned.at if planned else None,
        )
        return partial(self._service.start, draft, by=self.desk.session.seat.actor)

    def _fill(self) -> None:
        if self._planned is None:
            self.title.setText(f"{clock(self.desk.clock.now())}点名")
            return
        plan = self._planned.plan
        self.title.setText(plan.title)
        self.method.setCurrentIndex(self.method.findData(plan.method.value))
        self.count.setText("" if plan.unit_count is None else str(plan.unit_count))


def read_count(text: str) -> int | None:
    """Read how many units are drawn; raises RollCallCountUnfit."""
    typed = text.strip().removesuffix("个").strip()
    if not typed:
        return None
    if not (typed.isascii() and typed.isdecimal()):
        raise RollCallCountUnfit("draw_count", text)
    return int(typed)


def _line(name: str, record: UnitRecord | None) -> str:
    return f"{name}　{record_words(record)}" if record else name
