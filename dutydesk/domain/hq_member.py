"""Who belongs to a command HQ (专项指挥部): chief, deputies, lead department, members."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from dutydesk.domain.command_hq import CommandHq
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal


class HqPart(StrEnum):
    """The part played in the HQ, in the order they are named and called."""

    CHIEF = "chief"
    DEPUTY = "deputy"
    LEAD_DEPARTMENT = "lead_department"
    MEMBER = "member"


_ORDER = {part: place for place, part in enumerate(HqPart)}


@dataclass(frozen=True, slots=True, kw_only=True)
class HqMember:
    """One member; of the contacts by ``contact_id``, or only by name; a unit alone may be one."""

    id: str
    hq_id: str
    part: HqPart
    contact_id: str | None = None
    name: str = ""
    unit: str = ""
    duty: str = ""
    phone: str = ""
    order_no: int = 0


@dataclass(frozen=True, slots=True)
class HqView:
    """An HQ with its members in the order they are named; a contact gives name and number."""

    hq: CommandHq
    members: tuple[HqMember, ...] = ()


@dataclass(eq=False)
class HqMemberNameless(Refusal):
    """Neither a person nor a unit was named."""


def checked_member(member: HqMember) -> HqMember:
    """Return a member without blanks at the ends; raises HqMemberNameless."""
    clean = replace(
        member,
        name=member.name.strip(),
        unit=member.unit.strip(),
        duty=member.duty.strip(),
        phone=member.phone.strip(),
    )
    if not clean.name and not clean.unit:
        raise HqMemberNameless
    return clean


def in_order(members: Iterable[HqMember]) -> list[HqMember]:
    """Return members by their part, then by the unit's order."""
    return sorted(members, key=lambda one: (_ORDER[one.part], one.order_no))


def moved_member(members: Sequence[HqMember], member_id: str, steps: int) -> list[HqMember]:
    """Return those whose place changes when one moves among members of the same part."""
    me = next((one for one in members if one.id == member_id), None)
    if me is None:
        return []
    peers = [one for one in in_order(members) if one.part is me.part]
    at = peers.index(me)
    to = max(0, min(at + steps, len(peers) - 1))
    peers.insert(to, peers.pop(at))
    numbered = [replace(one, order_no=place) for place, one in enumerate(peers, 1)]
    return [new for new in numbered if new not in members]
