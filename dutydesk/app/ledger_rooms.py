"""The rooms of what is followed until it is closed: open items and directives."""

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
    from PySide6.QtWidgets import QWidget

    from dutydesk.domain.duty_log import LogEntry
    from dutydesk.domain.paper_issue import PaperRequest
    from dutydesk.ui.actions import ActionSpec
    from dutydesk.ui.directive.directive_dialog import DirectiveServices
    from dutydesk.ui.open_item.item_dialogs import ItemServices
    from dutydesk.ui.widgets.person_picker import Candidate

OPEN_ITEM, DIRECTIVE = "open_item", "directive"
ShowPaper = Callable[[DutyRoom, Desk, "PaperRequest"], None]


def ledger_specs(room: DutyRoom, show_paper: ShowPaper) -> tuple[RoomSpec, RoomSpec]:
    """Return both rooms in the order of the list."""
    return (
        RoomSpec(
            OPEN_ITEM,
            "未办结",
            "list-checks",
            "Ctrl+O",
            partial(_open_item, room, show_paper),
            _open_item_verbs,
        ),
        RoomSpec(
            DIRECTIVE,
            "批示",
            "stamp",
            "Shift+F6",
            partial(_directive, room, show_paper),
            _directive_verbs,
        ),
    )


def begin_item(room: DutyRoom, desk: Desk, window: QWidget, entry: LogEntry) -> None:
    """Ask what is still open about a log entry."""
    from dutydesk.ui.open_item.item_dialogs import ItemDialog

    ItemDialog(desk, _item_services(room), window, entry=entry).open()


def begin_directive(room: DutyRoom, desk: Desk, window: QWidget, entry: LogEntry) -> None:
    """Ask for the line of the directive that a log entry tells of."""
    from dutydesk.ui.directive.directive_dialog import DirectiveDialog

    DirectiveDialog(desk, _directive_services(room), window, entry=entry).open()


def _open_item_verbs() -> Sequence[ActionSpec]:
    from dutydesk.ui.open_item.keys import VERBS

    return (*VERBS, *record_verbs(OPEN_ITEM))


def _directive_verbs() -> Sequence[ActionSpec]:
    from dutydesk.ui.directive.keys import VERBS

    return (*VERBS, *record_verbs(DIRECTIVE))


def _open_item(room: DutyRoom, show_paper: ShowPaper, desk: Desk) -> RoomPanel:
    from dutydesk.ui.open_item.panel import OpenItemPanel

    show = partial(show_paper, room, desk)
    return attach_records(room, OpenItemPanel(desk, _item_services(room), show), OPEN_ITEM)


def _directive(room: DutyRoom, show_paper: ShowPaper, desk: Desk) -> RoomPanel:
    from dutydesk.ui.directive.panel import DirectivePanel

    show = partial(show_paper, room, desk)
    return attach_records(room, DirectivePanel(desk, _directive_services(room), show), DIRECTIVE)


def _item_services(room: DutyRoom) -> ItemServices:
    from dutydesk.ui.open_item.item_dialogs import ItemServices

    return ItemServices(room.open_item, partial(_owners, room))


def _directive_services(room: DutyRoom) -> DirectiveServices:
    from dutydesk.ui.directive.directive_dialog import DirectiveServices

    return DirectiveServices(room.directive, partial(_owners, room))


def _owners(room: DutyRoom, text: str) -> Sequence[Candidate]:
    from dutydesk.ui.owner_choice import find_owners

    return find_owners(room.contacts, text)
