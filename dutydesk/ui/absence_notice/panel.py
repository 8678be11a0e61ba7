"""外出报备, the room of absence notices: away, coming, past; who acts, back in one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from dutydesk.domain.absence_facts import FiledAbsence
from dutydesk.domain.absence_notice import AbsenceNotice, AbsenceState
from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.instants import china
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.services.absence_notice import AbsenceFile, AbsenceNoticeService
from dutydesk.ui.absence_notice.notice_dialogs import CancelDialog, FindPeople, NoticeDialog
from dutydesk.ui.absence_notice.rows import COLUMNS, row_of, story
from dutydesk.ui.absence_notice.verbs import BACK, CANCEL, CHANGE, NEW
from dutydesk.ui.desk import Desk
from dutydesk.ui.rooms import RoomPanel
from dutydesk.ui.widgets.empty_state import EmptyState, EmptyWords
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.row_table import RowTable
from dutydesk.ui.widgets.search_edit import SearchEdit
from dutydesk.ui.widgets.verb_buttons import VerbButtons
from dutydesk.wording import absence_notice as words
from dutydesk.wording.sentences import sentence

_EMPTY = EmptyWords(
    "user-check",
    "没有外出报备",
    "领导外出由谁代班，记在这里：正在外出的在前，要外出的其次，回来的在后。",
    "报备一次  Ctrl+N",
)
_SIDE = 16
_CAUTION = "absence_notice.caution"
ShowPaper = Callable[[PaperRequest], object]


class AbsenceNoticePanel(RoomPanel):
    """Lists notices; ``count_changed`` says how many are away now."""

    help_page = "absence_notice"

    def __init__(
        self,
        desk: Desk,
        service: AbsenceNoticeService,
        find_people: FindPeople,
        show_paper: ShowPaper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._service, self._find_people = service, find_people
        self._show_paper = show_paper
        self.notices: list[AbsenceNotice] = []
        self._wanted = ""
        self._asked = 0
        self._title = QLabel("外出报备")
        self.query = SearchEdit(desk.theme, "查找外出报备", "外出人、单位、去向、代班人  F3")
        self.add = QPushButton("报备  Ctrl+N")
        self.change = QPushButton("变更  Enter")
        self.back = QPushButton("销假  Ctrl+J")
        self.cancel = QPushButton("取消报备  Ctrl+D")
        self.table = RowTable(desk.theme, "外出报备", COLUMNS)
        self.detail, self._answer = QLabel(), QLabel()
        self._empty = EmptyState(desk.theme, _EMPTY)
        self._build()
        self._connect()
        self._restyle()
        self.reload()

    def entered(self) -> None:
        """Go on in the list."""
        self.reload()
        if self.notices:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().entered()

    def search(self) -> bool:
        """F3: the cursor into the search field."""
        self.query.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.query.selectAll()
        return True

    def print_view(self) -> bool:
        """F9: the list of this month."""
        today = china(self.desk.clock.now()).date()
        self._show_paper(PaperRequest(PaperKind.ABSENCE_LIST, month=today))
        return True

    def show_record(self, record_id: str) -> None:
        """Select a notice, as its line in 时限 asks."""
        self._wanted = record_id
        self.query.clear()
        self.reload()

    def selected(self) -> AbsenceNotice | None:
        """Return the notice of the current row."""
        chosen = self.table.chosen()
        return next((one for one in self.notices if one.id == chosen), None)

    def begin(self) -> bool:
        """Ask for a new notice (Ctrl+N)."""
        if self.desk.session.seat.may_write:
            self._open(None)
        return True

    def change_selected(self) -> None:
        """Report the selected notice anew."""
        notice = self._ready()
        if notice is not None:
            self._open(notice)

    def cancel_selected(self) -> None:
        """Take the selected notice back."""
        notice = self._ready()
        if notice is not None:
            CancelDialog(self.desk, self._service, notice, self.window()).open()

    def back_selected(self) -> None:
        """Record that the selected person is back, now."""
        notice = self._ready()
        if notice is not None:
            job = partial(self._service.back, notice.id, by=self.desk.session.seat.actor)
            self.desk.runner.submit(job, done=self._done, failed=self._refused)

    def reload(self) -> None:
        """Read the notices again."""
        self._asked += 1
        job = partial(self._service.notices, self.query.text())
        self.desk.runner.submit(job, done=partial(self._show, self._asked))

    def _open(self, notice: AbsenceNotice | None) -> None:
        dialog = NoticeDialog(self.desk, self._service, self._find_people, self.window(), notice)
        dialog.answered.connect(self._on_filed)
        dialog.open()

    def _on_filed(self, filed: FiledAbsence) -> None:
        self._wanted = filed.notice.id
        self.reload()
        told = " ".join(words.caution_words(one) for one in filed.cautions)
        if told:
            self.desk.notices.put(Notice(_CAUTION, NoticeKind.HINT, told))

    def _ready(self) -> AbsenceNotice | None:
        """Return the selected notice if something can still be done about it."""
        notice = self.selected() if self.isVisible() else None
        if notice is None or not self.desk.session.seat.may_write or not notice.is_running:
            return None
        return notice

    def _done(self, done: Done[AbsenceNotice]) -> None:
        self._say("")
        self.desk.hub.announce(done.changes, None)

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
        set_style(self.detail, tone="muted")
        set_style(self._answer, tone="overdue")
        for label in (self.detail, self._answer):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._answer.hide()
        self._column = QVBoxLayout(self)
        for widget in (self._title, self.query):
            self._column.addWidget(widget)
        verbs = VerbButtons(self.desk.theme, (self.add, self.change), (self.back, self.cancel))
        self._column.addWidget(verbs)
        self._column.addWidget(self._answer)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.detail)
        self._column.addWidget(self._empty, 1)

    def _connect(self) -> None:
        desk = self.desk
        desk.actions.add(NEW, self.begin, self)
        for spec, deed in (
            (BACK, self.back_selected),
            (CHANGE, self.change_selected),
            (CANCEL, self.cancel_selected),
        ):
            desk.actions.add(spec, deed, self, local=True)
        for button, deed in (
            (self.change, self.change_selected),
            (self.back, self.back_selected),
            (self.cancel, self.cancel_selected),
        ):
            button.clicked.connect(deed)
        self.add.clicked.connect(self.begin)
        self._empty.begun.connect(self.begin)
        self.query.textChanged.connect(self.reload)
        self.query.returnPressed.connect(self.table.setFocus)
        self.table.activated.connect(self.change_selected)
        self.table.itemSelectionChanged.connect(self._on_selected)
        desk.hub.committed.connect(self._on_committed)
        desk.hub.minute.connect(self._on_minute)
        desk.session.changed.connect(self._allow)
        desk.theme.changed.connect(self._restyle)

    def _show(self, asked: int, notices: Sequence[AbsenceNotice]) -> None:
        if asked != self._asked:
            return
        now, wanted = self.desk.clock.now(), self._wanted
        self._wanted = ""
        self.notices = list(notices)
        self.table.show_rows([row_of(one, now) for one in self.notices], wanted)
        away = (AbsenceState.AWAY, AbsenceState.OVERDUE)
        is_search = bool(self.query.text().strip())
        if not is_search:
            self.count_changed.emit(sum(one.state(now) in away for one in self.notices))
        is_empty = not self.notices and not is_search
        self.table.setVisible(not is_empty)
        self.detail.setVisible(not is_empty)
        self._empty.setVisible(is_empty)
        if wanted:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_selected(self) -> None:
        self._allow()
        notice = self.selected()
        if notice is None:
            self.detail.setText("没有找到。换几个字再试。" if self.query.text().strip() else "")
            return
        job = partial(self._service.notice, notice.id)
        self.desk.runner.submit(job, done=self._show_detail)

    def _show_detail(self, file: AbsenceFile) -> None:
        notice = self.selected()
        if notice is not None and notice.id == file.notice.id:
            self.detail.setText("\n".join(story(file)))

    def _allow(self) -> None:
        may_write = self.desk.session.seat.may_write
        notice = self.selected()
        self.add.setEnabled(may_write)
        for button in (self.change, self.back, self.cancel):
            button.setEnabled(may_write and notice is not None and notice.is_running)

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names("absence_notice"):
            self.reload()

    def _on_minute(self, _now: datetime) -> None:
        self.reload()

    def _restyle(self) -> None:
        theme = self.desk.theme
        side = theme.px(_SIDE)
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(12))
        self._column.setSpacing(theme.px(10))
        self._title.setFont(theme.font("title", bold=True))
