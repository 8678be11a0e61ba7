"""Whom a typed text may mean, as lines of a person picker."""

from __future__ import annotations

from collections.abc import Sequence

from dutydesk.services.roster_people import FoundPerson, RosterPeopleService
from dutydesk.ui.widgets.person_picker import Candidate

_NOT_LISTED = "不在这个岗位的名单里"


def find_people(service: RosterPeopleService, text: str, post_id: str = "") -> Sequence[Candidate]:
    """Return the candidates for a seat of a post, each with its RosterPerson as the value."""
    return [
        Candidate(found.person, found.person.name, _detail(found))
        for found in service.find(text, post_id)
    ]


def _detail(found: FoundPerson) -> str:
    if found.is_listed:
        return ""
    return "　".join(filter(None, (found.unit, found.post))) or _NOT_LISTED
