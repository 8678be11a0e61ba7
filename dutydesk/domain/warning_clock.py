"""The clocks of warnings: reported, forwarded in time; validity, response run out (notes §4).

Rules of this file: the two limits count from the time it came in and stop with the first report
and the first forward; the unit says from which colour up they are kept. A clock is never stored.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.due_line import DueKind
from dutydesk.domain.warning import WarningNotice
from dutydesk.domain.warning_color import WarningColor


@dataclass(frozen=True, slots=True)
class WarningLimits:
    """Within what a warning is reported and forwarded; zero asks for nothing."""

    report: timedelta
    forward: timedelta
    lowest: WarningColor = WarningColor.BLUE

    def holds_for(self, color: WarningColor) -> bool:
        """Tell whether warnings of this colour have these clocks."""
        order = list(WarningColor)
        return order.index(color) <= order.index(self.lowest)


@dataclass(frozen=True, slots=True)
class WarningClock:
    """One thing that falls due about a warning."""

    kind: DueKind
    due_at: datetime


def clocks(warning: WarningNotice, limits: WarningLimits, now: datetime) -> Iterator[WarningClock]:
    """Yield what is still to be done about a warning, by when."""
    if warning.is_in_force and limits.holds_for(warning.color):
        for kind, done_at, limit in (
            (DueKind.WARNING_REPORT, warning.reported_at, limits.report),
            (DueKind.WARNING_FORWARD, warning.forwarded_at, limits.forward),
        ):
            if done_at is None and limit:
                yield WarningClock(kind, warning.received_at + limit)
    if warning.is_expired(now) and warning.valid_to is not None:
        yield WarningClock(DueKind.WARNING_VALIDITY, warning.valid_to)
    until = warning.response_until
    if warning.is_response_running and until is not None and until <= now:
        yield WarningClock(DueKind.WARNING_RESPONSE, until)


def late_by(received_at: datetime, done_at: datetime, limit: timedelta) -> timedelta:
    """Return by how much a limit was passed, to the minute; zero when it was kept."""
    over = done_at - received_at - limit
    return max(over, timedelta())
