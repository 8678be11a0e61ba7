"""Turns what the driver raises into the store errors that people get a sentence for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dutydesk.domain.errors import (
    NotARoom,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreFull,
    StoreReadOnly,
    StoreUnreadable,
    TextBroken,
)
from dutydesk.store import driver

# The driver gives no error codes, so its English texts are the only sign.
_FULL = ("disk is full",)
_READ_ONLY = ("readonly database", "read-only")
_BUSY = ("database is locked", "database table is locked", "database schema is locked")
_NOT_A_ROOM = ("file is not a database", "file is encrypted")
_DAMAGED = ("malformed", "corrupt")

# Below this an I/O error is taken for a full disk; SQLite reports both alike at times.
_NEARLY_FULL = 4 << 20


def to_store_error(error: driver.Error, path: Path) -> StoreError:
    """Return the store error that this driver error means.

    A full disk can show as "disk I/O error" too, so then the free space decides.
    """
    text, place = str(error).lower(), str(path)
    meanings: tuple[tuple[tuple[str, ...], StoreError], ...] = (
        (_FULL, StoreFull(place)),
        (_READ_ONLY, StoreReadOnly(place)),
        (_BUSY, StoreBusy()),
        (_NOT_A_ROOM, NotARoom(place)),
        (_DAMAGED, StoreDamaged(place, str(error))),
    )
    for parts, meaning in meanings:
        if any(part in text for part in parts):
            return meaning
    if "disk i/o error" in text and _is_nearly_full(path):
        return StoreFull(place)
    return StoreUnreadable(place, str(error))


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise store errors instead of driver errors, TextBroken for a text the driver cannot take.

    Integrity and programming errors pass through: they are bugs, not the environment.
    """
    try:
        yield
    except (driver.OperationalError, driver.DatabaseError) as error:
        if isinstance(error, driver.IntegrityError) or _is_bug(error):
            raise
        raise to_store_error(error, path) from error
    except UnicodeEncodeError as error:
        raise TextBroken(error.start + 1) from error


def _is_bug(error: driver.Error) -> bool:
    text = str(error).lower()
    return any(part in text for part in ("syntax error", "no such column", "append-only"))


def _is_nearly_full(path: Path) -> bool:
    folder = path.parent if path.parent.exists() else Path(path.anchor)
    return shutil.disk_usage(folder).free < _NEARLY_FULL
