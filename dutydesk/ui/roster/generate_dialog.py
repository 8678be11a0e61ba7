"""自动排班: a span and its posts are tried out, looked at, and only then taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.instants import china
from dutydesk.domain.roster import RosterPost
from dutydesk.domain.roster_proposal import RosterOrder, RosterTrial
from dutydesk.domain.typed_time import read_typed_day
from dutydesk.services.roster import RosterService
from dutydesk.services.roster_trial import RosterTrialService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.roster.count_table import CountTable
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import roster_room as words
from dutydesk.wording.roster_finding import finding_sentence
from dutydesk.wording.sentences import sentence

_ROWS = 7
_TOLD = 3


@dataclass(frozen=True, slots=True)
class GenerateServices:
    """What tries a roster out, and what takes it."""

    roster: RosterService
    trial: RosterTrialService


class GenerateDialog(LongDialog):
    """Enter tries out; once tried, the button takes what was shown."""

    help_page = "roster"

    def __init__(
        self,
        desk: Desk,
        services: GenerateServices,
        span: tuple[date, date],
        posts: Sequence[RosterPost],
        parent: QWidget,
    ) -> None:
        super().__init__(desk, "自动排班", "采用", parent)
        self._services, self._posts = services, posts
        self.trial: RosterTrial | None = None
        self.first, self.last = (QLineEdit(day.isoformat()) for day in span)
        self.posts = {post.id: QCheckBox(post.name) for post in posts}
        self.is_typed_kept = QCheckBox("手工填的、导入的、调过班的保持不动")
        self.counts = CountTable(desk.theme, "试排后每人次数")
        self.told = QLabel()
        self._lay_out()
        self.try_out = self.also("重新试排", self._again)
        for field in (self.first, self.last):
            field.textChanged.connect(self._forget)
        for box in (*self.posts.values(), self.is_typed_kept):
            box.toggled.connect(self._forget)
        self._forget()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def propose(self) -> None:
        """Try it out and show what would come of it."""
        try:
            order = self._order()
        except Refusal as refusal:
            self.say(sentence(refusal))
            return
        self.say("")
        self.try_out.setEnabled(False)
        job = partial(self._services.trial.propose, order, by=self.desk.session.seat.actor)
        self.desk.runner.submit(job, done=self._show, failed=self._not_tried)

    def submit(self) -> None:
        """Take it; before it was tried, try it out first."""
        if self.trial is None:
            self.propose()
        else:
            super().submit()

    def job(self) -> Callable[[], Done[Any]] | None:
        if self.trial is None:
            return None
        by = self.desk.session.seat.actor
        return partial(self._services.roster.generate, self.trial.order, by=by)

    def _again(self) -> None:
        self.propose()

    def _lay_out(self) -> None:
        row = QWidget()
        boxes = QHBoxLayout(row)
        boxes.setContentsMargins(0, 0, 0, 0)
        boxes.setSpacing(self.desk.theme.px(12))
        for box in self.posts.values():
            box.setChecked(True)
            boxes.addWidget(box)
        boxes.addStretch(1)
        self.is_typed_kept.setChecked(True)
        set_style(self.told, tone="muted")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        for field in (self.first, self.last):
            field.setPlaceholderText("例如：12月1日、2026-12-01")
        self.form.row("从哪天", self.first)
        self.form.row("到哪天", self.last)
        self.form.row("岗位", row)
        self.form.row("原有的", self.is_typed_kept)
        self.form.row("试排结果", self.told)
        self.form.addRow("", self.counts)
        self.counts.setFixedHeight(self.desk.theme.measure("row") * (_ROWS + 1))

    def _order(self) -> RosterOrder:
        today = china(self.desk.clock.now()).date()
        first, last = (read_typed_day(field.text(), today) for field in (self.first, self.last))
        chosen = tuple(post_id for post_id, box in self.posts.items() if box.isChecked())
        ids = () if len(chosen) == len(self.posts) else chosen
        return RosterOrder(first, last, ids, self.is_typed_kept.isChecked())

    def _forget(self) -> None:
        """Another span was typed: what was shown is no longer what would be taken."""
        self.trial = None
        self.accept_button.setText("试排")
        self.try_out.hide()
        self.told.setText("先试排看看，采用之前什么都不改。")
        self.counts.show_counts(())
        self.counts.spread.setText("")

    def _show(self, trial: RosterTrial) -> None:
        self.trial = trial
        self.try_out.setEnabled(True)
        self.try_out.show()
        self.accept_button.setText("采用")
        self.counts.show_counts([one for one in trial.counts if one.total or one.member_id])
        posts = {post.id: post.name for post in self._posts}
        lines = [words.trial_words(trial)]
        lines += [finding_sentence(one, posts) for one in trial.findings[:_TOLD]]
        rest = len(trial.findings) - _TOLD
        if rest > 0:
            lines.append(f"还有 {rest} 处，采用后在值班表里看。")
        self.told.setText("\n".join(lines))
        self._fit()
        self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_tried(self, error: Exception) -> None:
        self.try_out.setEnabled(True)
        if not isinstance(error, Refusal | StoreError):
            raise error
        self.say(sentence(error))


def span_of(month: date, today: date) -> tuple[date, date]:
    """Return what of a month can still be rostered; of one that is past the month itself."""
    following = (month.replace(day=28) + timedelta(days=4)).replace(day=1)
    last = following - timedelta(days=1)
    first = max(month.replace(day=1), today + timedelta(days=1))
    return (first, last) if first <= last else (month.replace(day=1), last)
