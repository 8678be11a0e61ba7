"""What follows the end of an incident: 归档, 复盘, 整改."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.incident_closing import (
    ClosingSheet,
    DraftRectification,
    DraftReview,
    LooseEndUnanswered,
)
from dutydesk.services.incident_closing import IncidentClosingService
from dutydesk.ui.ask_dialog import Job
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.loose_end_fields import LooseEndFields
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.owner_choice import FindOwners
from dutydesk.ui.widgets.person_picker import PersonPicker
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording.incident_closing import FIELD
from dutydesk.wording.sentences import sentence


class ArchiveDialog(LongDialog):
    """Files an incident once every loose end has its answer."""

    help_page = "incident"

    def __init__(
        self, desk: Desk, service: IncidentClosingService, sheet: ClosingSheet, parent: QWidget
    ) -> None:
        super().__init__(desk, f"归档：{sheet.incident.title}", "归档", parent)
        self._service, self._incident = service, sheet.incident
        self.note = QLineEdit()
        self.note.setPlaceholderText("卷宗号、存放处，可以不填")
        self.note.returnPressed.connect(self.submit)
        self.form.row("备注", self.note)
        if not sheet.reviews:
            self.form.note("还没有复盘。归档以后也可以复盘、列整改，不能再记通报和处置。")
        self.ends = LooseEndFields(self, sheet.loose_ends)
        fields = {"note": self.note}
        fields |= {f"end{at}": edit for at, edit in enumerate(self.ends.edits)}
        self.keep(f"archive:{sheet.incident.id}", fields).begin()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Job | None:
        missing = self.ends.unanswered()
        if missing is not None:
            end, edit = missing
            self.say(sentence(LooseEndUnanswered(end.words)), edit)
            return None
        return partial(
            self._service.archive,
            self._incident.id,
            note=self.note.text(),
            answers=self.ends.answers(),
            by=self.desk.session.seat.actor,
        )


class ReviewDialog(LongDialog):
    """Puts a review on record; Ctrl+Enter, for Enter is a new line."""

    help_page = "incident"

    def __init__(
        self, desk: Desk, service: IncidentClosingService, sheet: ClosingSheet, parent: QWidget
    ) -> None:
        super().__init__(desk, f"复盘：{sheet.incident.title}", "记下  Ctrl+Enter", parent)
        self._service, self._incident = service, sheet.incident
        # Made once: a review that was written but not acknowledged is not written twice.
        self._id = service.new_id()
        self.attendees = QLineEdit()
        self.went_well = self.text_row(FIELD["went_well"], "接报、报告、处置里做得好的")
        self.problems = self.text_row(FIELD["problems"], "迟了、漏了、走了弯路的")
        self.lessons = self.text_row(FIELD["lessons"], "下一次怎么做")
        self.form.row(FIELD["attendees"], self.attendees)
        self.form.note("要整改的另列整改：有人负责、有时限，归档以后照样跟踪。")
        fields = {
            "went_well": self.went_well,
            "problems": self.problems,
            "lessons": self.lessons,
            "attendees": self.attendees,
        }
        self.keep(f"review:{sheet.incident.id}", fields).begin()
        self.went_well.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        draft = DraftReview(
            id=self._id,
            incident_id=self._incident.id,
            went_well=self.went_well.toPlainText().strip(),
            problems=self.problems.toPlainText().strip(),
            lessons=self.lessons.toPlainText().strip(),
            attendees=self.attendees.text().strip(),
        )
        return partial(self._service.review, draft, by=self.desk.session.seat.actor)


class RectifyDialog(LongDialog):
    """Makes an open item of what has to be mended."""

    help_page = "incident"

    def __init__(
        self,
        desk: Desk,
        service: IncidentClosingService,
        find_owners: FindOwners,
        sheet: ClosingSheet,
        parent: QWidget,
    ) -> None:
        super().__init__(desk, f"整改：{sheet.incident.title}", "列入", parent)
        self._service, self._incident = service, sheet.incident
        self._id = service.new_id()
        self.title = QLineEdit()
        self.owner = PersonPicker(desk.theme, desk.runner, find_owners, "责任单位或人")
        self.owner.write_chinese()
        self.due_at = TimeField(desk.theme, desk.clock, "完成时限", is_ahead=True)
        about = QLabel("列入未办结事项，交接班、提醒、超期都照样管。")
        about.setWordWrap(True)
        self.title.setPlaceholderText("改什么，如：修订燃气泄漏报送流程")
        self.due_at.edit.setPlaceholderText("可以不填")
        for word, field in (
            ("整改事项", self.title),
            ("责任", self.owner),
            ("完成时限", self.due_at),
            ("", about),
        ):
            self.form.row(word, field)
        self.owner.picked.connect(lambda owner, _name: self.owner.set_text(str(owner)))
        self.owner.submitted.connect(self.submit)
        fields = {"title": self.title, "owner": self.owner, "due_at": self.due_at}
        self.keep(f"rectify:{sheet.incident.id}", fields).begin()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        draft = DraftRectification(
            id=self._id,
            incident_id=self._incident.id,
            title=self.title.text().strip(),
            owner=self.owner.text().strip(),
            due_at=self.due_at.wanted(),
        )
        return partial(self._service.rectify, draft, by=self.desk.session.seat.actor)
