"""What hangs on the room of contacts from outside: the tree, full numbers, trainings, HQs."""

# ruff: noqa: PLC0415 -- loaded with the room

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dutydesk.assembly.room import DutyRoom

if TYPE_CHECKING:
    from dutydesk.ui.actions import ActionSpec
    from dutydesk.ui.contacts.panel import ContactsPanel


def contact_verbs() -> Sequence[ActionSpec]:
    """Return the verbs of the room and of everything that hangs on it."""
    from dutydesk.ui.contacts import (
        hq_deed,
        look_deed,
        training_deed,
        twins_deed,
        unit_deed,
        verbs,
    )

    parts = (verbs, unit_deed, look_deed, training_deed, hq_deed, twins_deed)
    return tuple(spec for part in parts for spec in part.VERBS)


def attach_contact_parts(room: DutyRoom, panel: ContactsPanel) -> None:
    """Hang everything on the room."""
    from dutydesk.ui.contacts.call_offer import CallOffer
    from dutydesk.ui.contacts.hq_deed import HqDeed
    from dutydesk.ui.contacts.look_deed import LookDeed
    from dutydesk.ui.contacts.training_deed import TrainingDeed
    from dutydesk.ui.contacts.twins_deed import TwinsDeed
    from dutydesk.ui.contacts.unit_deed import UnitDeed

    UnitDeed(panel, room.contact_unit)
    TwinsDeed(panel, room.contact_twins, room.contact_import)
    LookDeed(panel, room.contact_card)
    TrainingDeed(panel, room.training, room.officer)
    HqDeed(panel, room.hq_member, room.contacts)
    CallOffer(panel, room.contacts, room.contact_card)
