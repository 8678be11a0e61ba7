"""批示, the room of directives: what leaders asked, who has it, what came back; overdue first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dutydesk.domain.changes import Changes
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
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.empty_state import EmptyState, EmptyWords
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.row_table import WIDE_TEXT, RowColumn, RowTable, TableRow
from dutydesk.ui.widgets.steps_pane import StepsPane
from dutydesk.ui.widgets.verb_row import VerbRow
from dutydesk.wording import directive as words
from dutydesk.wording import when

_TABLES = ("directive", "directive_chase")
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
_NO_STEPS = "还没有传达。按 Ctrl+U 传达。"

# The steps that a line may take next; the domain has the rule, the buttons only show it.
_OPEN = frozenset(DirectiveStatus) - {DirectiveStatus.CLOSED}
_PASSED = _OPEN - {DirectiveStatus.NOTED}
_AWAITED = _OPEN - {DirectiveStatus.FED_BACK}


class DirectivePanel(RoomPanel):
    """Lists the ledger, overdue first; ``count_changed`` says how many are not closed."""

    help_page = "directive"

    def __init__(
        self,
        desk: Desk,
        services: DirectiveServices,
        show_paper: Callable[[PaperRequest], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._services, self._show_paper = services, show_paper
        self.lines: list[FollowedDirective] = []
        self._wanted, self._is_first = "", False
        self._title = QLabel("领导批示台账")
        self.which = ChoiceBox(desk.theme, "列出")
        self.table = RowTable(desk.theme, "领导批示台账", _COLUMNS, least_signs=WIDE_TEXT)
        self.steps = StepsPane(desk.theme, "办理情况")
        self._empty = EmptyState(desk.theme, _EMPTY)
        self._verbs = VerbRow(
            desk.theme,
            [
                ("列一件  Ctrl+N", self.begin),
                ("传达  Ctrl+U", self.pass_on),
                ("签收  Ctrl+R", self.sign_for),
                ("催办  Ctrl+D", self.chase),
                ("反馈  Ctrl+Y", self.feed_back),
                ("办结  Ctrl+J", self.close_selected),
            ],
            is_inset=False,
        )
        self._build()
        desk.actions.add(NEW, self.begin, self)
        for spec, handler in (
            (PASS_ON, self.pass_on),
            (SIGN_FOR, self.sign_for),
            (CHASE, self.chase),
            (FEED_BACK, self.feed_back),
            (CLOSE, self.close_selected),
        ):
            desk.actions.add(spec, handler, self, local=True)
        desk.hub.committed.connect(self._on_committed)
        desk.hub.minute.connect(self._on_minute)
        desk.session.changed.connect(self._allow)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        self.reload()

    def entered(self) -> None:
        """Go on in the list."""
        if self.lines:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().entered()

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

    def show_record(self, record_id: str) -> None:
        self._wanted = record_id
        self.reload()

    def selected(self) -> Directive | None:
        """Return the line of the current row."""
        found = self._selected()
        return found.directive if found else None

    @property
    def is_all(self) -> bool:
        """Tell whether closed lines are listed too."""
        return bool(self.which.currentData() == "all")

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

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self.which.addItem("在办", "open")
        self.which.addItem("全部", "all")
        self._row = QHBoxLayout()
        self._row.addWidget(self._title)
        self._row.addStretch(1)
        self._row.addWidget(self.which)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self._verbs)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.steps)
        self._column.addWidget(self._empty, 1)
        self.which.activated.connect(self.reload)
        self._empty.begun.connect(self.begin)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.table.activated.connect(self._on_activated)

    def _show(self, found: Sequence[FollowedDirective]) -> None:
        now = self.desk.clock.now()
        self.lines = list(most_pressing(found, now))
        self.count_changed.emit(sum(not one.directive.is_closed for one in self.lines))
        wanted, self._wanted = self._wanted, ""
        self.table.show_rows([_row(one.directive, now) for one in self.lines], wanted)
        self.table.setVisible(bool(self.lines))
        self._empty.setVisible(not self.lines)
        if self._is_first and self.lines and self.isVisible():
            # While nothing was listed the box above had the cursor; the arrows are for the list.
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_first = False
        self._show_steps()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_steps()

    def _show_steps(self) -> None:
        """Leave the pane out where the room is low."""
        self.steps.setVisible(bool(self.lines) and self.steps.has_room(self.height()))

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

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names(*_TABLES):
            self._is_first = not self.lines
            self.reload()

    def _on_minute(self, _now: datetime) -> None:
        self.reload()

    def _restyle(self) -> None:
        theme = self.desk.theme
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._column.setSpacing(theme.px(10))
        self._title.setFont(theme.font("title", bold=True))


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
