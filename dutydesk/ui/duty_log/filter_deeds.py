"""Saved filters in the whole log: Ctrl+1 to Ctrl+9 use them, Ctrl+S keeps and orders them.

Hung on the room by the application; the room itself knows nothing of what is kept.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from dutydesk.domain.changes import Changes
from dutydesk.domain.saved_filter import SavedFilter
from dutydesk.services.saved_filter import SavedFilterService
from dutydesk.ui.duty_log.log_keys import KEEP, USE
from dutydesk.ui.duty_log.log_panel import LogPanel
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind


class FilterDeeds(QObject):
    """The keys of the room for saved filters."""

    def __init__(self, panel: LogPanel, service: SavedFilterService) -> None:
        super().__init__(panel)
        self._panel, self._service = panel, service
        self.kept: list[SavedFilter] = []
        desk = panel.desk
        desk.actions.add(KEEP, self.open, panel, local=True)
        for place, spec in enumerate(USE):
            desk.actions.add(spec, partial(self.use, place), panel, local=True)
        desk.hub.committed.connect(self._on_committed)
        desk.session.changed.connect(self.read)
        self.read()

    def read(self) -> None:
        """Read the filters of whoever sits at the desk."""
        desk = self._panel.desk
        officer_id = desk.session.seat.actor.officer_id
        job = partial(self._service.filters_for, officer_id)
        desk.runner.submit(job, done=self._show)

    def use(self, place: int) -> None:
        """Ask for what a filter asks for; an empty place says how one is kept."""
        desk = self._panel.desk
        if place >= len(self.kept):
            words = f"还没有第{place + 1}组常用条件。写好条件后按 Ctrl+S 保存。"
            desk.notices.put(Notice("saved_filter", NoticeKind.HINT, words))
            return
        # Mine is whoever uses it, also where nobody is on duty.
        self._panel.ask(self.kept[place].search(desk.session.seat.actor.officer_id or ""))

    def open(self) -> None:
        """Show what is kept; keep what is asked for now."""
        # Loaded late: few open it.
        from dutydesk.ui.duty_log.filter_dialog import FilterDialog  # noqa: PLC0415

        panel = self._panel
        dialog = FilterDialog(panel.desk, self._service, panel.wanted(), self.kept, panel.window())
        dialog.chosen.connect(self.use)
        dialog.open()

    def _show(self, kept: list[SavedFilter]) -> None:
        self.kept = kept

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names("saved_filter"):
            self.read()
