import pytest

from dutydesk.domain.errors import BadInput, RecordUnknown
from dutydesk.domain.handover import (
    HandoverStatus,
    ReliefBySamePerson,
    ReliefReasonMissing,
    ShiftNotHandedOver,
    ShiftReviewed,
)
from dutydesk.domain.officer import OfficerMayNot, OfficerRole, PinWrong
from dutydesk.domain.shift import ShiftNotRunning, ShiftStatus
from dutydesk.services.relief import ForcedRelief, ShiftReview
from tests.builders import PIN, Staff, item_draft
from tests.handover_builders import BY, OUTGOING, hand_over, officer, sign, stand_at


def relief(staffed: Staff, **changes: object) -> ForcedRelief:
    values: dict[str, object] = {
        "incoming_id": staffed.officer.id,
        "pin": PIN,
        "lead_id": staffed.lead.id,
        "lead_pin": PIN,
        "reason": "交班人突发疾病送医",
    }
    return ForcedRelief(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def texts(staffed: Staff, shift_id: str) -> list[str]:
    with staffed.room.store.reading() as tables:
        listed = tables.duty_log.of_shift(shift_id)
    assert all(one.entry.is_automatic for one in listed)
    return [one.entry.text for one in listed]


def test_a_lead_lets_duty_pass_without_the_outgoing_signature(staffed: Staff) -> None:
    now = stand_at(staffed, "2026-11-21 11:00")
    with staffed.room.store.reading() as tables:
        head, rows = tables.journal.head(), tables.journal.count()
    view = staffed.room.relief.force(relief(staffed), by=BY).value
    assert view.handover.status is HandoverStatus.FORCED
    assert view.handover.completed_at == now
    assert view.journal_head == head
    running = staffed.room.shift.view()
    assert (running.primary.name, running.shift.duty_date.isoformat()) == ("乙某", "2026-11-21")
    with staffed.room.store.reading() as tables:
        assert tables.journal.count() == rows + 1
        assert tables.shift.by_id(staffed.shift.id).status is ShiftStatus.HANDED_OVER
    assert texts(staffed, staffed.shift.id) == [
        "交班人甲某未签字，经丙某同意，本班由乙某单方接班，责任自此移交。原因：交班人突发疾病送医"
    ]
    assert texts(staffed, running.shift.id) == [
        (
            "乙某单方接班，上一班甲某未签字，经丙某同意；上一班未办结事项全部承接。"
            "原因：交班人突发疾病送医"
        )
    ]
    record = staffed.room.handover.record(staffed.shift.id)
    assert record.forced_reason == "交班人甲某未签字，经丙某同意。原因：交班人突发疾病送医"
    assert record.outgoing_signature.name == ""
    assert (record.incoming_signature.name, record.lead_signature.name) == ("乙某", "丙某")
    assert record.remarks == ""


def test_the_written_reason_stands_for_every_note(staffed: Staff) -> None:
    staffed.room.open_item.open(item_draft("没有经办人的事", owner=""), by=BY)
    view = staffed.room.relief.force(relief(staffed), by=BY).value
    assert [item.is_taken for item in view.facts.open_items] == [True]


def test_signatures_given_before_are_kept_or_replaced(staffed: Staff) -> None:
    from tests.handover_builders import INCOMING

    fourth = officer(staffed, "丁某")
    sign(staffed, INCOMING, fourth)
    view = staffed.room.relief.force(relief(staffed), by=BY).value
    assert [one.officer_name for one in view.signatures] == ["乙某", "丙某"]
    sign(staffed, OUTGOING, staffed.officer)
    again = relief(staffed, incoming_id=staffed.admin.id, reason="接班人改派")
    view = staffed.room.relief.force(again, by=BY).value
    assert [one.officer_name for one in view.signatures] == ["乙某", "甲某", "丙某"]
    record = staffed.room.handover.record(view.handover.id)
    assert record.forced_reason == "经丙某同意。原因：接班人改派"


def test_where_nobody_comes_the_lead_takes_over_himself(staffed: Staff) -> None:
    alone = relief(staffed, incoming_id=staffed.lead.id, reason="接班人未到，联系不上")
    staffed.room.relief.force(alone, by=BY)
    assert staffed.room.shift.view().primary.name == "丙某"


@pytest.mark.parametrize("reason", ["", "  "])
def test_forced_relief_and_staying_on_need_a_reason(staffed: Staff, reason: str) -> None:
    with pytest.raises(ReliefReasonMissing):
        staffed.room.relief.force(relief(staffed, reason=reason), by=BY)
    with pytest.raises(ReliefReasonMissing):
        staffed.room.relief.stay_on(reason, by=staffed.by)


def test_forced_relief_needs_a_lead_another_officer_and_both_pins(staffed: Staff) -> None:
    viewer = officer(staffed, "戊某", OfficerRole.VIEWER)
    force = staffed.room.relief.force
    with pytest.raises(OfficerMayNot):
        force(relief(staffed, lead_id=staffed.officer.id), by=BY)
    with pytest.raises(OfficerMayNot):
        force(relief(staffed, incoming_id=viewer.id), by=BY)
    with pytest.raises(ReliefBySamePerson):
        force(relief(staffed, incoming_id=staffed.admin.id), by=BY)
    with pytest.raises(PinWrong):
        force(relief(staffed, pin="135790"), by=BY)
    with pytest.raises(PinWrong):
        force(relief(staffed, lead_pin="135790"), by=BY)
    assert staffed.room.shift.view().primary.name == "甲某"
    assert "135790" not in repr(relief(staffed, pin="135790", lead_pin="135790"))


def test_an_officer_whose_relief_is_late_stays_and_says_so(staffed: Staff) -> None:
    stand_at(staffed, "2026-11-21 08:45")
    entry = staffed.room.relief.stay_on("接班人丁某途中堵车，预计9时到", by=staffed.by).value
    assert entry.text == "接班人未到，继续值守。原因：接班人丁某途中堵车，预计9时到"
    assert (entry.is_automatic, entry.recorder, entry.shift_id) == (
        True,
        "甲某",
        staffed.shift.id,
    )
    assert staffed.room.shift.view().shift.status is ShiftStatus.ON_DUTY


def test_nobody_on_duty_nobody_to_relieve(room) -> None:
    with pytest.raises(ShiftNotRunning):
        room.relief.stay_on("没人", by=BY)


def review(staffed: Staff, **changes: str) -> ShiftReview:
    values = {
        "shift_id": staffed.shift.id,
        "text": "处置及时，记录完整。",
        "lead_id": staffed.lead.id,
        "lead_pin": PIN,
    }
    return ShiftReview(**{**values, **changes})


def test_a_lead_reviews_a_shift_after_its_handover(staffed: Staff) -> None:
    with pytest.raises(ShiftNotHandedOver):
        staffed.room.relief.review(review(staffed), by=BY)
    hand_over(staffed)
    before = staffed.room.handover.record(staffed.shift.id)
    now = stand_at(staffed, "2026-11-21 09:00")
    done = staffed.room.relief.review(review(staffed), by=BY).value
    assert (done.status, done.review) == (ShiftStatus.REVIEWED, "处置及时，记录完整。")
    assert (done.reviewed_by, done.reviewed_at) == (staffed.lead.id, now)
    assert done.is_locked
    assert staffed.room.handover.record(staffed.shift.id) == before
    with pytest.raises(ShiftReviewed) as refusal:
        staffed.room.relief.review(review(staffed), by=BY)
    assert refusal.value.by == "丙某"


def test_a_review_has_words_a_lead_and_a_shift(staffed: Staff) -> None:
    hand_over(staffed)
    with pytest.raises(BadInput):
        staffed.room.relief.review(review(staffed, text=" "), by=BY)
    with pytest.raises(OfficerMayNot):
        staffed.room.relief.review(review(staffed, lead_id=staffed.officer.id), by=BY)
    with pytest.raises(RecordUnknown):
        staffed.room.relief.review(review(staffed, shift_id="没有"), by=BY)
