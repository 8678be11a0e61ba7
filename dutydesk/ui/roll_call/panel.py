"""点名, the room of roll calls: unit after unit, each by one key, counted as it goes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.roll_call import RollCallLine
from dutydesk.services.roll_call import RollCallView
from dutydesk.ui.desk import Desk
from dutydesk.ui.roll_call.deeds import RollCallDeeds, RollCallServices
from dutydesk.ui.roll_call.rows import COLUMNS, heading, row_of, story
from dutydesk.ui.roll_call.verbs import MORE, VERBS
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.widgets.elided_label import ElidedLabel
from dutydesk.ui.widgets.empty_state import EmptyState, EmptyWords
from dutydesk.ui.widgets.more_button import MoreButton
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.row_table import RowTable
from dutydesk.ui.widgets.verb_buttons import VerbButtons
from dutydesk.wording.roll_call import progress_words
from dutydesk.wording.sentences import sentence
from dutydesk.wording.when import clock

_EMPTY = EmptyWords(
    "badge-check",
    "还没有点过名",
    "下属单位值班室谁应答、谁在岗，一个一个点下来都在这里。单位在零报告里列入。",
    "开始点名",
)
_TABLES = ("roll_call", "roll_call_result", "roll_call_plan", "reporting_unit")
_LOW = 320  # Below this height, at 100 % type, the list needs the whole room.

ShowPaper = Callable[[PaperRequest], object]


class RollCallPanel(RoomPanel):
    """Goes on to the next unit after a result; ``count_changed`` says how many wait."""

    help_page = "roll_call"

    def __init__(
        self,
        desk: Desk,
        services: RollCallServices,
        show_paper: ShowPaper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self.services, self._show_paper = services, show_paper
        self.view = RollCallView(None, (), (), (), {})
        self._shown: str | None = None
        self._wanted = ""
        self._was_empty: bool | None = None
        self._title, self._counts, self.due = ElidedLabel("点名"), QLabel(), QLabel()
        self.buttons = {
            "in_order": QPushButton("在岗正常  Ctrl+1"),
            "no_answer": QPushButton("无人接听  Ctrl+2"),
            "wrong_number": QPushButton("号码有误  Ctrl+3"),
            "result": QPushButton("填结果  Ctrl+E"),
            "new": QPushButton("开始  Ctrl+N"),
            "end": QPushButton("结束  Ctrl+J"),
            "plans": QPushButton("计划  Ctrl+M"),
        }
        self.table = RowTable(desk.theme, "点名", COLUMNS)
        self.detail, self._answer = QLabel(), QLabel()
        self._empty = EmptyState(desk.theme, _EMPTY)
        self.deeds = RollCallDeeds(self)
        self._build()
        self._connect()
        self._restyle()
        self.reload()

    def entered(self) -> None:
        """Go on with the roll call."""
        line = self.selected()
        if line is not None and line.holds is not None:
            self._wanted = self._next_waiting()
        self.reload()
        if self._was_empty is not None:
            self._focus()

    def begin(self) -> bool:
        """Begin a roll call (Ctrl+N), the planned one where one is due."""
        self.deeds.begin_roll_call()
        return True

    def print_view(self) -> bool:
        """F9: the result of the roll call that is shown."""
        sheet = self.view.sheet
        if sheet is None:
            return False
        request = PaperRequest(PaperKind.ROLL_CALL_RESULT, roll_call_id=sheet.roll_call.id)
        self._show_paper(request)
        return True

    def why_no_paper(self) -> str:
        return "还没有点过名，没有结果可打印。请先按 Ctrl+N 开始一次。"

    def show_record(self, _record_id: str) -> None:
        """Show what is to be called now, as its line in 时限 asks."""
        self._shown = None
        self.reload()

    def selected(self) -> RollCallLine | None:
        """Return the line of the current row."""
        chosen, sheet = self.table.chosen(), self.view.sheet
        lines = sheet.lines if sheet else ()
        return next((one for one in lines if one.target.id == chosen), None)

    def go_before(self) -> None:
        """Show the roll call before."""
        self._step(1)

    def go_after(self) -> None:
        """Show the roll call after."""
        self._step(-1)

    def reload(self) -> None:
        """Read the roll call again."""
        job = partial(self.services.roll_call.view, self._shown)
        self.desk.runner.submit(job, done=self._show)

    def _step(self, by: int) -> None:
        ids = [one.id for one in self.view.roll_calls]
        sheet = self.view.sheet
        if sheet is None:
            return
        at = ids.index(sheet.roll_call.id) + by
        if 0 <= at < len(ids):
            self._shown = ids[at]
            self.reload()

    def submit(self, job: Callable[[], Done[Any]]) -> None:
        """Do a use case and go on to the next unit, or say why it was refused."""
        self.desk.runner.submit(job, done=self._done, failed=self._refused)

    def _done(self, done: Done[Any]) -> None:
        self._say("")
        self.desk.hub.announce(done.changes)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._say(sentence(error))

    def show_roll_call(self, roll_call_id: str) -> None:
        """Show one roll call."""
        self._shown = roll_call_id
        self.reload()

    def _next_waiting(self) -> str:
        """Return the unit to call next after the chosen one, the chosen one where none waits."""
        lines = self.view.sheet.lines if self.view.sheet else ()
        ids, chosen = [one.target.id for one in lines], self.table.chosen()
        at = ids.index(chosen) if chosen in ids else -1
        rest = [one for one in (*lines[at + 1 :], *lines[: max(at, 0)]) if one.holds is None]
        return rest[0].target.id if rest else chosen

    def _say(self, text: str) -> None:
        self._answer.setText(text)
        self._answer.setVisible(bool(text))

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        for label, tone in (
            (self._counts, "muted"),
            (self.detail, "muted"),
            (self.due, "soon"),
            (self._answer, "overdue"),
        ):
            set_style(label, tone=tone)
        for label in (self.detail, self.due, self._answer):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._answer.hide()
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._counts)
        buttons = list(self.buttons.values())
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.due)
        more = MoreButton(self.desk.actions, MORE)
        self._column.addWidget(VerbButtons(self.desk.theme, buttons[:4], [*buttons[4:], more]))
        self._column.addWidget(self._answer)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.detail)
        self._column.addWidget(self._empty, 1)

    def _connect(self) -> None:
        desk = self.desk
        does = self.deeds
        deeds = (
            does.note_in_order,
            does.note_no_answer,
            does.note_wrong_number,
            does.note_result,
            self.begin,
            does.end,
            does.show_plans,
            self.go_before,
            self.go_after,
        )
        for spec, deed in zip(VERBS, deeds, strict=True):
            desk.actions.add(spec, deed, self, local=spec.key != "Ctrl+N")
        for button, deed in zip(self.buttons.values(), deeds[:7], strict=True):
            button.clicked.connect(deed)
        self._empty.begun.connect(self.begin)
        self.table.activated.connect(does.note_result)
        self.table.itemSelectionChanged.connect(self._on_selected)
        desk.hub.committed.connect(self._on_committed)
        desk.hub.minute.connect(self._on_minute)
        desk.session.changed.connect(self._allow)
        desk.theme.changed.connect(self._restyle)

    def _show(self, view: RollCallView) -> None:
        wanted, self._wanted = self._wanted, ""
        self.view = view
        sheet, now = view.sheet, self.desk.clock.now()
        lines = sheet.lines if sheet else ()
        first = sheet.waiting[0].target.id if sheet and sheet.waiting else ""
        chosen = wanted or ("" if self.table.chosen() else first)
        self.table.show_rows([row_of(one) for one in lines], chosen)
        self._title.setText(heading(sheet, now) if sheet else "点名")
        self._counts.setText(progress_words(sheet) if sheet else "")
        told = [f"{clock(one.at)}该点名：{one.plan.title}" for one in view.in_hand]
        self.due.setText("；".join(told))
        self.due.setVisible(bool(told))
        # The number in the list of rooms is of what goes on, whichever roll call is looked at.
        if self._shown is None or (sheet is not None and sheet.is_running):
            self.count_changed.emit(view.waiting)
        for widget in (self.table, self.detail, self._counts):
            widget.setVisible(sheet is not None)
        self._empty.setVisible(sheet is None)
        self._allow()
        is_other = self._was_empty is not (sheet is None)
        self._was_empty = sheet is None
        if is_other and self.isVisible():
            self._focus()

    def _focus(self) -> None:
        """Go on in the roll call, or where it says how one begins."""
        place = self._empty if self._was_empty else self.table
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_selected(self) -> None:
        self._allow()
        line = self.selected()
        is_low = self.height() < self.desk.theme.px(_LOW)
        self.detail.setText("\n".join(story(line, is_low=is_low)) if line else "")

    def _allow(self) -> None:
        may_write, sheet = self.desk.session.seat.may_write, self.view.sheet
        is_running = may_write and sheet is not None and sheet.is_running
        for name in ("in_order", "no_answer", "wrong_number", "result"):
            self.buttons[name].setEnabled(is_running and self.selected() is not None)
        self.buttons["end"].setEnabled(is_running)
        self.buttons["new"].setEnabled(may_write)

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names(*_TABLES):
            if changes.names("roll_call_result"):
                self._wanted = self._next_waiting()
            self.reload()

    def _on_minute(self, _now: datetime) -> None:
        self.reload()

    def _restyle(self) -> None:
        theme = self.desk.theme
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._column.setSpacing(theme.px(10))
        self._title.setFont(theme.font("title", bold=True))
