"""What is done about a warning: reported, forwarded, responded to, extended, changed, lifted.

Rules of this file: a step is never changed; nothing is done before the warning came in nor in the
future; of a warning that ended only what was done before its end is added, and its response ended.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.warning import (
    MAX_FIELD,
    MAX_TEXT,
    DraftWarning,
    WarningNotice,
    WarningState,
    WarningStep,
    WarningStepKind,
)
from dutydesk.domain.warning_refusals import (
    ResponseLevelUnfit,
    ResponseNotRunning,
    WarningEnded,
    WarningEndsBeforeStart,
    WarningFieldMissing,
    WarningInFuture,
    WarningStepTooEarly,
    WarningTextTooLong,
)

RESPONSE_LEVELS = range(1, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftWarningStep:
    """What an officer typed about one step; ``id`` is made by the form.

    Of a report and a forward ``to_whom`` is needed, of an extension ``until``; the response has
    its ``level``, ``matter``, ``measures`` and ``until`` (art. 71), of which the level is needed.
    """

    id: str
    warning_id: str
    kind: WarningStepKind
    at: datetime
    to_whom: str = ""
    words: str = ""
    level: int | None = None
    matter: str = ""
    measures: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A warning after a step, and the step as it is put on record."""

    warning: WarningNotice
    step: WarningStep


_TOLD_FIELDS = {
    WarningStepKind.REPORTED: "reported",
    WarningStepKind.FORWARDED: "forwarded",
}
_TOLD = (WarningStepKind.REPORTED, WarningStepKind.FORWARDED)
_IN_FORCE_ONLY = (
    WarningStepKind.RESPONSE_STARTED,
    WarningStepKind.EXTENDED,
    WarningStepKind.CHANGED,
    WarningStepKind.LIFTED,
)


def take(warning: WarningNotice, draft: DraftWarningStep, officer: str, now: datetime) -> Taken:
    """Return the warning after a step.

    Raises WarningInFuture, WarningStepTooEarly, WarningEnded, WarningFieldMissing,
    WarningTextTooLong, ResponseLevelUnfit, ResponseNotRunning, WarningEndsBeforeStart.
    """
    _check_time(warning, draft, now)
    _check_words(draft)
    changes: dict[str, object] = {}
    if draft.kind in _TOLD:
        changes = _told(warning, draft)
    elif draft.kind is WarningStepKind.RESPONSE_STARTED:
        changes = _started(draft)
    elif draft.kind is WarningStepKind.RESPONSE_ENDED:
        changes = _response_ended(warning, draft)
    elif draft.kind is WarningStepKind.EXTENDED:
        changes = _extended(warning, draft)
    elif draft.kind is WarningStepKind.LIFTED:
        changes = {"state": WarningState.LIFTED, "ended_at": draft.at}
    elif draft.kind is WarningStepKind.CHANGED:
        changes = {"state": WarningState.REPLACED, "ended_at": draft.at}
    step = WarningStep(
        id=draft.id,
        warning_id=warning.id,
        kind=draft.kind,
        at=draft.at,
        to_whom=draft.to_whom.strip(),
        words=draft.words.strip(),
        response_level=draft.level,
        until=draft.until,
        officer=officer,
        recorded_at=now,
    )
    return Taken(replace(warning, **changes), step)  # type: ignore[arg-type]


def went_on(old: WarningNotice, new: WarningNotice) -> WarningNotice:
    """Return a warning that takes the place of another, with the response that still runs."""
    if not (old.response_started_at is not None and old.response_ended_at is None):
        return new
    return replace(
        new,
        response_level=old.response_level,
        response_matter=old.response_matter,
        response_measures=old.response_measures,
        response_until=old.response_until,
        response_started_at=old.response_started_at,
    )


def told_steps(draft: DraftWarning, ids: tuple[str, str]) -> Iterator[DraftWarningStep]:
    """Yield what was told already when a warning is put on record, under these ids.

    Raises WarningFieldMissing where only the time or only the receiver is known.
    """
    for (kind, name), step_id in zip(_TOLD_FIELDS.items(), ids, strict=True):
        at, to_whom = getattr(draft, f"{name}_at"), getattr(draft, f"{name}_to")
        if at is not None and not to_whom.strip():
            raise WarningFieldMissing(f"{name}_to")
        if at is None and to_whom.strip():
            raise WarningFieldMissing(f"{name}_at")
        if at is not None:
            yield DraftWarningStep(
                id=step_id, warning_id=draft.id, kind=kind, at=at, to_whom=to_whom
            )


def _check_time(warning: WarningNotice, draft: DraftWarningStep, now: datetime) -> None:
    if draft.at > now:
        raise WarningInFuture("at", draft.at)
    # The form knows minutes: what is done in the minute it came in is not too early.
    since = warning.received_at.replace(second=0, microsecond=0)
    if draft.at < since:
        raise WarningStepTooEarly(draft.at, since)
    if not warning.is_in_force and draft.kind in _IN_FORCE_ONLY:
        raise WarningEnded(warning.warning_no)
    ended = warning.ended_at
    if draft.kind in _TOLD and ended is not None and draft.at > ended:
        raise WarningEnded(warning.warning_no)


def _check_words(draft: DraftWarningStep) -> None:
    if draft.kind in _TOLD and not draft.to_whom.strip():
        raise WarningFieldMissing("to_whom")
    if draft.kind is WarningStepKind.NOTED and not draft.words.strip():
        raise WarningFieldMissing("words")
    for name in ("to_whom", "matter"):
        if len(getattr(draft, name)) > MAX_FIELD:
            raise WarningTextTooLong(name, len(getattr(draft, name)), MAX_FIELD)
    for name in ("words", "measures"):
        if len(getattr(draft, name)) > MAX_TEXT:
            raise WarningTextTooLong(name, len(getattr(draft, name)), MAX_TEXT)


def _told(warning: WarningNotice, draft: DraftWarningStep) -> dict[str, object]:
    """Keep the first time somebody was told: later ones stand as steps."""
    name = _TOLD_FIELDS[draft.kind]
    first: datetime | None = getattr(warning, f"{name}_at")
    if first is not None and first <= draft.at:
        return {}
    return {f"{name}_at": draft.at, f"{name}_to": draft.to_whom.strip()}


def _started(draft: DraftWarningStep) -> dict[str, object]:
    """Begin a response, or go over to another level of one that runs."""
    if draft.level not in RESPONSE_LEVELS:
        raise ResponseLevelUnfit("" if draft.level is None else str(draft.level))
    if draft.until is not None and draft.until <= draft.at:
        raise WarningEndsBeforeStart(draft.at, draft.until)
    return {
        "response_level": draft.level,
        "response_matter": draft.matter.strip(),
        "response_measures": draft.measures.strip(),
        "response_until": draft.until,
        "response_started_at": draft.at,
        "response_ended_at": None,
    }


def _response_ended(warning: WarningNotice, draft: DraftWarningStep) -> dict[str, object]:
    started = warning.response_started_at
    if started is None or not warning.is_response_running:
        raise ResponseNotRunning(warning.warning_no)
    begun = started.replace(second=0, microsecond=0)
    if draft.at < begun:
        raise WarningStepTooEarly(draft.at, begun)
    return {"response_ended_at": draft.at}


def _extended(warning: WarningNotice, draft: DraftWarningStep) -> dict[str, object]:
    if draft.until is None:
        raise WarningFieldMissing("until")
    since = max(draft.at, warning.valid_from or draft.at)
    if draft.until <= since:
        raise WarningEndsBeforeStart(since, draft.until)
    return {"valid_to": draft.until}
