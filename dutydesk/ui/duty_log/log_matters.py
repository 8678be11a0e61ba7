"""Matters in the whole log: go on with the selected entry, go to what it goes on with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QObject, QTimer

from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.log_search import LogSearch
from dutydesk.services.duty_log import DutyLogService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.duty_log.log_panel import LogPanel
from dutydesk.ui.duty_log.struck import say_struck
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind

_ROOM = "值班日志"
CONTINUE = ActionSpec(
    "duty_log.continue",
    "接着选中的这件事记一条",
    "Ctrl+R",
    ActionGroup.ENTRY,
    "corner-down-right",
    room=_ROOM,
)
CONTINUED = ActionSpec(
    "duty_log.continued",
    "看选中的接的是哪一条",
    "Ctrl+Shift+Up",
    ActionGroup.VIEW,
    "undo-2",
    room=_ROOM,
)


class LogMatters(QObject):
    """``go_on_with`` begins an entry in the front room."""

    def __init__(
        self,
        panel: LogPanel,
        service: DutyLogService,
        go_on_with: Callable[[ListedEntry], object],
    ) -> None:
        super().__init__(panel)
        self._panel, self._service, self._go_on_with = panel, service, go_on_with
        self._wanted: int | None = None
        panel.model.modelReset.connect(self._on_reset)
        panel.desk.actions.add(CONTINUE, self.go_on, panel)
        panel.desk.actions.add(CONTINUED, self.go_back, panel)

    def go_on(self) -> None:
        """Go on with the selected entry; of one that was corrected say which one holds now."""
        listed = self._panel.selected()
        if listed is None:
            return
        if listed.is_struck:
            say_struck(self._panel.desk, self._service, listed)
        else:
            self._go_on_with(listed)

    def go_back(self) -> None:
        """Select the entry that the selected one goes on with."""
        listed = self._panel.selected()
        before = listed.entry.continuation_of if listed is not None else None
        if before is None:
            words = "这条没有接别的记录。"
            self._panel.desk.notices.put(Notice("continuation", NoticeKind.HINT, words))
        else:
            self.show_entry(before)

    def show_entry(self, entry_id: str) -> None:
        """Select an entry among all others, wherever it stands."""
        job = partial(self._service.rowid_of, entry_id)
        self._panel.desk.runner.submit(job, done=self._found)

    def _found(self, rowid: int) -> None:
        self._wanted = rowid
        if self._panel.model.position(rowid) is not None:
            self._select()
            return
        # What was asked for leaves it out: all entries are listed, and it is among them.
        self._panel.ask(LogSearch())

    def _on_reset(self) -> None:
        # The panel chooses a row of its own after each new list.
        QTimer.singleShot(0, self, self._select)

    def _select(self) -> None:
        at = self._panel.model.position(self._wanted) if self._wanted is not None else None
        if at is None:
            return
        self._wanted = None
        index = self._panel.model.index(at, 0)
        flags = QItemSelectionModel.SelectionFlag
        self._panel.table.selectionModel().setCurrentIndex(
            index, flags.ClearAndSelect | flags.Rows
        )
        self._panel.table.scrollTo(index)
        self._panel.table.setFocus()
