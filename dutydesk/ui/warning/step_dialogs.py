"""The steps of a warning: report, forward, respond, end, extend, lift, note; time at key press."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.warning import WarningNotice
from dutydesk.domain.warning import WarningStepKind as Kind
from dutydesk.domain.warning_step import DraftWarningStep
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.warning.warning_dialog import WarningServices
from dutydesk.ui.warning.warning_fields import KeptTimes
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.person_picker import PersonPicker
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording import warning as words
from dutydesk.wording import when
from dutydesk.wording.warning import FIELD, RESPONSE_LEVEL

Job = Callable[[], Done[Any]]


class StepDialog(LongDialog):
    """Asks for one step; its id is made once, so that what is sent twice is written once."""

    help_page = "warning"
    title = ""
    kind = Kind.NOTED

    def __init__(
        self, desk: Desk, services: WarningServices, warning: WarningNotice, parent: QWidget
    ) -> None:
        super().__init__(desk, self.title, "记下", parent)
        self.services, self.warning = services, warning
        self._id = services.warning.new_id()
        self.at = TimeField(desk.theme, desk.clock, FIELD["at"])
        self.at.set_now()
        matter = QLabel(f"{warning.warning_no}　{words.issued(warning)}")
        matter.setWordWrap(True)
        matter.setTextFormat(Qt.TextFormat.PlainText)
        self.form.row("预警", matter)
        fields = self.build()
        self.keep(f"warning_{self.kind.value}:{warning.id}", fields).begin()
        self.first(fields).setFocus(Qt.FocusReason.OtherFocusReason)

    def build(self) -> dict[str, QWidget]:
        """Add the rows and return the fields by name, the first one first."""
        raise NotImplementedError

    def first(self, fields: dict[str, QWidget]) -> QWidget:
        """Return where the cursor begins: the first of the fields unless a step knows better."""
        return next(iter(fields.values()))

    def step(self, **facts: Any) -> DraftWarningStep:
        """Return the step as typed; raises TypedTimeUnclear."""
        at: datetime = self.at.wanted() or self.desk.clock.now()
        return DraftWarningStep(
            id=self._id, warning_id=self.warning.id, kind=self.kind, at=at, **facts
        )

    def words_row(self, hint: str, word: str = FIELD["words"]) -> QLineEdit:
        """Add the line for what was said."""
        line = QLineEdit()
        line.setPlaceholderText(hint)
        self.form.row(word, line)
        return line

    def person_row(self, word: str, hint: str) -> PersonPicker:
        """Add the field for whom it was told, looked up in the contacts."""
        theme, runner = self.desk.theme, self.desk.runner
        picker = PersonPicker(theme, runner, self.services.find_owners, word)
        picker.write_chinese()
        picker.edit.setPlaceholderText(hint)
        picker.picked.connect(lambda value, _name: picker.set_text(str(value)))
        picker.submitted.connect(self.submit)
        self.form.row(word, picker)
        return picker

    def do_with(self, deed: Callable[..., Done[Any]], step: DraftWarningStep, **more: Any) -> Job:
        """Return the use case bound to the step and whoever sits here."""
        return partial(deed, step, by=self.desk.session.seat.actor, **more)


class ReportDialog(StepDialog):
    """To which leader it was reported, and what was said."""

    title, kind = "报告预警", Kind.REPORTED

    def build(self) -> dict[str, QWidget]:
        self.to_whom = self.person_row("报告给", "带班领导")
        self.words = self.words_row("怎么报的、领导有什么要求，可以不填")
        self.form.row(FIELD["at"], self.at)
        self.desk.runner.submit(self.services.warning.lead_name, done=self._on_lead)
        return {"to_whom": self.to_whom, "words": self.words, "at": self.at}

    def job(self) -> Job:
        step = self.step(to_whom=self.to_whom.text(), words=self.words.text())
        return self.do_with(self.services.warning.report, step)

    def _on_lead(self, name: str) -> None:
        if not self.to_whom.text() and name:
            self.to_whom.set_text(f"带班领导{name}")


class ForwardDialog(StepDialog):
    """To which units it was passed on."""

    title, kind = "转发预警", Kind.FORWARDED

    def build(self) -> dict[str, QWidget]:
        self.to_whom = self.person_row("转发给", "单位，可从通讯录里选；几个单位用顿号隔开")
        self.words = self.words_row("怎么发的、提了什么要求，可以不填")
        self.form.row(FIELD["at"], self.at)
        return {"to_whom": self.to_whom, "words": self.words, "at": self.at}

    def job(self) -> Job:
        step = self.step(to_whom=self.to_whom.text(), words=self.words.text())
        return self.do_with(self.services.warning.forward, step)


class RespondDialog(StepDialog):
    """The level is set by the plan, not by the colour; what it must state is asked for."""

    title, kind = "启动或调整应急响应", Kind.RESPONSE_STARTED

    def build(self) -> dict[str, QWidget]:
        theme, warning = self.desk.theme, self.warning
        self.level = ChoiceBox(theme, FIELD["level"])
        self.level.addItem("请选", "")
        for level, word in reversed(RESPONSE_LEVEL.items()):
            self.level.addItem(word, str(level))
        self.form.row(FIELD["level"], self.level)
        self.matter = self.words_row("例如：防汛应急响应", FIELD["matter"])
        self.until = TimeField(theme, self.desk.clock, FIELD["response_until"], is_ahead=True)
        self.form.row(FIELD["response_until"], self.until)
        self.measures: QPlainTextEdit = self.text_row(
            FIELD["response_measures"], "加强值守、巡查隐患点、转移群众等"
        )
        self.words = self.words_row("依据哪个预案、谁决定的")
        self.form.row(FIELD["at"], self.at)
        if warning.is_response_running:
            self.form.note(f"现在是{words.response_words(warning)}，记下后改为新的级别。")
            self.matter.setText(warning.response_matter)
            self.measures.setPlainText(warning.response_measures)
        return {
            "level": self.level,
            "matter": self.matter,
            "times": KeptTimes({"until": self.until}),
            "measures": self.measures,
            "words": self.words,
            "at": self.at,
        }

    def job(self) -> Job:
        level = self.level.currentData()
        step = self.step(
            level=int(level) if level else None,
            matter=self.matter.text(),
            until=self.until.wanted(),
            measures=self.measures.toPlainText(),
            words=self.words.text(),
        )
        return self.do_with(self.services.warning.respond, step)


class EndResponseDialog(StepDialog):
    """Who ended the response, and why."""

    title, kind = "终止应急响应", Kind.RESPONSE_ENDED

    def build(self) -> dict[str, QWidget]:
        self.words = self.words_row("谁决定的、什么原因")
        self.form.row(FIELD["at"], self.at)
        self.form.note(f"现在是{words.response_words(self.warning)}。")
        return {"words": self.words, "at": self.at}

    def job(self) -> Job:
        step = self.step(words=self.words.text())
        return self.do_with(self.services.warning.end_response, step)


class ExtendDialog(StepDialog):
    """Until when it holds now."""

    title, kind = "延续预警", Kind.EXTENDED

    def build(self) -> dict[str, QWidget]:
        self.until = TimeField(self.desk.theme, self.desk.clock, FIELD["until"], is_ahead=True)
        self.form.row(FIELD["until"], self.until)
        self.words = self.words_row("例如：区气象台18时继续发布")
        self.form.row(FIELD["at"], self.at)
        valid_to = self.warning.valid_to
        if valid_to is not None:
            self.form.note(f"原来有效至{when.moment(valid_to)}。")
        times = KeptTimes({"until": self.until})
        return {"words": self.words, "at": self.at, "times": times}

    def first(self, _fields: dict[str, QWidget]) -> QWidget:
        return self.until

    def job(self) -> Job:
        step = self.step(until=self.until.wanted(), words=self.words.text())
        return self.do_with(self.services.warning.extend, step)


class LiftDialog(StepDialog):
    """Who lifted it; a response that runs is ended with it only when somebody says so."""

    title, kind = "解除预警", Kind.LIFTED

    def build(self) -> dict[str, QWidget]:
        self.words = self.words_row("例如：区气象台21时05分解除")
        self.form.row(FIELD["at"], self.at)
        self.ends_response = QCheckBox("同时终止响应")
        fields: dict[str, QWidget] = {"words": self.words, "at": self.at}
        if self.warning.is_response_running:
            self.form.addRow("", self.ends_response)
            self.form.note(f"{words.response_words(self.warning)}还在进行，不勾就继续，直到终止。")
            fields["ends_response"] = self.ends_response
        return fields

    def job(self) -> Job:
        step = self.step(words=self.words.text())
        is_over = self.ends_response.isChecked()
        return self.do_with(self.services.warning.lift, step, ends_response=is_over)


class NoteDialog(StepDialog):
    """Anything else that was done about it."""

    title, kind = "给预警记一笔", Kind.NOTED

    def build(self) -> dict[str, QWidget]:
        self.words = self.words_row("例如：已在12个社区显示屏播发")
        self.form.row(FIELD["at"], self.at)
        return {"words": self.words, "at": self.at}

    def job(self) -> Job:
        step = self.step(words=self.words.text())
        return self.do_with(self.services.warning.note, step)
