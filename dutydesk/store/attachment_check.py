"""The check of attachments: every file is there, holds what its name says, and has an entry."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dutydesk.domain.verification import PROBLEM_CAP, Problem, ProblemKind
from dutydesk.store import driver
from dutydesk.store.attachment_files import digest_of, kept_in, place_of


def _unasked() -> None:
    return


def check_attachments(
    connection: driver.Connection, folder: Path, ask: Callable[[], None] = _unasked
) -> list[Problem]:
    """Return attachments whose file is missing or damaged, one finding a file.

    ``ask`` is called while files are read, which may take minutes; what it raises ends it.
    """
    found: list[Problem] = []
    sql = "SELECT sha256, min(id), min(name) FROM attachment GROUP BY sha256"
    for row in connection.execute(sql):
        sha256, record_id, name = (_text(part) for part in row)
        kind = _fault(place_of(folder, sha256), sha256, ask)
        if kind is not None and len(found) < PROBLEM_CAP:
            found.append(Problem(kind, "attachment", record_id, sha256, detail=name))
    return found


def orphans(connection: driver.Connection, folder: Path) -> list[Problem]:
    """Return files that no entry and no draft names: left by a power cut, or given up."""
    named = {_text(row[0]) for row in connection.execute("SELECT sha256 FROM attachment")}
    drafts = "".join(_text(row[0]) for row in connection.execute("SELECT content FROM draft"))
    return [
        Problem(ProblemKind.ATTACHMENT_ORPHAN, "attachment", column=file.name)
        for file in kept_in(folder)
        if file.name not in named and file.name not in drafts
    ][:PROBLEM_CAP]


def missing_names(connection: driver.Connection, folder: Path) -> list[str]:
    """Return the names of attachments whose file is not in a folder, in the order of adding."""
    sql = "SELECT sha256, name FROM attachment ORDER BY rowid"
    rows = [(_text(sha256), _text(name)) for sha256, name in connection.execute(sql)]
    return [name for sha256, name in rows if not place_of(folder, sha256).is_file()]


def _fault(file: Path, sha256: str, ask: Callable[[], None]) -> ProblemKind | None:
    try:
        is_whole = digest_of(file, lambda _count: ask()) == sha256
    except FileNotFoundError:
        return ProblemKind.ATTACHMENT_MISSING
    except OSError:
        is_whole = False
    return None if is_whole else ProblemKind.ATTACHMENT_DAMAGED


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
