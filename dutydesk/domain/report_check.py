"""What is compared before a report is signed: figures, time, place and level, in text and record.

Rules of this file: pure; a finding is a question, never a verdict: it is answered by mending the
text or the record, or by a reason that is kept with the report. What the text does not say is
asked only for figures. The time and place of the event are looked for in the opening sentence;
what log entries tell further down has times and places of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal
from dutydesk.domain.incident import GRADES, Incident, IncidentLevel
from dutydesk.domain.instants import china
from dutydesk.domain.report_source import sentences
from dutydesk.domain.said_figures import said_figures


class FindingKind(StrEnum):
    """数字减少, 合计不符, 数字不一致, 没写, 时间或地点不一致, 已有却写正在核实, 等级不一致."""

    FIGURE_FELL = "figure_fell"
    TOTAL_WRONG = "total_wrong"
    FIGURE_DIFFERS = "figure_differs"
    FIGURE_UNSAID = "figure_unsaid"
    TIME_DIFFERS = "time_differs"
    PLACE_DIFFERS = "place_differs"
    STILL_VERIFYING = "still_verifying"
    LEVEL_DIFFERS = "level_differs"


@dataclass(frozen=True, slots=True)
class Finding:
    """One question: what it is about, what stands on record (or stood before), what is said.

    Values are numbers as digits, instants as the text said them, levels by their code; empty for
    what nobody has stated.
    """

    kind: FindingKind
    subject: str
    expected: str = ""
    found: str = ""

    @property
    def key(self) -> str:
        """The same question asked again has the same key, and keeps its answer."""
        return f"{self.kind}:{self.subject}:{self.expected}:{self.found}"


@dataclass(frozen=True, kw_only=True)
class ReportFinding:
    """A finding kept with a report that was sent, and why it went out as it stood."""

    id: str
    report_id: str
    finding: FindingKind
    subject: str
    expected: str
    found: str
    reason: str
    answered_by: str
    answered_at: datetime


@dataclass(eq=False)
class FindingsUnanswered(Refusal):
    """A report from the desk waits until every finding is mended or has its reason."""

    findings: tuple[Finding, ...]


@dataclass(eq=False)
class FindingReasonTooLong(Refusal):
    """A reason is a sentence or two."""

    length: int
    limit: int


MAX_REASON = 500

_PEOPLE = (
    "deaths",
    "missing",
    "injured",
    "seriously_injured",
    "poisoned_or_ill",
    "trapped",
)
_HURT = (
    "deaths",
    "missing",
    "injured",
    "seriously_injured",
    "lightly_injured",
    "poisoned_or_ill",
)
_PARTS = (
    (("seriously_injured", "lightly_injured"), "injured"),
    (("trapped",), "at_risk"),
)
_TIME = re.compile(
    r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?"
    r"(?P<part>凌晨|早上|上午|中午|下午|傍晚|晚上|晚|夜间)?"
    r"(?P<hour>\d{1,2})(?:时|点|:|：)(?:(?P<minute>\d{1,2})分?)?"
)
_LATE_PARTS = {"下午", "傍晚", "晚上", "晚", "夜间"}
_NOON = 12
_HAPPENED = re.compile(r"发生|起火|事发")
_OCCURRED_AT = re.compile(rf"事发时间(?:为|是|：|:)?{_TIME.pattern}")
_VERIFYING = r"(?:目前|现|仍|还)?(?:正在|尚在|待|有待)(?:进一步)?核实"
_TOPICS = {
    "casualties": rf"(?<!其他)(?:人员)?伤亡(?:情况|人数)?{_VERIFYING}",
    "occurred_at": rf"事发时间{_VERIFYING}",
    "cause": rf"(?:起因|原因){_VERIFYING}",
    "measures": rf"(?:现场)?处置情况{_VERIFYING}",
    "loss_yuan": rf"损失(?:情况)?{_VERIFYING}",
    "deaths": rf"死亡(?:人数|情况){_VERIFYING}",
    "missing": rf"失踪(?:人数|情况){_VERIFYING}",
    "injured": rf"受伤(?:人数|情况){_VERIFYING}",
    "trapped": rf"被困(?:人数|情况){_VERIFYING}",
}
_LEVEL_WORDS = {
    "特别重大": IncidentLevel.ESPECIALLY_SERIOUS,
    "重大": IncidentLevel.SERIOUS,
    "较大": IncidentLevel.RELATIVELY_SERIOUS,
    "一般": IncidentLevel.ORDINARY,
}
_EVENT = "突发事件|生产安全事故|安全事故|交通事故|事故|火灾|灾害|疫情|事件"
_LEVEL = re.compile(
    rf"(?P<level>特别重大|(?<!特别)重大|较大|一般)(?:级)?(?:{_EVENT})"
    r"|(?:属于?|定为|定级为|认定为|等级为|构成)(?P<graded>特别重大|重大|较大|一般)(?!涉险)"
)


def check_text(
    body: str, incident: Incident, before: Mapping[str, int | None], *, tells_all: bool
) -> tuple[Finding, ...]:
    """Return what has to be answered before this text is signed.

    ``before`` are the figures reported last; a text that ``tells_all`` (the first, the final)
    names every figure, another one those that are new.
    """
    found = [
        *_fallen(incident, before),
        *_totals(incident),
        *_figures(body, incident),
        *_unsaid(body, incident, {} if tells_all else before),
        *_time(body, incident),
        *_place(body, incident),
        *_verifying(body, incident),
        *_level(body, incident),
    ]
    return tuple(dict.fromkeys(found))


def unanswered(findings: Sequence[Finding], reasons: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return the findings without a reason; raises FindingReasonTooLong."""
    for reason in reasons.values():
        if len(reason) > MAX_REASON:
            raise FindingReasonTooLong(len(reason), MAX_REASON)
    return tuple(one for one in findings if not reasons.get(one.key, "").strip())


def _fallen(incident: Incident, before: Mapping[str, int | None]) -> Iterator[Finding]:
    for name, value in incident.figures().items():
        was = before.get(name)
        if was is not None and (value is None or value < was):
            yield Finding(FindingKind.FIGURE_FELL, name, str(was), _number(value))


def _totals(incident: Incident) -> Iterator[Finding]:
    figures = incident.figures()
    for parts, whole in _PARTS:
        total = figures[whole]
        known = [value for name in parts if (value := figures[name]) is not None]
        if total is not None and sum(known) > total:
            subject = "+".join(name for name in parts if figures[name] is not None)
            yield Finding(
                FindingKind.TOTAL_WRONG, f"{subject}>{whole}", str(total), str(sum(known))
            )


def _figures(body: str, incident: Incident) -> Iterator[Finding]:
    figures = incident.figures()
    for said in said_figures(body):
        value = figures[said.name]
        # The wounded told apart by grade are wounded all the same.
        grades = [figures["seriously_injured"], figures["lightly_injured"]]
        if said.name == "injured" and value is None and any(grades):
            value = sum(grade or 0 for grade in grades)
        if value != said.value:
            yield Finding(FindingKind.FIGURE_DIFFERS, said.name, _number(value), str(said.value))


def _unsaid(body: str, incident: Incident, before: Mapping[str, int | None]) -> Iterator[Finding]:
    """Ask for people the record counts and the text passes over, unless reported already."""
    said = {one.name for one in said_figures(body)}
    for name in _PEOPLE:
        value = incident.figures()[name]
        if value and before.get(name) != value and name not in said:
            yield Finding(FindingKind.FIGURE_UNSAID, name, str(value))


def _time(body: str, incident: Incident) -> Iterator[Finding]:
    said = _OCCURRED_AT.search(body) or _opening_time(body)
    if said is None:
        return
    if incident.occurred_at is None or not _fits(said, incident.occurred_at):
        words = said.group().removeprefix("事发时间").lstrip("为是：:")
        at = incident.occurred_at
        yield Finding(FindingKind.TIME_DIFFERS, "occurred_at", _spoken(at) if at else "", words)


def _opening_time(body: str) -> re.Match[str] | None:
    """Return the time right before the event in the opening sentence, if one stands there."""
    opening = _opening(body)
    happened = _HAPPENED.search(opening)
    if happened is None or re.search(r"接报|接到|截至|截止", opening[: happened.start()]):
        return None
    times = [one for one in _TIME.finditer(opening) if one.end() <= happened.start()]
    return times[-1] if times else None


def _fits(said: re.Match[str], occurred_at: datetime) -> bool:
    """Tell whether a stated time is the one on record, as exactly as it was stated."""
    at = china(occurred_at)
    for name in ("year", "month", "day", "minute"):
        if said[name] is not None and int(said[name]) != getattr(at, name):
            return False
    hour = int(said["hour"])
    if said["part"] in _LATE_PARTS and hour < _NOON:
        hour += _NOON
    return hour == at.hour


def _place(body: str, incident: Incident) -> Iterator[Finding]:
    opening = _opening(body)
    happened = re.search(r"发生|出现", opening)
    head = opening[: happened.start()] if happened else ""
    said = re.split(r"[，,。：:]", head)[-1].strip()
    said = re.sub(rf"^{_TIME.pattern}(?:许|左右)?", "", said).strip()
    place = "".join(incident.place.split())
    plain = "".join(said.split())
    if plain and plain not in place and place not in plain:
        yield Finding(FindingKind.PLACE_DIFFERS, "place", incident.place, said)


def _verifying(body: str, incident: Incident) -> Iterator[Finding]:
    known = _known(incident)
    for topic, words in _TOPICS.items():
        if topic in known and re.search(words, body):
            yield Finding(FindingKind.STILL_VERIFYING, topic)


def _known(incident: Incident) -> set[str]:
    figures = {name for name, value in incident.figures().items() if value is not None}
    texts = {name for name in ("cause", "measures") if getattr(incident, name).strip()}
    known = figures | texts
    if set(_HURT) & figures:
        known.add("casualties")
    if incident.occurred_at is not None:
        known.add("occurred_at")
    return known


def _level(body: str, incident: Incident) -> Iterator[Finding]:
    # A title such as 道路交通事故 holds no level; 较大涉险 is no level either.
    for match in _LEVEL.finditer(body):
        level = _LEVEL_WORDS[match["level"] or match["graded"]]
        if level is not incident.level and level in GRADES:
            yield Finding(FindingKind.LEVEL_DIFFERS, "level", incident.level.value, level.value)


def _opening(body: str) -> str:
    first = next(iter(sentences(body)), None)
    return body[first[0] : first[1]] if first else ""


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _spoken(at: datetime) -> str:
    here = china(at)
    return f"{here.month}月{here.day}日{here.hour}时{here.minute}分"
