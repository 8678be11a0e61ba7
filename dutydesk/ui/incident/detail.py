"""One incident in full: both clocks, the level and why, facts, figures, reports, log entries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.incident import NARRATIVE, Incident
from dutydesk.domain.report import Report, ReportMedium
from dutydesk.services.incident import IncidentView
from dutydesk.ui.incident.figure_grid import FigureGrid
from dutydesk.ui.incident.grading_words import GradingWords
from dutydesk.ui.incident.incident_rows import NEAR_MISS_LOOK, level_look, status_word
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.form_rows import FormRows
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.ui.widgets.tag import Tag, TagLook
from dutydesk.wording import when
from dutydesk.wording.deadline_rule import clock_rule
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.incident import CATEGORY, FIELD
from dutydesk.wording.incident_view import (
    clock_tone,
    clock_words,
    gap_words,
    report_words,
    source_tip,
)

_FACTS = ("种类", "地点", "事发时间", "接报时间", "间隔", "信息来源")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pane shows: the view, its log entries, and the unit's word for a first report."""

    view: IncidentView
    entries: Sequence[ListedEntry]
    first_word: str


class IncidentDetail(SteadyScroll):
    """``paper_wanted(Report)`` for a written report, ``text_wanted(Report)`` for any."""

    paper_wanted = Signal(object)
    text_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # In large type the pane gives way, not the buttons above it.
        self.setMinimumHeight(1)
        self._theme = theme
        self._shown: Shown | None = None
        self._now: datetime | None = None
        self._title = _words()
        self._level = Tag(theme, TagLook(""))
        self._status = Tag(theme, TagLook(""))
        self._sensitive = Tag(theme, TagLook("敏感", "flag", "soon"))
        self._near_miss = Tag(theme, NEAR_MISS_LOOK)
        self._no = QLabel()
        self._clocks, self._reports, self._entries = _lines(), _lines(), _lines()
        self._facts = {word: _words() for word in _FACTS}
        self._grading = GradingWords()
        self._texts = {name: _words() for name in NARRATIVE}
        self._figures = FigureGrid(theme)
        self._forms = tuple(FormRows(theme) for _ in range(3))
        self._heads: list[QLabel] = []
        self._lefts: list[QLabel] = []
        self._build()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_incident(self, shown: Shown, now: datetime) -> None:
        """Show another incident, or the same one as it stands now."""
        before = self._shown.view.incident.id if self._shown else ""
        self._shown, self._now = shown, now
        incident = shown.view.incident
        self._title.setText(incident.title)
        self._no.setText(incident.incident_no)
        self._level.show_look(level_look(incident))
        self._status.show_look(TagLook(status_word(incident)))
        self._sensitive.setVisible(incident.is_sensitive)
        self._near_miss.setVisible(incident.is_serious_near_miss)
        self._show_facts(incident)
        self._grading.show(shown.view, self._lefts[2])
        self._figures.show_figures(incident.figures())
        self._show_clocks()
        self._show_reports()
        self._show_entries()
        if before != incident.id:
            self.verticalScrollBar().setValue(0)

    def add_section(self, word: str, widget: QWidget) -> QLabel:
        """Put a section before 值班日志; returns its head, to hide it with what is under it."""
        at = self._column.indexOf(self._heads[-1])
        head = QLabel(word)
        set_style(head, tone="muted")
        self._heads.insert(-1, head)
        self._column.insertWidget(at, head)
        self._column.insertWidget(at + 1, widget)
        self._restyle()
        return head

    def told_by(self) -> ListedEntry | None:
        """Return the entry the incident began with, else its first that holds."""
        entries = self._shown.entries if self._shown else ()
        origin = self._shown.view.incident.origin_entry_id if self._shown else None
        holding = [one for one in entries if not one.is_struck]
        began = (one for one in holding if one.entry.id == origin)
        return next(began, holding[0] if holding else None)

    def go_on(self, now: datetime) -> None:
        """Say the clocks anew; called once a minute."""
        if self._shown is not None:
            self._now = now
            self._show_clocks()

    def _show_facts(self, incident: Incident) -> None:
        occurred = incident.occurred_at
        values = {
            "种类": f"{CATEGORY[incident.category]}·{incident.kind}",
            "地点": incident.place,
            "事发时间": when.full(occurred) if occurred else "正在核实",
            "接报时间": when.full(incident.received_at),
            "间隔": gap_words(incident),
            "信息来源": incident.source or "未填",
        }
        for word, label in self._facts.items():
            label.setText(values[word])
        for name, label in self._texts.items():
            text = getattr(incident, name)
            label.setText(text or "正在核实")
            set_style(label, tone="" if text else "muted")

    def _show_clocks(self) -> None:
        if self._shown is None or self._now is None:
            return
        _empty(self._clocks)
        clocks, word = self._shown.view.clocks, self._shown.first_word
        for clock in clocks:
            label = _words(clock_words(clock, self._now, word))
            set_style(label, tone=clock_tone(clock.status))
            label.setFont(self._theme.font(bold=clock.is_open))
            self._clocks.addWidget(label)
            if clock.rule is not None and clock.is_open:
                level = self._shown.view.incident.level
                rule = self._quiet(clock_rule(clock, level, word))
                rule.setToolTip(source_tip(rule.text()))
                self._clocks.addWidget(rule)
        if not clocks:
            self._clocks.addWidget(self._quiet("没有规定时限的报告。"))

    def _show_reports(self) -> None:
        if self._shown is None or self._now is None:
            return
        _empty(self._reports)
        for report in self._shown.view.reports:
            words = _words(report_words(report, self._now, self._shown.first_word))
            if report.late_by_minutes:
                set_style(words, tone="overdue")
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(self._theme.px(8))
            line.addWidget(words, 1)
            line.addWidget(self._report_button(report), 0, Qt.AlignmentFlag.AlignTop)
            self._reports.addWidget(row)
        if not self._shown.view.reports:
            self._reports.addWidget(
                self._quiet(f"还没有报告。{self._shown.first_word}先电话 Ctrl+B，后书面 Ctrl+R。")
            )

    def _report_button(self, report: Report) -> QPushButton:
        is_written = report.medium is ReportMedium.WRITTEN
        button = QPushButton("预览和打印" if is_written else "看内容")
        signal = self.paper_wanted if is_written else self.text_wanted
        button.clicked.connect(partial(signal.emit, report))
        return button

    def _show_entries(self) -> None:
        if self._shown is None or self._now is None:
            return
        _empty(self._entries)
        for listed in self._shown.entries:
            entry = listed.entry
            struck = "〔已更正〕" if listed.is_struck else ""
            said = f"{when.near(entry.at, self._now)}　{ENTRY_KIND[entry.kind]}　"
            self._entries.addWidget(_words(f"{said}{struck}{entry.text}"))
        if not self._shown.entries:
            self._entries.addWidget(self._quiet("还没有属于这件事的记录。"))

    def _quiet(self, text: str) -> QLabel:
        label = _words(text)
        label.setFont(self._theme.font("small"))
        set_style(label, tone="muted")
        return label

    def _build(self) -> None:
        inside = QWidget()
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(inside, ground="surface")
        set_style(self._no, tone="muted")
        self._column = QVBoxLayout(inside)
        self._column.addWidget(self._title)
        self._tags = QHBoxLayout()
        for widget in (self._level, self._near_miss, self._status, self._sensitive, self._no):
            self._tags.addWidget(widget)
        self._tags.addStretch(1)
        self._column.addLayout(self._tags)
        self._section("时限", self._clocks)
        self._section("等级", self._forms[0])
        self._section("基本事实", self._forms[1])
        self._head("伤亡和损失")
        self._column.addWidget(self._figures)
        self._section("情况", self._forms[2])
        self._section("报告", self._reports)
        self._section("值班日志", self._entries)
        self._column.addStretch(1)
        for form, fields in zip(
            self._forms,
            (self._grading, self._facts, {FIELD[n]: w for n, w in self._texts.items()}),
            strict=True,
        ):
            for word, label in fields.items():
                left = form.row(word, label)
                left.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
                set_style(left, tone="muted")
                self._lefts.append(left)
        self.setWidget(inside)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("事件详情")

    def _section(self, word: str, layout: QVBoxLayout | FormRows) -> None:
        self._head(word)
        self._column.addLayout(layout)

    def _head(self, word: str) -> None:
        head = QLabel(word)
        set_style(head, tone="muted")
        self._heads.append(head)
        self._column.addWidget(head)

    def _restyle(self) -> None:
        theme = self._theme
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(8), side, theme.px(12))
        self._column.setSpacing(theme.px(4))
        self._tags.setSpacing(theme.px(8))
        self._title.setFont(theme.font("title", bold=True))
        for head in self._heads:
            head.setFont(theme.font("small", bold=True))
            head.setContentsMargins(0, theme.px(8), 0, 0)
        for form in self._forms:
            form.restyle()
            form.setVerticalSpacing(theme.px(4))
        widest = QFontMetrics(theme.font()).horizontalAdvance("下一步工作") + theme.px(2)
        for left in self._lefts:
            # A least width alone stays in the label's cached hint after the type shrinks.
            left.setFixedWidth(widest)
        for layout in (self._clocks, self._reports, self._entries):
            layout.setSpacing(theme.px(4))
        self._show_clocks()
        self._show_reports()
        self._show_entries()


def _words(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _lines() -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    return layout


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
