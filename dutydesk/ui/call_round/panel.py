"""叫应, the room of call rounds: the list, and the running sheet that is driven by keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from dutydesk.domain.call_round import CallRound
from dutydesk.domain.changes import Changes
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.services.call_reading import CallSheet, RoundLine
from dutydesk.ui.call_round.round_list import COLUMNS, row_of
from dutydesk.ui.call_round.sheet import RunningSheet
from dutydesk.ui.call_round.sheet_deeds import SheetDeeds
from dutydesk.ui.call_round.start_dialog import CallMatter, CallServices, StartDialog
from dutydesk.ui.call_round.verbs import NEW
from dutydesk.ui.desk import Desk
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.widgets.empty_state import EmptyState, EmptyWords
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.row_table import RowTable
from dutydesk.ui.widgets.verb_row import VerbRow
from dutydesk.wording.sentences import sentence

_EMPTY = EmptyWords(
    "phone-outgoing",
    "没有叫应",
    "收到高级别预警，把责任人逐个叫到应答为止：三次不应呼B角，再不应报上级，每一次都有时间和答复。",
    "开始叫应  Ctrl+N",
)
_TABLES = ("call_round", "call_target", "call_attempt")
ShowPaper = Callable[[PaperRequest], object]


class CallRoundPanel(RoomPanel):
    """``count_changed`` says how many rounds run."""

    help_page = "call_round"

    def __init__(
        self,
        desk: Desk,
        services: CallServices,
        show_paper: ShowPaper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._services, self._show_paper = services, show_paper
        self._rounds: dict[str, CallRound] = {}
        self._is_first = True
        self.sheet = RunningSheet(desk, services.call_round)
        self.table = RowTable(desk.theme, "叫应清单", COLUMNS)
        self._title, self._answer = QLabel("叫应"), QLabel()
        self._empty = EmptyState(desk.theme, _EMPTY)
        self._deeds = SheetDeeds(desk, services, self.sheet)
        self._list_verbs = VerbRow(
            desk.theme,
            (("开始叫应  Ctrl+N", self.begin), ("打开  Enter", self.open_selected)),
            is_inset=False,
        )
        self._build()
        self._connect()
        self._restyle()
        self.reload()

    def entered(self) -> None:
        """Go on where the next person is rung, else in the list."""
        if self.is_sheet:
            self.sheet.focus_answer()
        elif self._rounds:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().entered()

    @property
    def is_sheet(self) -> bool:
        """Tell whether one round is shown, not the list."""
        return self._stack.currentIndex() == 1

    def begin(self) -> bool:
        """Ask for a new round (Ctrl+N)."""
        self.begin_for(CallMatter())
        return True

    def begin_for(self, matter: CallMatter) -> None:
        """Ask for a round about a warning or an incident."""
        if self.desk.session.seat.may_write:
            dialog = StartDialog(self.desk, self._services, matter, self.window())
            dialog.answered.connect(self._on_started)
            dialog.open()

    def search(self) -> bool:
        """F3: the cursor into the search field of the sheet."""
        if not self.is_sheet:
            return False
        self.sheet.query.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sheet.query.selectAll()
        return True

    def print_view(self) -> bool:
        """F9: the proof of the round at hand."""
        round_id = self.round_id()
        if round_id:
            self._show_paper(PaperRequest(PaperKind.CALL_ROUND_SHEET, call_round_id=round_id))
        return bool(round_id)

    def why_no_paper(self) -> str:
        return "没有选中叫应。先选一次，再按 F9。"

    def show_record(self, record_id: str) -> None:
        """Open a round, as its line in 时限 asks."""
        self._open(record_id)

    def round_id(self) -> str:
        """Return the round shown, or the one chosen in the list."""
        state = self.sheet.state
        return state.call_round.id if self.is_sheet and state else self.table.chosen()

    def show_list(self) -> None:
        """Go back to the list."""
        self._stack.setCurrentIndex(0)
        self.reload()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_selected(self) -> None:
        """Open the chosen round."""
        if self.table.chosen():
            self._open(self.table.chosen())

    def reload(self) -> None:
        """Read the rounds again."""
        self.desk.runner.submit(self._services.reading.rounds, done=self._show_rounds)

    def _open(self, round_id: str) -> None:
        job = partial(self._services.reading.sheet, round_id)
        self.desk.runner.submit(job, done=self._show_sheet, failed=self._refused)

    def _show_sheet(self, sheet: CallSheet) -> None:
        self._say("")
        self._stack.setCurrentIndex(1)
        self.sheet.show_sheet(sheet)
        self._allow()
        if self.isVisible():
            self.sheet.focus_answer()

    def _show_rounds(self, lines: Sequence[RoundLine]) -> None:
        now = self.desk.clock.now()
        self._rounds = {one.call_round.id: one.call_round for one in lines}
        running = [one.call_round.id for one in lines if one.call_round.ended_at is None]
        self.count_changed.emit(len(running))
        self.table.show_rows([row_of(one, now) for one in lines])
        self.table.setVisible(bool(lines))
        self._list_verbs.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        if self._is_first and len(running) == 1 and not self.is_sheet:
            # The only round that runs is what the room was entered for.
            self._open(running[0])
        self._is_first = False

    def _on_started(self, call_round: CallRound) -> None:
        self._open(call_round.id)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._say(sentence(error))

    def _say(self, text: str) -> None:
        self._answer.setText(text)
        self._answer.setVisible(bool(text))

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        set_style(self._answer, tone="overdue")
        self._answer.setWordWrap(True)
        self._answer.setTextFormat(Qt.TextFormat.PlainText)
        self._answer.hide()
        self._stack = QStackedWidget()
        listing, one = QWidget(), QWidget()
        self._columns = (QVBoxLayout(listing), QVBoxLayout(one))
        for widget in (self._title, self._list_verbs, self.table, self._empty):
            self._columns[0].addWidget(widget)
        self._columns[0].setStretchFactor(self.table, 1)
        self._columns[0].setStretchFactor(self._empty, 1)
        self._columns[1].addWidget(self.sheet, 1)
        self._columns[1].addWidget(self._deeds.row)
        self._stack.addWidget(listing)
        self._stack.addWidget(one)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._answer)
        self._column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        desk = self.desk
        desk.actions.add(NEW, self.begin, self)
        self._deeds.attach(self)
        self._deeds.list_wanted.connect(self.show_list)
        self._deeds.paper_wanted.connect(self.print_view)
        self._deeds.sheet_wanted.connect(self._open)
        self._empty.begun.connect(self.begin)
        self.table.activated.connect(self.open_selected)
        desk.hub.committed.connect(self._on_committed)
        desk.hub.minute.connect(self._on_minute)
        desk.session.changed.connect(self._allow)
        desk.theme.changed.connect(self._restyle)

    def _allow(self) -> None:
        self._list_verbs.buttons[0].setEnabled(self.desk.session.seat.may_write)
        self._deeds.allow()
        self.sheet.allow()

    def _on_committed(self, changes: Changes, initiator: object) -> None:
        if not changes.names(*_TABLES):
            return
        if not self.is_sheet:
            self.reload()
        elif initiator is not self.sheet and self.sheet.state is not None:
            self._open(self.sheet.state.call_round.id)

    def _on_minute(self, _now: datetime) -> None:
        if not self.is_sheet:
            self.reload()

    def _restyle(self) -> None:
        theme = self.desk.theme
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(12))
        for column in self._columns:
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.px(10))
        self._title.setFont(theme.font("title", bold=True))
