"""Opens the room of a start, and goes through whatever stands in the way with the officer."""

# ruff: noqa: PLC0415 -- a start without trouble must not pay for the words of every trouble

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QDialog

from dutydesk import paths
from dutydesk.assembly.clocks import StartedClock, SystemClock
from dutydesk.assembly.opening import open_room, read_room
from dutydesk.assembly.recovering import holds_backups, last_good_backup, recover_room
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.clock import Clock
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import (
    BadInput,
    NowNotAllowed,
    Refusal,
    StoreError,
    StoreLocked,
    StoreMissing,
    StoreUnreadable,
)
from dutydesk.domain.instants import from_iso
from dutydesk.domain.start_options import StartOptions
from dutydesk.ui.messages import FileWish, Messages
from dutydesk.ui.tasks import Runner
from dutydesk.ui.theme import Theme

if TYPE_CHECKING:
    from dutydesk.domain.backup import BackupMade

T = TypeVar("T")

OPENED, REFUSED, STORE_TROUBLE = 0, 2, 3


@dataclass(frozen=True)
class Opened:
    """An open room; ``only_reads`` says why it is not open for writing.

    ``restored`` is the backup it was just put back to, ``is_first`` a room just made.
    """

    room: DutyRoom
    only_reads: Refusal | StoreError | None = None
    restored: BackupMade | None = None
    is_first: bool = False


@dataclass(frozen=True)
class _Next:
    """Go round again, with the trouble that is left or from the start."""

    trouble: Refusal | StoreError | None


@dataclass
class Opening:
    """Opens ``folder``; ``code`` is the exit code when nothing was opened."""

    options: StartOptions
    theme: Theme
    messages: Messages
    runner: Runner
    code: int = OPENED
    folder: Path = field(init=False)
    _restored: BackupMade | None = field(init=False, default=None)
    _more: tuple[Path, ...] = field(init=False, default=())
    _can_read: bool = field(init=False, default=True)
    _is_first: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        self.folder = self.options.data or paths.default_data_dir()

    def open(self, trouble: Refusal | StoreError | None = None) -> Opened | None:
        """Return the open room, or None when the officer leaves or another window was raised.

        ``trouble`` begins with a room that is known to be damaged.
        """
        self._can_read = True
        while True:
            if trouble is None:
                found = self._tried()
                if isinstance(found, Opened):
                    return found
                trouble = found
            if isinstance(trouble, StoreMissing) and not holds_backups(self.folder):
                if not self._first_start():
                    return None
                trouble = None
                continue
            if isinstance(trouble, StoreLocked) and self._raised_other():
                return None
            answer = self._answered(trouble)
            if answer is None or isinstance(answer, Opened):
                return answer
            trouble = answer.trouble

    def mended(self, places: tuple[Path, ...] = ()) -> Opened | None:
        """Put the last good backup in place and open the room.

        ``places`` are the further folders in which the desk found what it offered.
        """
        self._more = (*self._more, *places)
        return self.open(self._recovered().trouble)

    def read(self, reason: Refusal | StoreError) -> Opened | Refusal | StoreError:
        """Open the room for reading; returns the trouble when even that fails."""
        room: DutyRoom | None = None
        try:
            room = read_room(self.folder, clock=self._clock())
            room.settings.room()
        except (Refusal, StoreError) as error:
            if room is not None:
                room.close()
            self._can_read = False
            return error
        return Opened(room, only_reads=reason)

    def _tried(self) -> Opened | Refusal | StoreError:
        try:
            return Opened(
                self._open_for_writing(), restored=self._restored, is_first=self._is_first
            )
        except (Refusal, StoreError) as error:
            return error
        except OSError as error:
            return StoreUnreadable(str(self.folder), error.strerror or "")

    def _open_for_writing(self) -> DutyRoom:
        room = open_room(self.folder, clock=self._clock(), wait_seconds=0)
        try:
            is_practice = room.settings.room().is_practice
        except BaseException:
            room.close()
            raise
        if self.options.now is not None and not is_practice:
            room.close()
            raise NowNotAllowed
        return room

    def _clock(self) -> Clock:
        if self.options.now is None:
            return SystemClock()
        try:
            return StartedClock(from_iso(self.options.now))
        except ValueError as error:
            raise BadInput("now", self.options.now) from error

    def _raised_other(self) -> bool:
        from dutydesk.app.one_window import raise_first

        return raise_first(self.folder)

    def _answered(self, trouble: Refusal | StoreError) -> Opened | _Next | None:
        """Ask what to do about a trouble and do it; None when the officer leaves."""
        from dutydesk.ui.start.trouble import MENDABLE, Way, trouble_decision

        good = None
        if isinstance(trouble, MENDABLE):
            good = self._waiting("正在找完好的备份", partial(last_good_backup, *self._places))
        decision = trouble_decision(trouble, good, can_read=self._can_read)
        way = Way(self.messages.decide(decision))
        if way is Way.READ:
            read = self.read(trouble)
            return read if isinstance(read, Opened) else _Next(read)
        if way is Way.RESTORE:
            return self._recovered()
        if way is Way.SEARCH:
            self._search()
            return _Next(trouble)
        if way is Way.OTHER:
            return _Next(None if self._other_folder() else trouble)
        if way is Way.AGAIN:
            return _Next(None)
        self.code = REFUSED if isinstance(trouble, Refusal) else STORE_TROUBLE
        return None

    @property
    def _places(self) -> tuple[Path, tuple[Path, ...]]:
        return self.folder, self._more

    def _recovered(self) -> _Next:
        """Put the last good backup in place and say what is missing."""
        from dutydesk.ui.start.lost import lost_lines
        from dutydesk.ui.start.restored import RestoredDialog
        from dutydesk.wording.backup import recovery_lines

        try:
            done = self._waiting(
                "正在用备份恢复",
                partial(recover_room, self.folder, clock=self._clock(), more=self._more),
            )
        except (Refusal, StoreError) as error:
            return _Next(error)
        self._restored = done.restored
        self._can_read = True
        RestoredDialog(self.theme, recovery_lines(done), lost_lines(done.lost)).exec()
        return _Next(None)

    def _search(self) -> None:
        chosen = self.messages.folder(FileWish("备份所在的文件夹"))
        if chosen is not None:
            self._more = (*self._more, chosen)

    def _other_folder(self) -> bool:
        chosen = self.messages.folder(FileWish("值班记录所在的文件夹"))
        if chosen is None:
            return False
        self.folder, self._more, self._can_read = chosen, (), True
        return True

    def _first_start(self) -> bool:
        """Let the unit make its room, or a practice room beside it; False when cancelled."""
        from dutydesk.assembly.first_room import found_practice, found_room
        from dutydesk.ui.start.wizard import FirstStart, FirstSteps

        practice = self.folder.with_name(self.folder.name + "-practice")
        clock = self._clock()
        steps = FirstSteps(
            data_folder=str(self.folder.absolute()),
            create=lambda first: found_room(self.folder, first, clock),
            practice=lambda: found_practice(practice, clock),
        )
        wizard = FirstStart(self.theme, self.runner, self.messages, steps)
        is_made = bool(wizard.exec() == QDialog.DialogCode.Accepted)
        if wizard.is_practice:
            self.folder = practice
        self._is_first = is_made
        wizard.deleteLater()
        return is_made

    def _waiting(self, words: str, job: Callable[[], T]) -> T:
        from dutydesk.ui.start.waiting import Waiting

        return Waiting(self.theme, self.runner).result(words, job)
