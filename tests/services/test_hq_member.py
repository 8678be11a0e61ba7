from __future__ import annotations

import pytest

from dutydesk.domain.contacts import Contact
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.hq_member import HqMember, HqMemberNameless, HqPart
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contacts import NumberDraft
from tests.builders import Staff


def test_a_shipped_hq_becomes_the_units_own_with_its_first_member(staffed: Staff) -> None:
    room, service = staffed.room, staffed.room.hq_member
    flood = service.views()[0].hq
    numbers = (NumberDraft(NumberKind.MOBILE, "19900000013"),)
    room.contacts.save(Contact("甲", "甲某", post="副区长"), numbers, by=staffed.by)
    chief = HqMember(id="m1", hq_id=flood.id, part=HqPart.CHIEF, contact_id="甲", name="旧名")
    kept = service.put(chief, by=staffed.by).value
    assert kept.hq_id != flood.id
    own = service.views()[0]
    assert own.hq.name == flood.name
    [shown] = own.members
    assert (shown.name, shown.duty, shown.phone) == ("甲某", "副区长", "19900000013")
    for key, part in (("m2", HqPart.MEMBER), ("m3", HqPart.DEPUTY), ("m4", HqPart.DEPUTY)):
        member = HqMember(id=key, hq_id=own.hq.id, part=part, unit=f"{key}局")
        service.put(member, by=staffed.by)
    service.move("m4", -1, by=staffed.by)
    assert [one.id for one in service.views()[0].members] == ["m1", "m4", "m3", "m2"]
    service.remove("m3", by=staffed.by)
    assert [one.id for one in service.views()[0].members] == ["m1", "m4", "m2"]
    assert room.verification.differences() == ()


def test_what_cannot_be_is_refused(staffed: Staff) -> None:
    service = staffed.room.hq_member
    hq = service.views()[0].hq
    with pytest.raises(HqMemberNameless):
        service.put(HqMember(id="m", hq_id=hq.id, part=HqPart.CHIEF), by=staffed.by)
    with pytest.raises(RecordUnknown):
        service.put(HqMember(id="m", hq_id="x", part=HqPart.CHIEF, name="甲"), by=staffed.by)
    with pytest.raises(RecordUnknown):
        service.move("m", 1, by=staffed.by)
    with pytest.raises(RecordUnknown):
        service.remove("m", by=staffed.by)
