"""The one way to the running shift from anywhere: Shift+F8, and the notice of an unkept room."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dutydesk.domain.changes import Changes
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.shift import Shift
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.ask_dialog import AskDialog
from dutydesk.ui.desk import Desk
from dutydesk.ui.shift.reading import ShiftRead, ShiftServices, seat_of
from dutydesk.ui.shift.shift_dialog import ShiftDialog
from dutydesk.ui.shift.take_over_dialog import TakeOverDialog
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording import when
from dutydesk.wording.sentences import sentence

OPEN = ActionSpec(
    "shift.open", "本班：接班、天气、值班概况", "Shift+F8", ActionGroup.ENTRY, "users"
)

_UNKEPT = "shift.unkept"
_TAKEN = "shift.taken"
_WORDS = "还没有人接班。来电可以先记下，接班后自动归入这一班。"


class ShiftDesk(QObject):
    """Opens 接班 or 本班, whichever fits, and says on the desk when nobody has taken over."""

    def __init__(self, desk: Desk, services: ShiftServices, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._services, self._window = desk, services, window
        desk.actions.add(OPEN, self.open, window)
        desk.hub.committed.connect(self._on_committed)
        self.look()

    def look(self) -> None:
        """Read whether somebody is on duty and put up or take down the notice."""
        self._desk.runner.submit(self._services.read, done=self._tell, failed=self._refused)

    def open(self) -> None:
        """Open the window of the shift."""
        self._desk.runner.submit(self._services.read, done=self._open, failed=self._refused)

    def _open(self, read: ShiftRead) -> None:
        shown = self._window.findChildren(AskDialog, OPEN.id)
        if any(one.isVisible() for one in shown):
            return
        dialog: AskDialog
        if read.is_kept:
            dialog = ShiftDialog(self._desk, self._services, read, self._window)
        else:
            dialog = TakeOverDialog(self._desk, self._services, read, self._window)
            dialog.answered.connect(self._taken)
            dialog.accept_button.setEnabled(self._desk.session.seat.may_write)
        dialog.setObjectName(OPEN.id)
        dialog.open()

    def _taken(self, _shift: Shift) -> None:
        self._desk.runner.submit(self._services.read, done=self._sit_down, failed=self._refused)

    def _sit_down(self, read: ShiftRead) -> None:
        shift, primary = read.view.shift, read.view.primary
        if shift is None or primary is None or shift.started_at is None:
            return
        self._desk.session.sit_down(seat_of(primary))
        words = f"{when.full(shift.started_at)} 起由{primary.name}值班。"
        self._desk.notices.put(Notice(_TAKEN, NoticeKind.DONE, words))

    def _tell(self, read: ShiftRead) -> None:
        if read.is_kept:
            self._desk.notices.take_down(_UNKEPT)
            return
        notice = Notice(_UNKEPT, NoticeKind.HINT, _WORDS, "接班  Shift+F8", self.open, stays=True)
        self._desk.notices.put(notice)

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names("shift"):
            self._desk.notices.take_down(_TAKEN)
            self.look()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._desk.notices.put(Notice("shift.trouble", NoticeKind.ERROR, sentence(error)))
