"""稿件: the drafts and written reports of one incident, what each went through, the next step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.report_draft import FollowedReport, ReportDraft
from dutydesk.services.incident import IncidentView
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.draft_deeds import DraftDeeds
from dutydesk.ui.incident.draft_services import DraftServices
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.row_table import RowColumn, RowTable, TableRow
from dutydesk.ui.widgets.steps_pane import StepsPane
from dutydesk.ui.widgets.verb_buttons import VerbButtons
from dutydesk.wording.report_draft import (
    REPORT_STATE,
    face_word,
    next_words,
    state_tone,
    step_words,
)
from dutydesk.wording.sentences import sentence

_WIDTH, _HEIGHT, _SIDES = 820, 560, 16
_COLUMNS = (
    RowColumn("报告", "续报十二更正"),
    RowColumn("期号", "第1234期"),
    RowColumn("状态", "已签发未报送"),
    RowColumn("拟稿", "某某某某"),
    RowColumn("签发", "某某某某"),
    RowColumn("报给"),
)
_NONE = "还没有稿件。按 Ctrl+R 写报告，选“存为稿件”或“送审”。"
_TABLES = ("report_draft", "report_step", "incident_report")


class DraftsDialog(QDialog):
    """Enter takes the next step of the chosen one; the other verbs are reached by Tab."""

    help_page = "report_draft"

    def __init__(
        self,
        desk: Desk,
        services: DraftServices,
        view: IncidentView,
        show_paper: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._services, self._view = desk, services, view
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"稿件：{view.incident.title}")
        self._found: dict[str, FollowedReport] = {}
        self.table = RowTable(desk.theme, "稿件", _COLUMNS)
        self.text, self.steps = StepsPane(desk.theme, "内容"), StepsPane(desk.theme, "经过")
        self.none, self.answer = QLabel(_NONE), QLabel()
        self.next, self.write = QPushButton(), QPushButton("改稿")
        self.back, self.void = QPushButton("退回"), QPushButton("作废")
        self.correct, self.paper = QPushButton("更正"), QPushButton("预览和打印")
        self.close_button = QPushButton("关闭")
        self.deeds = DraftDeeds(desk, services, view, show_paper, self)
        self._build()
        desk.hub.committed.connect(self._on_committed)
        self.reload()

    def reload(self) -> None:
        """Read drafts and reports again."""
        job = partial(self._services.delivery.of_incident, self._view.incident.id)
        self._desk.runner.submit(job, done=self._show, failed=self._failed)

    def chosen(self) -> FollowedReport | None:
        """Return the chosen one."""
        return self._found.get(self.table.chosen())

    def go_on(self) -> None:
        """Take the next step of the chosen one."""
        self._with_chosen(self.deeds.go_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The table passes Enter on, and Qt would press the first verb of the dialog it opened.
        if Qt.Key(event.key()) not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _with_chosen(self, deed: Callable[[FollowedReport], object]) -> None:
        one = self.chosen()
        if one is not None and self._desk.session.seat.may_write:
            self.answer.hide()
            deed(one)

    def _show(self, found: Sequence[FollowedReport]) -> None:
        # The one begun last is worked on first.
        self._found = {one.id: one for one in reversed(found)}
        self.table.show_rows([self._row(one) for one in self._found.values()])
        for widget in (self.table, self.text, self.steps):
            widget.setVisible(bool(found))
        self.none.setVisible(not found)
        if self.focusWidget() in self._buttons():
            # After a step by its button Enter takes the next one; the button may go dark.
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose()

    def _row(self, one: FollowedReport) -> TableRow:
        face = one.face
        cells = (
            face_word(face, self._services.first_word()),
            f"第{face.issue_no}期" if face.issue_no is not None else "",
            REPORT_STATE[one.state],
            face.drafted_by,
            face.signed_by,
            "、".join(face.report_to),
        )
        return TableRow(one.id, cells, state_tone(one.state))

    def _choose(self) -> None:
        one = self.chosen()
        self._allow(one)
        if one is None:
            return
        now = self._desk.clock.now()
        self.text.show_steps(one.face.title, one.face.body.splitlines())
        told = [step_words(step, now) for step in one.steps]
        self.steps.show_steps("经过", told or ["直接报出，没有经过稿件。"])

    def _allow(self, one: FollowedReport | None) -> None:
        may_write = self._desk.session.seat.may_write
        words = next_words(one.state) if one else ""
        self.next.setText(f"{words}  Enter" if words else "没有下一步")
        self.next.setEnabled(bool(words) and may_write)
        for button, is_fit in (
            (self.write, self.deeds.may_write_on),
            (self.back, self.deeds.may_send_back),
            (self.void, self.deeds.may_void),
            (self.correct, self.deeds.may_correct),
        ):
            button.setEnabled(one is not None and may_write and is_fit(one))
        self.paper.setEnabled(one is not None and self.deeds.may_print(one))

    def _build(self) -> None:
        theme = self._desk.theme
        set_style(self.next, rank="primary")
        set_style(self.answer, tone="overdue")
        set_style(self.none, tone="muted")
        for label in (self.none, self.answer):
            label.setWordWrap(True)
            label.hide()
        deeds = self.deeds
        for button, deed in (
            (self.write, deeds.write_on),
            (self.back, deeds.send_back),
            (self.void, deeds.void),
            (self.correct, deeds.correct),
        ):
            button.clicked.connect(partial(self._with_chosen, deed))
        self.next.clicked.connect(self.go_on)
        self.paper.clicked.connect(partial(self._with_any, deeds.print))
        self.close_button.clicked.connect(self.reject)
        self.table.activated.connect(lambda _index: self.go_on())
        self.table.itemSelectionChanged.connect(self._choose)
        deeds.done.connect(self._done)
        deeds.refused.connect(self._failed)
        for button in self._buttons():
            button.setAutoDefault(False)
        first, second = self._buttons()[:3], self._buttons()[3:]
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(_SIDES),) * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(self.none)
        column.addWidget(self.table, 3)
        column.addWidget(self.text, 3)
        column.addWidget(self.steps, 2)
        column.addWidget(self.answer)
        column.addWidget(VerbButtons(theme, first, second))
        over = self.parentWidget()
        width, height = theme.px(_WIDTH), theme.px(_HEIGHT)
        if over is not None:
            width = min(width, over.window().width())
            height = min(height, over.window().height())
        self.resize(width, height)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            self.next,
            self.write,
            self.back,
            self.correct,
            self.paper,
            self.void,
            self.close_button,
        )

    def _with_any(self, deed: Callable[[FollowedReport], object]) -> None:
        one = self.chosen()
        if one is not None:
            deed(one)

    def _done(self, done: Done[ReportDraft]) -> None:
        self._desk.hub.announce(done.changes, self)
        self.reload()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self.answer.setText(sentence(error))
        self.answer.show()

    def _on_committed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self and changes.names(*_TABLES):
            self.reload()
