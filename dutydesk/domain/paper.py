"""Values that stand on more than one paper: signers, open items, checks and the finished file."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.dataclass import dataclass


@dataclass(frozen=True)
class Signature:
    """One signer in a sign block; without a name the paper leaves room to sign by hand."""

    name: str = ""
    at: datetime | None = None


UNSIGNED = Signature()
"""Nobody has signed: the paper leaves room."""


@dataclass(frozen=True)
class OpenItemLine:
    """One 未办结事项 as printed (domain.md §7.10); `due_at` is aware, None without a limit.

    `source` names the entry it began with (日志第3条).
    """

    title: str
    owner: str = ""
    progress: str = ""
    due_at: datetime | None = None
    note: str = ""
    source: str = ""
    is_overdue: bool = False
    is_important: bool = False


@dataclass(frozen=True)
class CheckLine:
    """One line of a checklist; `result` is the wording (正常, 异常, 不适用), empty for 未核对.

    `is_fault` makes an 异常 stand out on paper.
    """

    name: str
    result: str = ""
    note: str = ""
    group: str = ""
    is_fault: bool = False


@dataclass(frozen=True)
class MissingGlyph:
    """A character no font of the paper has: it was printed as 〓, and the officer must be told."""

    character: str
    count: int


@dataclass(frozen=True)
class WordFile:
    """A finished paper for WPS or Word; how many pages it has they decide."""

    content: bytes
    sha256: str


@dataclass(frozen=True)
class Pdf:
    """A finished paper: the very bytes that are previewed, printed and archived under `sha256`."""

    content: bytes
    pages: int
    sha256: str
    missing_glyphs: tuple[MissingGlyph, ...] = ()
