"""Where the papers of bulletins come from: what was written, and a day's 值班日报 that was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dutydesk.assembly.incident_papers import composed
from dutydesk.domain.bulletin import Bulletin, BulletinKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.paper_issue import NothingToPrint, PaperKind, PaperRequest
from dutydesk.services.paper import Composed, Sources
from dutydesk.wording.bulletin import BULLETIN_STATE, number_words

if TYPE_CHECKING:
    from dutydesk.assembly.room import DutyRoom


def bulletin_sources(room: DutyRoom) -> Sources:
    """Return the function that composes each paper of bulletins."""

    def bulletin(request: PaperRequest) -> Composed:
        found = _wanted_bulletin(room, request)
        number = number_words(found) or BULLETIN_STATE[found.state]
        return composed(request.kind, found.id, room.bulletin.paper(found.id), number)

    def daily(request: PaperRequest) -> Composed:
        if request.bulletin_id is not None:
            return bulletin(request)
        kept, page = room.bulletin.daily(request.duty_date)
        return composed(request.kind, kept, page, page.title)

    return {
        **dict.fromkeys((PaperKind(kind.value) for kind in BulletinKind), bulletin),
        PaperKind.DAILY: daily,
    }


def _wanted_bulletin(room: DutyRoom, request: PaperRequest) -> Bulletin:
    """Return the bulletin asked for; without one that of the kind signed last."""
    kind = BulletinKind(request.kind.value)
    if request.bulletin_id is None:
        found = room.bulletin.newest(kind)
        if found is None:
            raise NothingToPrint(request.kind)
        return found
    found = room.bulletin.bulletin(request.bulletin_id)
    if found.kind is not kind:
        raise RecordUnknown("bulletin", request.bulletin_id)
    return found
