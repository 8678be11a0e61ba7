"""A new line of the ledger: with an entry of its own, or taken from the instruction of one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.directive import DirectiveForm, DraftDirective
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.open_item import title_from
from dutydesk.services.directive import DirectiveService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.owner_choice import FindOwners
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.person_picker import PersonPicker
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording.directive import DIRECTIVE_FORM

_LINES = 3


@dataclass(frozen=True, slots=True)
class DirectiveServices:
    """What the dialogs ask of the services."""

    directive: DirectiveService
    find_owners: FindOwners


class DirectiveDialog(LongDialog):
    """Who said what, on what, until when; passed on at once where a unit and a time are given."""

    help_page = "directive"

    def __init__(
        self,
        desk: Desk,
        services: DirectiveServices,
        parent: QWidget,
        *,
        entry: LogEntry | None = None,
    ) -> None:
        title = "领导批示列入台账" if entry else "列一件领导批示"
        super().__init__(desk, title, "记下  Ctrl+Enter", parent)
        self._service, self._entry = services.directive, entry
        # Made once: a line that was written but not acknowledged is not written twice.
        self._id = self._service.new_id()
        theme = desk.theme
        self.leader, self.carrier = QLineEdit(), QLineEdit()
        self.form_of = ChoiceBox(theme, "指示形式")
        self.text = QPlainTextEdit()
        self.at = TimeField(theme, desk.clock, "批示时间")
        self.unit = PersonPicker(theme, desk.runner, services.find_owners, "传达单位")
        self.unit.write_chinese()
        self.passed_at = TimeField(theme, desk.clock, "传达时间")
        self.due_at = TimeField(theme, desk.clock, "反馈时限", is_ahead=True)
        self._lay_rows()
        self._fill()
        fields = {
            "leader": self.leader,
            "form": self.form_of,
            "carrier": self.carrier,
            "text": self.text,
            "at": self.at,
            "unit": self.unit,
            "passed_at": self.passed_at,
            "due_at": self.due_at,
        }
        self.keep(f"directive:{entry.id if entry else 'new'}", fields).begin()
        self.leader.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        draft = DraftDirective(
            id=self._id,
            leader=self.leader.text().strip(),
            text=self.text.toPlainText().strip(),
            at=self.at.wanted() or self.desk.clock.now(),
            form=DirectiveForm(self.form_of.currentData()),
            carrier=self.carrier.text().strip(),
            passed_to_unit=self.unit.text().strip(),
            passed_at=self.passed_at.wanted(),
            due_at=self.due_at.wanted(),
            entry_id=self._entry.id if self._entry else None,
        )
        return partial(self._service.note, draft, by=self.desk.session.seat.actor)

    def _lay_rows(self) -> None:
        for form in DirectiveForm:
            self.form_of.addItem(DIRECTIVE_FORM[form], form.value)
        self.leader.setPlaceholderText("例如：区长 某某")
        self.carrier.setPlaceholderText("批在哪份报告、来文、来电上")
        self.unit.edit.setPlaceholderText("传达给谁：单位或人；还没有传达就空着")
        self.passed_at.edit.setPlaceholderText("已传达才填")
        self.due_at.edit.setPlaceholderText("可以不填")
        self.text.setTabChangesFocus(True)
        lines = self.text.fontMetrics().lineSpacing() * _LINES
        self.text.setFixedHeight(lines + self.desk.theme.px(16))
        for word, field in (
            ("批示领导", self.leader),
            ("指示形式", self.form_of),
            ("批示内容", self.text),
            ("批示时间", self.at),
            ("批示载体", self.carrier),
            ("传达单位", self.unit),
            ("传达时间", self.passed_at),
            ("反馈时限", self.due_at),
        ):
            self.form.row(word, field)
        if self._entry is None:
            self.form.note("值班日志会自动记一条领导指示，以后每一步都接着它记。")
        else:
            self.form.note(f"接着日志第{self._entry.no}条办理，不另记一条。")
        self.unit.picked.connect(self._on_unit)
        self.unit.submitted.connect(self._next)

    def _on_unit(self, unit: object, _name: str) -> None:
        self.unit.set_text(str(unit))

    def _next(self) -> None:
        self.passed_at.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self) -> None:
        entry = self._entry
        if entry is None:
            self.at.set_now()
            return
        self.at.set_value(entry.at)
        self.text.setPlainText(entry.instruction.strip() or entry.text.strip())
        self.carrier.setText(f"日志第{entry.no}条：{title_from(entry.text)}")
