"""The room of contacts in depth for the picture book: units, HQs, trainings, full numbers."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.hq_member import HqMember, HqPart
from dutydesk.domain.officer import Actor
from dutydesk.services.contact_unit import Telephones
from dutydesk.services.training import TrainingDraft
from dutydesk.ui.contacts.contact_dialog import ContactDialog
from dutydesk.ui.contacts.unit_lines import Which
from dutydesk.ui.desk import Seat
from dutydesk.ui.main_window import DeskWindow
from tools.shot_scene import Scene

_BY = Actor("demo")


def contact_scenes(window: DeskWindow, room: DutyRoom) -> list[Scene]:
    """Return the room with a unit, with an HQ, as a viewer sees it, and its dialogs."""
    return [
        Scene("contacts-unit", partial(_unit, window, room), partial(_back, window)),
        Scene("contacts-stale", partial(_deed, window, "contacts.stale"), partial(_back, window)),
        Scene("contacts-hq", partial(_hq, window, room), partial(_back, window)),
        Scene("contacts-hqs", partial(_deed, window, "contacts.hqs"), partial(_back, window)),
        Scene("contacts-viewer", partial(_viewer, window), partial(_seated, window)),
        Scene("dialog-training", partial(_train, window, room)),
        Scene("dialog-move-unit", partial(_open, window, "contacts.move")),
        Scene("dialog-unit-telephones", partial(_edit_unit, window, room)),
        Scene("dialog-contact-role", partial(_role, window)),
        Scene("dialog-training-required", partial(_open, window, "contacts.required")),
    ]


def _panel(window: DeskWindow) -> Any:
    window.enter("contacts")
    return window.panel("contacts")


def _unit(window: DeskWindow, room: DutyRoom) -> QWidget:
    panel = _panel(window)
    unit = room.contacts.units()[0]
    done = room.contact_unit.save_telephones(
        unit.id, Telephones("0000-6000001", "0000-6000002"), by=_BY
    )
    window.desk.hub.announce(done.changes, None)
    panel.show_which(Which(unit.id))
    return window


def _hq(window: DeskWindow, room: DutyRoom) -> QWidget:
    panel = _panel(window)
    hq = room.hq_member.views()[0].hq
    people = list(room.contacts.page(room.contacts.listing()[:3]).values())
    for part, card in zip((HqPart.CHIEF, HqPart.DEPUTY, HqPart.MEMBER), people, strict=True):
        if len(room.hq_member.views()[0].members) < len(people):
            member = HqMember(
                id=room.hq_member.new_id(),
                hq_id=room.hq_member.views()[0].hq.id,
                part=part,
                contact_id=card.contact.id,
                name=card.contact.name,
            )
            window.desk.hub.announce(room.hq_member.put(member, by=_BY).changes, None)
    hq = room.hq_member.views()[0].hq
    panel.show_which(Which(hq_id=hq.id))
    return window


def _viewer(window: DeskWindow) -> QWidget:
    panel = _panel(window)
    panel.show_which(Which())
    seat = window.desk.session.seat
    viewer = Seat(seat.actor, seat.name, may_write=False, sees_mobiles=False)
    window.desk.session.sit_down(viewer)
    return window


def _seated(window: DeskWindow) -> None:
    seat = window.desk.session.seat
    window.desk.session.sit_down(Seat(seat.actor, seat.name))


def _train(window: DeskWindow, room: DutyRoom) -> None:
    panel = _panel(window)
    panel.show_which(Which())
    contact = panel.chosen().contact
    if not room.training.of(contact.id):
        for days, topic in ((1.5, "防汛转移避险"), (2, "灾情报送")):
            draft = TrainingDraft(
                room.training.new_id(), contact.id, room.training.today(), days, topic
            )
            room.training.record(draft, by=_BY)
    window.desk.actions.trigger("contacts.train")


def _edit_unit(window: DeskWindow, room: DutyRoom) -> None:
    _unit(window, room)
    window.desk.actions.trigger("contacts.edit_unit")


def _role(window: DeskWindow) -> None:
    panel = _panel(window)
    panel.show_which(Which())
    window.desk.actions.trigger("contacts.edit")
    window.findChildren(ContactDialog)[-1].further.add.click()


def _deed(window: DeskWindow, deed: str) -> QWidget:
    _panel(window)
    window.desk.actions.trigger(deed)
    return window


def _open(window: DeskWindow, deed: str) -> None:
    _panel(window)
    window.desk.actions.trigger(deed)


def _back(window: DeskWindow) -> None:
    _panel(window).show_which(Which())
