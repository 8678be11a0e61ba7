"""What can be done on the running sheet, by key, by button, and by the menu 更多."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dutydesk.domain.call_progress import OPEN
from dutydesk.domain.call_round import CallRound, CallTarget
from dutydesk.domain.changes import Done
from dutydesk.ui.actions import ActionSpec
from dutydesk.ui.ask_dialog import AskDialog
from dutydesk.ui.call_round import step_dialogs, verbs
from dutydesk.ui.call_round.sheet import RunningSheet
from dutydesk.ui.call_round.start_dialog import CallServices
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.verb_row import VerbRow
from dutydesk.wording import call_round as words

_NAMED = 12


class SheetDeeds(QObject):
    """``list_wanted``, ``paper_wanted``, ``sheet_wanted(round id)`` for whoever owns the sheet."""

    list_wanted = Signal()
    paper_wanted = Signal()
    sheet_wanted = Signal(str)

    def __init__(self, desk: Desk, services: CallServices, sheet: RunningSheet) -> None:
        super().__init__(sheet)
        self._desk, self._services, self._sheet = desk, services, sheet
        self.row = VerbRow(desk.theme, self._buttons(), is_inset=False)
        for text, deed in (
            ("关机或空号  Ctrl+6", partial(self.press, verbs.UNREACHABLE.id)),
            ("免叫…  Ctrl+7", self.skip),
            ("加叫一个人…  Ctrl+8", self.add),
            ("记错了，更正…  Ctrl+9", self.correct),
            ("复制号码  Ctrl+Shift+C", sheet.copy_number),
            ("只看未应  Ctrl+M", sheet.toggle_open_only),
            ("结束或继续叫应…  Ctrl+J", self.end_or_go_on),
            ("打印叫应记录单  F9", self.paper_wanted.emit),
            ("叫应清单  Ctrl+B", self.list_wanted.emit),
        ):
            self.row.add(text, deed, sheet.isVisible)

    def attach(self, owner: QWidget) -> None:
        """Let the room hear the keys."""
        sheet = self._sheet
        keys: tuple[tuple[ActionSpec, Callable[[], object]], ...] = (
            *((spec, partial(self.press, spec.id)) for spec in verbs.RESULTS),
            (verbs.TURN, sheet.turn),
            (verbs.ESCALATE, sheet.escalate),
            (verbs.SKIP, self.skip),
            (verbs.ADD, self.add),
            (verbs.CORRECT, self.correct),
            (verbs.END, self.end_or_go_on),
            (verbs.LIST, self.list_wanted.emit),
            (verbs.OPEN_ONLY, sheet.toggle_open_only),
            (verbs.COPY, sheet.copy_number),
            (verbs.NEXT, sheet.next_one),
            (verbs.PREVIOUS, sheet.previous_one),
        )
        for spec, deed in keys:
            self._desk.actions.add(spec, deed, owner, local=True)

    def allow(self) -> None:
        """Allow what may be done with the round that is shown."""
        state = self._sheet.state
        is_running = state is not None and state.is_running
        for button in self.row.buttons:
            button.setEnabled(is_running and self._desk.session.seat.may_write)

    def press(self, spec_id: str) -> None:
        """Record the result that a key means."""
        if self._sheet.isVisible():
            self._sheet.press(_RESULTS[spec_id])

    def skip(self) -> None:
        """Say why the target at hand need not be called."""
        target = self._target()
        if target is not None:
            service = self._services.call_round
            dialog = step_dialogs.SkipDialog(self._desk, service, target, self._over)
            self._open(dialog, self._on_skipped)

    def add(self) -> None:
        """Call one more person."""
        state = self._sheet.state
        if self._may() and state is not None and state.is_running:
            services, round_id = self._services, state.call_round.id
            dialog = step_dialogs.AddDialog(
                self._desk, services.call_round, services.find_people, round_id, self._over
            )
            self._open(dialog, self._on_added)

    def correct(self) -> None:
        """Put the last try of the target at hand right."""
        target, state = self._target(), self._sheet.state
        attempt = state.last_attempt(target.id) if target and state else None
        if attempt is not None:
            service = self._services.call_round
            dialog = step_dialogs.CorrectDialog(self._desk, service, attempt, self._over)
            self._open(dialog, self._sheet.take_step)
        elif target is not None:
            self._sheet.say(f"{target.name}还没有叫过，没有可更正的。")

    def end_or_go_on(self) -> None:
        """End the round; one that has ended goes on."""
        state = self._sheet.state
        if not self._may() or state is None:
            return
        call_round, service = state.call_round, self._services.call_round
        if not state.is_running:
            job = partial(service.reopen, call_round.id, by=self._desk.session.seat.actor)
            self._desk.runner.submit(job, done=self._reopened, failed=self._sheet.refused)
            return
        missing = [one for one in state.targets.values() if one.state in OPEN]
        names = "、".join(words.who(one.unit, one.name) for one in missing[:_NAMED])
        rest = f"等{len(missing)}人" if len(missing) > _NAMED else ""
        told = (words.result_counts(state.counts()), f"{names}{rest}")
        step_dialogs.EndDialog(self._desk, service, call_round, told, self._over).open()

    @property
    def _over(self) -> QWidget:
        return self._sheet.window()

    @staticmethod
    def _open(dialog: AskDialog, then: Callable[..., object]) -> None:
        dialog.answered.connect(then)
        dialog.open()

    def _buttons(self) -> Sequence[tuple[str, Callable[[], object]]]:
        return (
            ("答了  Ctrl+1", partial(self.press, verbs.ANSWERED.id)),
            ("没接  Ctrl+2", partial(self.press, verbs.NO_ANSWER.id)),
            ("占线  Ctrl+3", partial(self.press, verbs.BUSY.id)),
            ("改呼B角  Ctrl+4", self._sheet.turn),
            ("报上级  Ctrl+5", self._sheet.escalate),
        )

    def _may(self) -> bool:
        return self._sheet.isVisible() and self._desk.session.seat.may_write

    def _target(self) -> CallTarget | None:
        state = self._sheet.state
        if not self._may() or state is None or not state.is_running:
            return None
        return state.targets.get(self._sheet.target_id)

    def _on_skipped(self, target: CallTarget) -> None:
        self._sheet.put(target)
        self._sheet.next_open()

    def _on_added(self, target: CallTarget) -> None:
        self.sheet_wanted.emit(target.round_id)

    def _reopened(self, done: Done[CallRound]) -> None:
        self._desk.hub.announce(done.changes, None)


_RESULTS = {spec.id: result for spec, result in verbs.RESULTS.items()}
