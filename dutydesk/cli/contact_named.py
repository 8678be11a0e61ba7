"""People and units of the contacts as scripts name them: by id, or by what only one has."""

from __future__ import annotations

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.contact_refusals import ContactNotOne, UnitNotOne
from dutydesk.domain.contacts import ContactCard, Unit, name_key
from dutydesk.domain.errors import RecordUnknown

# Enough to tell that it is not one, and to name some of them.
_MOST = 20


def contact_named(room: DutyRoom, text: str, *, is_whole_name: bool = False) -> ContactCard:
    """Return the contact of an id or a name, else the only one that a text finds.

    Raises RecordUnknown where nobody is meant, ContactNotOne where it may be several.
    """
    try:
        return room.contacts.card(text)
    except RecordUnknown:
        found = room.contacts.find(text, _MOST)
        named = [one for one in found if name_key(one.contact.name) == name_key(text)]
        meant = named if named or is_whole_name else found
        if not meant:
            raise
    if len(meant) > 1:
        # Who have one name are told apart by their ids, others by writing more.
        raise ContactNotOne(text, tuple(_told(one, with_id=bool(named)) for one in meant))
    return meant[0]


def unit_of(room: DutyRoom, text: str) -> Unit:
    """Return the unit of an id or a name; raises RecordUnknown, UnitNotOne."""
    units = room.contacts.units()
    wanted = name_key(text)
    found = [unit for unit in units if text == unit.id] or [
        unit for unit in units if wanted and name_key(unit.name) == wanted
    ]
    if not found:
        raise RecordUnknown("unit", text)
    if len(found) > 1:
        names = {unit.id: unit.name for unit in units}
        told = (f"{names.get(one.parent_id or '', '')}（编号{one.id}）" for one in found)
        raise UnitNotOne(text, tuple(told))
    return found[0]


def _told(card: ContactCard, *, with_id: bool) -> str:
    parts = ("／".join(card.unit_path), f"编号{card.contact.id}" if with_id else "")
    where = "，".join(part for part in parts if part)
    return f"{card.contact.name}（{where}）" if where else card.contact.name
