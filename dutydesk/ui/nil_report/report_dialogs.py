"""What a unit said, and what became of a call for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.cut_off import due_key
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.nil_report import DraftNilReport, DraftNilReportChase, NilReportLine
from dutydesk.domain.reporting_unit import ReachResult
from dutydesk.services.nil_report import NilReportService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording.reporting_unit import REACH_RESULT


@dataclass(frozen=True, slots=True)
class Meant:
    """Which unit at which cut-off."""

    line: NilReportLine
    due_at: datetime


class ContentDialog(LongDialog):
    """A report with content, or another word of a unit that reported before, with its reason."""

    help_page = "nil_report"

    def __init__(
        self, desk: Desk, service: NilReportService, meant: Meant, parent: QWidget
    ) -> None:
        line = meant.line
        word = "更正零报告" if line.report else "报告情况"
        super().__init__(desk, f"{line.unit.name}：{word}", "记下  Ctrl+Enter", parent)
        self._service, self._meant, self._id = service, meant, service.new_id()
        hint = "什么情况，例如：3号楼停水，已报水务"
        if line.report:
            hint = f"{hint}；改为零报告就空着"
        self.content = self.text_row("情况", hint)
        self.reporter, self.reason = QLineEdit(), QLineEdit()
        self.at = TimeField(desk.theme, desk.clock, "报告时间")
        self.at.set_now()
        self.reason.setPlaceholderText("为什么改，例如：补报新情况")
        for word, field in (
            ("报告人", self.reporter),
            ("报告时间", self.at),
            ("更正原因", self.reason),
        ):
            self.form.row(word, field)
        self.form.setRowVisible(self.reason, line.report is not None)
        if line.report:
            self.content.setPlainText(line.report.content)
            self.reporter.setText(line.report.reporter)
        fields: dict[str, QWidget] = {
            "content": self.content,
            "reporter": self.reporter,
            "at": self.at,
            "reason": self.reason,
        }
        self.keep(f"nil_report:{line.unit.id}:{due_key(meant.due_at)}", fields).begin()
        self.content.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]] | None:
        line = self._meant.line
        content = self.content.toPlainText().strip()
        if not content and line.report is None:
            self.say("情况没有填。没有情况请按 Enter 记零报告。", self.content)
            return None
        draft = DraftNilReport(
            id=self._id,
            unit_id=line.unit.id,
            due_at=self._meant.due_at,
            content=content,
            reporter=self.reporter.text().strip(),
            reported_at=self.at.value(),
            correction_reason=self.reason.text().strip(),
        )
        return partial(self._service.take, draft, by=self.desk.session.seat.actor)


class ChaseDialog(LongDialog):
    """The number to ring stands on top; who answered, what was said, and the report at once."""

    help_page = "nil_report"

    def __init__(
        self, desk: Desk, service: NilReportService, meant: Meant, parent: QWidget
    ) -> None:
        unit = meant.line.unit
        super().__init__(desk, f"催报：{unit.name}", "记下", parent)
        self._service, self._meant, self._id = service, meant, service.new_id()
        number = QLabel("　".join(one for one in (unit.contact, unit.phone) if one) or "没有电话")
        number.setTextFormat(Qt.TextFormat.PlainText)
        number.setFont(desk.theme.font("title", bold=True))
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.reach = ChoiceBox(desk.theme, "结果")
        for result, word in REACH_RESULT.items():
            self.reach.addItem(word, result.value)
        self.person, self.answer_text = QLineEdit(), QLineEdit()
        self.is_nil = QCheckBox("当场零报告")
        self.answer_text.setPlaceholderText("怎么说的，例如：10分钟内报")
        for word, field in (
            ("拨打", number),
            ("结果", self.reach),
            ("接听人", self.person),
            ("答复", self.answer_text),
            ("报告", self.is_nil),
        ):
            self.form.row(word, field)
        fields: dict[str, QWidget] = {
            "reach": self.reach,
            "person": self.person,
            "answer": self.answer_text,
            "is_nil": self.is_nil,
        }
        self.keep(f"nil_report_chase:{unit.id}:{due_key(meant.due_at)}", fields).begin()
        self.reach.activated.connect(self._on_result)
        self.reach.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        result = ReachResult(self.reach.currentData())
        draft = DraftNilReportChase(
            id=self._id,
            unit_id=self._meant.line.unit.id,
            due_at=self._meant.due_at,
            result=result,
            person=self.person.text().strip(),
            answer=self.answer_text.text().strip(),
            is_nil=self.is_nil.isChecked() and result is ReachResult.ANSWERED,
        )
        return partial(self._service.chase, draft, by=self.desk.session.seat.actor)

    def _on_result(self) -> None:
        is_answered = ReachResult(self.reach.currentData()) is ReachResult.ANSWERED
        self.is_nil.setEnabled(is_answered)
