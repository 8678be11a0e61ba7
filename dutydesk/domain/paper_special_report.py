"""What stands on a bulletin-layout report (突发事件信息专报, domain.md §9.2)."""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass

_FIRST = re.compile(r"[一二三四五六七八九十]{1,3}、")
_SECOND = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")
_HEADING_ONLY = 120
"""A numbered paragraph without a full stop is one heading up to this many characters."""


class BodyLevel(StrEnum):
    """How a piece of the body is set: 一、 in 黑体, （一） in 楷体, everything else in 仿宋."""

    FIRST = "first"
    SECOND = "second"
    TEXT = "text"


@dataclass(frozen=True)
class BodyPiece:
    """A stretch of one paragraph in one level; a paragraph is one or two of these."""

    level: BodyLevel
    text: str


@dataclass(frozen=True)
class SpecialReport:
    """One report as printed.

    `issue_no` and `stage` are wordings without brackets (第12期, 续报一), an empty stage prints
    no line. `marks` stand out at the top: 更正第12期, 越级上报. `body` holds paragraphs as signed.
    `timed_at` prints a time line under the text. `copies` is 共印n份, None leaves it out.
    """

    masthead: str
    issue_no: str
    unit: str
    issued_on: date
    title: str
    body: tuple[str, ...]
    is_practice: bool
    stage: str = ""
    urgency: str = ""
    marks: tuple[str, ...] = ()
    timed_at: datetime | None = None
    report_to: tuple[str, ...] = ()
    copy_to: tuple[str, ...] = ()
    drafted_by: str = ""
    reviewed_by: str = ""
    signed_by: str = ""
    phone: str = ""
    copies: int | None = None


def body_pieces(paragraph: str) -> tuple[BodyPiece, ...]:
    """Split a paragraph into its run-in heading and the text after it (domain.md §9.1)."""
    if _FIRST.match(paragraph):
        level = BodyLevel.FIRST
    elif _SECOND.match(paragraph):
        level = BodyLevel.SECOND
    else:
        return (BodyPiece(BodyLevel.TEXT, paragraph),)
    stop = paragraph.find("。")
    if stop < 0:
        only = len(paragraph) <= _HEADING_ONLY
        return (BodyPiece(level if only else BodyLevel.TEXT, paragraph),)
    if stop == len(paragraph) - 1:
        return (BodyPiece(level, paragraph),)
    return (
        BodyPiece(level, paragraph[: stop + 1]),
        BodyPiece(BodyLevel.TEXT, paragraph[stop + 1 :]),
    )
