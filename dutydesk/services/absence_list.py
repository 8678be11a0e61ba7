"""Composes the list of absences of a span."""

from __future__ import annotations

from datetime import timedelta

from dutydesk.domain.absence_change import steps
from dutydesk.domain.absence_notice import AbsenceNotice
from dutydesk.domain.clock import Clock
from dutydesk.domain.instants import china, china_instant
from dutydesk.domain.paper_absence_list import AbsenceChangeLine, AbsenceList, AbsenceRow
from dutydesk.domain.paper_issue import PaperRequest
from dutydesk.domain.paper_span import span_of
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording import absence_notice as words


class AbsenceListService:
    """Reads what stands on the list."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def absences(self, request: PaperRequest) -> AbsenceList:
        """Return the notices that touch the days asked for; raises SpanUnclear, SpanReversed."""
        span = span_of(request, china(self._clock.now()).date())
        since = china_instant(span.since, 0, 0)
        until = china_instant(span.until + timedelta(days=1), 0, 0)
        with self._store.reading() as tables:
            room = tables.room.get()
            found = tables.absence_notice.between(since, until)
            rows = tuple(self._row(tables, notice) for notice in found)
        return AbsenceList(room.unit, span, room.is_practice, rows)

    def _row(self, tables: Tables, notice: AbsenceNotice) -> AbsenceRow:
        changes = tables.absence_notice.changes_of(notice.id)
        state = notice.state(self._clock.now())
        return AbsenceRow(
            person=notice.person,
            place_of_work=words.who(notice.unit, notice.post, ""),
            starts_at=notice.starts_at,
            ends_at=notice.ends_at,
            place=notice.place,
            reason=notice.reason,
            acting=words.acting(notice),
            approved_by=notice.approved_by,
            filed_at=notice.filed_at,
            recorder=notice.recorder,
            is_late=notice.is_late,
            is_cancelled=notice.is_cancelled,
            back_at=notice.back_at,
            state=words.ABSENCE_STATE[state] if notice.is_running else "",
            changes=tuple(
                AbsenceChangeLine(words.change_word(one), words.printed_change(one))
                for one in steps(notice, changes)
            ),
        )
