"""Where each sentence of a report comes from: a log entry, a fact, an earlier report, or a hand.

Rules of this file: a sentence that was edited keeps its source for as long as it is more alike
than not; what was retyped is 自拟. Headings are no sentences. Nothing is marked in the text, so a
draft, a pasted text and one from the command line are traced alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass


class OriginKind(StrEnum):
    """日志, 事件要素, 上次报告, 自拟."""

    ENTRY = "entry"
    FACT = "fact"
    REPORT = "report"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a sentence was made from: ``name`` is the id of entry or report, or names of facts.

    ``said`` is what stood there then, in words: entries are corrected and facts change.
    """

    kind: OriginKind
    name: str = ""
    said: str = ""


BY_HAND = Origin(OriginKind.HAND)


@dataclass(frozen=True, slots=True)
class Statement:
    """A piece of text with its origin; a heading or a phrase of form has none."""

    text: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class TracedSentence:
    """One sentence of a text, from ``start`` to before ``stop``, and where it comes from."""

    text: str
    start: int
    stop: int
    origin: Origin


@dataclass(frozen=True, kw_only=True)
class ReportSource:
    """The same, kept with a report that was sent."""

    id: str
    report_id: str
    sentence_no: int
    start_index: int
    stop_index: int
    origin: OriginKind
    entry_id: str | None = None
    earlier_report_id: str | None = None
    fact: str = ""
    said: str = ""


ALIKE = 0.6
"""From here on an edited sentence is still the one that was proposed."""

_LONGEST = 400
"""What lies behind is not compared: two texts of thousands of signs would take seconds."""

_HELD = 6
"""A statement of so many signs that stands whole in a sentence is its source."""

_HEADING = re.compile(r"[一二三四五六七八九十]+、[^。！？]{1,20}")
_SENTENCE = re.compile(r"[^。！？\n]*[。！？]+[”」』）]*|[^。！？\n]+")


def sentences(body: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text stand, headings left out."""
    found = []
    for match in _SENTENCE.finditer(body):
        said = match.group()
        text = said.strip()
        if not text or _HEADING.fullmatch(text):
            continue
        start = match.start() + said.index(text)
        found.append((start, start + len(text)))
    return found


def trace(body: str, statements: Iterable[Statement]) -> list[TracedSentence]:
    """Return every sentence of a text with the statement it comes from, by likeness."""
    pieces = _pieces(statements)
    exact = {_plain(piece): origin for piece, origin in reversed(pieces)}
    known: dict[str, Origin] = {}
    traced = []
    for start, stop in sentences(body):
        text = body[start:stop]
        if text not in known:
            known[text] = exact.get(_plain(text)) or _likest(text, pieces)
        traced.append(TracedSentence(text, start, stop, known[text]))
    return traced


def sentence_at(body: str, position: int) -> tuple[int, int] | None:
    """Return the sentence a cursor stands in or right behind; None on a heading."""
    here = [one for one in sentences(body) if one[0] <= position <= one[1]]
    # Between two sentences the cursor belongs to the one that begins there.
    return here[-1] if here else None


def source_of(traced: TracedSentence, record_id: str, report_id: str, no: int) -> ReportSource:
    """Return the row that keeps where one sentence of a report came from."""
    origin = traced.origin
    return ReportSource(
        id=record_id,
        report_id=report_id,
        sentence_no=no,
        start_index=traced.start,
        stop_index=traced.stop,
        origin=origin.kind,
        entry_id=origin.name if origin.kind is OriginKind.ENTRY else None,
        earlier_report_id=origin.name if origin.kind is OriginKind.REPORT else None,
        fact=origin.name if origin.kind is OriginKind.FACT else "",
        said=origin.said,
    )


def origin_of(source: ReportSource) -> Origin:
    """Return the origin a row keeps."""
    name = source.entry_id or source.earlier_report_id or source.fact
    return Origin(source.origin, name, source.said)


def _pieces(statements: Iterable[Statement]) -> list[tuple[str, Origin]]:
    return [
        (one.text[start:stop], one.origin)
        for one in statements
        if one.origin is not None
        for start, stop in sentences(one.text)
    ]


def _likest(text: str, pieces: Sequence[tuple[str, Origin]]) -> Origin:
    plain = _plain(text)[:_LONGEST]
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(plain)
    best, found = ALIKE, BY_HAND
    for piece, origin in pieces:
        said = _plain(piece)[:_LONGEST]
        if len(said) >= _HELD and said in plain:
            return origin
        matcher.set_seq1(said)
        if matcher.real_quick_ratio() < best or matcher.quick_ratio() < best:
            continue
        ratio = matcher.ratio()
        if ratio >= best:
            best, found = ratio, origin
    return found


def _plain(text: str) -> str:
    """Return a text without spaces and the sign it ends with, which are no words."""
    return "".join(text.split()).rstrip("。！？；")
