"""举例试算: what the limits make of an example, said anew at every edit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.deadline_rule import DeadlineRule
from dutydesk.domain.errors import Refusal
from dutydesk.domain.incident import GRADES, IncidentCategory, IncidentLevel
from dutydesk.domain.report_clock import ReportClock
from dutydesk.domain.rule_preview import Example, preview
from dutydesk.domain.typed_time import TypedTimeUnclear
from dutydesk.services.deadline_rule import RuleBook
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.lines_section import LinesSection
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.form_rows import FormRows
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording import when
from dutydesk.wording.deadline_rule import measure_text, scope_text
from dutydesk.wording.incident import CATEGORY, LEVEL, clock_title
from dutydesk.wording.sentences import sentence

_NONE = "这件事没有要计时的。"
_EDITED = "← 这一条"
_REST = "这一条在这个例子里不起作用：不适用，或另有更早的时限。"
_HOW = "按第一份书面报告恰在时限前报出推算，报出时间{}。"
_OCCURRED_BEFORE = timedelta(minutes=10)


class RuleExample(QWidget):
    """An example on the left, its clocks under it; ``show_rules`` whenever the rules change."""

    def __init__(self, desk: Desk, book: RuleBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._book = desk, book
        self._rules: Sequence[DeadlineRule] = book.rules
        self._edited_id = self._unclear = ""
        theme, clock = desk.theme, desk.clock
        self.category, self.kind = ChoiceBox(theme, "举例类别"), ChoiceBox(theme, "举例种类")
        self.level = ChoiceBox(theme, "举例等级")
        self.is_sensitive = QCheckBox("敏感信息")
        self.occurred_at = TimeField(theme, clock, "举例事发时间")
        self.received_at = TimeField(theme, clock, "举例接报时间")
        self.stable_at = TimeField(theme, clock, "举例基本稳定时间", is_ahead=True)
        self.lines, self.told = LinesSection(theme), QLabel()
        self._fill()
        self._build()
        self.tell()

    def follow(self, rule: DeadlineRule) -> None:
        """Take an example that the rule is about."""
        kinds = [category for category, names in self._book.kinds.items() if rule.kind in names]
        category = rule.category or (kinds[0] if kinds else None)
        if category is not None:
            self.category.setCurrentIndex(self.category.findData(category.value))
            self._show_kinds()
        if rule.kind is not None:
            self.kind.setCurrentIndex(max(0, self.kind.findText(rule.kind)))
        if rule.level is not None:
            self.level.setCurrentIndex(self.level.findData(rule.level.value))
        self.is_sensitive.setChecked(rule.is_sensitive_only)
        self.tell()

    def show_rules(self, rules: Sequence[DeadlineRule], edited_id: str, unclear: str = "") -> None:
        """Say what other rules make of the example, the edited one marked.

        ``unclear`` is why that one does not count yet.
        """
        self._rules, self._edited_id, self._unclear = rules, edited_id, unclear
        self.tell()

    def tell(self) -> None:
        """Say the clocks of the example, or what is wrong with it."""
        try:
            found = preview(self._rules, self._example())
        except Refusal as refusal:
            self.lines.show_lines([(sentence(refusal), "overdue")])
            self.told.setText("")
            return
        lines = [(self._line(one), self._tone(one)) for one in found.clocks]
        lines = lines or [(_NONE, "muted")]
        if self._unclear:
            lines.insert(0, (self._unclear, "overdue"))
        elif self._edited_id and not any(map(self._is_edited, found.clocks)):
            lines.insert(0, (_REST, "muted"))
        self.lines.show_lines(lines)
        self.told.setText(_HOW.format(when.full(found.delivered_at)))

    def _line(self, clock: ReportClock) -> str:
        title, due = clock_title(clock, self._book.first_word), when.full(clock.due_at)
        rule = clock.rule
        why = f"（{scope_text(rule)}，{measure_text(rule)}）" if rule else ""
        mark = f"　{_EDITED}" if self._is_edited(clock) else ""
        return f"● {title}　{due}前{why}{mark}"

    def _is_edited(self, clock: ReportClock) -> bool:
        return clock.rule is not None and clock.rule.id == self._edited_id

    def _tone(self, clock: ReportClock) -> str:
        return "accent" if self._is_edited(clock) else ""

    def _example(self) -> Example:
        received_at = self.received_at.value()
        if received_at is None:
            raise TypedTimeUnclear(self.received_at.text())
        return Example(
            category=IncidentCategory(self.category.currentData()),
            kind=self.kind.currentText(),
            level=IncidentLevel(self.level.currentData()),
            received_at=received_at,
            occurred_at=self.occurred_at.wanted(),
            stable_at=self.stable_at.wanted(),
            is_sensitive=self.is_sensitive.isChecked(),
            ungraded_as=self._book.ungraded_as,
        )

    def _fill(self) -> None:
        for category in IncidentCategory:
            self.category.addItem(CATEGORY[category], category.value)
        self.category.setCurrentIndex(self.category.findData(IncidentCategory.ACCIDENT.value))
        self._show_kinds()
        for level in (*GRADES, IncidentLevel.UNCLASSIFIED):
            self.level.addItem(LEVEL[level], level.value)
        self.level.setCurrentIndex(self.level.findData(IncidentLevel.RELATIVELY_SERIOUS.value))
        now = self._desk.clock.now()
        self.received_at.set_value(now)
        self.occurred_at.set_value(now - _OCCURRED_BEFORE)
        self.stable_at.set_value(now + timedelta(days=1))

    def _show_kinds(self) -> None:
        self.kind.clear()
        category = IncidentCategory(self.category.currentData())
        self.kind.addItems(self._book.kinds[category])

    def _build(self) -> None:
        self.told.setWordWrap(True)
        set_style(self.told, tone="muted")
        rows = FormRows(self._desk.theme)
        rows.setContentsMargins(0, 0, 0, 0)
        for word, field in (
            ("类别", self.category),
            ("种类", self.kind),
            ("等级", self.level),
            ("", self.is_sensitive),
            ("事发时间", self.occurred_at),
            ("接报时间", self.received_at),
            ("基本稳定", self.stable_at),
        ):
            rows.row(word, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._desk.theme.px(8))
        column.addLayout(rows)
        column.addWidget(self.lines)
        column.addWidget(self.told)
        self.category.activated.connect(self._on_category)
        for box in (self.kind, self.level):
            box.activated.connect(lambda _at: self.tell())
        self.is_sensitive.toggled.connect(lambda _on: self.tell())
        for time in (self.occurred_at, self.received_at, self.stable_at):
            time.changed.connect(self.tell)

    def _on_category(self, _at: int) -> None:
        self._show_kinds()
        self.tell()


class ExampleDialog(QDialog):
    """The example alone, for whoever only wants to look."""

    help_page = "incident"
    comes_back = False

    def __init__(self, desk: Desk, book: RuleBook, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"举例试算：{word}")
        self.example = RuleExample(desk, book)
        area, close = SteadyScroll(bar_stays=False), QPushButton("关闭")
        area.setWidget(self.example)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        column.addWidget(area, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(760), room.width()), min(theme.px(620), room.height()))
        self.example.category.setFocus(Qt.FocusReason.OtherFocusReason)
