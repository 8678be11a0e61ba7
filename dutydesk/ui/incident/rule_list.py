"""时限规则: the unit's limits in a table, changed behind an administrator's PIN."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.deadline_rule import DeadlineRule, blank_rule
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.domain.settings import RULE_SETS
from dutydesk.services.deadline_rule import DeadlineRuleService, RuleBook
from dutydesk.services.officer import OfficerService
from dutydesk.ui.admin_list import AdminListDialog, AdminListLook
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.rule_dialog import RuleDialog
from dutydesk.ui.incident.rule_example import ExampleDialog
from dutydesk.ui.messages import Choice, Decision
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording.deadline_rule import matter_text, measure_text, scope_text
from dutydesk.wording.settings import RULE_SET

_HEADS = ("事项", "适用", "时限", "报给或由谁办", "出处")
_LOOK = AdminListLook("时限规则", "时限规则", _HEADS, (), (1180, 660))
_WIDEST = 320
_REPLACE = Decision(
    "取用随附规则",
    "随附规则会换掉这一套里现有的全部规则。已经报出的报告仍留着当时的规则。",
    (Choice("replace", "换成随附规则"), Choice("keep", "不换", "primary")),
    "keep",
    "keep",
)


class RuleListDialog(AdminListDialog):
    """One set at a time; Enter on a row changes it. What the clocks run by is said at the top."""

    help_page = "incident"

    def __init__(
        self, desk: Desk, service: DeadlineRuleService, officer: OfficerService, parent: QWidget
    ) -> None:
        super().__init__(desk, officer, _LOOK, parent)
        self._service = service
        self._book: RuleBook | None = None
        self._wanted = ""
        self.which, self.choose = ChoiceBox(desk.theme, "哪一套"), QPushButton("改用这一套")
        self.add, self.change = QPushButton("加一条"), QPushButton("改选中的")
        self.remove, self.shipped = QPushButton("去掉选中的"), QPushButton("取用随附规则")
        self.example = QPushButton("举例试算")
        self._build()
        self.reload()

    def reload(self) -> None:
        """Read the set again, at first the one in use."""
        job = partial(self._service.book, self.which.currentData())
        self._desk.runner.submit(job, done=self._show, failed=self._refused)

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(self._desk.theme.px(8))
        for button in (self.add, self.change, self.remove, self.shipped, self.example):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._close)
        self._lay_out(self.table, self._answer, foot)
        self._put_beside_gate()
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setMaximumSectionSize(self._desk.theme.px(_WIDEST))
        head.setStretchLastSection(True)
        self.table.setMinimumHeight(3 * self._desk.theme.measure("row"))
        self.which.activated.connect(self.reload)
        self.table.currentCellChanged.connect(self._allow)
        self.table.activated.connect(self._change)
        self.choose.clicked.connect(self._choose)
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self._change)
        self.remove.clicked.connect(self._remove)
        self.shipped.clicked.connect(self._take_shipped)
        self.example.clicked.connect(self._try)

    def _put_beside_gate(self) -> None:
        layout = self.layout()
        if isinstance(layout, QBoxLayout):
            row = QHBoxLayout()
            row.setSpacing(self._desk.theme.px(8))
            row.addWidget(self.gate, 1)
            for part in (self.which, self.choose):
                row.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
            layout.insertLayout(0, row)

    def _allow(self, *_at: int) -> None:
        is_open, book = self._may_change, self._book
        self.choose.setEnabled(is_open and book is not None and book.rule_set != book.in_use)
        for button in (self.add, self.shipped):
            button.setEnabled(is_open and book is not None)
        for button in (self.change, self.remove):
            button.setEnabled(is_open and self._chosen() is not None)
        self.example.setEnabled(book is not None)

    def _chosen(self) -> DeadlineRule | None:
        row, rules = self.table.currentRow(), self._book.rules if self._book else ()
        return rules[row] if 0 <= row < len(rules) else None

    def _show(self, book: RuleBook) -> None:
        row, is_other = self.table.currentRow(), self._book is None
        is_other = is_other or (self._book is not None and self._book.rule_set != book.rule_set)
        self._book = book
        self._show_sets(book)
        places = [at for at, one in enumerate(book.rules) if one.id == self._wanted]
        self._wanted = ""
        self._show_cells(
            [_cells(one, book.first_word) for one in book.rules],
            places[0] if places else 0 if is_other else row,
        )
        for at in range(len(book.rules)):
            for column in range(len(_HEADS)):
                item = self.table.item(at, column)
                if item is not None:
                    item.setToolTip(item.text())
        if places:
            self.table.scrollTo(self.table.model().index(places[0], 0))

    def _show_sets(self, book: RuleBook) -> None:
        self.which.clear()
        for name in RULE_SETS:
            used = "（在用）" if name == book.in_use else ""
            self.which.addItem(f"{RULE_SET[name]}{used}", name)
        self.which.setCurrentIndex(self.which.findData(book.rule_set))

    def _add(self) -> None:
        if self._book is None or not self._may_change:
            return
        job = partial(self._service.catalogue, self._book.rule_set)
        self._desk.runner.submit(job, done=self._add_from, failed=self._refused)

    def _add_from(self, catalogue: list[DeadlineRule]) -> None:
        if self._book is not None:
            # The limit most units begin with; every part of it is asked.
            fresh = replace(
                blank_rule(self._service.new_id(), self._book.rule_set),
                stage=ReportStage.FIRST,
                medium=ReportMedium.PHONE,
                minutes=30,
            )
            self._open(fresh, catalogue)

    def _change(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self._may_change:
            self._open(chosen, [])

    def _open(self, rule: DeadlineRule, catalogue: list[DeadlineRule]) -> None:
        book, actor = self._book, self.gate.actor
        if book is None or actor is None:
            return
        dialog = RuleDialog(self._desk, self._service, (book, rule, actor), self, catalogue)
        dialog.answered.connect(self._on_put)
        dialog.open()

    def _on_put(self, rule: DeadlineRule) -> None:
        self._wanted = rule.id
        self._say("")
        self.reload()

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._do(lambda by: self._service.remove(chosen.id, by=by))

    def _choose(self) -> None:
        book = self._book
        if book is not None:
            self._do(lambda by: self._service.choose(book.rule_set, by=by), self._on_chosen)

    def _on_chosen(self, done: Done[Any]) -> None:
        self._changed(done)
        self._say(f"从现在起按{RULE_SET[done.value]}计时。")

    def _take_shipped(self) -> None:
        book = self._book
        if book is None or not self._may_change:
            return
        if self._desk.messages.decide(_REPLACE) == "replace":
            self._do(lambda by: self._service.take_shipped(book.rule_set, by=by), self._on_taken)

    def _on_taken(self, done: Done[Any]) -> None:
        self._changed(done)
        self._say(f"已换成随附规则，共{done.value}条。")

    def _try(self) -> None:
        if self._book is not None:
            ExampleDialog(self._desk, self._book, RULE_SET[self._book.rule_set], self).open()


def _cells(rule: DeadlineRule, first_word: str) -> tuple[str, ...]:
    return (
        matter_text(rule, first_word),
        scope_text(rule),
        measure_text(rule),
        rule.report_to,
        rule.source,
    )
