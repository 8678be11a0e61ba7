"""What the room of bulletins asks of the services, and what one may begin with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dutydesk.domain.bulletin import BulletinKind
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_special_report import SpecialReport
from dutydesk.services.bulletin import BulletinHead, BulletinService, BulletinSource
from dutydesk.wording.when import day

_INCIDENT, _DAY = "incident:", "day:"
_SHOWN = 30


@dataclass(frozen=True, slots=True)
class BulletinServices:
    """``render`` sets a page, on any thread."""

    bulletin: BulletinService
    render: Callable[[SpecialReport], Pdf]


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the editor reads before it shows anything."""

    head: BulletinHead
    sources: BulletinSource


def read_beginning(service: BulletinService) -> Beginning:
    """Return it, from one job on the lane."""
    return Beginning(service.head(), service.sources())


def choices(sources: BulletinSource) -> list[tuple[str, str]]:
    """Return (words, what is chosen) of everything a bulletin may begin with."""
    days = [(f"{day(one)}值班日志", f"{_DAY}{one.isoformat()}") for one in sources.days]
    incidents = [
        (f"{one.incident_no} {one.title}", f"{_INCIDENT}{one.id}")
        for one in sources.incidents[:_SHOWN]
    ]
    return [*incidents, *days]


def usual_choice(kind: BulletinKind, sources: BulletinSource) -> str:
    """Return what a kind mostly begins with: the newest incident, else the newest day."""
    if kind is BulletinKind.BULLETIN and sources.incidents:
        return f"{_INCIDENT}{sources.incidents[0].id}"
    return f"{_DAY}{sources.days[0].isoformat()}"


def told_of(choice: str) -> tuple[str | None, date | None]:
    """Return the incident or the duty day that was chosen."""
    if choice.startswith(_INCIDENT):
        return choice.removeprefix(_INCIDENT), None
    return None, date.fromisoformat(choice.removeprefix(_DAY)) if choice else None
