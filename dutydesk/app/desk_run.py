"""One run of the desk: paints first, then loads, checks and listens; closes in order.

Rules of this file: before the first paint only the shell is built; the front room comes right
after it; what nobody waits for (log, check, backup, socket) comes last.
"""

# ruff: noqa: PLC0415 -- see above

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from dutydesk import paths
from dutydesk.app.faults import FaultWatch, begin_log, end_log
from dutydesk.app.machine import keep_place, put_back
from dutydesk.app.shell import RecordKeeping
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal, StoreDamaged, StoreError
from dutydesk.ui.input_method import InputState
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.messages import FileWish
from dutydesk.ui.tasks import LaneRunner
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind

if TYPE_CHECKING:
    from dutydesk.app.one_window import WindowBell
    from dutydesk.app.opening import Opened
    from dutydesk.assembly.room import DutyRoom

FRONT_ROOM = "duty_desk"
_BEGIN_KEEPING_MS = 1500
_PATIENCE_MS, _PAINTED_MS = 1500, 100


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: for good, or to be opened again after ``trouble`` or for writing.

    ``places`` are the folders where the backup that was offered may lie.
    """

    again: bool = False
    trouble: StoreDamaged | None = None
    places: tuple[Path, ...] = ()
    read_because: Refusal | StoreError | None = None


@dataclass(frozen=True)
class RunParts:
    """What a run is given besides the open room."""

    window: DeskWindow
    runner: LaneRunner
    keeping: RecordKeeping
    faults: FaultWatch


def take_seat(window: DeskWindow, room: DutyRoom) -> None:
    """Let the primary officer on shift sit down, who needs no PIN after a power cut."""
    from dutydesk.app.shell import shell_services

    window.desk.session.sit_down(shell_services(room).seat_on_duty())


def furnish(window: DeskWindow, room: DutyRoom, keeping: RecordKeeping) -> None:
    """Connect what need not be there at the first paint: 时限, its alarm, the way to the shift."""
    from dutydesk.app.matters import Matters
    from dutydesk.app.rooms import attach_everywhere

    keeping.is_awake = True
    Matters(window, room)
    attach_everywhere(room, window.desk, window)
    window.deadlines.reload()


class DeskRun(QObject):
    """Shows the window of an open room until it is closed; ``run`` returns how it ended."""

    def __init__(self, opened: Opened, parts: RunParts) -> None:
        super().__init__()
        self._opened, self._parts = opened, parts
        self._room, self._window = opened.room, parts.window
        self._ended = Ended()
        self._bell: WindowBell | None = None
        self._log_file = Path()
        self._is_closed = False
        self._is_running = False
        self._since = self._room.clock.now()
        self._window.installEventFilter(self)
        self._window.closing.connect(self._on_closing)
        self._parts.faults.found.connect(self._on_fault)

    def run(self) -> Ended:
        """Show the window, run until it is closed, leave everything shut."""
        app = QApplication.instance()
        put_back(self._window, paths.config_dir())
        self._is_running = True
        if app is not None:
            app.exec()
        self._is_running = False
        self.close()
        return self._ended

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self.show_front_room)
        return False

    def show_front_room(self) -> None:
        """Load the first room, begin to tell the time; what is left waits for an idle moment."""
        if self._is_closed:
            return
        take_seat(self._window, self._room)
        self._window.enter(FRONT_ROOM)
        self._parts.runner.release()
        self._window.desk.hub.start()
        self._put_notices()
        self._wait_for_log()

    def close(self) -> None:
        """Finish the lane, close the file, then let go of the room; a second call is void."""
        if self._is_closed:
            return
        self._is_closed = True
        window, room, runner = self._window, self._room, self._parts.runner
        keep_place(window, paths.config_dir())
        window.hide()
        window.desk.hub.stop()
        if self._bell is not None:
            self._bell.close()
        if self._parts.keeping.caretaker is not None:
            self._parts.keeping.caretaker.stop()
        self._save_drafts()
        room.store.close_reader()
        runner.submit(room.store.close, done=_nothing)
        runner.close()
        room.close()
        self._parts.faults.found.disconnect(self._on_fault)
        window.deleteLater()
        end_log()

    def _wait_for_log(self) -> None:
        """Let the entries come first; 时限 and alarm must not wait for a file that is sick."""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._settle)
        self._patience.start(_PATIENCE_MS)
        shown = getattr(self._window.room(), "shown", None)
        if shown is not None:
            shown.connect(self._hurry)

    def _hurry(self) -> None:
        # The log is painted before the rest is loaded, also on a slow machine.
        if self._patience.isActive():
            self._patience.start(_PAINTED_MS)

    def _settle(self) -> None:
        """Begin what nobody waits for."""
        if self._is_closed or self._parts.keeping.is_awake:
            return
        from dutydesk.app.keeping import Caretaker
        from dutydesk.ui.start.idle_lock import IdleLock

        furnish(self._window, self._room, self._parts.keeping)
        self._log_file = begin_log(paths.logs_dir())
        caretaker = Caretaker(self._room, self._window.desk, self)
        caretaker.state_changed.connect(self._window.strip.reload_record)
        caretaker.mend_wanted.connect(self._mend)
        self._parts.keeping.caretaker = caretaker
        QTimer.singleShot(_BEGIN_KEEPING_MS, caretaker, caretaker.start)
        IdleLock(self._window, partial(self._room.settings.get, "lock_after_minutes"))
        if self._room.lock is not None:
            self._listen()

    def _listen(self) -> None:
        from dutydesk.app.one_window import WindowBell

        self._bell = WindowBell(self._room.store.folder, self)
        self._bell.rung.connect(self._come_forward)
        self._window.desk.session.changed.connect(self._sign_lock)
        self._sign_lock()

    def _sign_lock(self) -> None:
        """Tell whoever waits for the room who has it."""
        seat = self._window.desk.session.seat
        lock = self._room.lock
        if lock is not None:
            name = seat.name if seat.actor.officer_id else ""
            job = partial(lock.write_note, name, self._since)
            self._parts.runner.submit(job, done=_nothing, failed=self._note_failed)

    def _note_failed(self, error: Exception) -> None:
        """Go on without the note: it only informs, and the lock itself is held."""
        if not isinstance(error, OSError):
            raise error

    def _come_forward(self) -> None:
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()

    def _save_drafts(self) -> None:
        from dutydesk.ui.draft_keeper import DraftKeeper

        for keeper in self._window.findChildren(DraftKeeper):
            keeper.save()

    def _put_notices(self) -> None:
        """Say what holds for this run: read-only, restored, practice, no input method."""
        opened = self._opened
        needs_words = opened.only_reads or opened.restored or opened.is_first
        if not needs_words and self._parts.keeping.input_plan.state is not InputState.MISSING:
            return
        from dutydesk.ui.start.notices import RunState, run_notices

        state = RunState(
            only_reads=opened.only_reads,
            restored=opened.restored,
            is_first_practice=opened.is_first and self._window.services.practice,
            is_input_missing=self._parts.keeping.input_plan.state is InputState.MISSING,
        )
        for notice in run_notices(state, self._try_again, self._show_input_help):
            self._window.desk.notices.put(notice)

    def _show_input_help(self) -> None:
        self._window.shell_actions.open_page("chinese_input")

    def _try_again(self) -> None:
        """Close and open again, for writing if that is possible now."""
        self._end(Ended(again=True))

    def _end(self, ended: Ended) -> None:
        self._ended = ended
        self._leave_loop()

    def _on_closing(self) -> None:
        """Close everything; a window that was hidden is no last window to Qt, so leave by hand."""
        self.close()
        self._leave_loop()

    def _leave_loop(self) -> None:
        # Outside its loop Qt would take this for a wish to end every later dialog at once.
        app = QApplication.instance()
        if app is not None and self._is_running:
            app.exit()

    def _on_fault(self, error: Exception) -> None:
        """Tell a fault that nobody caught; the desk goes on."""
        if isinstance(error, StoreDamaged) and self._parts.keeping.caretaker is not None:
            self._parts.keeping.caretaker.tell_damage(error)
            return
        from dutydesk.wording.desk_state import crashed
        from dutydesk.wording.sentences import sentence

        if isinstance(error, Refusal | StoreError):
            self._window.desk.notices.put(Notice("fault", NoticeKind.ERROR, sentence(error)))
            return
        self._window.desk.messages.tell("值守台出了差错", crashed(str(self._log_file)))

    def _mend(self, error: StoreDamaged) -> None:
        """Ask about damage found while the desk is open; mending closes the room first."""
        from dutydesk.assembly.recovering import last_good_backup
        from dutydesk.ui.start.trouble import Way, damage_decision
        from dutydesk.ui.start.waiting import Waiting
        from dutydesk.wording.sentences import sentence

        desk, places = self._window.desk, self._more()
        while True:
            good = Waiting(desk.theme, desk.runner).result(
                "正在找完好的备份", partial(last_good_backup, self._room.store.folder, places)
            )
            answer = desk.messages.decide(damage_decision(sentence(error), good))
            if answer != Way.SEARCH.value:
                break
            chosen = desk.messages.folder(FileWish("备份所在的文件夹"))
            places = (*places, chosen) if chosen else places
        if answer == Way.RESTORE.value:
            self._end(Ended(again=True, trouble=error, places=places))
        elif answer == Way.READ.value:
            self._end(Ended(again=True, read_because=error))

    def _more(self) -> tuple[Path, ...]:
        """Return the unit's own backup folder, as far as the damaged file still tells it."""
        try:
            chosen = str(self._room.settings.get("backup_folder") or "")
        except (Refusal, StoreError):
            return ()
        return (Path(chosen),) if chosen else ()


def _nothing(_result: None) -> None:
    """Take the answer of a job that has none."""
