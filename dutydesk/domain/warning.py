"""Warnings 预警: what was issued, to whom it was told in time, how it ended (notes §5.3, §7.6).

Rules of this file: kind, colour, who issued it, when, and when it came in are needed; of what a
notice must state by law the rest is asked for and its absence said, never refused. Warning level
(colour) and response level are different facts: the second is set by the plan.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_refusals import (
    WarningEndsBeforeStart,
    WarningFieldMissing,
    WarningInFuture,
    WarningTextTooLong,
)

MAX_FIELD = 500
MAX_TEXT = 5_000


class WarningState(StrEnum):
    """在效, 已变更 (another warning took its place), 已解除."""

    IN_FORCE = "in_force"
    REPLACED = "replaced"
    LIFTED = "lifted"


class WarningStepKind(StrEnum):
    """报告, 转发, 启动响应, 终止响应, 延续, 变更, 解除, 记事: what was done about a warning."""

    REPORTED = "reported"
    FORWARDED = "forwarded"
    RESPONSE_STARTED = "response_started"
    RESPONSE_ENDED = "response_ended"
    EXTENDED = "extended"
    CHANGED = "changed"
    LIFTED = "lifted"
    NOTED = "noted"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftWarning:
    """What an officer typed; ``id`` is made by the form, so that saving twice writes once.

    ``replaces`` is the warning this one takes over, ``entry_id`` the log entry that tells of it
    already; what that entry says was told, and when, is put on record with it.
    """

    id: str
    kind: str
    color: WarningColor
    issued_by: str
    issued_at: datetime
    received_at: datetime
    content: str = ""
    title: str = ""
    doc_no: str = ""
    area: str = ""
    measures: str = ""
    cause: str = ""
    period: str = ""
    impact: str = ""
    channels: tuple[str, ...] = ()
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    replaces: str | None = None
    entry_id: str | None = None
    reported_at: datetime | None = None
    reported_to: str = ""
    forwarded_at: datetime | None = None
    forwarded_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningNotice:
    """One warning on record as it now stands (the fields of notes §7.6 and of the filing form).

    ``reported_at`` and ``forwarded_at`` are those of the first time; ``response_level`` counts 1
    (highest) to 4.
    """

    id: str
    warning_no: str
    kind: str
    color: WarningColor
    title: str
    issued_by: str
    doc_no: str
    issued_at: datetime
    received_at: datetime
    valid_from: datetime | None
    valid_to: datetime | None
    area: str
    content: str
    measures: str
    cause: str
    period: str
    impact: str
    channels: tuple[str, ...]
    state: WarningState
    recorder: str
    recorded_at: datetime
    entry_id: str | None = None
    replaces: str | None = None
    reported_at: datetime | None = None
    reported_to: str = ""
    forwarded_at: datetime | None = None
    forwarded_to: str = ""
    response_level: int | None = None
    response_matter: str = ""
    response_measures: str = ""
    response_until: datetime | None = None
    response_started_at: datetime | None = None
    response_ended_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def is_in_force(self) -> bool:
        """Tell whether it was neither lifted nor replaced; a validity run out ends nothing."""
        return self.state is WarningState.IN_FORCE

    @property
    def is_response_running(self) -> bool:
        """Tell whether the response goes on; it may outlast the warning, until it is ended."""
        is_begun = self.response_started_at is not None and self.response_ended_at is None
        return is_begun and self.state is not WarningState.REPLACED

    @property
    def is_open(self) -> bool:
        """Tell whether something can still be done about it."""
        return self.is_in_force or self.is_response_running

    def is_expired(self, now: datetime) -> bool:
        """Tell whether it is in force though its validity ran out."""
        return self.is_in_force and self.valid_to is not None and self.valid_to <= now


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningStep:
    """One thing done about a warning, never changed afterwards.

    ``until`` is how long a response is expected to run, or to when the warning was extended.
    """

    id: str
    warning_id: str
    kind: WarningStepKind
    at: datetime
    to_whom: str
    words: str
    response_level: int | None = None
    until: datetime | None = None
    officer: str
    recorded_at: datetime
    entry_id: str | None = None


class WarningFinding(StrEnum):
    """What an officer should know of a warning; the first four are asked for by law (art. 64)."""

    NO_START = "no_start"
    NO_AREA = "no_area"
    NO_CONTENT = "no_content"
    NO_MEASURES = "no_measures"
    KIND_UNLISTED = "kind_unlisted"
    COLOR_UNUSUAL = "color_unusual"
    ISSUED_AFTER_RECEIVED = "issued_after_received"
    SAME_IN_FORCE = "same_in_force"


@dataclass(frozen=True, slots=True)
class Registering:
    """The circumstances of registering: the number, the clock, and who."""

    warning_no: str
    now: datetime
    recorder: str


_REQUIRED = ("kind", "issued_by")
_LINES = (*_REQUIRED, "title", "doc_no", "period", "reported_to", "forwarded_to")
_TEXTS = ("content", "area", "measures", "cause", "impact")


def accept(draft: DraftWarning, given: Registering) -> WarningNotice:
    """Return the warning that is put on record.

    Raises WarningFieldMissing, WarningTextTooLong, WarningInFuture, WarningEndsBeforeStart.
    """
    _check(draft, given.now)
    return WarningNotice(
        id=draft.id,
        warning_no=given.warning_no,
        kind=draft.kind.strip(),
        color=draft.color,
        title=draft.title.strip(),
        issued_by=draft.issued_by.strip(),
        doc_no=draft.doc_no.strip(),
        issued_at=draft.issued_at,
        received_at=draft.received_at,
        valid_from=draft.valid_from,
        valid_to=draft.valid_to,
        area=draft.area.strip(),
        content=draft.content.strip(),
        measures=draft.measures.strip(),
        cause=draft.cause.strip(),
        period=draft.period.strip(),
        impact=draft.impact.strip(),
        channels=tuple(one.strip() for one in draft.channels if one.strip()),
        state=WarningState.IN_FORCE,
        recorder=given.recorder,
        recorded_at=given.now,
        entry_id=draft.entry_id,
        replaces=draft.replaces,
    )


def missing(warning: DraftWarning | WarningNotice) -> tuple[WarningFinding, ...]:
    """Return what a notice must state by law and this one does not (art. 64)."""
    said = {
        WarningFinding.NO_START: warning.valid_from is not None,
        WarningFinding.NO_AREA: bool(warning.area.strip()),
        WarningFinding.NO_CONTENT: bool(warning.content.strip()),
        WarningFinding.NO_MEASURES: bool(warning.measures.strip()),
    }
    return tuple(finding for finding, is_said in said.items() if not is_said)


def _check(draft: DraftWarning, now: datetime) -> None:
    for name in _REQUIRED:
        if not getattr(draft, name).strip():
            raise WarningFieldMissing(name)
    lengths = {name: (len(getattr(draft, name)), MAX_FIELD) for name in _LINES}
    lengths |= {name: (len(getattr(draft, name)), MAX_TEXT) for name in _TEXTS}
    lengths["channels"] = (len("、".join(draft.channels)), MAX_FIELD)
    for name, (length, limit) in lengths.items():
        if length > limit:
            raise WarningTextTooLong(name, length, limit)
    _check_times(draft, now)


def _check_times(draft: DraftWarning, now: datetime) -> None:
    for name in ("issued_at", "received_at", "reported_at", "forwarded_at"):
        at = getattr(draft, name)
        if at is not None and at > now:
            raise WarningInFuture(name, at)
    starts_at = draft.valid_from or draft.issued_at
    if draft.valid_to is not None and draft.valid_to <= starts_at:
        raise WarningEndsBeforeStart(starts_at, draft.valid_to)
