"""One rule of the unit, with what it makes of an example while it is edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dutydesk.domain.deadline_rule import DeadlineRule
from dutydesk.domain.errors import Refusal
from dutydesk.domain.officer import Actor
from dutydesk.services.deadline_rule import DeadlineRuleService, RuleBook
from dutydesk.ui.ask_dialog import Job
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.rule_example import RuleExample
from dutydesk.ui.incident.rule_fields import RuleFields
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.wording.deadline_rule import rule_text
from dutydesk.wording.sentences import sentence

_CHOOSE = "不用，自己填"
_LONGEST = 44
_WIDTH, _HEIGHT = 1160, 600


class RuleDialog(LongDialog):
    """A new rule may be filled from the catalogue; ``by`` is who opened the gate."""

    help_page = "incident"

    def __init__(
        self,
        desk: Desk,
        service: DeadlineRuleService,
        matter: tuple[RuleBook, DeadlineRule, Actor],
        parent: QWidget,
        catalogue: Sequence[DeadlineRule] = (),
    ) -> None:
        book, rule, by = matter
        is_new = rule not in book.rules
        title = "加一条时限规则" if is_new else "改时限规则"
        super().__init__(desk, title, "保存  Ctrl+Enter", parent)
        self._book, self._rule, self._by = book, rule, by
        self._service, self._catalogue = service, catalogue
        self.example = RuleExample(desk, self._book)
        self.fields = RuleFields(desk.theme, self._book, self._tell)
        self.from_catalogue = ChoiceBox(desk.theme, "从规则库填入")
        if catalogue:
            self.form.row("从规则库填入", self.from_catalogue)
            self._offer()
        self.fields.lay_out(self.form)
        self._place_example()
        self.fields.load(self._rule)
        self.example.follow(self._rule)
        form = "deadline_rule:new" if is_new else f"deadline_rule:{self._rule.id}"
        words = self.keep(form, self.fields.inputs())
        words.taken_up.connect(lambda _changed: self._tell())
        words.given_up.connect(self._tell)
        words.begin()
        self.fields.matter.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Job | None:
        return partial(self._service.put, self.fields.value(self._rule), by=self._by)

    def _place_example(self) -> None:
        """Put the example beside the fields, or under them where the type is too large."""
        theme, words = self.desk.theme, "举例试算：边改边看，保存以后才按它计时。"
        if theme.px(_WIDTH) > self.screen().availableGeometry().width():
            self.form.note(words)
            self.form.addRow(self.example)
            return
        page, area = QWidget(), SteadyScroll(bar_stays=False)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        head = QLabel(words)
        set_style(head, tone="muted")
        column.addWidget(head)
        column.addWidget(self.example)
        column.addStretch(1)
        area.setWidget(page)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        both = QHBoxLayout()
        both.setSpacing(theme.px(24))
        at = self._column.indexOf(self._area)
        self._column.removeWidget(self._area)
        both.addWidget(self._area, 1)
        both.addWidget(area, 1)
        self._column.insertLayout(at, both, 1)
        self.setMinimumSize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def _offer(self) -> None:
        box, word = self.from_catalogue, self._book.first_word
        box.addItem(_CHOOSE, -1)
        for at, rule in enumerate(self._catalogue):
            text = rule_text(rule, word)
            box.addItem(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…", at)
        box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(self._take)

    def _take(self, _at: int) -> None:
        place = int(self.from_catalogue.currentData())
        if place >= 0:
            rule = self._catalogue[place]
            self.fields.load(replace(rule, id=self._rule.id))
            self.example.follow(rule)
            self._tell()

    def _tell(self) -> None:
        others = [one for one in self._book.rules if one.id != self._rule.id]
        try:
            self.example.show_rules([*others, self.fields.value(self._rule)], self._rule.id)
        except Refusal as refusal:
            self.example.show_rules(others, self._rule.id, sentence(refusal))
