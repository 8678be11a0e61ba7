"""Statements put into a text and taken out of it again, with all that was written around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dutydesk.wording.report_text.stages import WILL_FOLLOW

_HANDLING = re.compile(r"^二、[^。！？\n]{1,20}$", re.MULTILINE)
_HEADING = re.compile(r"^[一二三四五六七八九十]+、[^。！？\n]{1,20}$", re.MULTILINE)


def taken_in(body: str, text: str, ordered: Sequence[str]) -> str:
    """Return the body with a statement in its place among ``ordered``, all that may stand there.

    Without a neighbour it ends the part of what was done, by telephone it stands before the
    closing words.
    """
    if text in body:
        return body
    at = ordered.index(text)
    for before in reversed(ordered[:at]):
        if before in body:
            return _put(body, body.index(before) + len(before), text)
    for behind in ordered[at + 1 :]:
        if behind in body:
            return _put(body, body.index(behind), text)
    return _put(body, _end_of_handling(body), text)


def left_out(body: str, text: str) -> str:
    """Return the body without a statement; where it is not to be found, as it was."""
    return body.replace(text, "", 1)


def _end_of_handling(body: str) -> int:
    part = _HANDLING.search(body)
    if part is not None:
        following = _HEADING.search(body, part.end())
        stop = following.start() if following else len(body)
        return part.end() + len(body[part.end() : stop].rstrip("\n"))
    closing = body.rfind(WILL_FOLLOW)
    return closing if closing >= 0 else len(body)


def _put(body: str, at: int, text: str) -> str:
    # Right behind a heading begins a paragraph of its own.
    line = body[body.rfind("\n", 0, at) + 1 : at]
    gap = "\n" if _HEADING.fullmatch(line) else ""
    return body[:at] + gap + text + body[at:]
