"""Backups: how they are named, and which of them are kept as they age.

Rules of this file: days, weeks and months are those of China time; nothing here reads a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.instants import CHINA, china

KEEP_ALL = timedelta(hours=48)
KEEP_DAILY = timedelta(days=14)
KEEP_WEEKLY = timedelta(weeks=8)
KEEP_MONTHLY = timedelta(days=731)

_NAME = re.compile(r"room-(\d{8}-\d{6})-([0-9a-f]{8})\.db")


@dataclass(eq=False)
class RestoreTargetNotEmpty(Refusal):
    """A restore needs a new or empty folder."""

    folder: str


@dataclass(eq=False)
class BackupNotSound(StoreError):
    """The file to restore does not pass its check; ``problems`` counts what was found."""

    path: str
    problems: int


@dataclass(eq=False)
class NoGoodBackup(StoreError):
    """No backup in the folder passes its check."""

    folder: str


@dataclass(frozen=True, slots=True)
class BackupName:
    """What a backup's file name says: when it was taken and the head's first 8 hex digits."""

    taken_at: datetime
    head8: str

    def __str__(self) -> str:
        return f"room-{china(self.taken_at):%Y%m%d-%H%M%S}-{self.head8}.db"


@dataclass(frozen=True, slots=True)
class BackupMade:
    """One backup that was written and passed its check.

    ``unit`` is whose room it is, where a backup was looked for.
    """

    path: str
    taken_at: datetime
    journal_rows: int
    journal_head: str
    unit: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class AutomaticBackup:
    """A backup made by itself: the copy in the data folder, and the one in the chosen folder.

    ``unreachable`` names the chosen folder when it could not be written (a stick that is not
    plugged in): a warning, since the first copy stands. ``detail`` says what failed.
    """

    made: BackupMade
    second: BackupMade | None = None
    unreachable: str = ""
    detail: str = ""
    removed: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class LostWrite:
    """One journal row of a damaged file that its last good backup does not hold."""

    recorded_at: datetime
    actor: str
    action: str
    body: str


@dataclass(frozen=True, slots=True)
class Recovery:
    """A damaged room that was replaced by its last good backup.

    ``kept`` is where the damaged file lies now. ``lost`` is what could still be read there
    behind the backup, to be entered again; ``is_lost_complete`` is false when reading broke off.
    """

    kept: str
    restored: BackupMade
    lost: tuple[LostWrite, ...]
    is_lost_complete: bool


def name_from_text(name: str) -> BackupName | None:
    """Read a file name; None when it is no backup's."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        taken = datetime.strptime(found[1], "%Y%m%d-%H%M%S").replace(tzinfo=CHINA)
    except ValueError:
        return None
    return BackupName(taken, found[2])


def to_keep(taken: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return the instants whose backups stay.

    All of the last 48 hours; the newest of each day for 14 days, of each week for 8 weeks, of
    each month for 24 months; and the newest of all, however old. One that lies ahead of a clock
    that was set back stays.
    """
    instants = sorted(set(taken))
    kept = set(instants[-1:])
    newest_of_period: dict[tuple[object, ...], datetime] = {}
    for instant in instants:
        age = now - instant
        if age <= KEEP_ALL:
            kept.add(instant)
        for period in _periods(instant, age):
            newest_of_period[period] = instant
    return frozenset(kept | set(newest_of_period.values()))


def _periods(instant: datetime, age: timedelta) -> list[tuple[object, ...]]:
    local = china(instant)
    week = local.isocalendar()
    spans = (
        (KEEP_DAILY, ("day", local.date())),
        (KEEP_WEEKLY, ("week", week.year, week.week)),
        (KEEP_MONTHLY, ("month", local.year, local.month)),
    )
    return [period for limit, period in spans if age <= limit]
