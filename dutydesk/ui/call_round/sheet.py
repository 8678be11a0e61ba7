"""The running sheet: one press records one try and goes to the next person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from dutydesk.domain.call_round import CallParty, CallResult, CallTarget, DraftAttempt
from dutydesk.domain.changes import Done
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.services.call_reading import CallSheet
from dutydesk.services.call_round import CallRoundService, CallStep
from dutydesk.ui.call_round.answer_draft import AnswerDraft
from dutydesk.ui.call_round.call_card import CallCard
from dutydesk.ui.call_round.sheet_head import SheetHead
from dutydesk.ui.call_round.sheet_state import SheetState
from dutydesk.ui.call_round.target_model import TargetModel
from dutydesk.ui.call_round.target_table import TargetTable
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.search_edit import SearchEdit
from dutydesk.wording.sentences import sentence

# Below this width, at 100 % type, list and card stand one below the other.
_NARROW = 460
# Below these heights the list and the number need all of it.
_LOW, _LOWEST = 430, 300


class RunningSheet(QWidget):
    """Shows one round; ``target_changed`` when another target is at hand."""

    target_changed = Signal()

    def __init__(
        self, desk: Desk, service: CallRoundService, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, service
        self.state: SheetState | None = None
        self.target_id = ""
        self.is_open_only = False
        self._is_saving = False
        self.head = SheetHead(desk.theme)
        self.query = SearchEdit(desk.theme, "查找要叫的人", "姓名、拼音、单位、尾号  F3")
        self.model = TargetModel(desk.theme, self)
        self.table = TargetTable(desk.theme, self.model)
        self.card = CallCard(desk.theme)
        self._answer = QLabel()
        self._typed = AnswerDraft(desk, self.card.words, self)
        self._build()
        desk.hub.second.connect(self._on_second)
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def show_sheet(self, sheet: CallSheet, wanted: str = "") -> None:
        """Show a round as it was read; the target at hand stays at hand."""
        is_other = self.state is None or self.state.call_round.id != sheet.call_round.id
        kept = "" if is_other else self.target_id
        self.state = SheetState(sheet)
        self.card.words.offer(sheet.often)
        if is_other:
            self.say("")
            self.card.clear_answer()
        self._list()
        self._go_to(wanted or kept or self._next())
        self.head.show_state(self.state, self._desk.clock.now())
        if is_other:
            self._typed.look(sheet.call_round.id)

    def press(self, result: CallResult) -> None:
        """Record one try of the target at hand, at this very second."""
        state = self._ready()
        if state is None or not self.target_id:
            return
        target_id = self.target_id
        draft = DraftAttempt(
            id=self._service.new_id(),
            target_id=target_id,
            result=result,
            at=self._desk.clock.now(),
            words=self.card.words.text(),
            channel=self.card.chosen_channel,
            party=state.next_call(target_id).party,
        )
        self._write(partial(self._service.attempt, draft), self._stepped)

    def turn(self) -> None:
        """Ring B from now on; pressed again, A."""
        state = self._ready()
        if state is not None and self.target_id:
            is_a = state.next_call(self.target_id).party is CallParty.A
            self._turn_to(CallParty.B if is_a else CallParty.A)

    def escalate(self) -> None:
        """Show the superior's number; the next result is the superior's."""
        if self._ready() is not None and self.target_id:
            self._turn_to(CallParty.SUPERIOR)

    def put(self, target: CallTarget) -> None:
        """Show what a dialog changed of the target at hand."""
        if self.state is not None:
            self.state.put(target)
            self._changed(target.id)
            self._show_target()

    def take_step(self, step: CallStep) -> None:
        """Show an attempt that a dialog put right."""
        if self.state is not None:
            self.state.put(step.target, step.attempt)
            self._changed(step.target.id)
            self._show_target()

    def next_one(self) -> None:
        """Go to the next row of the list."""
        self.table.step(1)

    def previous_one(self) -> None:
        """Go to the row before."""
        self.table.step(-1)

    def next_open(self) -> None:
        """Go to whoever is to be rung now."""
        self._go_to(self._next())

    def toggle_open_only(self) -> None:
        """List whoever did not answer yet, or everybody."""
        self.is_open_only = not self.is_open_only
        self._list()
        self.table.choose(self.target_id)

    def copy_number(self) -> None:
        """Put the number at hand on the clipboard, as digits."""
        if self.state is not None and self.target_id:
            number = self.state.next_call(self.target_id).phone
            QGuiApplication.clipboard().setText(number)
            self.say(f"号码已复制：{number}" if number else "", tone="muted")

    def focus_answer(self) -> None:
        """Put the cursor where the answer is typed."""
        field = self.card.words if self.card.words.isEnabled() else self.table
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def allow(self) -> None:
        """Take answers only of a running round, by whoever may write."""
        is_running = self.state is not None and self.state.is_running
        self.card.allow(may_write=is_running and self._desk.session.seat.may_write)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self._desk.theme.px(_NARROW)
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(down if is_narrow else beside)
        theme = self._desk.theme
        is_lowest = self.height() < theme.px(_LOWEST)
        self.head.give_way(is_lowest=is_lowest)
        self.card.give_way(is_low=self.height() < theme.px(_LOW), is_lowest=is_lowest)

    def _ready(self) -> SheetState | None:
        may = self._desk.session.seat.may_write and not self._is_saving
        return self.state if may and self.state is not None and self.state.is_running else None

    def _turn_to(self, party: CallParty) -> None:
        job = partial(self._service.turn_to, self.target_id, party)
        self._write(job, self._turned)

    def _write(
        self,
        job: Callable[..., Done[CallStep]] | Callable[..., Done[CallTarget]],
        done: Callable[..., object],
    ) -> None:
        self._is_saving = True
        bound = partial(job, by=self._desk.session.seat.actor)
        self._desk.runner.submit(bound, done=done, failed=self.refused)

    def _stepped(self, done: Done[CallStep]) -> None:
        self._is_saving = False
        self.say("")
        self.card.clear_answer()
        self._typed.done()
        self.take_step(done.value)
        self._desk.hub.announce(done.changes, self)
        if self.state is not None and self.state.call_round.id == done.value.target.round_id:
            self._go_to(self._next(done.value.target.id))
        self.focus_answer()

    def _turned(self, done: Done[CallTarget]) -> None:
        self._is_saving = False
        self.say("")
        self.put(done.value)
        self._desk.hub.announce(done.changes, self)

    def refused(self, error: Exception) -> None:
        """Say what was refused; what was typed stays."""
        self._is_saving = False
        if not isinstance(error, Refusal | StoreError):
            raise error
        self.say(sentence(error))

    def _next(self, apart_from: str = "") -> str:
        if self.state is None or not self.state.is_running:
            return ""
        return self.state.next_target(self._desk.clock.now(), apart_from)

    def _go_to(self, target_id: str) -> None:
        self.target_id = target_id
        self.table.choose(target_id)
        self._show_target()

    def _show_target(self) -> None:
        if self.state is not None:
            self._typed.turn_to(self.target_id)
            self.card.show_target(self.state, self.target_id)
            self.allow()
            self.target_changed.emit()

    def _on_chosen(self, target_id: str) -> None:
        if target_id and target_id != self.target_id:
            self.target_id = target_id
            self._show_target()

    def _changed(self, target_id: str) -> None:
        if self.state is None:
            return
        is_shown = self.state.is_shown(
            target_id, self.query.text(), is_open_only=self.is_open_only
        )
        self.model.changed(target_id, is_shown=is_shown)
        self.head.show_state(self.state, self._desk.clock.now())

    def _list(self) -> None:
        if self.state is not None:
            shown = self.state.shown(self.query.text(), is_open_only=self.is_open_only)
            self.model.show_targets(self.state, shown)

    def _on_query(self) -> None:
        self._list()
        # Whoever is looked for is at hand at once; with nothing typed the place stays.
        found = self.model.id_at(0) if self.query.text().strip() else ""
        self._go_to(found or self.target_id)

    def _on_second(self, now: datetime) -> None:
        if self.state is not None and self.isVisible():
            self.head.tell_time(self.state, now)

    def _take_up(self, target_id: str, text: str) -> None:
        """Put back what was being typed when the desk went down."""
        if self.state is not None and target_id in self.state.targets:
            self._go_to(target_id)
            self.card.words.setText(text)

    def say(self, text: str, tone: str = "overdue") -> None:
        """Say something over the list; nothing hides it."""
        self._answer.setText(text)
        set_style(self._answer, tone=tone)
        self._answer.setVisible(bool(text))

    def _build(self) -> None:
        self._answer.setTextFormat(Qt.TextFormat.PlainText)
        self._answer.setWordWrap(True)
        self._answer.hide()
        left = QVBoxLayout()
        left.addWidget(self.query)
        left.addWidget(self.table, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.addLayout(left, 5)
        self._halves.addWidget(self.card, 6)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.head)
        self._column.addWidget(self._answer)
        self._column.addLayout(self._halves, 1)
        self._left = left
        self.table.chosen.connect(self._on_chosen)
        self.table.activated.connect(self.focus_answer)
        self.query.textChanged.connect(self._on_query)
        self.query.returnPressed.connect(self.focus_answer)
        self._typed.found.connect(self._take_up)

    def _restyle(self) -> None:
        theme = self._desk.theme
        self._column.setSpacing(theme.px(8))
        self._left.setSpacing(theme.px(6))
        self._halves.setSpacing(theme.px(16))
