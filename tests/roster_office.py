"""A small office for tests of the roster: people listed for posts, and seats given to them."""

from datetime import date

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.officer import Actor
from dutydesk.domain.roster import LEAD_POST, PRIMARY_POST, RosterMember, RosterSlot
from dutydesk.domain.roster_edit import DraftSlot, RosterPerson
from dutydesk.domain.shift import ShiftKind

BY = Actor("cli")


def put(room: DutyRoom, day: date, post_id: str, name: str, shift: ShiftKind = ShiftKind.FULL):
    """Give a seat to somebody; the first seat of the post."""
    draft = DraftSlot(room.roster.new_id(), day, shift, post_id, 1, RosterPerson(name))
    return room.roster.put(draft, by=BY).value


def member(room: DutyRoom, name: str, *posts: str, **facts: object) -> RosterMember:
    """List somebody for some posts."""
    made = RosterMember(room.roster_list.new_id(), name, posts=posts, **facts)  # type: ignore[arg-type]
    return room.roster_list.put_member(made, by=BY).value


def two_posts(room: DutyRoom, day: date, lead: str, primary: str) -> tuple[RosterSlot, RosterSlot]:
    """Put leader and primary officer of a day."""
    return put(room, day, LEAD_POST, lead), put(room, day, PRIMARY_POST, primary)
