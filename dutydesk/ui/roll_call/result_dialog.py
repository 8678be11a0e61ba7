"""What was found at one unit, and the end of a roll call."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.entry_detail import NO, YES
from dutydesk.domain.reporting_unit import ReachResult
from dutydesk.domain.roll_call import (
    DraftRollCallResult,
    RollCallLine,
    RollCallSheet,
    read_rings,
)
from dutydesk.services.roll_call import RollCallService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.flag_field import FlagField
from dutydesk.wording.reporting_unit import FIELD, REACH_RESULT
from dutydesk.wording.roll_call import progress_words

_FLAGS = {
    "lead_on_post": "带班领导在岗",
    "officer_on_post": "值班员在岗",
    "knows_situation": "熟悉情况",
}
_ANSWERS = {YES: True, NO: False}
_KEPT = {True: YES, False: NO, None: ""}


class ResultDialog(LongDialog):
    """Everything that is asked of a unit (notes §7.7); begins with what was found before."""

    help_page = "roll_call"

    def __init__(
        self, desk: Desk, service: RollCallService, line: RollCallLine, parent: QWidget
    ) -> None:
        super().__init__(desk, f"点名：{line.target.name}", "记下", parent)
        self._service, self._line, self._id = service, line, service.new_id()
        self.reach = ChoiceBox(desk.theme, "结果")
        for result, word in REACH_RESULT.items():
            self.reach.addItem(word, result.value)
        self.texts = {name: QLineEdit() for name in ("person", "finding", "action", "checker")}
        self.flags = {name: FlagField(word) for name, word in _FLAGS.items()}
        self.rings = QLineEdit()
        self.is_open_item = QCheckBox("列入未办结")
        self._lay_out()
        self._fill()
        fields: dict[str, QWidget] = {
            "reach": self.reach,
            **self.texts,
            **self.flags,
            "rings": self.rings,
            "is_open_item": self.is_open_item,
        }
        self.keep(f"roll_call_result:{line.target.id}", fields).begin()
        self.reach.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        rings, seconds = read_rings(self.rings.text())
        flags = {name: _ANSWERS.get(field.value()) for name, field in self.flags.items()}
        result = ReachResult(self.reach.currentData())
        is_answered = result is ReachResult.ANSWERED
        texts = {name: field.text().strip() for name, field in self.texts.items()}
        draft = DraftRollCallResult(
            id=self._id,
            target_id=self._line.target.id,
            result=result,
            person=texts["person"],
            lead_on_post=flags["lead_on_post"] if is_answered else None,
            officer_on_post=flags["officer_on_post"] if is_answered else None,
            ring_count=rings,
            answer_seconds=seconds,
            knows_situation=flags["knows_situation"] if is_answered else None,
            finding=texts["finding"],
            action=texts["action"],
            checker=texts["checker"],
            begins_open_item=self.is_open_item.isChecked() and is_answered,
        )
        return partial(self._service.record, draft, by=self.desk.session.seat.actor)

    def _lay_out(self) -> None:
        self.rings.setPlaceholderText("响几声，如3；或几秒，如20秒")
        self.texts["finding"].setPlaceholderText("发现什么问题，没有就空着")
        self.texts["action"].setPlaceholderText("怎么处理的，例如：当场提醒")
        self.texts["checker"].setPlaceholderText("谁点的，空着就是当班")
        self.form.row("结果", self.reach)
        self.form.row(FIELD["person"], self.texts["person"])
        for name, flag in self.flags.items():
            self.form.row("" if name != "lead_on_post" else "在岗", flag)
        self.form.row("响铃", self.rings)
        for name in ("finding", "action", "checker"):
            self.form.row(FIELD[name], self.texts[name])
        self.form.row("后续", self.is_open_item)

    def _fill(self) -> None:
        held = self._line.holds
        if held is None or not held.is_answered:
            for flag in self.flags.values():
                flag.set_value(YES)
            return
        for name, flag in self.flags.items():
            flag.set_value(_KEPT[getattr(held, name)])
        for name, field in self.texts.items():
            field.setText(getattr(held, name))
        if held.ring_count is not None:
            self.rings.setText(str(held.ring_count))
        elif held.answer_seconds is not None:
            self.rings.setText(f"{held.answer_seconds}秒")


class EndDialog(LongDialog):
    """Ends a roll call while units are left: says why they were not called."""

    help_page = "roll_call"

    def __init__(
        self, desk: Desk, service: RollCallService, sheet: RollCallSheet, parent: QWidget
    ) -> None:
        super().__init__(desk, f"结束点名：{sheet.roll_call.title}", "结束", parent)
        self._service, self._sheet = service, sheet
        progress = QLabel(progress_words(sheet))
        progress.setWordWrap(True)
        self.note = QLineEdit()
        self.note.setPlaceholderText("没有点的单位为什么不点")
        self.form.row("进度", progress)
        self.form.row("说明", self.note)
        self.keep(f"roll_call_end:{sheet.roll_call.id}", {"note": self.note}).begin()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        return partial(
            self._service.end,
            self._sheet.roll_call.id,
            note=self.note.text().strip(),
            by=self.desk.session.seat.actor,
        )
