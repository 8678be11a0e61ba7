"""What a 值班日报 tells of a duty day (domain notes §9.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.incident import Incident
from dutydesk.domain.open_item import OpenItem
from dutydesk.domain.report import Report
from dutydesk.domain.warning import WarningNotice


@dataclass(frozen=True, slots=True)
class DailyIncident:
    """One incident of the day or still running, with the reports that left by then."""

    incident: Incident
    reports: tuple[Report, ...] = ()
    is_of_day: bool = True


@dataclass(frozen=True, slots=True)
class DailyDirective:
    """One directive of the day or still open: what it says, and where it stands."""

    words: str
    status: str


@dataclass(frozen=True, slots=True)
class DailyPost:
    """Who keeps a post of the day that begins; ``phone`` may be empty."""

    post: str
    person: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class DailyFacts:
    """One duty day: ``until`` is where it ends, or now while it runs.

    ``counts`` are the entries of the day by kind; ``nil_report`` is the sentence about the
    communities' nil reports, empty where none are asked.
    """

    duty_date: date
    since: datetime
    until: datetime
    weather: str = ""
    counts: Mapping[EntryKind, int] = field(default_factory=dict)
    incidents: tuple[DailyIncident, ...] = ()
    warnings: tuple[WarningNotice, ...] = ()
    entries: tuple[LogEntry, ...] = ()
    directives: tuple[DailyDirective, ...] = ()
    open_items: tuple[OpenItem, ...] = ()
    nil_report: str = ""
    next_date: date | None = None
    next_posts: tuple[DailyPost, ...] = ()
    duty_phone: str = ""
    first_report_word: str = "首报"

    @property
    def is_quiet(self) -> bool:
        """Tell whether no emergency was received in the day."""
        return not any(one.is_of_day for one in self.incidents)
