"""Several units at once: a group chat or a group call, ticked by one key each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.nil_report import DraftNilReport, NilReportLine
from dutydesk.services.nil_report import NilReportService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.tick_list import TickList


class GroupDialog(LongDialog):
    """Everybody who has not reported, ticked; Space takes one out, Ctrl+Enter puts all down."""

    help_page = "nil_report"

    def __init__(
        self,
        desk: Desk,
        service: NilReportService,
        of: tuple[datetime, Sequence[NilReportLine]],
        parent: QWidget,
    ) -> None:
        super().__init__(desk, "几个单位一起零报告", "记下  Ctrl+Enter", parent)
        self._service, self._due_at = service, of[0]
        # Made once: what was written but not acknowledged is not written twice.
        self._ids = {line.unit.id: service.new_id() for line in of[1]}
        lines = [(line.unit.id, line.unit.name) for line in of[1]]
        self.list, self.reporter = TickList(desk.theme, "还没有报的单位", lines), QLineEdit()
        self.reporter.setPlaceholderText("怎么报的，例如：工作群接龙")
        self.form.row("单位", self.list)
        self.form.row("报告人", self.reporter)
        self.form.note("空格勾上或去掉一个单位；有情况的单位请去掉，另按 Ctrl+E 记。")
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]] | None:
        chosen = self.list.ticked()
        if not chosen:
            self.say("一个单位也没有勾。请用空格勾上再记下。", self.list)
            return None
        drafts = [
            DraftNilReport(
                id=self._ids[unit_id],
                unit_id=unit_id,
                due_at=self._due_at,
                reporter=self.reporter.text().strip(),
            )
            for unit_id in chosen
        ]
        return partial(self._service.take_many, drafts, by=self.desk.session.seat.actor)
