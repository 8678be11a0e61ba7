"""What the unit's limits make of an example, to be looked at while they are edited.

Rules of this file: pure; the example goes the usual way, its first report on paper leaves just in
time, later it is stable; each clock is shown as it starts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.deadline import clocks
from dutydesk.domain.deadline_limit import IncidentFile
from dutydesk.domain.deadline_rule import DeadlineRule
from dutydesk.domain.errors import BadInput
from dutydesk.domain.incident import (
    Grading,
    Incident,
    IncidentCategory,
    IncidentLevel,
    IncidentStatus,
)
from dutydesk.domain.incident_refusals import OccurredAfterReceived
from dutydesk.domain.report import Report, ReportMedium, ReportStage
from dutydesk.domain.report_clock import ReportClock

_DELIVERED_AFTER = timedelta(hours=1)
"""When the first paper leaves where no rule gives it a limit."""

_ID = "example"


@dataclass(frozen=True, kw_only=True)
class Example:
    """An incident that might be; ``stable_at`` None leaves it unstable."""

    category: IncidentCategory
    kind: str
    level: IncidentLevel
    received_at: datetime
    occurred_at: datetime | None = None
    stable_at: datetime | None = None
    is_sensitive: bool = False
    ungraded_as: IncidentLevel | None = None


@dataclass(frozen=True)
class Preview:
    """The clocks of an example in the order of their start; when its first paper left."""

    clocks: tuple[ReportClock, ...]
    delivered_at: datetime


def preview(rules: Sequence[DeadlineRule], example: Example) -> Preview:
    """Return the clocks of an example; raises OccurredAfterReceived, BadInput for 基本稳定."""
    _check(example)
    begun = _file(example)
    first = clocks(begun, rules, example.received_at)
    delivered_at = _delivered_at(first, example)
    told = replace(begun, reports=(_first_paper(delivered_at),))
    found = {_key(one): one for one in first}
    found |= {
        _key(one): one
        for one in clocks(told, rules, delivered_at)
        if one.is_open and _key(one) not in found
    }
    if example.stable_at is not None:
        stable_at = max(example.stable_at, delivered_at)
        incident = replace(told.incident, status=IncidentStatus.STABLE, stable_at=stable_at)
        found |= {
            _key(one): one
            for one in clocks(replace(told, incident=incident), rules, stable_at)
            if one.is_open and _key(one) not in found
        }
    return Preview(tuple(sorted(found.values(), key=lambda one: one.due_at)), delivered_at)


def _check(example: Example) -> None:
    occurred_at, received_at = example.occurred_at, example.received_at
    if occurred_at is not None and occurred_at > received_at:
        raise OccurredAfterReceived(occurred_at, received_at)
    if example.stable_at is not None and example.stable_at < received_at:
        raise BadInput("stable_at", example.stable_at.isoformat())


def _file(example: Example) -> IncidentFile:
    incident = Incident(
        id=_ID,
        incident_no="",
        title="",
        category=example.category,
        kind=example.kind,
        place="",
        received_at=example.received_at,
        occurred_at=example.occurred_at,
        is_sensitive=example.is_sensitive,
        level=example.level,
        opened_at=example.received_at,
        opened_by="",
    )
    grading = Grading(
        id=_ID,
        incident_id=_ID,
        level=example.level,
        is_sensitive=example.is_sensitive,
        decided_at=example.received_at,
        decided_by="",
    )
    return IncidentFile(incident, (grading,), ungraded_as=example.ungraded_as)


def _delivered_at(first: Sequence[ReportClock], example: Example) -> datetime:
    key = (ReportStage.FIRST, ReportMedium.WRITTEN)
    due = next((one.due_at for one in first if (one.stage, one.medium) == key), None)
    return max(due or example.received_at + _DELIVERED_AFTER, example.received_at)


def _first_paper(sent_at: datetime) -> Report:
    return Report(
        id=_ID,
        incident_id=_ID,
        stage=ReportStage.FIRST,
        medium=ReportMedium.WRITTEN,
        sequence_no=1,
        title="",
        body="",
        figures={},
        level=IncidentLevel.UNCLASSIFIED,
        report_to=(),
        drafted_by="",
        signed_by="",
        signed_at=sent_at,
        sent_at=sent_at,
        recorded_at=sent_at,
    )


def _key(clock: ReportClock) -> tuple[str, str, str]:
    return clock.task, clock.stage or "", clock.medium or ""
