"""Where a room may lie: on a disk of this machine, in a folder that can be written."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from dutydesk.domain.errors import StoreMissing, StoreOnNetwork, StoreReadOnly


def ensure_writable(path: Path) -> None:
    """Raise StoreReadOnly when the folder or file cannot be written by this user."""
    if not (can_write(path) and can_write(path.parent)):
        raise StoreReadOnly(str(path))


def can_write(path: Path) -> bool:
    """Tell whether this user may write a file, or names into a folder."""
    return os.access(path, os.W_OK)


# Shares where WAL's shared memory cannot work (SQLite: "WAL does not work over a network").
_NETWORK_FILESYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afs", "ncpfs", "davfs"}
)

# The third field of a line of /proc/mounts; the second is the place.
_MOUNT_TYPE = 2


def make_folder(folder: Path) -> None:
    """Make a data folder; raises StoreReadOnly, StoreOnNetwork."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StoreReadOnly(str(folder)) from error
    check_network(folder)


def missing_folders(folder: Path) -> list[Path]:
    """Return a folder and those above it that are not there, the innermost first."""
    found = []
    while not folder.exists() and folder != folder.parent:
        found.append(folder)
        folder = folder.parent
    return found


def remove_folders(folders: list[Path]) -> None:
    """Take away folders that were made for nothing; one that holds something stays."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def check_place(path: Path) -> None:
    """Check that a room lies there, on a disk of this machine, in a folder that can be written.

    Raises StoreMissing, StoreOnNetwork, StoreReadOnly.
    """
    if not path.is_file():
        raise StoreMissing(str(path))
    check_network(path.parent)
    ensure_writable(path)


def check_network(folder: Path) -> None:
    """Raise StoreOnNetwork where the folder is mounted from elsewhere."""
    filesystem = filesystem_of(folder)
    if filesystem in _NETWORK_FILESYSTEMS:
        raise StoreOnNetwork(str(folder), filesystem)


def filesystem_of(folder: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """Return the type of the file system a folder lies on; empty where it cannot be told.

    On Windows a UNC path or a mapped drive counts as ``smb3``.
    """
    resolved = folder.resolve()
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 -- Windows only

        remote_drive = 4
        is_remote = resolved.anchor.startswith("\\\\") or (
            ctypes.windll.kernel32.GetDriveTypeW(resolved.anchor) == remote_drive
        )
        return "smb3" if is_remote else ""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, filesystem = "", ""
    for fields in (line.split(" ") for line in lines):
        if len(fields) <= _MOUNT_TYPE:
            continue
        place, kind = fields[1].replace("\\040", " "), fields[_MOUNT_TYPE]
        if resolved.is_relative_to(place) and len(place) >= len(best):
            best, filesystem = place, kind
    return filesystem
