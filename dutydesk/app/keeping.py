"""Looks after the record while the desk is open: checks it, backs it up, and says what is wrong.

Everything here runs on the pool, beside the lane, after the first room is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.backup import AutomaticBackup
from dutydesk.domain.errors import Refusal, StoreDamaged, StoreError
from dutydesk.domain.instants import china
from dutydesk.domain.verification import Verification
from dutydesk.ui.desk import Desk, RecordState
from dutydesk.ui.tasks import Queue
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording import backup as backup_words
from dutydesk.wording import desk_state

CHECK_EVERY_MS = 60 * 60 * 1000

DAMAGE, BACKUP = "damage", "backup"

# Minutes until a backup that failed is tried again; doubled after each try.
_FIRST_PAUSE, _LONGEST_PAUSE = 1, 60


def automatic_backup(room: DutyRoom) -> AutomaticBackup:
    """Back up as after a handover; a job for the pool, which keeps no reader of its own."""
    try:
        return room.backup.automatic()
    finally:
        room.store.close_reader()


class Caretaker(QObject):
    """``state_changed`` when the strip should read anew; ``mend_wanted(StoreDamaged)``."""

    state_changed = Signal()
    mend_wanted = Signal(object)

    def __init__(self, room: DutyRoom, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room, self._desk = room, desk
        self._is_checking = False
        self._is_stopped = False
        self._checked_at: datetime | None = None
        self._damage: StoreDamaged | None = None
        self._day: date | None = None
        self._is_backing_up = False
        self._pause = self._minutes_left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_EVERY_MS)
        self._timer.timeout.connect(self.check)
        desk.hub.backed_up.connect(self._on_backed_up)
        desk.hub.minute.connect(self._on_minute)

    def start(self) -> None:
        """Check the whole file and chain once, then hourly what is new; back up a new day."""
        if self._is_stopped:
            return
        self._timer.start()
        self.check()
        self._on_minute(self._room.clock.now())
        if not self._room.store.is_read_only:
            self._desk.runner.submit(
                self._has_all_keys,
                done=self._renew_keys,
                failed=self._keys_not_renewed,
                queue=Queue.POOL,
            )

    def stop(self) -> None:
        """Begin nothing new."""
        self._is_stopped = True
        self._timer.stop()
        self._desk.hub.backed_up.disconnect(self._on_backed_up)
        self._desk.hub.minute.disconnect(self._on_minute)

    def check(self) -> None:
        """Check what is not checked yet."""
        if self._is_checking:
            return
        self._is_checking = True
        self.state_changed.emit()
        self._desk.runner.submit(
            self._room.verification.check_new,
            done=self._checked,
            failed=self._not_checked,
            queue=Queue.POOL,
        )

    def _has_all_keys(self) -> bool:
        try:
            return self._room.contacts.has_all_keys()
        finally:
            self._room.store.close_reader()

    def _renew_keys(self, has_all: bool) -> None:
        """Make lost keys of contacts again, on the lane: only it writes."""
        if not has_all and not self._is_stopped:
            self._desk.runner.submit(
                self._room.contacts.renew_keys, done=_nothing, failed=self._keys_not_renewed
            )

    def _keys_not_renewed(self, error: Exception) -> None:
        """Go on: whoever looks somebody up and finds nobody can still page through the list."""
        if not isinstance(error, Refusal | StoreError):
            raise error

    def state(self, read: RecordState) -> RecordState:
        """Return the state of the record with what is known here; a job for the lane."""
        return replace(
            read,
            backup_at=self._room.backup.newest(),
            chain_checked_at=self._checked_at,
            checking=self._is_checking,
            trouble="有损坏" if self._damage else read.trouble,
        )

    def tell_damage(self, error: StoreDamaged, words: str = "") -> None:
        """Show the strip of a damaged record, which stays and offers to mend it."""
        if self._damage is not None:
            return
        self._damage = error
        text = words or desk_state.cannot_check()
        self._desk.notices.put(
            Notice(DAMAGE, NoticeKind.ERROR, text, "怎么办…", self._want_mending, stays=True)
        )
        self.state_changed.emit()

    def _want_mending(self) -> None:
        self.mend_wanted.emit(self._damage)

    def _checked(self, result: Verification) -> None:
        self._is_checking = False
        if result.ok:
            self._checked_at = self._room.clock.now()
            self.state_changed.emit()
            return
        place = str(self._room.store.path)
        self.tell_damage(StoreDamaged(place, "check"), desk_state.found_wrong(result))

    def _not_checked(self, error: Exception) -> None:
        self._is_checking = False
        if not isinstance(error, Refusal | StoreError):
            self.state_changed.emit()
            raise error
        place = str(self._room.store.path)
        self.tell_damage(StoreDamaged(place, type(error).__name__))

    def _on_minute(self, now: datetime) -> None:
        """Back up a new day at its first minute, and at the first start on it; try again."""
        today = china(now).date()
        if today != self._day:
            self._day = today
            self._back_up(self._of_the_day)
        elif self._pause:
            # Minutes are counted, not measured: a clock that is set back must not put it off.
            self._minutes_left -= 1
            if self._minutes_left <= 0:
                self._back_up(partial(automatic_backup, self._room))

    def _on_backed_up(self, result: object) -> None:
        """Hear of the backup after a handover; the page that made it has said how it went."""
        if isinstance(result, AutomaticBackup):
            self._settle(result)
        else:
            self._try_later()

    def _back_up(self, job: Callable[[], AutomaticBackup | None]) -> None:
        if self._room.store.is_read_only or self._is_backing_up:
            return
        self._is_backing_up = True
        self._desk.runner.submit(
            job, done=self._backed_up, failed=self._not_backed_up, queue=Queue.POOL
        )

    def _of_the_day(self) -> AutomaticBackup | None:
        try:
            return self._room.backup.automatic_of_the_day()
        finally:
            self._room.store.close_reader()

    def _backed_up(self, result: AutomaticBackup | None) -> None:
        self._is_backing_up = False
        if result is None:
            return
        self._settle(result)
        warning = backup_words.unreachable_line(result)
        if warning:
            self._desk.notices.put(Notice(BACKUP, NoticeKind.WARNING, warning))

    def _settle(self, result: AutomaticBackup) -> None:
        """Let the warning of a backup that failed go, once one was made."""
        self._pause = 0
        if not result.unreachable:
            self._desk.notices.take_down(BACKUP)
        self.state_changed.emit()

    def _try_later(self) -> None:
        self._pause = min(self._pause * 2, _LONGEST_PAUSE) or _FIRST_PAUSE
        self._minutes_left = self._pause

    def _not_backed_up(self, error: Exception) -> None:
        self._is_backing_up = False
        self._try_later()
        if not isinstance(error, Refusal | StoreError):
            raise error
        words = desk_state.backup_trouble()
        self._desk.notices.put(Notice(BACKUP, NoticeKind.WARNING, words, stays=True))


def _nothing(_result: None) -> None:
    """Take the answer of a job that has none."""
