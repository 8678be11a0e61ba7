"""Ctrl+S and Ctrl+Z of the roster room: change who keeps the current seat, take the last back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from dutydesk.domain.roster_view import SeatChange, SwapView
from dutydesk.ui.roster.panel import RosterPanel
from dutydesk.ui.roster.swap_dialog import SwapDialog, SwapServices, SwapSubject, UndoDialog
from dutydesk.ui.roster.verbs import SWAP, UNDO
from dutydesk.wording import roster_room as words
from dutydesk.wording import when


class SwapDeed(QObject):
    """Hung on the room by the application."""

    def __init__(self, panel: RosterPanel, services: SwapServices) -> None:
        super().__init__(panel)
        self._panel, self._services = panel, services
        panel.desk.actions.add(SWAP, self.swap, panel, local=True)
        panel.desk.actions.add(UNDO, self.undo, panel, local=True)
        panel.head.swap.clicked.connect(self.swap)

    def swap(self) -> None:
        """Ask who takes the current seat."""
        panel = self._panel
        if not panel.desk.session.seat.may_write:
            return
        seat, row = panel.selected(), panel.grid.current_row()
        if seat is None or row is None:
            panel.say(words.PICK_SEAT)
        elif seat.change is SeatChange.FROZEN:
            panel.say(words.NOT_FREE[SeatChange.FROZEN])
        elif seat.slot is None:
            panel.say(words.EMPTY_SEAT)
        else:
            panel.say("")
            subject = SwapSubject(row.shift, seat, seat.slot)
            SwapDialog(panel.desk, self._services, subject, panel.window()).open()

    def undo(self) -> None:
        """Ask whether the last swap of the month is to be taken back."""
        panel = self._panel
        if not panel.desk.session.seat.may_write or panel.view is None:
            return
        last = self._last()
        if last is None:
            panel.say(words.UNDO_NOTHING)
            return
        panel.say("")
        posts = {post.id: post.name for post in panel.view.posts}
        told = words.swap_words(last.swap, posts)
        filed = f"{when.full(last.swap.filed_at)} {last.swap.recorder}登记。{told}"
        UndoDialog(panel.desk, self._services.swap, last.swap, filed, panel.window()).open()

    def _last(self) -> SwapView | None:
        swaps = self._panel.view.swaps if self._panel.view else ()
        return next((one for one in reversed(swaps) if one.can_undo), None)
