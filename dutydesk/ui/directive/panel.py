"""批示, the room of directives: what leaders asked, who has it, what came back; overdue first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dutydesk.domain.directive import (
    Directive,
    DirectiveStatus,
    FollowedDirective,
    most_pressing,
)
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.ui.desk import Desk
from dutydesk.ui.directive.directive_dialog import DirectiveDialog, DirectiveServices
from dutydesk.ui.directive.keys import CHASE, CLOSE, FEED_BACK, NEW, PASS_ON, SIGN_FOR
from dutydesk.ui.directive.step_dialogs import (
    ChaseDialog,
    CloseDirectiveDialog,
    FeedbackDialog,
    PassOnDialog,
    ReceiptDialog,
    StepDialog,
)
from dutydesk.ui.ledger_room import LedgerLook, LedgerRoom
from dutydesk.ui.widgets.empty_state import EmptyWords
from dutydesk.ui.widgets.row_table import RowColumn, TableRow
from dutydesk.wording import directive as words
from dutydesk.wording import when

_COLUMNS = (
    RowColumn("状态", "▲ 超期（办理中）"),
    RowColumn("批示内容"),
    RowColumn("反馈时限", "12月28日 23:15"),
    RowColumn("批示领导", "区委书记 某某"),
    RowColumn("传达给", "区市政管理处 某某"),
    RowColumn("批示时间", "12月28日 23:15"),
)
_EMPTY = EmptyWords(
    "stamp",
    "没有在办的领导批示",
    "值班台里记一条领导指示，就自动列在这里，一直跟到办结。",
    "列一件  Ctrl+N",
)
_LOOK = LedgerLook(
    "领导批示台账", "在办", "办理情况", _COLUMNS, _EMPTY, ("directive", "directive_chase")
)
_NO_STEPS = "还没有传达。按 Ctrl+U 传达。"

# The steps that a line may take next; the domain has the rule, the buttons only show it.
_OPEN = frozenset(DirectiveStatus) - {DirectiveStatus.CLOSED}
_PASSED = _OPEN - {DirectiveStatus.NOTED}
_AWAITED = _OPEN - {DirectiveStatus.FED_BACK}


class DirectivePanel(LedgerRoom):
    """Lists the ledger, overdue first; ``count_changed`` says how many are not closed."""

    help_page = "directive"

    def __init__(
        self,
        desk: Desk,
        services: DirectiveServices,
        show_paper: Callable[[PaperRequest], object],
        parent: QWidget | None = None,
    ) -> None:
        verbs = (
            ("列一件  Ctrl+N", self.begin),
            ("传达  Ctrl+U", self.pass_on),
            ("签收  Ctrl+R", self.sign_for),
            ("催办  Ctrl+D", self.chase),
            ("反馈  Ctrl+Y", self.feed_back),
            ("办结  Ctrl+J", self.close_selected),
        )
        super().__init__(desk, _LOOK, verbs, parent)
        self._services, self._show_paper = services, show_paper
        self.lines: list[FollowedDirective] = []
        desk.actions.add(NEW, self.begin, self)
        for spec, handler in (
            (PASS_ON, self.pass_on),
            (SIGN_FOR, self.sign_for),
            (CHASE, self.chase),
            (FEED_BACK, self.feed_back),
            (CLOSE, self.close_selected),
        ):
            desk.actions.add(spec, handler, self, local=True)
        self.reload()

    def begin(self) -> bool:
        """Ask for a new line (Ctrl+N)."""
        if self.desk.session.seat.may_write:
            DirectiveDialog(self.desk, self._services, self.window()).open()
        return True

    def pass_on(self) -> None:
        """Pass the selected one on."""
        self._ask(PassOnDialog, _AWAITED)

    def sign_for(self) -> None:
        """Put on record who signed for it."""
        self._ask(ReceiptDialog, _PASSED & _AWAITED)

    def chase(self) -> None:
        """Put a chase on record."""
        self._ask(ChaseDialog, _PASSED)

    def feed_back(self) -> None:
        """Put on record what came back."""
        self._ask(FeedbackDialog, _PASSED)

    def close_selected(self) -> None:
        """Close the selected one."""
        self._ask(CloseDirectiveDialog, _OPEN)

    def print_view(self) -> bool:
        """F9: the ledger of this month."""
        self._show_paper(PaperRequest(PaperKind.DIRECTIVE_LEDGER))
        return True

    def selected(self) -> Directive | None:
        """Return the line of the current row."""
        found = self._selected()
        return found.directive if found else None

    def reload(self) -> None:
        """Read the ledger again."""
        job = partial(self._services.directive.ledger, only_open=not self.is_all)
        self.desk.runner.submit(job, done=self._show)

    def _selected(self) -> FollowedDirective | None:
        wanted = self.table.chosen()
        return next((one for one in self.lines if one.directive.id == wanted), None)

    def _ask(self, dialog: type[StepDialog], states: frozenset[DirectiveStatus]) -> None:
        may_write = self.desk.session.seat.may_write and self.isVisible()
        line = self.selected() if may_write else None
        if line is not None and line.status in states:
            dialog(self.desk, self._services, line, self.window()).open()

    def _show(self, found: Sequence[FollowedDirective]) -> None:
        now = self.desk.clock.now()
        self.lines = list(most_pressing(found, now))
        rows = [_row(one.directive, now) for one in self.lines]
        self.list_rows(rows, sum(not one.directive.is_closed for one in self.lines))

    def _on_selected(self) -> None:
        found = self._selected()
        if found is not None:
            head = f"{words.whole_matter(found.directive)}（{_origin(found)}）"
            said = words.steps_said(found.directive, found.chases)
            self.steps.show_steps(head, said or [_NO_STEPS])
        self._allow()

    def _allow(self) -> None:
        line = self.selected()
        status = line.status if line else DirectiveStatus.CLOSED
        may_write = self.desk.session.seat.may_write
        possible = (_AWAITED, _PASSED & _AWAITED, _PASSED, _PASSED, _OPEN)
        new, *steps = self._verbs.buttons
        new.setEnabled(may_write)
        for button, states in zip(steps, possible, strict=True):
            button.setEnabled(may_write and status in states)

    def _on_activated(self, _index: object) -> None:
        """Enter: read what became of it, in a window of its own where the room is low."""
        if self.steps.isVisible():
            self.steps.lines.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.desk.messages.tell(self.steps.head.text(), self.steps.lines.toPlainText())


def _row(line: Directive, now: datetime) -> TableRow:
    is_overdue = line.is_overdue(now)
    mark = "▲ " if is_overdue else "✓ " if line.is_closed else ""
    return TableRow(
        line.id,
        (
            f"{mark}{words.status_words(line, is_overdue=is_overdue)}",
            line.text.replace("\n", " "),
            when.near(line.due_at, now) if line.due_at else "没有",
            line.leader,
            words.receiver(line),
            when.near(line.at, now),
        ),
        "overdue" if is_overdue else "",
    )


def _origin(found: FollowedDirective) -> str:
    carrier = found.directive.carrier
    return "，".join(
        part
        for part in (
            f"日志第{found.entry_no}条",
            words.ENTRY_WITHDRAWN if found.is_withdrawn else "",
            f"批在{carrier}" if carrier else "",
        )
        if part
    )
