"""Filing a notice, reporting it anew, cancelling it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.absence_change import DraftAbsenceChange
from dutydesk.domain.absence_facts import AbsenceCaution
from dutydesk.domain.absence_notice import AbsenceNotice, DraftAbsenceNotice
from dutydesk.domain.absence_refusals import AbsenceFieldMissing, AbsenceOverlaps
from dutydesk.domain.changes import Done
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.instants import china
from dutydesk.domain.phone import NumberKind
from dutydesk.domain.typed_time import TypedTimeUnclear
from dutydesk.services.absence_notice import AbsenceNoticeService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.person_picker import Candidate, PersonPicker
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording.absence_notice import FIELD, caution_words

FindPeople = Callable[[str], Sequence[Candidate]]

_TEXTS = ("post", "unit", "place", "reason", "acting_phone", "approved_by")
_HINTS = {
    "place": "去哪里，例如：省城",
    "reason": "做什么，例如：参加会议",
    "approved_by": "谁批准的，可以不填",
}
_NEAR = timedelta(days=150)
_VERB, _ANYWAY = "记下", "仍然记下"


class NoticeDialog(LongDialog):
    """A new notice, or one to report anew; an overlap asks once, the second press means it."""

    help_page = "absence_notice"

    def __init__(
        self,
        desk: Desk,
        service: AbsenceNoticeService,
        find_people: FindPeople,
        parent: QWidget,
        notice: AbsenceNotice | None = None,
    ) -> None:
        super().__init__(desk, "变更外出报备" if notice else "外出报备", _VERB, parent)
        self._service, self._notice = service, notice
        # Made once: what was written but not acknowledged is not written twice.
        self._id = service.new_id()
        # Never shown: kept with the draft, so that who was picked stays that very card.
        self._contact_id = QLineEdit((notice.contact_id if notice else None) or "")
        self._is_overlap_meant = False
        self.person = PersonPicker(desk.theme, desk.runner, find_people, FIELD["person"])
        self.acting = PersonPicker(desk.theme, desk.runner, find_people, FIELD["acting_person"])
        self.starts_at = TimeField(desk.theme, desk.clock, FIELD["starts_at"], is_ahead=True)
        self.ends_at = TimeField(desk.theme, desk.clock, FIELD["ends_at"], is_ahead=True)
        self.texts = {name: QLineEdit() for name in _TEXTS}
        for time in (self.starts_at, self.ends_at):
            time.edit.setPlaceholderText("明天0800")
        self.why = QLineEdit()
        self._lay_out()
        self.caution: QLabel = self.form.note("")
        set_style(self.caution, tone="soon")
        self._fill()
        fields: dict[str, QWidget] = {
            "person": self.person,
            "contact_id": self._contact_id,
            "starts_at": self.starts_at,
            "ends_at": self.ends_at,
            "acting_person": self.acting,
            **self.texts,
            "change_reason": self.why,
        }
        self.keep(f"absence_notice:{notice.id if notice else 'new'}", fields).begin()
        self._connect()
        first = self.ends_at.edit if notice else self.person.edit
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        draft = self._draft()
        by = self.desk.session.seat.actor
        if self._notice is None:
            return partial(
                self._service.file, draft, by=by, is_overlap_meant=self._is_overlap_meant
            )
        change = DraftAbsenceChange(
            id=self._id,
            notice_id=self._notice.id,
            change_reason=self.why.text(),
            reason=draft.reason,
            starts_at=draft.starts_at,
            ends_at=draft.ends_at,
            place=draft.place,
            acting_person=draft.acting_person,
            acting_phone=draft.acting_phone,
            post=draft.post,
            unit=draft.unit,
            approved_by=draft.approved_by,
        )
        return partial(
            self._service.change, change, by=by, is_overlap_meant=self._is_overlap_meant
        )

    def _draft(self) -> DraftAbsenceNotice:
        texts = {name: field.text().strip() for name, field in self.texts.items()}
        old = self._notice
        return DraftAbsenceNotice(
            id=self._id,
            person=self.person.text().strip(),
            contact_id=self._contact_id.text() or None,
            starts_at=_instant(self.starts_at, old.starts_at if old else None),
            ends_at=_instant(self.ends_at, old.ends_at if old else None),
            acting_person=self.acting.text().strip(),
            **texts,
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, AbsenceOverlaps):
            self._is_overlap_meant = True
            self.accept_button.setText(_ANYWAY)
        super()._refused(error)
        if isinstance(error, AbsenceFieldMissing):
            # What is missing is asked for where it stands.
            self._field(error.field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _field(self, name: str) -> QLineEdit:
        pickers = {"person": self.person, "acting_person": self.acting}
        return pickers[name].edit if name in pickers else self.texts[name]

    def _lay_out(self) -> None:
        self.form.row(FIELD["person"], self.person)
        for name in ("unit", "post"):
            self._text_row(name)
        self.form.row(FIELD["starts_at"], self.starts_at)
        self.form.row(FIELD["ends_at"], self.ends_at)
        for name in ("place", "reason"):
            self._text_row(name)
        self.form.row(FIELD["acting_person"], self.acting)
        for name in ("acting_phone", "approved_by"):
            self._text_row(name)
        self.form.row("变更原因", self.why)
        self.form.setRowVisible(self.why, self._notice is not None)

    def _text_row(self, name: str) -> None:
        self.texts[name].setPlaceholderText(_HINTS.get(name, ""))
        self.form.row(FIELD[name], self.texts[name])

    def _connect(self) -> None:
        self.person.picked.connect(self._on_person)
        self.person.edited.connect(self._on_person_typed)
        self.acting.picked.connect(self._on_acting)
        for picker in (self.person, self.acting):
            picker.submitted.connect(picker.go_on)
            picker.edit.editingFinished.connect(self._look)
        for time in (self.starts_at, self.ends_at):
            time.changed.connect(self._ask_again)
            time.edit.editingFinished.connect(self._look)

    def _fill(self) -> None:
        notice = self._notice
        if notice is None:
            return
        self.person.set_text(notice.person)
        self.person.setEnabled(False)
        self.acting.set_text(notice.acting_person)
        # With its whole date: a clock time alone would be read as the next such time.
        self.starts_at.edit.setText(_written(notice.starts_at, self.desk.clock.now()))
        self.ends_at.edit.setText(_written(notice.ends_at, self.desk.clock.now()))
        for name, field in self.texts.items():
            field.setText(getattr(notice, name))

    def _on_person(self, value: object, _name: str) -> None:
        if isinstance(value, ContactCard):
            self._contact_id.setText(value.contact.id)
            self.texts["unit"].setText(value.unit)
            self.texts["post"].setText(value.contact.post)
        self.ends_at.edit.setFocus(Qt.FocusReason.TabFocusReason)
        self._ask_again()

    def _on_person_typed(self, _text: str) -> None:
        # Another name than the one picked is another person.
        self._contact_id.clear()
        self._ask_again()

    def _on_acting(self, value: object, _name: str) -> None:
        if isinstance(value, ContactCard):
            number = value.number(NumberKind.MOBILE) or value.number(NumberKind.DUTY)
            self.texts["acting_phone"].setText(number or value.number(NumberKind.OFFICE))
        self.texts["approved_by"].setFocus(Qt.FocusReason.TabFocusReason)
        self._look()

    def _ask_again(self) -> None:
        self._is_overlap_meant = False
        self.accept_button.setText(_VERB)

    def _look(self) -> None:
        """Ask whether who acts is away himself, as soon as that can be known."""
        try:
            draft = self._draft()
        except TypedTimeUnclear:
            return
        self.desk.runner.submit(partial(self._service.cautions, draft), done=self._show_cautions)

    def _show_cautions(self, cautions: Sequence[AbsenceCaution]) -> None:
        own = self._notice.id if self._notice else ""
        told = [caution_words(one) for one in cautions if one.notice.id != own]
        self.caution.setText("\n".join(told))
        self._fit()


class CancelDialog(LongDialog):
    """Takes back a notice of what will not take place."""

    help_page = "absence_notice"

    def __init__(
        self, desk: Desk, service: AbsenceNoticeService, notice: AbsenceNotice, parent: QWidget
    ) -> None:
        super().__init__(desk, "取消外出报备", "取消报备", parent)
        self._service, self._notice = service, notice
        self._id = service.new_id()
        who = QLabel(f"{notice.person}　{notice.place}")
        who.setTextFormat(Qt.TextFormat.PlainText)
        who.setWordWrap(True)
        self.why = QLineEdit()
        self.why.setPlaceholderText("例如：会议取消")
        self.form.row(FIELD["person"], who)
        self.form.row("原因", self.why)
        self.keep(f"absence_cancel:{notice.id}", {"why": self.why}).begin()
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        return partial(
            self._service.cancel,
            self._notice.id,
            self.why.text(),
            change_id=self._id,
            by=self.desk.session.seat.actor,
        )


def _written(at: datetime, now: datetime) -> str:
    # A day without its year is read as the nearest one.
    is_far = abs(at - now) > _NEAR
    return china(at).strftime("%Y-%m-%d %H:%M" if is_far else "%m-%d %H:%M")


def _instant(field: TimeField, kept: datetime | None) -> datetime:
    """Return the instant typed; the field knows minutes, so an untouched time stays what it was.

    Raises TypedTimeUnclear.
    """
    at = field.value()
    if at is None:
        raise TypedTimeUnclear(field.text())
    return kept if kept is not None and kept.replace(second=0, microsecond=0) == at else at
