from __future__ import annotations

from dutydesk.domain.command_hq import CommandHq
from dutydesk.domain.hq_member import HqMember, HqPart
from tests.builders import Staff


def test_members_are_read_in_the_order_they_are_named(staffed: Staff) -> None:
    room = staffed.room
    with room.store.writing(actor="cli", action="command_hq.put") as work:
        hq = work.tables.incident_handling.hqs.put(CommandHq(id="h", name="甲"), room.ids)
        for key, part in (("x", HqPart.MEMBER), ("y", HqPart.CHIEF), ("z", HqPart.DEPUTY)):
            work.tables.hq_member.put(HqMember(id=key, hq_id=hq.id, part=part, name=key))
        work.tables.hq_member.remove("z")
    with room.store.reading() as tables:
        assert [one.id for one in tables.hq_member.all()] == ["y", "x"]
        assert tables.hq_member.member("z") is None
