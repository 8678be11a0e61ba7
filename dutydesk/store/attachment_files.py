"""The files of attachments: ``attachments/<2 hex>/<sha256>`` beside the room, written once.

Rules of this file: a file is whole and on disk under its name before anything names it; it is
never changed or deleted; the bytes of one hash stand there once, however often they were brought.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from dutydesk.domain.attachment import (
    AttachmentDamaged,
    AttachmentEmpty,
    AttachmentIsFolder,
    AttachmentMissing,
    AttachmentNotKept,
    AttachmentNotSaved,
    AttachmentTooLarge,
    AttachmentUnreadable,
    AttachmentVanished,
)
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import BackupFailed
from dutydesk.store.safe_copy import copy_file, pending_name, sync_file, sync_folder

FOLDER_NAME = "attachments"
_HEX = frozenset("0123456789abcdef")
_NAME_LENGTH = 64
_BLOCK = 1 << 20
_DAY = 24 * 60 * 60

# Told after each block how many bytes were read; what it raises ends the reading.
WatchBytes = Callable[[int], None]


def _unwatched(_count: int) -> None:
    return


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that lies in its place."""

    sha256: str
    size: int
    path: Path


def place_of(folder: Path, sha256: str) -> Path:
    """Return where the file of a hash lies."""
    return folder / FOLDER_NAME / sha256[:2] / sha256


def keep_file(folder: Path, source: Path, limit: int, watch: WatchBytes = _unwatched) -> KeptFile:
    """Copy a file in and force it to disk. Raises the refusals of a file that is not taken."""
    name = source.name or str(source)
    if source.is_dir():
        raise AttachmentIsFolder(name)
    # A pipe would be waited for, a device has no end.
    if source.exists() and not source.is_file():
        raise AttachmentUnreadable(name, "")
    try:
        stream = source.open("rb")
    except FileNotFoundError as error:
        raise AttachmentVanished(name) from error
    except OSError as error:
        raise AttachmentUnreadable(name, error.strerror or "") from error
    with stream:
        size = os.fstat(stream.fileno()).st_size
        # A file is not read to its end only to be refused.
        if size > limit:
            raise AttachmentTooLarge(name, size, limit)
        return _keep(folder, stream, (name, limit), watch)


def keep_bytes(folder: Path, name: str, content: bytes, limit: int) -> KeptFile:
    """Keep bytes that came without a file, such as a pasted picture."""
    if len(content) > limit:
        raise AttachmentTooLarge(name, len(content), limit)
    return _keep(folder, io.BytesIO(content), (name, limit), _unwatched)


def _keep(folder: Path, stream: BinaryIO, asked: tuple[str, int], watch: WatchBytes) -> KeptFile:
    name, _ = asked
    place = folder / FOLDER_NAME
    pending = pending_name(place / "incoming")
    try:
        place.mkdir(exist_ok=True)
        with pending.open("xb") as out:
            digest, size = _copy(stream, out, asked, watch)
    except _SourceError as error:
        pending.unlink(missing_ok=True)
        raise AttachmentUnreadable(name, str(error)) from error
    except OSError as error:
        pending.unlink(missing_ok=True)
        raise AttachmentNotKept(name, error.strerror or "") from error
    except BaseException:
        pending.unlink(missing_ok=True)
        raise
    try:
        if not size:
            raise AttachmentEmpty(name)
        target = place_of(folder, digest)
        if not _is_whole(target, digest):
            target.parent.mkdir(exist_ok=True)
            sync_file(pending)
            pending.replace(target)
            sync_folder(target.parent)
            sync_folder(place)
    except OSError as error:
        raise AttachmentNotKept(name, error.strerror or "") from error
    finally:
        pending.unlink(missing_ok=True)
    _drop_leftovers(place, target)
    return KeptFile(digest, size, target)


class _SourceError(Exception):
    """The file that is brought cannot be read on."""


def _copy(
    stream: BinaryIO, out: BinaryIO, asked: tuple[str, int], watch: WatchBytes
) -> tuple[str, int]:
    name, limit = asked
    digest, size = hashlib.sha256(), 0
    while block := _block(stream):
        size += len(block)
        # A recording that grows while it is read must not fill the disk.
        if size > limit:
            raise AttachmentTooLarge(name, size, limit)
        digest.update(block)
        out.write(block)
        watch(size)
    return digest.hexdigest(), size


def _block(stream: BinaryIO) -> bytes:
    try:
        return stream.read(_BLOCK)
    except OSError as error:
        raise _SourceError(error.strerror or "") from error


def _is_whole(path: Path, sha256: str) -> bool:
    """Tell whether the bytes of a hash lie there; a damaged file is replaced by a good one."""
    try:
        return digest_of(path) == sha256
    except OSError:
        return False


def digest_of(path: Path, watch: WatchBytes = _unwatched) -> str:
    """Return the SHA-256 of a file; raises OSError and what ``watch`` raises."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
            size += len(block)
            watch(size)
    return digest.hexdigest()


def is_there(folder: Path, sha256: str) -> bool:
    """Tell whether a file lies under its hash."""
    return place_of(folder, sha256).is_file()


def path_of(folder: Path, name: str, sha256: str) -> Path:
    """Return the file of an attachment; raises AttachmentMissing."""
    path = place_of(folder, sha256)
    if not path.is_file():
        raise AttachmentMissing(name, sha256)
    return path


def save_copy(folder: Path, named: tuple[str, str], target: Path) -> None:
    """Write the file of (name, sha256) somewhere else.

    Raises AttachmentMissing, AttachmentDamaged, AttachmentNotSaved.
    """
    name, sha256 = named
    source = path_of(folder, name, sha256)
    try:
        is_whole = digest_of(source) == sha256
    except OSError as error:
        raise AttachmentDamaged(name, sha256) from error
    if not is_whole:
        raise AttachmentDamaged(name, sha256)
    try:
        copy_file(source, target)
    except OSError as error:
        raise AttachmentNotSaved(str(target), error.strerror or "") from error


def kept_in(folder: Path) -> Iterator[Path]:
    """Yield every file that lies in a folder of attachments under a name of a hash."""
    place = folder / FOLDER_NAME
    if not place.is_dir():
        return
    for shelf in sorted(place.iterdir()):
        if shelf.is_dir():
            yield from sorted(file for file in shelf.iterdir() if _is_hash(file.name))


def _is_hash(name: str) -> bool:
    return len(name) == _NAME_LENGTH and set(name) <= _HEX


def copy_new(source: Path, target: Path, *, by_link_only: bool = False) -> int:
    """Put the files that ``target`` lacks beside its backups; returns how many.

    On the same disk they are linked and take no space; what does not match its name is not
    taken. ``by_link_only``: where there are no links, nothing. Raises BackupFailed.
    """
    copied = 0
    for file in kept_in(source):
        place = place_of(target, file.name)
        if place.exists():
            continue
        try:
            if digest_of(file) != file.name:
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            copied += _link_or_copy(file, place, by_link_only=by_link_only)
        except OSError as error:
            raise BackupFailed(str(place), error.strerror or "") from error
    return copied


def _link_or_copy(file: Path, place: Path, *, by_link_only: bool) -> bool:
    try:
        os.link(file, place)
    except OSError:
        # Another disk, or one without links such as most USB sticks.
        if by_link_only:
            return False
        copy_file(file, place)
    else:
        sync_folder(place.parent)
    return True


def _drop_leftovers(place: Path, newest: Path) -> None:
    """Remove what was being copied when the machine went off, a day older than what came now."""
    with suppress(OSError):
        limit = newest.stat().st_mtime - _DAY
        for left in place.glob("incoming.*.tmp"):
            if left.stat().st_mtime < limit:
                left.unlink(missing_ok=True)
