"""通报 (Ctrl+I): who was told of the incident and who still has to be, with one key a call."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.errors import BadInput
from dutydesk.domain.incident_notice import DraftNotice, NoticeHow
from dutydesk.services.incident_handling import HandlingSheet, IncidentHandlingService
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.tick_sheet import TickSheet
from dutydesk.ui.incident.told_people import FindPeople, ToldPerson
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.person_picker import PersonPicker
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.row_table import RowColumn, TableRow
from dutydesk.wording.incident_handling import (
    FIELD,
    NOTICE_HOW,
    command_words,
    notice_line,
    party_state,
)

_COLUMNS = (
    RowColumn("单位"),
    RowColumn("情况", "● 已通报 11月21日 08:12 欧阳某某"),
    RowColumn("电话", "0000-00000000"),
)
OTHER_PARTY = "other"


class NoticeSheet(TickSheet):
    """``party`` chosen from the list or written; the last line is for who is not on it."""

    def __init__(
        self,
        desk: Desk,
        service: IncidentHandlingService,
        find_people: FindPeople,
        sheet: HandlingSheet,
        parent: QWidget,
    ) -> None:
        title = f"通报：{sheet.incident.title}"
        super().__init__(desk, (title, "通报单位"), _COLUMNS, parent)
        self._service, self._incident = service, sheet.incident
        self._sheet = sheet
        self._id = service.new_id()
        self.command = QLabel()
        self.party, self.phone, self.said = QLineEdit(), QLineEdit(), QLineEdit()
        self.person = PersonPicker(desk.theme, desk.runner, find_people, FIELD["person"])
        self.how = ChoiceBox(desk.theme, FIELD["how"])
        self.unreached = QCheckBox("没有接通")
        self.calls = QLabel()
        self._lay_rows()
        fields = {
            "party": self.party,
            "person": self.person,
            "phone": self.phone,
            "answer": self.said,
        }
        self.keep_fields(f"notice:{sheet.incident.id}", fields)
        self._show(sheet)

    def job(self) -> Callable[[], Done[Any]]:
        told_at = self.at.wanted()
        if told_at is None:
            raise BadInput("told_at", "")
        draft = DraftNotice(
            id=self._id,
            incident_id=self._incident.id,
            party=self.party.text().strip(),
            told_at=told_at,
            person=self.person.text().strip(),
            phone=self.phone.text().strip(),
            how=NoticeHow(self.how.currentData()),
            is_reached=not self.unreached.isChecked(),
            answer=self.said.text().strip(),
        )
        return partial(self._service.notify, draft, by=self.desk.session.seat.actor)

    def reload(self) -> None:
        job = partial(self._service.sheet, self._incident.id)
        self.desk.runner.submit(job, done=self._show, failed=self._refused)

    def begin_line(self, line_id: str) -> QWidget:
        line = next((one for one in self._sheet.parties if one.party == line_id), None)
        self.party.setText(line.party if line else "")
        self.phone.setText(line.phone if line else "")
        self._show_calls(line_id)
        return self.person if line else self.party

    def empty_fields(self) -> None:
        self._id = self._service.new_id()
        for field in (self.party, self.phone, self.said):
            field.clear()
        self.person.clear()
        self.unreached.setChecked(False)
        self.how.setCurrentIndex(0)

    def _lay_rows(self) -> None:
        for how in NoticeHow:
            self.how.addItem(NOTICE_HOW[how], how.value)
        for label in (self.command, self.calls):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        set_style(self.calls, tone="muted")
        self.said.setPlaceholderText("对方怎么说，派了谁、几辆车，可以不填")
        for word, field in (
            ("由谁指挥", self.command),
            (FIELD["party"], self.party),
            (FIELD["person"], self.person),
            (FIELD["phone"], self.phone),
            (FIELD["answer"], self.said),
            (FIELD["told_at"], self.at),
            ("", self.unreached),
            (FIELD["how"], self.how),
            ("已打过", self.calls),
        ):
            self.form.row(word, field)
        self.unreached.setAccessibleName("没有接通")
        self.person.picked.connect(self._on_person)
        self.person.submitted.connect(self.submit)

    def _on_person(self, value: object, _name: str) -> None:
        if isinstance(value, ToldPerson):
            self.phone.setText(value.phone or self.phone.text())
            if not self.party.text().strip():
                self.party.setText(value.unit)
        self.said.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, sheet: HandlingSheet) -> None:
        self._sheet = sheet
        now = self.desk.clock.now()
        self.command.setText(command_words(sheet.command, sheet.incident))
        rows = [
            TableRow(line.party, (line.party, party_state(line, now), line.phone))
            for line in sheet.parties
        ]
        rows.append(TableRow(OTHER_PARTY, ("其他单位…", "", "")))
        untold = next((line.party for line in sheet.parties if line.told is None), OTHER_PARTY)
        self.show_lines(rows, untold)

    def _show_calls(self, party: str) -> None:
        now = self.desk.clock.now()
        line = next((one for one in self._sheet.parties if one.party == party), None)
        calls = [notice_line(one, now) for one in line.notices] if line else []
        self.calls.setText("\n".join(calls) or "还没有")
