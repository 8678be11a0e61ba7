"""The room of bulletins, its editor and its page, and the papers of an incident."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.bulletin import BulletinKind
from dutydesk.domain.officer import Actor
from dutydesk.ui.main_window import DeskWindow
from tools.shot_scene import Scene

_WAIT = 500


def fill_bulletins(room: DutyRoom, by: Actor) -> None:
    """Let two be signed and one wait as a draft."""
    service = room.bulletin
    for kind, to, is_signed in (
        (BulletinKind.BULLETIN, ("街道主要负责人", "街道分管负责人"), True),
        (BulletinKind.DUTY_INFORMATION, ("区委值班室", "区政府总值班室"), True),
        (BulletinKind.HIGHLIGHTS, ("街道主要负责人",), False),
    ):
        made = service.put(replace(service.proposal(kind), report_to=to), by=by).value
        if is_signed:
            service.sign(made.id, service.lead_name() or "丙某", by=by)


def bulletin_scenes(window: DeskWindow) -> list[Scene]:
    """Return what the keys of the room open; the room itself is among all rooms."""
    return [
        Scene("dialog-bulletin-new", partial(_deed, window, "bulletin.new")),
        Scene("dialog-bulletin-page", partial(_page, window), wait=_WAIT),
        Scene("dialog-bulletin-sign", partial(_deed, window, "bulletin.sign")),
        Scene("dialog-bulletin-drop", partial(_deed, window, "bulletin.drop")),
        Scene("dialog-incident-papers", partial(_papers, window)),
    ]


def _deed(window: DeskWindow, deed: str) -> None:
    window.enter("bulletin")
    panel: Any = window.panel("bulletin")
    panel.table.selectRow(0)
    window.desk.actions.trigger(deed)


def _page(window: DeskWindow) -> Any:
    from dutydesk.ui.bulletin.bulletin_dialog import (  # noqa: PLC0415 -- loads the room
        BulletinDialog,
    )
    from dutydesk.ui.bulletin.page_sheet import PageSheet  # noqa: PLC0415 -- as above

    _deed(window, "bulletin.new")
    dialog = window.findChildren(BulletinDialog)[-1]
    dialog.show_page()
    dialog.hide()
    return dialog.findChild(PageSheet)


def _papers(window: DeskWindow) -> None:
    window.enter("incident")
    window.desk.actions.trigger("incident.papers")
