"""先期处置 (Ctrl+Shift+D): what was done first at the scene, ticked with one key each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.errors import BadInput
from dutydesk.domain.initial_action import DraftActionTaken
from dutydesk.services.incident_handling import HandlingSheet, IncidentHandlingService
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.tick_sheet import TickSheet
from dutydesk.ui.widgets.row_table import RowColumn, TableRow
from dutydesk.wording.incident_handling import FIELD, action_state

_COLUMNS = (
    RowColumn("先期处置"),
    RowColumn("情况", "● 已做 11月21日 08:12 消防救援站"),
    RowColumn("备注", "疏散12户35人，安置在社区"),
)
OTHER_ACTION = "other"


class ActionSheet(TickSheet):
    """The last line is for what is not on the list."""

    def __init__(
        self,
        desk: Desk,
        service: IncidentHandlingService,
        sheet: HandlingSheet,
        parent: QWidget,
    ) -> None:
        title = f"先期处置：{sheet.incident.title}"
        super().__init__(desk, (title, "先期处置清单"), _COLUMNS, parent)
        self._service, self._incident, self._sheet = service, sheet.incident, sheet
        self._id = service.new_id()
        self.action, self.done_by, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.done_by.setPlaceholderText("单位或人，如消防救援站")
        self.note.setPlaceholderText("人数、范围、用了什么，可以不填")
        for word, field in (
            (FIELD["action"], self.action),
            (FIELD["done_at"], self.at),
            (FIELD["done_by"], self.done_by),
            (FIELD["note"], self.note),
        ):
            self.form.row(word, field)
        fields = {"action": self.action, "done_by": self.done_by, "note": self.note}
        self.keep_fields(f"initial_action:{sheet.incident.id}", fields)
        self._show(sheet)

    def job(self) -> Callable[[], Done[Any]]:
        done_at = self.at.wanted()
        if done_at is None:
            raise BadInput("done_at", "")
        draft = DraftActionTaken(
            id=self._id,
            incident_id=self._incident.id,
            action=self.action.text().strip(),
            done_at=done_at,
            done_by=self.done_by.text().strip(),
            note=self.note.text().strip(),
        )
        return partial(self._service.note_action, draft, by=self.desk.session.seat.actor)

    def reload(self) -> None:
        job = partial(self._service.sheet, self._incident.id)
        self.desk.runner.submit(job, done=self._show, failed=self._refused)

    def begin_line(self, line_id: str) -> QWidget:
        is_listed = any(one.action == line_id for one in self._sheet.actions)
        self.action.setText(line_id if is_listed else "")
        return self.done_by if is_listed else self.action

    def empty_fields(self) -> None:
        self._id = self._service.new_id()
        for field in (self.action, self.done_by, self.note):
            field.clear()

    def _show(self, sheet: HandlingSheet) -> None:
        self._sheet = sheet
        now = self.desk.clock.now()
        rows = [
            TableRow(
                line.action,
                (line.action, action_state(line, now), line.taken[-1].note if line.taken else ""),
            )
            for line in sheet.actions
        ]
        rows.append(TableRow(OTHER_ACTION, ("其他处置…", "", "")))
        undone = next((line.action for line in sheet.actions if not line.is_done), OTHER_ACTION)
        self.show_lines(rows, undone)
