"""What an alarm says: strips above the room, a sentence for the tray, a line for the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from dutydesk.domain.alarm import AcknowledgedAlarm, AlarmState, MissedAlarm
from dutydesk.domain.alarm_clock import Rung, matter
from dutydesk.ui.deadlines.clock_line import ClockLine
from dutydesk.ui.deadlines.lines import INCIDENT, matter_of, reminder_of
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording import alarm as words

VERB = "确认报警  F11"
_LARGE = 150


class AlarmStrips:
    """Puts the strips up and takes them down; only the lines that are read are made."""

    def __init__(self, desk: Desk, ask: Callable[[], object]) -> None:
        self._desk, self._ask = desk, ask
        self._shown: dict[str, str] = {}
        self.lines: dict[str, ClockLine] = {}
        self.missed: tuple[MissedAlarm, ...] = ()
        self.is_locked = False

    def show(self, standing: Sequence[AlarmState]) -> None:
        """Show what stands, loudest first, and how much was missed."""
        due = [one for one in standing if one.raised >= Rung.DUE]
        soon = standing[len(due) :]
        self._strip("alarm.due", NoticeKind.ALARM, due)
        # A locked desk says one and the same sentence of all: the loudest strip is enough.
        self._strip("alarm.soon", NoticeKind.WARNING, [] if self.is_locked and due else soon)
        is_said = self.is_locked and bool(standing)
        self._put("alarm.missed", NoticeKind.WARNING, "" if is_said else self._missed_text())

    def said(self, key: str, rung: Rung) -> str:
        """Return one alarm in a line."""
        line = self.lines[key]
        if line.due_at is None:
            return line.step
        about = matter_words(line)
        if line.is_immediate:
            return words.at_once(about, is_report=line.is_report)
        # An item is heard when its time has come, whatever its rung is called.
        shown = Rung.DUE if line.is_item else rung
        text = words.alarm_line(shown, about, line.due_at, self._desk.clock.now())
        is_missed = any(one.rung == min(rung, Rung.DUE) for one in self._missed_of(key))
        return f"{words.MISSED}，{text}" if is_missed else text

    def named(self, one: MissedAlarm) -> str:
        """Return what a missed alarm was about."""
        line = self.lines.get(one.key)
        return one.words if line is None else matter_words(line)

    def acknowledged(
        self, standing: Sequence[AlarmState], now: datetime
    ) -> tuple[AcknowledgedAlarm, ...]:
        """Return what stands and what was missed as the log will name it."""
        found = [self._heard(one, now) for one in standing]
        heard = {one.key for one in standing}
        gone = dict.fromkeys(one.key for one in self.missed if one.key not in heard)
        return (*found, *(self._gone(key, now) for key in gone))

    def _heard(self, state: AlarmState, now: datetime) -> AcknowledgedAlarm:
        line = self.lines[state.key]
        said = words.heard_words(matter_words(line), state.due_at, now)
        missed = self._missed_of(state.key)
        if missed:
            said = f"{said}，{words.missed_words(missed, now)}"
        return _acknowledged(state.key, line.key, said)

    def _gone(self, key: str, now: datetime) -> AcknowledgedAlarm:
        """Return a missed alarm whose clock stands still by now, or was heard since."""
        missed = self._missed_of(key)
        said = f"{missed[0].words}，{words.missed_words(missed, now)}"
        return _acknowledged(key, matter(key), said)

    def _missed_of(self, key: str) -> list[MissedAlarm]:
        return [one for one in self.missed if one.key == key]

    def _missed_text(self) -> str:
        if not self.missed:
            return ""
        if self.is_locked:
            return words.missed_locked(self.missed)
        return words.missed_strip(self.missed, self._desk.clock.now())

    def _strip(self, key: str, kind: NoticeKind, states: Sequence[AlarmState]) -> None:
        if self.is_locked and states:
            text = words.LOCKED
        else:
            # Large type leaves room for one line; 时限 lists them all.
            most = 1 if self._desk.theme.scale >= _LARGE else words.MOST_LINES
            said = [self.said(one.key, one.raised) for one in states[:most]]
            text = words.strip_text(said, most, more=len(states) - len(said))
        self._put(key, kind, text)

    def _put(self, key: str, kind: NoticeKind, text: str) -> None:
        if text == self._shown.get(key, ""):
            return
        self._shown[key] = text
        if text:
            self._desk.notices.put(Notice(key, kind, text, VERB, self._ask, stays=True))
        else:
            self._desk.notices.take_down(key)


def matter_words(line: ClockLine) -> str:
    """Return what an alarm is about."""
    return words.matter(line.step, line.title, line.report_to)


def _acknowledged(key: str, line_key: str, said: str) -> AcknowledgedAlarm:
    kind, matter_id = matter_of(line_key)
    return AcknowledgedAlarm(
        key, said, matter_id if kind == INCIDENT else None, reminder_of(line_key)
    )
