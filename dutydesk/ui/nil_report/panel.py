"""零报告, the room of zero reports: every unit at one cut-off, taken down and chased by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.cut_off import due_of_key
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.instants import china
from dutydesk.domain.nil_report import NilReportLine
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.services.nil_report_board import NilReportView
from dutydesk.ui.desk import Desk
from dutydesk.ui.nil_report.deeds import NilReportDeeds, NilReportServices
from dutydesk.ui.nil_report.rows import COLUMNS, counts, heading, row_of, story
from dutydesk.ui.nil_report.verbs import MORE, VERBS
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.widgets.empty_state import EmptyState, EmptyWords
from dutydesk.ui.widgets.more_button import MoreButton
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.row_table import RowTable
from dutydesk.ui.widgets.verb_buttons import VerbButtons
from dutydesk.wording.nil_report import summary
from dutydesk.wording.sentences import sentence

_EMPTY = EmptyWords(
    "shield-check",
    "还没有下属单位",
    "每天要零报告的社区、单位排在这里，到点没报的一眼看见。",
    "从通讯录列入社区",
)
_TABLES = ("reporting_unit", "nil_report", "nil_report_chase", "nil_report_summary", "setting")
_NO_TIMES = "没有设零报告的截止时间。请在设置里填上，例如 17:00。"
# So long a cut-off stays in sight after the last word about it.
_STAY = timedelta(minutes=10)
_LOW = 320  # Below this height, at 100 % type, the list needs the whole room.

ShowPaper = Callable[[PaperRequest], object]


class NilReportPanel(RoomPanel):
    """Goes on to the next unit that is missing; ``incident_wanted(entry)`` of a report's entry."""

    help_page = "nil_report"
    incident_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        services: NilReportServices,
        show_paper: ShowPaper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self.services, self.show_paper = services, show_paper
        self.view = NilReportView(None)
        self._due_at: datetime | None = None
        self._written_at: datetime | None = None
        self._wanted = ""
        self._was_empty: bool | None = None
        self._title, self._counts = QLabel("零报告"), QLabel()
        self.buttons = {
            "nil": QPushButton("零报告  Enter"),
            "content": QPushButton("有情况  Ctrl+E"),
            "chase": QPushButton("催报  Ctrl+B"),
            "group": QPushButton("一起零报告  Ctrl+Shift+A"),
            "summarize": QPushButton("汇总记入日志  Ctrl+J"),
            "month": QPushButton("月表  Ctrl+M"),
        }
        self.table = RowTable(desk.theme, "零报告", COLUMNS)
        self.detail, self.sentence, self._answer = QLabel(), QLabel(), QLabel()
        self._empty = EmptyState(desk.theme, _EMPTY)
        self.deeds = NilReportDeeds(self)
        self._build()
        self._connect()
        self._restyle()
        self.reload()

    def entered(self) -> None:
        """Go on with the first unit that is missing at the cut-off in hand."""
        self._due_at = None
        line = self.selected()
        is_open = line is not None and line.is_missing
        self.reload(wanted=self.table.chosen() if is_open else self._next_missing())
        if self._was_empty is not None:
            self._focus()

    def begin(self) -> bool:
        """Ask for a new unit of the list (Ctrl+N)."""
        self.deeds.begin_unit()
        return True

    def print_view(self) -> bool:
        """F9: the zero reports of the day that is shown."""
        board = self.view.board
        day = china(board.due_at if board else self.desk.clock.now()).date()
        self.show_paper(PaperRequest(PaperKind.NIL_REPORT_SUMMARY, duty_date=day))
        return True

    def show_record(self, record_id: str) -> None:
        """Show a cut-off, as its line in 时限 asks."""
        self._due_at = due_of_key(record_id)
        self.reload()

    def selected(self) -> NilReportLine | None:
        """Return the line of the current row."""
        chosen = self.table.chosen()
        lines = self.view.board.lines if self.view.board else ()
        return next((one for one in lines if one.unit.id == chosen), None)

    def go_before(self) -> None:
        """Show the cut-off before."""
        self._step(-1)

    def go_after(self) -> None:
        """Show the cut-off after, no further than the next one."""
        self._step(1)

    def go_now(self) -> None:
        """Show the cut-off in hand."""
        self.go_to(None)

    def reload(self, *, wanted: str = "") -> None:
        """Read the board again."""
        self._wanted = wanted or self._wanted
        job = partial(self.services.board.view, self._due_at)
        self.desk.runner.submit(job, done=self._show)

    def _step(self, by: int) -> None:
        board = self.view.board
        if board is not None:
            job = partial(self.services.board.step, board.due_at, by)
            self.desk.runner.submit(job, done=self.go_to)

    def go_to(self, due_at: datetime | None) -> None:
        """Show a cut-off, None for the one in hand."""
        self._due_at, self._written_at = due_at, None
        self._say("")
        self.reload()

    def submit(self, job: Callable[[], Done[Any]]) -> None:
        """Do a use case and go on to the next unit, or say why it was refused."""
        self.desk.runner.submit(job, done=self._done, failed=self._refused)

    def _done(self, done: Done[Any]) -> None:
        self._say("")
        self._wanted = self._next_missing()
        self.desk.hub.announce(done.changes)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._say(sentence(error))

    def _next_missing(self) -> str:
        """Return the unit missing next after the chosen one, the chosen one where none is."""
        lines = self.view.board.lines if self.view.board else ()
        ids, chosen = [one.unit.id for one in lines], self.table.chosen()
        at = ids.index(chosen) if chosen in ids else -1
        rest = [one for one in (*lines[at + 1 :], *lines[: max(at, 0)]) if one.is_missing]
        return rest[0].unit.id if rest else chosen

    def _say(self, text: str) -> None:
        self._answer.setText(text)
        self._answer.setVisible(bool(text))

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        set_style(self._counts, tone="muted")
        set_style(self.detail, tone="muted")
        set_style(self._answer, tone="overdue")
        for label in (self.detail, self.sentence, self._answer):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._answer.hide()
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._counts)
        buttons = [*self.buttons.values(), MoreButton(self.desk.actions, MORE)]
        self._verbs = VerbButtons(self.desk.theme, buttons[:3], buttons[3:])
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._verbs)
        self._column.addWidget(self._answer)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.detail)
        self._column.addWidget(self.sentence)
        self._column.addWidget(self._empty, 1)

    def _connect(self) -> None:
        desk = self.desk
        does = self.deeds
        deeds = (
            does.take_content,
            does.chase,
            does.chase_unanswered,
            does.take_group,
            does.summarize,
            does.begin_incident,
            self.begin,
            does.change_selected,
            does.show_month,
            self.go_before,
            self.go_after,
            self.go_now,
        )
        for spec, deed in zip(VERBS, deeds, strict=True):
            desk.actions.add(spec, deed, self, local=spec.key != "Ctrl+N")
        for name, deed in (
            ("nil", does.take_nil),
            ("content", does.take_content),
            ("chase", does.chase),
            ("group", does.take_group),
            ("summarize", does.summarize),
            ("month", does.show_month),
        ):
            self.buttons[name].clicked.connect(deed)
        self._empty.begun.connect(does.take_from_contacts)
        self.table.activated.connect(does.take_nil)
        self.table.itemSelectionChanged.connect(self._on_selected)
        desk.hub.committed.connect(self._on_committed)
        desk.hub.minute.connect(self._on_minute)
        desk.session.changed.connect(self._allow)
        desk.theme.changed.connect(self._restyle)

    def _show(self, view: NilReportView) -> None:
        wanted, self._wanted = self._wanted, ""
        self.view = view
        board, now = view.board, self.desk.clock.now()
        lines = board.lines if board else ()
        first = next((one.unit.id for one in lines if one.is_missing), "")
        chosen = wanted or ("" if self.table.chosen() else first)
        self.table.show_rows([row_of(one, now) for one in lines], chosen)
        self._title.setText(f"零报告　{heading(board, now)}" if board else "零报告")
        self._counts.setText(counts(board) if board else "")
        told = summary(board, min(now, board.due_at)) if board else ""
        self.sentence.setText(told or ("" if board or not view.units else _NO_TIMES))
        if board is None or board.due_at == view.in_hand:  # Not of a past one looked at.
            self.count_changed.emit(view.overdue)
        has_units = any(one.is_active for one in view.units)
        is_other, self._was_empty = self._was_empty in (None, has_units), not has_units
        for widget in (self.table, self.detail):
            widget.setVisible(has_units)
        self.sentence.setVisible(has_units and not self._is_low())
        self._empty.setVisible(not has_units)
        self._allow()
        if (wanted or is_other) and self.isVisible():
            self._focus()

    def _focus(self) -> None:
        (self._empty if self._was_empty else self.table).setFocus()

    def _on_selected(self) -> None:
        self._allow()
        line = self.selected()
        told = story(line, self.desk.clock.now(), is_low=self._is_low()) if line else []
        self.detail.setText("\n".join(told))

    def _is_low(self) -> bool:
        return self.height() < self.desk.theme.px(_LOW)

    def _allow(self) -> None:
        may_write = self.desk.session.seat.may_write
        line, board = self.selected(), self.view.board
        has_missing = bool(board and board.missing)
        self.buttons["nil"].setEnabled(may_write and line is not None and line.is_missing)
        for name in ("content", "chase"):
            self.buttons[name].setEnabled(may_write and line is not None)
        self.buttons["group"].setEnabled(may_write and has_missing)
        self.buttons["summarize"].setEnabled(may_write and bool(board and board.lines))

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names(*_TABLES):
            self._stay()
            self.reload(wanted=self._wanted or self._next_missing())

    def _on_minute(self, now: datetime) -> None:
        if self._written_at is not None and now - self._written_at >= _STAY:
            self._due_at = self._written_at = None
        self.reload()

    def _stay(self) -> None:
        """Keep the cut-off in sight when its last report has come, the next one waits."""
        if self._due_at is None and self.view.board is not None:
            self._due_at, self._written_at = self.view.board.due_at, self.desk.clock.now()

    def _restyle(self) -> None:
        theme = self.desk.theme
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._column.setSpacing(theme.px(10))
        self._title.setFont(theme.font("title", bold=True))
