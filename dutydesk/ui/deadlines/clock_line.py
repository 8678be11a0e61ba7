"""One running clock as the panel shows it; pure, judged anew each second from its due time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import datetime, timedelta
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import to_text
from dutydesk.wording import when

SOON = timedelta(minutes=10)
"""Below this a clock turns from running to soon (step T-10 of the alarm ladder)."""

_HOURS_SHOWN = 100
_NEVER = float("inf")


class ClockShape(StrEnum):
    """The shape that goes with the colour, so that colour is never the only sign."""

    OVERDUE = "▲"
    SOON = "◆"
    RUNNING = "●"
    ITEM = "○"


@dataclass(frozen=True, slots=True)
class ClockLine:
    """What runs: ``step`` is 首报(电话) or 未办结, ``title`` the matter, ``target`` the receiver.

    ``is_item`` marks an open item with a promised time, ``is_quiet`` what nobody is called for at
    night, ``is_report`` what is reported to its target; ``key`` is what opens when chosen,
    ``counted`` the word it is counted under at the head of the panel;
    ``due_at`` None is an open item without a time. ``is_immediate``: the limit had passed when the
    level was raised, so the report is due at once but nobody is late (domain notes §4).
    """

    key: str
    step: str
    title: str
    due_at: datetime | None
    target: str = ""
    is_item: bool = False
    is_immediate: bool = False
    is_quiet: bool = False
    is_report: bool = True
    counted: str = ""
    alarm_key: str = field(init=False, default="", compare=False)

    def __post_init__(self) -> None:
        # A new limit of the same matter is heard anew, so its alarm has a key of its own.
        own = f"{self.key}@{to_text(self.due_at)}" if self.due_at else self.key
        object.__setattr__(self, "alarm_key", own)

    @property
    def report_to(self) -> str:
        """Return the target of a report, empty for what is no report."""
        return self.target if self.is_report and not self.is_item else ""

    def shape(self, now: datetime) -> ClockShape:
        """Return overdue, soon, running or item for an instant."""
        if self.due_at is not None and now >= self.due_at:
            return ClockShape.OVERDUE
        if self.is_item:
            return ClockShape.ITEM
        if self.due_at is not None and self.due_at - now <= SOON:
            return ClockShape.SOON
        return ClockShape.RUNNING

    def countdown(self, now: datetime) -> str:
        """Return hours and minutes left (``00:12``), with + in front once they are over."""
        if self.due_at is None:
            return ""
        if self.is_immediate:
            return "立即"
        minutes = int((self.due_at - now).total_seconds() // 60)
        sign = ""
        if now >= self.due_at:
            minutes, sign = int((now - self.due_at).total_seconds() // 60), "+"
        hours, minutes = divmod(minutes, 60)
        if hours >= _HOURS_SHOWN:
            return f"{sign}{hours // 24}天"
        return f"{sign}{hours:02}:{minutes:02}"

    def spoken(self, now: datetime, *, is_masked: bool = False) -> str:
        """Return the line in words, for screen readers and tool tips; masked: only the step."""
        parts = [self.step] if is_masked else [self.step, self.title]
        if self.target and not is_masked:
            parts.append(f"报{self.report_to}" if self.report_to else self.target)
        if self.is_immediate:
            parts.append("升级后应立即补报" if self.is_report else "升级后应立即办")
        elif self.due_at is not None:
            parts.append(f"{when.near(self.due_at, now)}前，{when.left(self.due_at, now)}")
        return " ".join(filter(None, parts))


ROLE_OF_SHAPE = {
    ClockShape.OVERDUE: "overdue",
    ClockShape.SOON: "soon",
    ClockShape.RUNNING: "accent",
    ClockShape.ITEM: "muted",
}


def in_order(lines: Iterable[ClockLine]) -> tuple[ClockLine, ...]:
    """Sort by due time; items without a time come last, and what is quiet behind all else."""
    return tuple(sorted(lines, key=_place))


def _place(line: ClockLine) -> tuple[bool, float, str]:
    due = _NEVER if line.due_at is None else line.due_at.timestamp()
    return line.is_quiet, due, line.key
