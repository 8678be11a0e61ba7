"""What becomes of an open item: notes of progress, its closing, its being taken up again.

Rules of this file: a note is only ever added; an item that was closed by mistake or too early is
taken up again with a reason, and both stay on file, so that a signed sheet reads as it did.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import AHEAD_ALLOWED, MAX_FIELD, Recorder
from dutydesk.domain.errors import Refusal
from dutydesk.domain.open_item import OpenItem, OpenItemStatus, check_length

# How many of the latest notes a handover and a paper show.
LATEST = 3


class ProgressKind(StrEnum):
    """进展, 办结, 重新办理."""

    NOTE = "note"
    CLOSED = "closed"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftProgress:
    """What an officer typed; ``id`` is made by the form, so that saving twice writes once."""

    id: str
    item_id: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItemProgress:
    """One step of an item; ``at`` is when it happened, ``recorded_at`` when it was written."""

    id: str
    item_id: str
    kind: ProgressKind
    at: datetime
    text: str
    officer_id: str | None
    recorder: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class FollowedItem:
    """An open item with everything that became of it, oldest first."""

    item: OpenItem
    progress: tuple[OpenItemProgress, ...] = ()

    @property
    def notes(self) -> tuple[OpenItemProgress, ...]:
        """The notes of progress alone."""
        return tuple(one for one in self.progress if one.kind is ProgressKind.NOTE)

    @property
    def latest(self) -> OpenItemProgress | None:
        """What became of it last."""
        return self.progress[-1] if self.progress else None


@dataclass(eq=False)
class ProgressTextMissing(Refusal):
    """A note of progress says what was done."""


@dataclass(eq=False)
class ProgressTextTooLong(Refusal):
    """The note is longer than is taken; ``limit`` in characters."""

    length: int
    limit: int


@dataclass(eq=False)
class ProgressInFuture(Refusal):
    """Progress cannot have happened ahead of the clock."""

    at: datetime
    now: datetime


@dataclass(eq=False)
class OpenItemStillOpen(Refusal):
    """Only what was closed is taken up again."""

    title: str


@dataclass(eq=False)
class ReopenReasonMissing(Refusal):
    """Taking an item up again says why."""


@dataclass(frozen=True, slots=True)
class Step:
    """The circumstances of a step: its id, who writes it, the clock."""

    id: str
    recorder: Recorder
    now: datetime


def accept_progress(draft: DraftProgress, recorder: Recorder, now: datetime) -> OpenItemProgress:
    """Return the note that goes on record.

    Raises ProgressTextMissing, ProgressTextTooLong, ProgressInFuture.
    """
    if not draft.text.strip():
        raise ProgressTextMissing
    if len(draft.text) > MAX_FIELD:
        raise ProgressTextTooLong(len(draft.text), MAX_FIELD)
    if draft.at > now + AHEAD_ALLOWED:
        raise ProgressInFuture(draft.at, now)
    step = _move(draft.item_id, ProgressKind.NOTE, draft.text, Step(draft.id, recorder, now))
    return replace(step, at=draft.at)


def closed(item: OpenItem, result: str, step: Step) -> FollowedItem:
    """Return the item closed now with the step that says so; raises OpenItemTextTooLong."""
    check_length("result", result)
    after = replace(
        item,
        status=OpenItemStatus.CLOSED,
        result=result,
        closed_at=step.now,
        closed_by=step.recorder.name,
    )
    return FollowedItem(after, (_move(item.id, ProgressKind.CLOSED, result, step),))


def reopened(item: OpenItem, reason: str, step: Step) -> FollowedItem:
    """Return a closed item taken up again; its result stays in its steps.

    A time limit that has passed meanwhile is kept: it says how late the matter is.
    Raises OpenItemStillOpen, ReopenReasonMissing, OpenItemTextTooLong.
    """
    if item.status is OpenItemStatus.OPEN:
        raise OpenItemStillOpen(item.title)
    if not reason.strip():
        raise ReopenReasonMissing
    check_length("reason", reason)
    after = replace(item, status=OpenItemStatus.OPEN, result="", closed_at=None, closed_by=None)
    return FollowedItem(after, (_move(item.id, ProgressKind.REOPENED, reason, step),))


def closing_at(
    item: OpenItem, progress: Iterable[OpenItemProgress], at: datetime | None
) -> tuple[datetime, str] | None:
    """Return when and with what result an item was closed as it stood at an instant; None now.

    Items closed before steps were kept say so themselves.
    """
    if at is None:
        return (item.closed_at, item.result) if item.closed_at else None
    moves = [one for one in progress if one.kind is not ProgressKind.NOTE]
    by_then = [one for one in moves if one.recorded_at <= at]
    if by_then:
        last = by_then[-1]
        return (last.recorded_at, last.text) if last.kind is ProgressKind.CLOSED else None
    if not moves and item.closed_at is not None and item.closed_at <= at:
        return item.closed_at, item.result
    return None


def latest_notes(
    progress: Sequence[OpenItemProgress], most: int = LATEST
) -> tuple[OpenItemProgress, ...]:
    """Return what became of an item last, oldest first; a closing that was taken back counts."""
    return tuple(progress[-most:])


def _move(item_id: str, kind: ProgressKind, text: str, step: Step) -> OpenItemProgress:
    return OpenItemProgress(
        id=step.id,
        item_id=item_id,
        kind=kind,
        at=step.now,
        text=text,
        officer_id=step.recorder.officer_id,
        recorder=step.recorder.name,
        recorded_at=step.now,
    )
