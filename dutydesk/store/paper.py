"""The register of papers that left the desk, and the archive of their very files."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from dutydesk.domain.paper_issue import PaperFormat, PaperIssue, PaperKind
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows
from dutydesk.store.safe_copy import sync_file, sync_folder

PAPER_ISSUE = Mapper(PaperIssue, "paper_issue")

ARCHIVE = "papers"


class PaperTable:
    """Reads and writes the register."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def next_copy_no(self, kind: PaperKind, subject: str) -> int:
        """Return the number of the next copy of one paper, from 1."""
        found = self._rows.one(
            "SELECT max(copy_no) FROM paper_issue WHERE kind = ? AND subject = ?",
            (kind.value, subject),
        )
        return int((found[0] if found else 0) or 0) + 1

    def put(self, issue: PaperIssue) -> None:
        """Write one issue."""
        self._rows.put(PAPER_ISSUE.table, PAPER_ISSUE.to_row(issue))

    def all(self) -> list[PaperIssue]:
        """Return every issue in order."""
        found = self._rows.query(f"SELECT {PAPER_ISSUE.columns} FROM paper_issue ORDER BY rowid")
        return [PAPER_ISSUE.from_row(row) for row in found]


def write_file(target: Path, content: bytes) -> None:
    """Write a file whole or not at all, and force it to disk; raises OSError."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    pending = target.with_name(target.name + ".tmp")
    try:
        pending.write_bytes(content)
        sync_file(pending)
        pending.replace(target)
    finally:
        pending.unlink(missing_ok=True)
    sync_folder(target.parent)


def archive(
    folder: Path, sha256: str, content: bytes, ending: PaperFormat = PaperFormat.PDF
) -> bool:
    """Keep the file under its hash; tell whether it was not there before. Raises OSError."""
    place = folder / ARCHIVE
    place.mkdir(exist_ok=True)
    target = place / f"{sha256}.{ending.value}"
    if target.exists():
        return False
    write_file(target, content)
    return True


def take_out(folder: Path, sha256: str, ending: PaperFormat = PaperFormat.PDF) -> None:
    """Take a file out of the archive again that was put there for nothing."""
    place = folder / ARCHIVE
    with suppress(OSError):
        (place / f"{sha256}.{ending.value}").unlink()
        place.rmdir()
