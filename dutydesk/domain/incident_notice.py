"""Who was told of an incident (通报): the unit's list, each call, who still has to be told (§6).

Rules of this file: a call is never changed, one more is added; a party counts as told once
somebody was reached; a call without an answer is on record too. A call whose log entry was
withdrawn does not count: it is not given here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import AHEAD_ALLOWED, MAX_FIELD
from dutydesk.domain.errors import Refusal
from dutydesk.domain.incident import Incident, IncidentCategory, IncidentLevel
from dutydesk.domain.incident_scope import IncidentScope

MAX_NAME = 40


class NoticeHow(StrEnum):
    """电话, 短信或即时消息, 传真, 当面, 其他."""

    PHONE = "phone"
    MESSAGE = "message"
    FAX = "fax"
    IN_PERSON = "in_person"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifiedParty:
    """One line of the unit's list; ``is_command`` stands for the HQ that commands at the level."""

    id: str
    name: str
    phone: str = ""
    category: IncidentCategory | None = None
    kind: str = ""
    at_least: IncidentLevel | None = None
    is_command: bool = False
    order_no: int = 0
    is_active: bool = True

    @property
    def scope(self) -> IncidentScope:
        """Return which incidents it is for."""
        return IncidentScope(self.category, (self.kind,) if self.kind else (), self.at_least)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftNotice:
    """One call as the officer gives it; ``id`` is made by the form.

    ``told_at`` is when the key was pressed. ``answer`` is what the other side said.
    """

    id: str
    incident_id: str
    party: str
    told_at: datetime
    person: str = ""
    phone: str = ""
    how: NoticeHow = NoticeHow.PHONE
    is_reached: bool = True
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentNotice:
    """One call on record, with the entry it left in the log."""

    id: str
    incident_id: str
    party: str
    person: str
    phone: str
    how: NoticeHow
    is_reached: bool
    answer: str
    told_at: datetime
    told_by: str
    recorded_at: datetime
    entry_id: str


@dataclass(frozen=True, slots=True)
class PartyLine:
    """One party of the sheet with the calls to it, oldest first."""

    party: str
    phone: str = ""
    is_command: bool = False
    is_listed: bool = True
    notices: tuple[IncidentNotice, ...] = field(default=())

    @property
    def told(self) -> IncidentNotice | None:
        """Return the first call in which somebody was reached."""
        return next((one for one in self.notices if one.is_reached), None)


@dataclass(eq=False)
class PartyMissing(Refusal):
    """A call says who was called."""


@dataclass(eq=False)
class NoticeTextTooLong(Refusal):
    """A text of a call is longer than is taken; ``limit`` in characters."""

    field: str
    length: int
    limit: int


@dataclass(eq=False)
class NoticeInFuture(Refusal):
    """Nobody was told later than now."""

    told_at: datetime
    now: datetime


@dataclass(eq=False)
class NoticeBeforeEvent(Refusal):
    """Nobody was told of it before it was received or had happened."""

    told_at: datetime
    since: datetime


@dataclass(eq=False)
class IncidentFiled(Refusal):
    """The incident is in the archive: what comes to it now has to be a record of its own."""

    incident_no: str


def check_notice(draft: DraftNotice, incident: Incident, now: datetime) -> None:
    """Accept a call.

    Raises PartyMissing, NoticeTextTooLong, NoticeInFuture, NoticeBeforeEvent, IncidentFiled.
    """
    check_open_file(incident)
    if not draft.party.strip():
        raise PartyMissing
    check_texts(
        {"party": (draft.party, MAX_NAME), "person": (draft.person, MAX_FIELD)}
        | {"phone": (draft.phone, MAX_FIELD), "answer": (draft.answer, MAX_FIELD)}
    )
    check_moment(draft.told_at, incident, now)


def check_open_file(incident: Incident) -> None:
    """Raise IncidentFiled for an incident in the archive."""
    if incident.is_archived:
        raise IncidentFiled(incident.incident_no)


def check_texts(texts: dict[str, tuple[str, int]]) -> None:
    """Raise NoticeTextTooLong for the first text above its limit."""
    for name, (text, limit) in texts.items():
        if len(text) > limit:
            raise NoticeTextTooLong(name, len(text), limit)


def check_moment(at: datetime, incident: Incident, now: datetime) -> None:
    """Raise NoticeInFuture, NoticeBeforeEvent; both times are known to the minute only."""
    if at > now + AHEAD_ALLOWED:
        raise NoticeInFuture(at, now)
    since = min(incident.received_at, incident.occurred_at or incident.received_at)
    if at < since.replace(second=0, microsecond=0):
        raise NoticeBeforeEvent(at, since)


def party_lines(
    incident: Incident,
    parties: Iterable[NotifiedParty],
    notices: Sequence[IncidentNotice],
    command: tuple[str, str] = ("", ""),
) -> list[PartyLine]:
    """Return the sheet of an incident: who is still to be told first, in the unit's order.

    ``command`` is name and number of the HQ that commands, put in where the list asks for it.
    Whoever was told and is not on the list stands at the end.
    """
    lines: dict[str, PartyLine] = {}
    for party in sorted(parties, key=lambda one: one.order_no):
        if not party.is_active or not party.scope.holds(incident):
            continue
        name = command[0] or party.name if party.is_command else party.name
        phone = command[1] or party.phone if party.is_command else party.phone
        of_party = tuple(one for one in notices if one.party == name)
        lines.setdefault(name, PartyLine(name, phone, party.is_command, notices=of_party))
    for notice in notices:
        if notice.party not in lines:
            theirs = tuple(one for one in notices if one.party == notice.party)
            lines[notice.party] = PartyLine(
                notice.party, notice.phone, is_listed=False, notices=theirs
            )
    return sorted(lines.values(), key=lambda line: line.told is not None)
