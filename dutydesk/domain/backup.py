"""Backups: how they are named, and which of them are kept as they age.

Rules of this file: days, weeks and months are those of China time; nothing here reads a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import field
from datetime import datetime, timedelta
from typing import ClassVar

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.instants import CHINA, china

KEEP_ALL = timedelta(hours=48)

# How many of the newest days, weeks and months that have a backup keep one. Counted, not measured
# by the clock: a machine that stood in the wrong year for a morning must not empty the folder.
KEEP_DAYS = 14
KEEP_WEEKS = 8
KEEP_MONTHS = 24

# A room is not left alone this long; a clock that says so is more likely wrong.
IMPLAUSIBLE_GAP = timedelta(days=31)

_NAME = re.compile(r"room-(\d{8}-\d{6})-([0-9a-f]{8})\.db")


@dataclass(eq=False)
class RestoreTargetNotEmpty(Refusal):
    """A restore needs a new or empty folder."""

    folder: str


@dataclass(eq=False)
class BackupNotSound(StoreError):
    """The file to restore does not pass its check; ``problems`` counts what was found."""

    code: ClassVar[str] = "store_damaged"
    path: str
    problems: int


@dataclass(eq=False)
class RoomNotSound(StoreError):
    """The room itself does not pass the check of its backup, so none was made."""

    code: ClassVar[str] = "store_damaged"
    path: str
    problems: int


@dataclass(eq=False)
class BackupMissing(StoreError):
    """The file to restore is not there."""

    code: ClassVar[str] = "store_missing"
    path: str


@dataclass(eq=False)
class NotABackup(StoreError):
    """The file to restore is no room of ours."""

    code: ClassVar[str] = "not_a_room"
    path: str


@dataclass(eq=False)
class RestoreFailed(StoreError):
    """The restored file could not be written, or does not tell what the backup tells."""

    path: str
    detail: str


@dataclass(eq=False)
class BackupIntoRoom(Refusal):
    """A copy beside the original goes the same way as the original."""

    folder: str


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

    ``unit`` is whose room it is, where a backup was looked for. ``attachments_missing`` names
    those whose file could not be put beside it.
    """

    path: str
    taken_at: datetime
    journal_rows: int
    journal_head: str
    unit: str = field(default="", compare=False)
    attachments_missing: tuple[str, ...] = ()


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
    attachments_missing: tuple[str, ...] = ()


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


def is_plausible(now: datetime, before: Iterable[datetime]) -> bool:
    """Tell whether ``now`` follows what was there before without a gap that asks for doubt."""
    newest = max(before, default=now)
    return now - newest <= IMPLAUSIBLE_GAP


def to_keep(taken: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Return the instants whose backups stay; ``taken`` in the order they were recorded.

    All of the last 48 hours; the last one of each of the newest 14 days, 8 weeks and 24 months
    that have any, whatever the clock says of their age; and the last of all. One that lies ahead
    of a clock that was set back stays.
    """
    instants = list(dict.fromkeys(taken))
    kept = set(instants[-1:])
    kept.update(instant for instant in instants if now - instant <= KEEP_ALL)
    for limit, period in _TIERS:
        last_of: dict[object, datetime] = {}
        for instant in reversed(instants):
            if len(last_of) < limit or period(instant) in last_of:
                last_of.setdefault(period(instant), instant)
        kept.update(last_of.values())
    return frozenset(kept)


def _day(instant: datetime) -> object:
    return china(instant).date()


def _week(instant: datetime) -> object:
    return china(instant).isocalendar()[:2]


def _month(instant: datetime) -> object:
    local = china(instant)
    return local.year, local.month


_TIERS: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (KEEP_DAYS, _day),
    (KEEP_WEEKS, _week),
    (KEEP_MONTHS, _month),
)
