"""Publishing a month, taking it back for another version, and printing it in either version."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.roster import MonthState
from dutydesk.domain.roster_view import RosterView
from dutydesk.services.roster import RosterService
from dutydesk.ui.ask_dialog import AskDialog
from dutydesk.ui.desk import Desk
from dutydesk.ui.messages import Choice, Decision
from dutydesk.ui.roster.panel import RosterPanel
from dutydesk.ui.roster.verbs import PUBLISH, TAKE_BACK
from dutydesk.wording import roster_room as words
from dutydesk.wording.sentences import sentence

ShowPaper = Callable[[PaperRequest], object]
_INSIDE, _POST_UP, _LEAVE = "inside", "post_up", "leave"


class PublishDialog(AskDialog):
    """Who made the month, who reviewed it, what is explained at its foot."""

    help_page = "roster"

    def __init__(
        self,
        desk: Desk,
        service: RosterService,
        month: date,
        view: RosterView,
        parent: QWidget,
    ) -> None:
        super().__init__(desk, f"发布{words.month_head(month)}值班表", "发布", parent)
        self._service, self._month = service, month
        kept = view.month
        self.prepared_by = QLineEdit(kept.prepared_by or desk.session.seat.name)
        self.reviewed_by = QLineEdit(kept.reviewed_by)
        self.form.row("版次", QLabel(f"第{kept.version + 1}版"))
        self.form.row("检查", QLabel(words.found_words(view).partition("：")[2]))
        self.form.row("制表人", self.prepared_by)
        self.form.row("审核人", self.reviewed_by)
        self.note = self.text_row("说明", "印在值班表下面，例如：节假日带班领导在岗带班")
        self.note.setPlainText(kept.note)
        self.form.note("发布后换人用调班、替班，每次留下事由和同意人；要整月重排，先收回改版。")
        fields: dict[str, QWidget] = {
            "prepared_by": self.prepared_by,
            "reviewed_by": self.reviewed_by,
            "note": self.note,
        }
        self.keep(f"roster_publish:{kept.id}", fields).begin()
        self.reviewed_by.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        return partial(
            self._service.publish,
            self._month,
            prepared_by=self.prepared_by.text(),
            reviewed_by=self.reviewed_by.text(),
            note=self.note.toPlainText().strip(),
            by=self.desk.session.seat.actor,
        )


class MonthDeed(QObject):
    """Hung on the room by the application."""

    def __init__(self, panel: RosterPanel, service: RosterService, show_paper: ShowPaper) -> None:
        super().__init__(panel)
        self._panel, self._service, self._show_paper = panel, service, show_paper
        panel.desk.actions.add(PUBLISH, self.publish, panel, local=True)
        panel.desk.actions.add(TAKE_BACK, self.take_back, panel, local=True)
        panel.head.publish.clicked.connect(self._press)
        panel.head.paper.clicked.connect(panel.print_view)
        panel.paper_wanted.connect(self.print)

    @property
    def _is_published(self) -> bool:
        view = self._panel.view
        return view is not None and view.month.state is MonthState.PUBLISHED

    def publish(self) -> None:
        """Ask what is printed with the month, and publish it."""
        panel = self._panel
        if panel.view is None or not panel.desk.session.seat.may_write:
            return
        if self._is_published:
            panel.say(words.IS_PUBLISHED)
            return
        panel.say("")
        window = panel.window()
        PublishDialog(panel.desk, self._service, panel.month, panel.view, window).open()

    def take_back(self) -> None:
        """Make a published month a draft again, asked once."""
        panel = self._panel
        if not panel.desk.session.seat.may_write:
            return
        if not self._is_published:
            panel.say(words.NOT_PUBLISHED)
            return
        asked = Decision(
            "收回改版",
            f"收回{words.month_head(panel.month)}值班表重新修改？发出去的旧版仍在外面，改好后请重新发布、重新张贴。",
            (Choice("do", "收回", "danger"), Choice(_LEAVE, "不收回")),
            _LEAVE,
            _LEAVE,
        )
        if panel.desk.messages.decide(asked) == "do":
            by = panel.desk.session.seat.actor
            job = partial(self._service.take_back, panel.month, by=by)
            panel.desk.runner.submit(job, done=panel.done, failed=self._refused)

    def print(self, month: date) -> None:
        """Ask which version, and show it."""
        if not self._panel.desk.session.seat.sees_mobiles:
            self._show_paper(PaperRequest(PaperKind.ROSTER_SHEET, month=month, is_masked=True))
            return
        asked = Decision(
            "打印值班表",
            f"{words.month_head(month)}值班表印哪一种？",
            (
                Choice(_INSIDE, "带电话，内部用", "primary"),
                Choice(_POST_UP, "不带电话，张贴用"),
                Choice(_LEAVE, "不印"),
            ),
            _INSIDE,
            _LEAVE,
        )
        answer = self._panel.desk.messages.decide(asked)
        if answer in {_INSIDE, _POST_UP}:
            masked = answer == _POST_UP
            self._show_paper(PaperRequest(PaperKind.ROSTER_SHEET, month=month, is_masked=masked))

    def _press(self) -> None:
        if self._is_published:
            self.take_back()
        else:
            self.publish()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._panel.say(sentence(error))
