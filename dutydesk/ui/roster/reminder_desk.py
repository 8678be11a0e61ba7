"""The reminder from anywhere: a key, the palette, and a notice when tomorrow has a gap."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dutydesk.domain.changes import Changes
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.instants import china
from dutydesk.domain.roster_masking import masked_reminder
from dutydesk.domain.roster_reminder import has_gap
from dutydesk.domain.roster_view import RosterReminder
from dutydesk.services.roster_duty import RosterDutyService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording import roster_reminder as words
from dutydesk.wording.sentences import sentence

OPEN = ActionSpec(
    "roster_reminder.open", words.TITLE, "Ctrl+Shift+F8", ActionGroup.VIEW, "calendar-days"
)
_GAP, _TROUBLE = "roster_reminder.gap", "roster_reminder.trouble"
_TABLES = ("roster_slot", "roster_post", "roster_month", "setting", "holiday_year")


class ReminderDesk(QObject):
    """Opens the reminder; looks every hour, and after each change, whether tomorrow has a gap."""

    def __init__(
        self,
        desk: Desk,
        service: Callable[[], RosterDutyService],
        open_roster: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._service, self._window = desk, service, window
        self._open_roster = open_roster
        self._looked_at = ""
        desk.actions.add(OPEN, self.open, window)
        desk.hub.committed.connect(self._on_committed)
        desk.hub.minute.connect(self._on_minute)
        self.look()

    def open(self) -> None:
        """Show who is on."""
        self._desk.runner.submit(self._read, done=self._show, failed=self._refused)

    def look(self) -> None:
        """Read whether somebody is missing tomorrow."""
        self._looked_at = _hour(self._desk.clock.now())
        self._desk.runner.submit(self._read, done=self._tell, failed=self._refused)

    def _read(self) -> RosterReminder:
        return self._service().reminder()

    def _show(self, reminder: RosterReminder) -> None:
        from dutydesk.ui.roster.reminder_dialog import ReminderDialog  # noqa: PLC0415 -- rare

        if any(one.isVisible() for one in self._window.findChildren(ReminderDialog)):
            return
        if not self._desk.session.seat.sees_mobiles:
            reminder = masked_reminder(reminder)
        ReminderDialog(self._desk, reminder, self._open_roster, self._window).open()

    def _tell(self, reminder: RosterReminder) -> None:
        tomorrow = reminder.tomorrow
        # Whoever keeps no roster here is not told every day that it is empty.
        is_kept = reminder.today.slots or tomorrow.slots
        if not is_kept or not has_gap(tomorrow):
            self._desk.notices.take_down(_GAP)
            return
        text = words.gap_notice(tomorrow)
        verb = f"{words.TITLE}  {OPEN.key}"
        self._desk.notices.put(Notice(_GAP, NoticeKind.WARNING, text, verb, self.open))

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names(*_TABLES):
            self.look()

    def _on_minute(self, now: datetime) -> None:
        if _hour(now) != self._looked_at:
            self.look()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._desk.notices.put(Notice(_TROUBLE, NoticeKind.ERROR, sentence(error)))


def _hour(at: datetime) -> str:
    return china(at).strftime("%Y-%m-%d %H")
