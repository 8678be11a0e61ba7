import pytest

from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import OfficerInactive
from dutydesk.services.relief import ForcedRelief
from dutydesk.store import duty_passing
from tests.builders import PIN, Staff
from tests.handover_builders import BY, INCOMING, OUTGOING, hand_over, officer, sign, stand_at


class Unplugged(Exception):
    """The plug was pulled inside the transaction."""


def test_duty_passes_whole_or_not_at_all(staffed: Staff) -> None:
    room = staffed.room
    sign(staffed, OUTGOING, staffed.admin)
    before = room.handover.draft()

    def pass_and_unplug() -> None:
        now = room.clock.now()
        signer = duty_passing.Signer(INCOMING, staffed.officer)
        with room.store.writing(actor="test", action="handover.sign") as work:
            duty_passing.add_signature(work.tables, before.handover, signer, now, room.ids)
            assert duty_passing.pass_duty(work.tables, now, room.ids).is_over
            raise Unplugged

    with pytest.raises(Unplugged):
        pass_and_unplug()
    assert room.handover.draft() == before
    assert room.shift.view().primary.name == "甲某"


def test_who_keeps_a_post_is_known_and_active(staffed: Staff) -> None:
    fourth = officer(staffed, "丁某")
    staffed.room.officer.deactivate(fourth.id, by=BY)
    with staffed.room.store.reading() as tables:
        duty_passing.check_posts(tables, (None, staffed.lead.id))
        with pytest.raises(OfficerInactive):
            duty_passing.check_posts(tables, (fourth.id,))
        with pytest.raises(RecordUnknown):
            duty_passing.check_posts(tables, ("没有",))
        assert duty_passing.primary_of(tables, staffed.shift.id).name == "甲某"
        with pytest.raises(RecordUnknown):
            duty_passing.primary_of(tables, "没有")


def test_the_printed_head_is_in_the_chain_and_the_tables_rebuild_from_the_journal(
    staffed: Staff,
) -> None:
    room = staffed.room
    stand_at(staffed, "2026-11-21 08:30")
    first = hand_over(staffed)
    stand_at(staffed, "2026-11-22 09:10")
    forced = ForcedRelief(
        incoming_id=staffed.admin.id,
        pin=PIN,
        lead_id=staffed.lead.id,
        lead_pin=PIN,
        reason="交班人离岗",
    )
    second = room.relief.force(forced, by=BY).value
    for head in (first.journal_head, second.journal_head[:16]):
        assert room.verification.verify(head).ok
    assert not room.verification.verify("0123456789abcdef").ok
    assert room.verification.differences() == ()
