"""What the text of one report is made from, and facts as statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.incident import FIGURES, Incident, IncidentCategory, IncidentLevel
from dutydesk.domain.report import Report, ReportMedium, ReportStage
from dutydesk.domain.report_source import Origin, OriginKind, Statement
from dutydesk.wording.casualties import BEING_VERIFIED
from dutydesk.wording.incident import CATEGORY, FIELD, FIRST_WORD, LEVEL, amount
from dutydesk.wording.when import moment

_NUMBER = re.compile(r"(?:^|\s)[\d+-]{7,}$")
_GAP = re.compile(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])")

FORM = Origin(OriginKind.FACT)
"""The origin of what every report says: no fact, and nobody's own words either."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A sentence of an earlier report that no fact says, and the part it stood in."""

    part: int
    statement: Statement


@dataclass(frozen=True)
class ReportFacts:
    """What the text of one report is made from.

    ``previous`` is the report sent last, whose figures a follow-up compares with; ``carried``
    what was written by hand in earlier ones; ``taken`` the log entries it tells.
    """

    incident: Incident
    stage: ReportStage
    medium: ReportMedium
    sent_at: datetime
    sequence_no: int = 1
    previous: Report | None = None
    first_word: str = FIRST_WORD
    carried: Sequence[Carried] = ()
    taken: Sequence[LogEntry] = ()


def from_facts(incident: Incident, text: str, *names: str) -> Statement:
    """Return a statement made from facts, with what they now hold."""
    held = "，".join(f"{FIELD[name]}{fact_words(incident, name)}" for name in names)
    return Statement(text, Origin(OriginKind.FACT, " ".join(names), held))


def fact_words(incident: Incident, name: str) -> str:
    """Return what one fact holds, in words."""
    value: object = getattr(incident, name)
    if value is None or value == "":
        return BEING_VERIFIED
    if name in FIGURES and isinstance(value, int):
        return amount(name, value)
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, IncidentCategory):
        return CATEGORY[value]
    return LEVEL[value] if isinstance(value, IncidentLevel) else str(value)


def ended(text: str) -> str:
    """Return a text as sentences, its last sign one that ends."""
    said = text.strip()
    return said if not said or said.rstrip("）」”")[-1:] in {*"。！？…"} else said + "。"


def informant(source: str) -> str:
    """Return who reported it; a private number has no place in a paper that goes round."""
    without = _NUMBER.sub("", source.strip())
    return _GAP.sub("", without) if without else source.strip()


def event(incident: Incident) -> str:
    """Return what the event is called in running text."""
    return "突发事件" if incident.kind.startswith("其他") else incident.kind
