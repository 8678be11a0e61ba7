"""What followed the end of incidents on file; only ever added."""

from __future__ import annotations

from typing import TypeVar

from dutydesk.domain.incident_closing import (
    IncidentArchive,
    IncidentLooseEnd,
    IncidentReview,
    Rectification,
)
from dutydesk.store.mapping import Mapper
from dutydesk.store.rows import Rows

LOOSE_END = Mapper(IncidentLooseEnd, "incident_loose_end")
REVIEW = Mapper(IncidentReview, "incident_review")
RECTIFICATION = Mapper(Rectification, "rectification")
ARCHIVE = Mapper(IncidentArchive, "incident_archive")

V = TypeVar("V")


class IncidentClosingTable:
    """Reads and adds; nothing of it is ever changed."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def answers_of(self, incident_id: str) -> tuple[IncidentLooseEnd, ...]:
        """Return what was said about loose ends, oldest first."""
        return self._of(LOOSE_END, incident_id)

    def reviews_of(self, incident_id: str) -> tuple[IncidentReview, ...]:
        """Return the reviews, oldest first."""
        return self._of(REVIEW, incident_id)

    def review(self, review_id: str) -> IncidentReview | None:
        """Return one review."""
        found = self._some(REVIEW, "WHERE id = ?", review_id)
        return found[0] if found else None

    def rectifications_of(self, incident_id: str) -> tuple[Rectification, ...]:
        """Return what has to be mended, in the order of deciding."""
        return self._of(RECTIFICATION, incident_id)

    def archive_of(self, incident_id: str) -> IncidentArchive | None:
        """Return that an incident was filed."""
        found = self._of(ARCHIVE, incident_id)
        return found[0] if found else None

    def add_answer(self, answer: IncidentLooseEnd) -> None:
        """Add an answer."""
        self._rows.append(LOOSE_END.table, LOOSE_END.to_row(answer))

    def add_review(self, review: IncidentReview) -> None:
        """Add a review."""
        self._rows.append(REVIEW.table, REVIEW.to_row(review))

    def add_rectification(self, rectification: Rectification) -> None:
        """Add where an open item came from."""
        self._rows.append(RECTIFICATION.table, RECTIFICATION.to_row(rectification))

    def add_archive(self, archive: IncidentArchive) -> None:
        """Add that an incident was filed."""
        self._rows.append(ARCHIVE.table, ARCHIVE.to_row(archive))

    def _of(self, mapper: Mapper[V], incident_id: str) -> tuple[V, ...]:
        return self._some(mapper, "WHERE incident_id = ?", incident_id)

    def _some(self, mapper: Mapper[V], where: str, *parameters: object) -> tuple[V, ...]:
        found = self._rows.query(
            f"SELECT {mapper.columns} FROM {mapper.table} {where} ORDER BY rowid", parameters
        )
        return tuple(mapper.from_row(row) for row in found)
