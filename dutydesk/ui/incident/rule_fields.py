"""The fields of one rule, every choice in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from dutydesk.domain.deadline_rule import ClockStart, DeadlineRule, check_rule
from dutydesk.domain.deadline_task import OTHER_TASKS, DeadlineTask
from dutydesk.domain.errors import BadForm
from dutydesk.domain.incident import GRADES, IncidentCategory, IncidentLevel
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.domain.typed_span import read_daily_times, read_minutes
from dutydesk.services.deadline_rule import RuleBook
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.form_rows import FormRows
from dutydesk.wording.deadline_rule import CLOCK_START, minutes_text
from dutydesk.wording.deadline_task import TASK
from dutydesk.wording.incident import CATEGORY, LEVEL, MEDIUM, stage_word

_ANY = "any"
_MINUTES, _DAILY, _EVERY, _AT_ONCE = "minutes", "daily_times", "every_days", "at_once"
MEASURE = {_MINUTES: "多久以内", _DAILY: "每日时刻", _EVERY: "每隔几天", _AT_ONCE: "立即，不计时"}
_HINT = {
    _MINUTES: "30分钟、2小时、2天",
    _DAILY: "08:00、17:00",
    _EVERY: "天数，例如 10",
    _AT_ONCE: "",
}


class RuleFields:
    """Inputs in the rows of a form; ``edited`` is called at every change."""

    def __init__(self, theme: Theme, book: RuleBook, edited: Callable[[], object]) -> None:
        self._book, self._edited = book, edited
        self.matter, self.category = ChoiceBox(theme, "事项"), ChoiceBox(theme, "类别")
        self.kind, self.level = ChoiceBox(theme, "种类"), ChoiceBox(theme, "等级")
        self.is_sensitive_only = QCheckBox("只对敏感事件")
        self.measure, self.amount = ChoiceBox(theme, "计时方式"), QLineEdit()
        self.starts_from = ChoiceBox(theme, "起算")
        self.report_to, self.source = QLineEdit(), QLineEdit()
        self._fill()
        self._connect()

    def inputs(self) -> dict[str, QWidget]:
        """Return what is kept as a draft, by name."""
        return {
            "matter": self.matter,
            "category": self.category,
            "kind": self.kind,
            "level": self.level,
            "is_sensitive_only": self.is_sensitive_only,
            "measure": self.measure,
            "amount": self.amount,
            "starts_from": self.starts_from,
            "report_to": self.report_to,
            "rule_source": self.source,
        }

    def lay_out(self, form: FormRows) -> None:
        """Put the fields into the rows of a form."""
        for word, field in (
            ("事项", self.matter),
            ("类别", self.category),
            ("种类", self.kind),
            ("等级", self.level),
            ("", self.is_sensitive_only),
            ("计时方式", self.measure),
            ("时限", self.amount),
            ("起算", self.starts_from),
            ("报给或由谁办", self.report_to),
            ("出处", self.source),
        ):
            form.row(word, field)

    def load(self, rule: DeadlineRule) -> None:
        """Show a rule."""
        _choose(self.matter, _matter_key(rule))
        _choose(self.category, rule.category)
        self._show_kinds()
        _choose(self.kind, rule.kind)
        _choose(self.level, rule.level)
        self.is_sensitive_only.setChecked(rule.is_sensitive_only)
        measure, amount = _measure_of(rule)
        _choose(self.measure, measure)
        self.amount.setText(amount)
        _choose(self.starts_from, rule.starts_from)
        self.report_to.setText(rule.report_to)
        self.source.setText(rule.source)
        self.source.setCursorPosition(0)
        self._on_measure()

    def value(self, rule: DeadlineRule) -> DeadlineRule:
        """Return the rule as the fields say; raises BadForm, BadInput naming the field."""
        task, stage, medium = _matter_of(self.matter.currentData())
        category, level = self.category.currentData(), self.level.currentData()
        kind = self.kind.currentData()
        measure, text = self.measure.currentData(), self.amount.text()
        made = replace(
            rule,
            category=None if category == _ANY else IncidentCategory(category),
            kind=None if kind in {None, _ANY} else str(kind),
            level=None if level == _ANY else IncidentLevel(level),
            task=task,
            stage=stage,
            medium=medium,
            minutes=read_minutes(text) if measure == _MINUTES else None,
            daily_times=read_daily_times(text) if measure == _DAILY else (),
            every_days=_days(text) if measure == _EVERY else None,
            starts_from=ClockStart(self.starts_from.currentData()),
            is_sensitive_only=self.is_sensitive_only.isChecked(),
            report_to=self.report_to.text().strip(),
            source=self.source.text().strip(),
        )
        check_rule(made)
        return made

    def _fill(self) -> None:
        for stage in ReportStage:
            for medium in ReportMedium:
                word = f"{stage_word(stage, self._book.first_word)}（{MEDIUM[medium]}）"
                self.matter.addItem(word, f"{stage.value} {medium.value}")
        for task in OTHER_TASKS:
            self.matter.addItem(TASK[task], task.value)
        self.category.addItem("各类别", _ANY)
        for category in IncidentCategory:
            self.category.addItem(CATEGORY[category], category.value)
        self.level.addItem("各等级", _ANY)
        for level in GRADES:
            self.level.addItem(LEVEL[level], level.value)
        for measure, word in MEASURE.items():
            self.measure.addItem(word, measure)
        for start in ClockStart:
            self.starts_from.addItem(f"{CLOCK_START[start]}起", start.value)
        self._show_kinds()
        self.report_to.setPlaceholderText("例如：区政府总值班室")
        self.source.setPlaceholderText("依据的文件和条款，印在报告和卷宗里")

    def _connect(self) -> None:
        self.category.activated.connect(self._on_category)
        self.measure.activated.connect(self._on_measure)
        for box in (self.matter, self.kind, self.level, self.starts_from):
            box.activated.connect(self._tell)
        self.is_sensitive_only.toggled.connect(self._tell)
        for edit in (self.amount, self.report_to, self.source):
            edit.textEdited.connect(self._tell)

    def _show_kinds(self) -> None:
        chosen = self.category.currentData()
        self.kind.clear()
        self.kind.addItem("各种类", _ANY)
        for category, names in self._book.kinds.items():
            if chosen in {_ANY, category.value}:
                for name in names:
                    self.kind.addItem(name, name)

    def _on_category(self, _at: int = 0) -> None:
        self._show_kinds()
        self._edited()

    def _on_measure(self, _at: int = 0) -> None:
        measure = self.measure.currentData()
        self.amount.setPlaceholderText(_HINT[measure])
        self.amount.setEnabled(measure != _AT_ONCE)
        self._edited()

    def _tell(self, _value: object) -> None:
        self._edited()


def _choose(box: ChoiceBox, value: str | None) -> None:
    at = box.findData(str(value) if value is not None else _ANY)
    if at < 0 and value is not None:
        # A kind the unit has taken off its list since: the rule stays what it is.
        box.addItem(str(value), str(value))
        at = box.count() - 1
    box.setCurrentIndex(at)


def _matter_key(rule: DeadlineRule) -> str:
    if rule.stage is None or rule.medium is None:
        return rule.task.value
    return f"{rule.stage.value} {rule.medium.value}"


def _matter_of(key: str) -> tuple[DeadlineTask, ReportStage | None, ReportMedium | None]:
    stage, _, medium = key.partition(" ")
    if not medium:
        return DeadlineTask(key), None, None
    return DeadlineTask.REPORT, ReportStage(stage), ReportMedium(medium)


def _measure_of(rule: DeadlineRule) -> tuple[str, str]:
    if rule.minutes is not None:
        return _MINUTES, minutes_text(rule.minutes)
    if rule.daily_times:
        return _DAILY, "、".join(rule.daily_times)
    if rule.every_days is not None:
        return _EVERY, str(rule.every_days)
    return _AT_ONCE, ""


def _days(text: str) -> int:
    try:
        return int(text.strip().removesuffix("天"))
    except ValueError as error:
        raise BadForm("every_days", text, "10") from error
