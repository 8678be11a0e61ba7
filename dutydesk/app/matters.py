"""What leads from one room to another: an entry becomes an incident, a clock opens its matter.

The rooms know nothing of each other; here their signals meet, and 时限 gets its lines and alarm.
"""

# ruff: noqa: PLC0415 -- panels and alarm are loaded when first needed

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from dutydesk import paths
from dutydesk.app.ledger_rooms import DIRECTIVE, OPEN_ITEM, begin_directive, begin_item
from dutydesk.assembly.room import DutyRoom
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording import desk_state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from dutydesk.domain.changes import Changes
    from dutydesk.domain.draft import Draft
    from dutydesk.domain.duty_log import LogEntry
    from dutydesk.ui.deadlines.alarm import AlarmEngine
    from dutydesk.ui.deadlines.clock_line import ClockLine
    from dutydesk.ui.deadlines.line_round import LineRound
    from dutydesk.ui.duty_log.desk_panel import DutyDeskPanel
    from dutydesk.ui.incident.panel import IncidentPanel
    from dutydesk.ui.rooms import RoomPanel
    from dutydesk.ui.settings.panel import SettingsPanel
    from dutydesk.ui.statistics.panel import StatisticsPanel

INCIDENT, DUTY_DESK, SETTINGS, STATISTICS = "incident", "duty_desk", "settings", "statistics"
_DRAFTS = "incident.drafts"
# The rooms with a number beside their name, which are also tables; then the other tables behind.
_COUNTED = (
    "incident",
    "open_item",
    "directive",
    "warning",
    "call_round",
    "nil_report",
    "roll_call",
)
_BEHIND = ("reporting_unit", "roll_call_result", "roll_call_plan", "setting")


def line_round(room: DutyRoom) -> LineRound:
    """Return what reads the lines of 时限, minute by minute."""
    from dutydesk.ui.deadlines.line_round import LineRound
    from dutydesk.ui.deadlines.lines import due_line, item_line

    dues = (
        room.absence_notice.due,
        room.equipment.due,
        room.directive.due,
        room.open_item.reminders,
        room.report_delivery.due,
        room.call_round.due,
        room.warning.due,
        room.nil_report_board.due,
        room.roll_call_plan.due,
        room.holiday.due,
    )

    def others() -> Iterator[ClockLine]:
        yield from map(item_line, room.open_item.open_items())
        for due in dues:
            yield from map(due_line, due())

    return LineRound(room.incident, room.alarm.head, others, room.clock)


class Matters(QObject):
    """Connects the window's rooms, 时限 and the alarm; lives as long as the window."""

    def __init__(self, window: DeskWindow, room: DutyRoom) -> None:
        super().__init__(window)
        self._window, self._room = window, room
        self._wired: set[str] = set()
        self.alarm = self._make_alarm(self._watch_clock())
        window.room_entered.connect(self._on_entered)
        window.deadlines.opened.connect(self.open_matter)
        window.locked.connect(self.alarm.set_locked)
        self.alarm.late_changed.connect(window.curtain.show_late)
        window.desk.hub.committed.connect(self._on_committed)
        window.desk.hub.minute.connect(self._count)
        if window.panel(DUTY_DESK) is not None:
            self._on_entered(DUTY_DESK)
        self._count()
        self._tell_late_corrections()
        self._attach_drills()
        # The form of the incident room keeps its drafts under the name of the room.
        drafts = partial(window.desk.drafts.of_form, INCIDENT)
        window.desk.runner.submit(drafts, done=self._tell_drafts)

    def open_matter(self, key: str) -> None:
        """Show the record that a line of 时限 belongs to, in its room."""
        from dutydesk.ui.deadlines.lines import matter_of

        kind, matter_id = matter_of(key)
        if kind not in self._window.rooms:
            return
        self._window.enter(kind)
        cast("RoomPanel", self._window.panel(kind)).show_record(matter_id)

    def _make_alarm(self, steady: Callable[[], datetime] | None) -> AlarmEngine:
        from dutydesk.ui.deadlines.alarm import AlarmEngine
        from dutydesk.ui.deadlines.attention import Attention
        from dutydesk.ui.deadlines.outlets import Outlets
        from dutydesk.ui.deadlines.sounder import Sounder

        window, room = self._window, self._room
        self._sounder = Sounder(paths.resources_dir() / "sounds", self._is_sound_on, window)
        outlets = Outlets(
            self._sounder, Attention(window, window.desk.theme), room.officer.officers
        )
        return AlarmEngine(window.desk, room.alarm, window.deadlines, outlets, steady)

    def _watch_clock(self) -> Callable[[], datetime] | None:
        """Watch the machine's own clock; one that was given with --now is set on purpose.

        Before the alarm is made: it must know of a clock without a date when it first looks.
        """
        from dutydesk.app.clock_watch import ClockWatch
        from dutydesk.assembly.clocks import SystemClock, elapsed_ms

        if not isinstance(self._room.clock, SystemClock):
            return None
        return ClockWatch(self._window.desk, self._room.clock_change, elapsed_ms, self).steady

    def _attach_drills(self) -> None:
        from dutydesk.app.drill_desk import DrillDesk

        DrillDesk(self._window, self._room)

    def _tell_late_corrections(self) -> None:
        from dutydesk.ui.handover.late_correction import LateCorrections

        room, desk = self._room, self._window.desk
        LateCorrections(desk, room.late_correction, room.officer, self._window)

    def _is_sound_on(self) -> bool:
        return bool(self._room.workstation.all()["is_sound_on"])

    def _tell_drafts(self, drafts: Sequence[Draft]) -> None:
        """Say what was half written when the desk closed: its room is not the one in front."""
        desk = self._window.desk
        if drafts and desk.session.seat.may_write and INCIDENT in self._window.rooms:
            words = desk_state.incidents_half_written(len(drafts))
            desk.notices.put(
                Notice(_DRAFTS, NoticeKind.HINT, words, "接着写", self._go_on_with_drafts)
            )

    def _go_on_with_drafts(self) -> None:
        self._window.enter(INCIDENT)
        cast("IncidentPanel", self._window.panel(INCIDENT)).show_form()

    def _on_entered(self, room_id: str) -> None:
        if room_id == INCIDENT:
            self._window.desk.notices.take_down(_DRAFTS)
        if room_id in self._wired:
            return
        self._wired.add(room_id)
        self._wire_entries(room_id)
        if room_id == STATISTICS:
            figures = cast("StatisticsPanel", self._window.panel(STATISTICS))
            figures.incident_wanted.connect(self._show_incident)
        if room_id not in {DUTY_DESK, SETTINGS}:
            return
        if room_id == SETTINGS:
            settings = cast("SettingsPanel", self._window.panel(SETTINGS))
            settings.sound_wanted.connect(self._sounder.try_out)
            self._sounder.tried.connect(settings.sound.say)
            return
        panel = cast("DutyDeskPanel", self._window.panel(DUTY_DESK))
        panel.incident_wanted.connect(partial(self._begin_from, INCIDENT))
        panel.open_item_wanted.connect(partial(self._begin_from, OPEN_ITEM))

    def _show_incident(self, incident_id: str) -> None:
        self._window.enter(INCIDENT)
        cast("IncidentPanel", self._window.panel(INCIDENT)).show_record(incident_id)

    def _wire_entries(self, room_id: str) -> None:
        """Let every room that shows entries begin what an entry can begin."""
        from dutydesk.ui.entry_verbs import EntryVerbs

        panel = self._window.panel(room_id)
        for verbs in panel.findChildren(EntryVerbs) if panel else ():
            verbs.open_item_wanted.connect(partial(self._begin_from, OPEN_ITEM))
            verbs.directive_wanted.connect(partial(self._begin_from, DIRECTIVE))
            verbs.warning_wanted.connect(self._register_warning)

    def _register_warning(self, entry: LogEntry) -> None:
        from dutydesk.app.warning_room import begin_warning

        if self._window.desk.session.seat.may_write:
            begin_warning(self._room, self._window.desk, self._window, entry)

    def _begin_from(self, room_id: str, entry: LogEntry) -> None:
        desk = self._window.desk
        if room_id in {OPEN_ITEM, DIRECTIVE}:
            if desk.session.seat.may_write:
                begin = begin_item if room_id == OPEN_ITEM else begin_directive
                begin(self._room, desk, self._window, entry)
            return
        self._window.enter(room_id)
        cast("IncidentPanel", self._window.panel(room_id)).begin_from(entry)

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names(*_COUNTED, *_BEHIND):
            self._count()

    def _count(self, _now: datetime | None = None) -> None:
        self._window.desk.runner.submit(self._counts, done=self._show_counts)

    def _counts(self) -> tuple[int, ...]:
        room = self._room
        running = room.incident.watch().files
        return (
            len(running),
            len(room.open_item.open_items()),
            len(room.directive.open_lines()),
            len(room.warning.open_warnings()),
            room.call_reading.running_count(),
            room.nil_report_board.view().overdue,
            room.roll_call_plan.waiting(),
        )

    def _show_counts(self, counts: tuple[int, ...]) -> None:
        for room_id, count in zip(_COUNTED, counts, strict=True):
            if room_id in self._window.rooms:
                self._window.bar.show_count(room_id, count)
