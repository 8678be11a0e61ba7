"""Composes the ledger of directives and the list of what is open, for their papers."""

from __future__ import annotations

from datetime import timedelta

from dutydesk.domain.clock import Clock
from dutydesk.domain.directive import FollowedDirective
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.instants import china, china_instant
from dutydesk.domain.paper_directive_ledger import ChaseLine, DirectiveLedger, DirectiveRow
from dutydesk.domain.paper_issue import PaperRequest
from dutydesk.domain.paper_open_item_list import OpenItemList
from dutydesk.domain.paper_span import span_of
from dutydesk.store import handover_view
from dutydesk.store.carried_directive import carried_directives
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables
from dutydesk.wording.directive import (
    DIRECTIVE_FORM,
    DIRECTIVE_STATUS,
    ENTRY_WITHDRAWN,
    receiver,
)
from dutydesk.wording.handover_record import open_item_line
from dutydesk.wording.when import day

_DAY = timedelta(days=1)


class DirectiveLedgerService:
    """Reads what stands on the two papers of what is followed until it is closed."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def ledger(self, request: PaperRequest) -> DirectiveLedger:
        """Return the directives given in a span of days; raises SpanUnclear, SpanReversed.

        A directive of 23:59 belongs to that day, one of midnight to the next.
        """
        now = self._clock.now()
        span = span_of(request, china(now).date())
        since = china_instant(span.since, 0, 0)
        until = china_instant(span.until + _DAY, 0, 0)
        with self._store.reading() as tables:
            room = tables.room.get()
            found = tables.directive.followed(since=since, until=until)
            lines = tables.incident_masking.of_entries(found, lambda one: one.directive.entry_id)
            rows = tuple(self._row(tables, line) for line in lines)
        return DirectiveLedger(
            room.unit,
            span,
            room.is_practice,
            rows,
            closed_count=sum(line.directive.is_closed for line in lines),
            overdue_count=sum(row.is_overdue for row in rows),
        )

    def open_items(self) -> OpenItemList:
        """Return everything that is open now, as a handover would print it."""
        now = self._clock.now()
        today = china(now).date()
        with self._store.reading() as tables:
            room = tables.room.get()
            shift = tables.shift.running()
            duty_date = shift.duty_date if shift else today
            items = [handover_view.carried_item(tables, one) for one in tables.open_item.open()]
            directives = carried_directives(tables)
        return OpenItemList(
            room.unit,
            now,
            room.is_practice,
            tuple(open_item_line(one, now, duty_date) for one in items),
            tuple(open_item_line(one, now, duty_date) for one in directives),
        )

    def _row(self, tables: Tables, followed: FollowedDirective) -> DirectiveRow:
        line = followed.directive
        listed = tables.duty_log.by_id(line.entry_id)
        return DirectiveRow(
            leader=line.leader,
            at=line.at,
            form=DIRECTIVE_FORM[line.form],
            text=line.text.strip(),
            status=DIRECTIVE_STATUS[line.status],
            carrier=line.carrier,
            source=_source(listed, followed) if listed else "",
            passed_to=receiver(line),
            passed_at=line.passed_at,
            receipt_by=line.receipt_by,
            receipt_at=line.receipt_at,
            due_at=line.due_at,
            chases=tuple(
                ChaseLine(one.at, one.text.strip(), one.reply.strip()) for one in followed.chases
            ),
            feedback=line.feedback.strip(),
            feedback_at=line.feedback_at,
            was_late=line.was_late,
            is_overdue=line.is_overdue(self._clock.now()),
            result=line.result.strip(),
            closed_at=line.closed_at,
            closed_by=line.closed_by or "",
        )


def _source(listed: ListedEntry, followed: FollowedDirective) -> str:
    withdrawn = f"（{ENTRY_WITHDRAWN}）" if followed.is_withdrawn else ""
    return f"{day(listed.duty_date)}日志第{followed.entry_no}条{withdrawn}"
