"""Masking of affected people's data once an incident has ended, and the decision on it (§10).

Rules of this file: a person decides to mask, to keep or, as administrator, to show again; every
decision stays on record with its time, author and reason; the last one holds. Screens, papers and
exports get masked values; the tables and the journal keep what was written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar, cast

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.deadline_limit import IncidentFile
from dutydesk.domain.errors import Refusal
from dutydesk.domain.incident import Incident
from dutydesk.domain.incident_closing import IncidentStillRunning
from dutydesk.domain.personal_word import NAME_LIMIT, Masker

V = TypeVar("V")

# What identifies a record or is looked up by others is no text about people.
_KEPT = frozenset({"id", "incident_id", "incident_no", "category", "kind", "level", "status"})

MOST_WORDS = 200


class MaskingDecision(StrEnum):
    """遮盖, 保留原文, 恢复显示."""

    MASK = "mask"
    KEEP = "keep"
    UNMASK = "unmask"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftMasking:
    """A decision as given; ``id`` is made by the form, ``words`` are what is masked."""

    id: str
    incident_id: str
    decision: MaskingDecision
    words: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentMasking:
    """A decision on record."""

    id: str
    incident_id: str
    decision: MaskingDecision
    words: tuple[str, ...]
    reason: str
    decided_at: datetime
    decided_by: str


@dataclass(eq=False)
class MaskingWordsMissing(Refusal):
    """Masking says what is masked."""


@dataclass(eq=False)
class MaskingReasonMissing(Refusal):
    """Keeping data, or showing them again, says why."""

    decision: MaskingDecision


@dataclass(eq=False)
class MaskingWordUnfit(Refusal):
    """A word that is too short to be masked without hitting others, or too long."""

    word: str
    limit: int


@dataclass(eq=False)
class NothingMasked(Refusal):
    """There is nothing to show again."""

    incident_no: str


def checked_masking(
    draft: DraftMasking, incident: Incident, before: IncidentMasking | None
) -> DraftMasking:
    """Return the decision as it goes on record.

    Raises IncidentStillRunning, MaskingWordsMissing, MaskingWordUnfit, MaskingReasonMissing,
    NothingMasked.
    """
    if not incident.is_closed:
        raise IncidentStillRunning(incident.incident_no)
    if draft.decision is not MaskingDecision.MASK:
        if not draft.reason.strip():
            raise MaskingReasonMissing(draft.decision)
        is_masked = before is not None and before.decision is MaskingDecision.MASK
        if draft.decision is MaskingDecision.UNMASK and not is_masked:
            raise NothingMasked(incident.incident_no)
        return replace(draft, words=())
    words = tuple(dict.fromkeys(word.strip() for word in draft.words if word.strip()))
    if not words or len(words) > MOST_WORDS:
        raise MaskingWordsMissing
    for word in words:
        if len(word) < 2 or len(word) > NAME_LIMIT:  # noqa: PLR2004 -- one sign hits everything
            raise MaskingWordUnfit(word, NAME_LIMIT)
    return replace(draft, words=words)


def masker_of(decisions: Sequence[IncidentMasking]) -> Masker | None:
    """Return what masks now; None while nothing is masked."""
    last = decisions[-1] if decisions else None
    if last is None or last.decision is not MaskingDecision.MASK:
        return None
    return Masker(last.words)


def masked(value: V, masker: Masker | None) -> V:
    """Return a record or paper with every text in it masked, however deep."""
    if masker is None:
        return value
    changed: dict[str, Any] = {}
    for field in fields(cast("Any", value)):
        before = getattr(value, field.name)
        after = before if field.name in _KEPT else _masked(before, masker)
        if after != before:
            changed[field.name] = after
    return cast("V", replace(cast("Any", value), **changed)) if changed else value


def masked_file(file: IncidentFile, masker: Masker) -> IncidentFile:
    """Return the file of an incident with every text of it masked."""
    return replace(
        file,
        incident=masked(file.incident, masker),
        gradings=tuple(masked(one, masker) for one in file.gradings),
        reports=tuple(masked(one, masker) for one in file.reports),
    )


def _masked(value: Any, masker: Masker) -> Any:
    # An enum is a text too, and stays what it is.
    if isinstance(value, StrEnum):
        return value
    if isinstance(value, str):
        return masker.text(value)
    if isinstance(value, tuple | list):
        return type(value)(_masked(one, masker) for one in value)
    if isinstance(value, Mapping):
        return {name: _masked(one, masker) for name, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return masked(value, masker)
    return value
