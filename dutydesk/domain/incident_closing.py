"""What follows the end of an incident: loose ends, review 复盘, rectification, archive (§6).

Rules of this file: nothing is filed without a final report or an exit reason; what is still open
warns and is answered, it does not block; a review is never changed, another one is added; what has
to be mended is an open item and lives on when the incident is in the archive.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.incident import Incident, IncidentStatus
from dutydesk.domain.incident_notice import check_texts
from dutydesk.domain.incident_refusals import FinalReportMissing
from dutydesk.domain.open_item import OpenItem

MAX_REVIEW = 5_000


class LooseEndKind(StrEnum):
    """领导批示未办结, 稿件未报出, 时限仍在计时, 事项未办结."""

    DIRECTIVE = "directive"
    REPORT_DRAFT = "report_draft"
    CLOCK = "clock"
    OPEN_ITEM = "open_item"


class ClosingStep(StrEnum):
    """结束, 归档."""

    CLOSE = "close"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class LooseEnd:
    """Something of the incident that is still open, said in ``words``."""

    kind: LooseEndKind
    record_id: str
    words: str


@dataclass(frozen=True, slots=True)
class LooseEndAnswer:
    """What an officer said about one: who goes on with it, why it can stay."""

    end: LooseEnd
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentLooseEnd:
    """An answer on record."""

    id: str
    incident_id: str
    kind: LooseEndKind
    record_id: str
    words: str
    answer: str
    step: ClosingStep
    answered_at: datetime
    answered_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReview:
    """What a review found; ``id`` is made by the form."""

    id: str
    incident_id: str
    went_well: str = ""
    problems: str = ""
    lessons: str = ""
    attendees: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentReview:
    """A review on record."""

    id: str
    incident_id: str
    went_well: str
    problems: str
    lessons: str
    attendees: str
    reviewed_at: datetime
    reviewed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRectification:
    """What has to be mended, by whom and by when; ``id`` becomes that of the open item."""

    id: str
    incident_id: str
    title: str
    owner: str
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectification:
    """Where an open item came from."""

    id: str
    incident_id: str
    item_id: str
    decided_at: datetime
    decided_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentArchive:
    """That an incident was filed, by whom and when."""

    id: str
    incident_id: str
    archived_at: datetime
    archived_by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClosingSheet:
    """All that followed the end of one incident."""

    incident: Incident
    loose_ends: tuple[LooseEnd, ...]
    answers: tuple[IncidentLooseEnd, ...]
    reviews: tuple[IncidentReview, ...]
    rectifications: tuple[OpenItem, ...]
    archive: IncidentArchive | None = None


@dataclass(eq=False)
class IncidentStillRunning(Refusal):
    """The incident has not ended: there is nothing to file or to review yet."""

    incident_no: str


@dataclass(eq=False)
class ReviewEmpty(Refusal):
    """A review says something."""


@dataclass(eq=False)
class RectificationOwnerMissing(Refusal):
    """Somebody has to mend it."""


@dataclass(eq=False)
class LooseEndUnanswered(Refusal):
    """Something is still open and nobody said what becomes of it."""

    words: str


def archived(incident: Incident, *, is_reported_out: bool) -> Incident:
    """Return the incident in the archive; raises IncidentStillRunning, FinalReportMissing."""
    if not incident.is_closed:
        raise IncidentStillRunning(incident.incident_no)
    if incident.exit_reason is None and not is_reported_out:
        raise FinalReportMissing(incident.incident_no)
    return replace(incident, status=IncidentStatus.ARCHIVED)


def check_review(draft: DraftReview, incident: Incident) -> None:
    """Accept a review; raises IncidentStillRunning, ReviewEmpty, NoticeTextTooLong."""
    if not incident.is_closed:
        raise IncidentStillRunning(incident.incident_no)
    texts = {name: getattr(draft, name) for name in ("went_well", "problems", "lessons")}
    if not any(text.strip() for text in texts.values()):
        raise ReviewEmpty
    check_texts({name: (text, MAX_REVIEW) for name, text in texts.items()})
    check_texts({"attendees": (draft.attendees, MAX_REVIEW)})


def all_answered(ends: Iterable[LooseEnd], answers: Sequence[LooseEndAnswer]) -> None:
    """Raise LooseEndUnanswered for the first that nobody answered."""
    answered = {one.end for one in answers if one.answer.strip()}
    for end in ends:
        if end not in answered:
            raise LooseEndUnanswered(end.words)
