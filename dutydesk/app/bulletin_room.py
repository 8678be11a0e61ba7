"""The room of bulletins, and the Word files of papers, connected to their services."""

# ruff: noqa: PLC0415 -- panels are loaded when they are entered

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from dutydesk.app.record_deeds import attach_records, record_verbs
from dutydesk.assembly.room import DutyRoom
from dutydesk.ui.desk import Desk
from dutydesk.ui.rooms import RoomPanel, RoomSpec

if TYPE_CHECKING:
    from dutydesk.domain.bulletin import Bulletin
    from dutydesk.domain.paper import Pdf
    from dutydesk.domain.paper_issue import PaperRequest
    from dutydesk.domain.paper_special_report import SpecialReport
    from dutydesk.ui.actions import ActionSpec
    from dutydesk.ui.incident.panel import IncidentPanel
    from dutydesk.ui.papers.word_deed import WordDeed

BULLETIN = "bulletin"
ShowPaper = Callable[[DutyRoom, Desk, "PaperRequest"], None]


def bulletin_spec(room: DutyRoom, show_paper: ShowPaper) -> RoomSpec:
    """Return the room of bulletins."""
    factory = partial(_bulletin, room, show_paper)
    return RoomSpec(BULLETIN, "简报", "file-text", "Shift+F9", factory, _verbs)


def attach_papers(
    room: DutyRoom, panel: IncidentPanel, show: Callable[[PaperRequest], object]
) -> None:
    """Give the room of incidents the way to every paper of the selected one."""
    from dutydesk.ui.incident.paper_deed import IncidentPaperDeed, PaperOutlets

    IncidentPaperDeed(panel, PaperOutlets(show, _word_deed(room, panel)))


def _verbs() -> Sequence[ActionSpec]:
    from dutydesk.ui.bulletin.keys import VERBS

    return (*VERBS, *record_verbs(BULLETIN))


def _bulletin(room: DutyRoom, show_paper: ShowPaper, desk: Desk) -> RoomPanel:
    from dutydesk.ui.bulletin.keys import WORD
    from dutydesk.ui.bulletin.panel import BulletinPanel, request_of
    from dutydesk.ui.bulletin.reading import BulletinServices

    services = BulletinServices(room.bulletin, partial(_set_page, room))
    panel = BulletinPanel(desk, services, partial(show_paper, room, desk))
    word = _word_deed(room, panel)

    def write(bulletin: Bulletin) -> None:
        word.write(request_of(bulletin))

    panel.word_wanted.connect(write)
    desk.actions.add(WORD, panel.ask_for_word, panel, local=True)
    return attach_records(room, panel, BULLETIN)


def _set_page(room: DutyRoom, report: SpecialReport) -> Pdf:
    """Set a page that is being typed; nothing of it is on record."""
    from dutydesk.domain.paper_issue import PaperKind
    from dutydesk.services.paper import Composed

    return room.paper.render(Composed(PaperKind.BULLETIN, "", report, ""))


def _word_deed(room: DutyRoom, panel: RoomPanel) -> WordDeed:
    from dutydesk.ui.papers.word_deed import WordDeed

    return WordDeed(panel.desk, room.paper, room.word_template, panel)
