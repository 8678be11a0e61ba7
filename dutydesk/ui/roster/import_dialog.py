"""导入值班表: who is on in the file, what is doubtful, what would change; then it is taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.roster import RosterPost, RosterSlot
from dutydesk.services.roster_import import RosterImported, RosterImportService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.roster.month_rows import WRONG
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.row_table import RowColumn, RowTable, TableRow
from dutydesk.wording.roster_file import file_problem
from dutydesk.wording.roster_finding import finding_sentence
from dutydesk.wording.roster_room import import_words
from dutydesk.wording.sentences import sentence
from dutydesk.wording.shift import SHIFT_KIND
from dutydesk.wording.when import day, day_and_weekday

_COLUMNS = (
    RowColumn("日期", "12月30日 周六"),
    RowColumn("班次", "全天班"),
    RowColumn("岗位", "带班领导"),
    RowColumn("姓名"),
    RowColumn("电话", "19900000001"),
)
_ROWS, _PROBLEMS = 7, 4


class RosterImportDialog(LongDialog):
    """Reads the file when it opens; the button takes exactly what is shown."""

    help_page = "roster"

    def __init__(
        self,
        desk: Desk,
        service: RosterImportService,
        path: Path,
        posts: Sequence[RosterPost],
        parent: QWidget,
    ) -> None:
        super().__init__(desk, f"导入值班表　{path.name}", "采用", parent)
        self._service, self._path = service, path
        self._posts = {post.id: post.name for post in posts}
        self.report: RosterImported | None = None
        self.told = QLabel("正在读文件…")
        self.slots = RowTable(desk.theme, "文件里的值班", _COLUMNS)
        self.problems = QListWidget()
        self.problems.setAccessibleName("要看的地方")
        self.problems.setWordWrap(True)
        set_style(self.told, tone="muted")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        row = desk.theme.measure("row")
        self.slots.setFixedHeight(row * _ROWS)
        self.problems.setFixedHeight(row * _PROBLEMS)
        self.form.addRow(self.told)
        self.form.addRow(self.slots)
        self.form.addRow(self.problems)
        self.accept_button.setEnabled(False)
        desk.runner.submit(
            partial(service.would_import, path), done=self._show, failed=self._not_read
        )

    def job(self) -> Callable[[], Done[Any]] | None:
        if self.report is None:
            return None
        by = self.desk.session.seat.actor
        return partial(self._service.import_file, self._path, by=by)

    def _show(self, report: RosterImported) -> None:
        self.report = report
        self.told.setText(import_words(report.report))
        named = set(report.report.days)
        slots = [slot for slot in report.report.slots if slot.duty_date in named]
        slots.sort(key=lambda slot: (slot.duty_date, list(SHIFT_KIND).index(slot.shift)))
        self.slots.show_rows([self._row(slot) for slot in slots])
        lines = [
            f"{WRONG} {day(one.duty_date)}　{file_problem(one)}" for one in report.report.problems
        ]
        lines += [f"{WRONG} {finding_sentence(one, self._posts)}" for one in report.findings]
        self.problems.addItems(lines or ["没有要看的地方。"])
        self.accept_button.setEnabled(self.desk.session.seat.may_write)
        self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, slot: RosterSlot) -> TableRow:
        cells = (
            day_and_weekday(slot.duty_date),
            SHIFT_KIND[slot.shift],
            self._posts.get(slot.post_id, slot.post_id),
            slot.person,
            slot.phone,
        )
        return TableRow(slot.id, cells)

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self.told.setText("值班表没有变。")
        self.say(sentence(error))
