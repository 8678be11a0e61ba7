"""The roster of the practice month: published before it began, one duty taken over."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from dutydesk import paths
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.officer import Actor
from dutydesk.domain.roster import RosterMember
from dutydesk.domain.roster_day import last_of_month
from dutydesk.domain.roster_edit import DraftSlot, DraftSwap, RosterPerson
from dutydesk.domain.roster_proposal import RosterOrder
from dutydesk.domain.shift import ShiftKind

Script = Mapping[str, Any]


def roster_script() -> Script:
    """Return who keeps the roster, and what was typed into it."""
    script: Script = json.loads(
        (paths.resources_dir() / "demo" / "roster.json").read_text("utf-8")
    )
    return script


def publish_roster(
    room: DutyRoom, script: Script, finished: date, running: date, *, by: Actor
) -> None:
    """Publish the months of two duty days; the clock stands before both."""
    for place, one in enumerate(script["members"], 1):
        member = RosterMember(
            room.roster_list.new_id(),
            one["name"],
            posts=tuple(one["posts"]),
            phone=one.get("phone", ""),
            order_no=place,
        )
        room.roster_list.put_member(member, by=by)
    for day, word in ((finished, "finished"), (running, "running")):
        for post, name in script[word].items():
            room.roster.put(_slot(room, day, post, name), by=by)
    for month in _months(finished, running):
        room.roster.generate(RosterOrder(month, last_of_month(month)), by=by)
        room.roster.publish(
            month, prepared_by=script["prepared_by"], reviewed_by=script["reviewed_by"], by=by
        )


def stand_in(room: DutyRoom, script: Script, day: date, *, by: Actor) -> None:
    """Let somebody take over the duty that the script names."""
    swap = script["swap"]
    (view,) = room.roster.days(day, day)
    slot = next(one for one in view.slots if one.post_id == swap["post"])
    room.roster_swap.file(
        DraftSwap(
            room.roster_swap.new_id(),
            slot.id,
            swap["reason"],
            swap["agreed_by"],
            person=RosterPerson(swap["to"]),
        ),
        by=by,
    )


def _months(*days: date) -> Iterable[date]:
    return sorted({day.replace(day=1) for day in days})


def _slot(room: DutyRoom, day: date, post: str, name: str) -> DraftSlot:
    return DraftSlot(room.roster.new_id(), day, ShiftKind.FULL, post, 1, RosterPerson(name))
