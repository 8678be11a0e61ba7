from datetime import date, timedelta

import pytest

from dutydesk.domain.call_round import CallResult
from dutydesk.domain.duty_log import Correction
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.handover import (
    CheckResult,
    HandoverContentSigned,
    HandoverCountersigned,
    HandoverNotSigned,
    HandoverSigned,
    HandoverStatus,
    NotOutgoingOfficer,
    ReliefPosts,
    SignatureNotOwn,
)
from dutydesk.domain.handover_facts import (
    CountKind,
    HandoverBlocked,
)
from dutydesk.domain.officer import OfficerInactive, OfficerMayNot, OfficerRole, PinWrong
from dutydesk.domain.shift import ShiftNotRunning, ShiftStatus
from dutydesk.services.handover import CheckFill, Filling, ThingFill
from dutydesk.wording.handover_record import passed_on
from tests.builders import PIN, Staff, draft, item_draft
from tests.call_builders import press, round_draft
from tests.handover_builders import (
    BY,
    INCOMING,
    LEAD,
    OUTGOING,
    fire,
    hand_over,
    officer,
    sign,
    stand_at,
)
from tests.report_builders import CLI, ref, save, submitted
from tests.services.test_incident_report import opened


def journal_rows(staffed: Staff) -> int:
    with staffed.room.store.reading() as tables:
        return tables.journal.count()


def test_before_anybody_is_on_duty_there_is_nothing_to_hand_over(room) -> None:
    with pytest.raises(ShiftNotRunning):
        room.handover.draft()
    assert room.handover.last_completed() is None
    room.duty_log.record(draft(room), by=BY)
    with pytest.raises(ShiftNotRunning):
        room.handover.draft()


def test_a_draft_is_computed_and_writes_nothing(staffed: Staff) -> None:
    room, before = staffed.room, journal_rows(staffed)
    view = room.handover.draft()
    assert view.handover.id == staffed.shift.id
    assert view.handover.status is HandoverStatus.DRAFT
    assert len(view.checks) == 34
    assert all(line.result is None for line in view.checks)
    assert [thing.name for thing in view.things][:2] == ["值班室钥匙", "办公室钥匙"]
    assert view.blocking == ()
    with room.store.reading() as tables:
        assert view.journal_head == tables.journal.head()
    assert journal_rows(staffed) == before


def test_the_summary_counts_what_stands_and_an_incident_once(staffed: Staff) -> None:
    room = staffed.room
    for kind in (
        EntryKind.INCOMING_CALL,
        EntryKind.INCOMING_CALL,
        EntryKind.OUTGOING_CALL,
        EntryKind.INCOMING_DOCUMENT,
        EntryKind.FAX,
        EntryKind.WARNING,
        EntryKind.DIRECTIVE,
        EntryKind.INCIDENT,
    ):
        last = room.duty_log.record(draft(room, kind.value, kind=kind), by=staffed.by).value
    struck = room.duty_log.record(draft(room, "误记"), by=staffed.by).value
    room.duty_log.correct(
        struck.id, Correction(room.duty_log.new_id(), "类别错", kind=EntryKind.VISIT), by=BY
    )
    fire(staffed, room.clock.now())
    assert last.kind is EntryKind.INCIDENT
    counts = {one.kind: one.count for one in room.handover.draft().facts.counts}
    assert counts == {
        CountKind.INCOMING_CALL: 2,
        CountKind.INCOMING_DOCUMENT: 2,
        CountKind.SUPERIOR_NOTICE: 0,
        CountKind.INCIDENT: 2,
        CountKind.WARNING: 1,
        CountKind.DIRECTIVE: 1,
    }


def test_results_things_and_remarks_are_kept_before_signing(staffed: Staff) -> None:
    room = staffed.room
    first, second = room.handover.draft().checks[:2]
    before = journal_rows(staffed)
    done = room.handover.fill(
        Filling(
            checks=(
                CheckFill(first.item_id, CheckResult.NORMAL),
                CheckFill(second.item_id, CheckResult.ABNORMAL, "传真机缺纸"),
            ),
            things=(ThingFill("值班室钥匙", "3把", CheckResult.NORMAL), ThingFill("雨衣", "5件")),
            remarks="上午回电市政处",
        ),
        by=staffed.by,
    )
    assert journal_rows(staffed) == before + 1
    assert done.changes.names("handover", "handover_check", "handover_thing")
    view = room.handover.draft()
    assert (view.checks, view.things) == (done.value.checks, done.value.things)
    assert [line.result for line in view.checks[:3]] == [
        CheckResult.NORMAL,
        CheckResult.ABNORMAL,
        None,
    ]
    assert [(thing.name, thing.quantity) for thing in view.things] == [
        ("值班室钥匙", "3把"),
        ("雨衣", "5件"),
    ]
    room.handover.fill(Filling(checks=(CheckFill(first.item_id, None),)), by=staffed.by)
    view = room.handover.draft()
    assert view.checks[0].result is None
    assert (view.handover.remarks, len(view.things)) == ("上午回电市政处", 2)
    with pytest.raises(RecordUnknown):
        room.handover.fill(Filling(checks=(CheckFill("没有", None),)), by=staffed.by)


def test_the_outgoing_then_the_incoming_signature_passes_duty(staffed: Staff) -> None:
    room = staffed.room
    stand_at(staffed, "2026-11-21 08:20")
    first = sign(staffed, OUTGOING, staffed.admin, note="燃气待复查")
    assert first.handover.status is HandoverStatus.OUTGOING_SIGNED
    assert room.shift.view().shift.status is ShiftStatus.HANDING_OVER
    now = stand_at(staffed, "2026-11-21 08:26")
    with room.store.reading() as tables:
        head = tables.journal.head()
    view = sign(staffed, INCOMING, staffed.officer)
    assert view.handover.status is HandoverStatus.COMPLETED
    assert view.handover.completed_at == now
    assert view.journal_head == view.handover.journal_head == head
    running = room.shift.view()
    assert running.shift.id == view.handover.incoming_shift_id
    assert running.shift.status is ShiftStatus.ON_DUTY
    assert running.shift.started_at == now
    assert running.primary.name == "乙某"
    assert running.lead.name == "丙某"
    with room.store.reading() as tables:
        old = tables.shift.by_id(staffed.shift.id)
        newest = tables.journal.newest()
    assert old.status is ShiftStatus.HANDED_OVER
    assert old.ended_at == now
    assert newest.action == "handover.sign"
    assert newest.prev.hex() == head


def test_the_incoming_officer_may_sign_first(staffed: Staff) -> None:
    stand_at(staffed, "2026-11-21 08:20")
    posts = ReliefPosts(lead_officer_id=staffed.admin.id, secondary_officer_id=staffed.lead.id)
    first = sign(staffed, INCOMING, staffed.officer, posts=posts)
    assert first.handover.status is HandoverStatus.INCOMING_SIGNED
    assert staffed.room.shift.view().primary.name == "甲某"
    done = sign(staffed, OUTGOING, staffed.admin)
    assert done.handover.status is HandoverStatus.COMPLETED
    running = staffed.room.shift.view()
    assert (running.primary.name, running.lead.name, running.secondary.name) == (
        "乙某",
        "甲某",
        "丙某",
    )


@pytest.mark.parametrize(
    ("when", "duty_date"),
    [
        ("2026-11-21 08:20", "2026-11-21"),
        ("2026-11-21 08:30", "2026-11-21"),
        ("2026-11-21 11:00", "2026-11-21"),
        ("2026-11-21 06:29", "2026-11-20"),
        ("2026-11-21 06:30", "2026-11-21"),
        ("2026-11-20 14:00", "2026-11-20"),
        ("2026-11-22 02:15", "2026-11-21"),
        ("2026-11-30 08:31", "2026-11-30"),
        ("2026-12-01 08:20", "2026-12-01"),
        ("2027-01-01 08:25", "2027-01-01"),
        ("2028-02-29 08:30", "2028-02-29"),
        ("2028-03-01 08:05", "2028-03-01"),
    ],
)
def test_the_new_shift_has_the_duty_date_of_the_relief(
    staffed: Staff, when: str, duty_date: str
) -> None:
    now = stand_at(staffed, when)
    view = hand_over(staffed)
    running = staffed.room.shift.view().shift
    assert running.duty_date.isoformat() == duty_date
    assert view.facts.incoming_shift.duty_date == running.duty_date
    assert running.started_at == now
    assert view.handover.handover_no == "2026-001"


@pytest.mark.parametrize(
    ("when", "duty_date", "kind"),
    [
        ("2026-11-20 17:50", "2026-11-20", "night"),
        ("2026-11-20 18:00", "2026-11-20", "night"),
        ("2026-11-20 20:40", "2026-11-20", "night"),
        ("2026-11-21 00:30", "2026-11-20", "night"),
        ("2026-11-21 08:20", "2026-11-21", "day"),
    ],
)
def test_two_shifts_a_day_relieve_each_other(
    staffed: Staff, when: str, duty_date: str, kind: str
) -> None:
    from dutydesk.domain.settings import TWO_SHIFT_PATTERN

    staffed.room.settings.put({"shift_pattern": TWO_SHIFT_PATTERN}, by=BY)
    stand_at(staffed, when)
    hand_over(staffed)
    running = staffed.room.shift.view().shift
    assert (running.duty_date.isoformat(), running.kind.value) == (duty_date, kind)


def test_a_draft_looks_forward_to_the_next_planned_shift(staffed: Staff) -> None:
    facts = staffed.room.handover.draft().facts
    assert facts.outgoing_shift.duty_date == date(2026, 11, 20)
    assert facts.incoming_shift.duty_date == date(2026, 11, 21)


def test_what_was_signed_is_not_changed_before_the_signature_is_taken_back(
    staffed: Staff,
) -> None:
    room = staffed.room
    sign(staffed, OUTGOING, staffed.admin)
    with pytest.raises(HandoverContentSigned):
        room.handover.fill(Filling(remarks="改一改"), by=BY)
    with pytest.raises(SignatureNotOwn):
        room.handover.take_back(OUTGOING, staffed.officer.id, PIN, by=BY)
    view = room.handover.take_back(OUTGOING, staffed.admin.id, PIN, by=BY).value
    assert (view.signatures, view.handover.status) == ((), HandoverStatus.DRAFT)
    assert room.shift.view().shift.status is ShiftStatus.ON_DUTY
    room.handover.fill(Filling(remarks="改一改"), by=BY)
    with pytest.raises(HandoverNotSigned):
        room.handover.take_back(OUTGOING, staffed.admin.id, PIN, by=BY)


def test_a_lead_takes_back_the_signature_of_somebody_who_has_left(staffed: Staff) -> None:
    posts = ReliefPosts(secondary_officer_id=staffed.lead.id)
    sign(staffed, INCOMING, staffed.officer, posts=posts)
    staffed.room.handover.take_back(INCOMING, staffed.lead.id, PIN, by=BY)
    fourth = officer(staffed, "丁某")
    sign(staffed, INCOMING, fourth)
    sign(staffed, OUTGOING, staffed.admin)
    running = staffed.room.shift.view()
    assert (running.primary.name, running.secondary) == ("丁某", None)


def test_entries_are_taken_until_the_second_signature_and_then_the_log_is_locked(
    staffed: Staff,
) -> None:
    room = staffed.room
    stand_at(staffed, "2026-11-21 08:20")
    old = room.duty_log.record(draft(room, "2号楼漏水"), by=staffed.by).value
    sign(staffed, OUTGOING, staffed.admin)
    between = room.duty_log.record(draft(room, "签字后的来电"), by=staffed.by).value
    assert between.shift_id == staffed.shift.id
    view = sign(staffed, INCOMING, staffed.officer)
    assert {one.kind: one.count for one in view.facts.counts}[CountKind.INCOMING_CALL] == 2
    fix = Correction(room.duty_log.new_id(), "楼号听错", text="3号楼漏水")
    new = room.duty_log.correct(old.id, fix, by=BY).value
    running = room.shift.view().shift
    assert (new.shift_id, new.no, new.recorder) == (running.id, 1, "乙某")
    with room.store.reading() as tables:
        locked = tables.shift.by_id(staffed.shift.id)
    assert locked.is_locked
    # The record printed at the handover does not change.
    assert room.handover.view(staffed.shift.id) == view


def test_open_items_go_on_and_the_record_keeps_them_as_they_were(staffed: Staff) -> None:
    room = staffed.room
    stand_at(staffed, "2026-11-21 08:20")
    due = room.clock.now() + timedelta(hours=3)
    item = room.open_item.open(item_draft("塌陷围挡", "市政处", due, "10时核实"), by=BY).value
    hand_over(staffed)
    assert [one.id for one in room.open_item.open_items()] == [item.id]
    before = room.handover.record(staffed.shift.id)
    room.open_item.close(item.id, "已修好", by=BY)
    for line in room.checklist.items():
        room.checklist.remove(line.id, by=BY)
    room.settings.rename_unit("改名后的值班室", by=BY)
    room.shift.describe("晴", "平稳", by=BY)
    assert room.handover.record(staffed.shift.id) == before
    (line,) = before.open_items
    assert (line.title, line.owner, line.due_at, line.note) == (
        "塌陷围挡",
        "市政处",
        due,
        "10时核实",
    )
    assert before.unit == "安和街道办事处值班室"
    assert before.no == "2026-001"
    assert before.incoming_signature.name == "乙某"
    assert len(before.checks) == 34


def test_a_note_about_the_key_lets_no_report_pass_that_fell_due_after_it(staffed: Staff) -> None:
    received = stand_at(staffed, "2026-11-21 08:00")
    fire(staffed, received)
    stand_at(staffed, "2026-11-21 08:05")
    assert not sign(staffed, OUTGOING, staffed.admin, note="钥匙在抽屉").blocking
    stand_at(staffed, "2026-11-21 10:05")
    assert len(staffed.room.handover.draft().blocking) == 2
    with pytest.raises(HandoverBlocked):
        sign(staffed, INCOMING, staffed.officer)
    view = sign(staffed, INCOMING, staffed.officer, note="现场失联，正在核实")
    assert view.handover.status is HandoverStatus.COMPLETED


def test_the_next_day_is_handed_over_in_its_turn(staffed: Staff) -> None:
    room = staffed.room
    room.handover.fill(Filling(things=(ThingFill("值班室钥匙", "3把"),)), by=BY)
    stand_at(staffed, "2026-11-21 08:30")
    first = hand_over(staffed)
    stand_at(staffed, "2026-11-22 08:28")
    assert room.handover.draft().things[0].quantity == "3把"
    sign(staffed, OUTGOING, staffed.officer)
    second = sign(staffed, INCOMING, staffed.admin)
    assert second.handover.handover_no == "2026-002"
    assert second.handover.id == first.handover.incoming_shift_id
    assert [one.handover.id for one in room.handover.handovers()] == [
        second.handover.id,
        first.handover.id,
    ]
    assert len(room.handover.handovers(limit=1)) == 1
    room.handover.fill(Filling(remarks="第三班"), by=BY)
    assert room.handover.handovers(limit=1)[0].handover.status is HandoverStatus.DRAFT
    assert room.handover.last_completed() == second


def test_the_command_line_takes_everything_and_the_desk_item_by_item(staffed: Staff) -> None:
    room = staffed.room
    one = room.open_item.open(item_draft("甲事", "市政处"), by=BY).value
    room.open_item.open(item_draft("乙事", "市政处"), by=BY)
    view = room.handover.take_items((one.id,), is_taken=True, by=staffed.by).value
    assert [item.is_taken for item in view.facts.open_items] == [True, False]
    room.handover.take_items((one.id,), is_taken=False, by=staffed.by)
    room.handover.take_items((one.id,), is_taken=True, by=staffed.by)
    with pytest.raises(RecordUnknown):
        room.handover.take_items(("没有",), is_taken=True, by=staffed.by)
    sign(staffed, INCOMING, staffed.officer, takes_all=False)
    late = room.open_item.open(item_draft("丙事", "市政处"), by=BY).value
    done = sign(staffed, OUTGOING, staffed.admin)
    assert [item.is_taken for item in done.facts.open_items] == [True, False, False]
    sign(staffed, INCOMING, staffed.admin)
    last = sign(staffed, OUTGOING, staffed.officer)
    assert late.id in {item.id for item in last.facts.open_items}
    assert all(item.is_taken for item in last.facts.open_items)


def test_only_the_primary_officer_hands_over(staffed: Staff) -> None:
    with pytest.raises(NotOutgoingOfficer) as refusal:
        sign(staffed, OUTGOING, staffed.officer)
    assert (refusal.value.name, refusal.value.primary) == ("乙某", "甲某")


def test_a_side_is_signed_once(staffed: Staff) -> None:
    sign(staffed, OUTGOING, staffed.admin)
    with pytest.raises(HandoverSigned):
        sign(staffed, OUTGOING, staffed.admin)


def test_a_viewer_or_somebody_deactivated_does_not_take_over(staffed: Staff) -> None:
    viewer = officer(staffed, "戊某", OfficerRole.VIEWER)
    with pytest.raises(OfficerMayNot):
        sign(staffed, INCOMING, viewer)
    staffed.room.officer.deactivate(staffed.officer.id, by=BY)
    with pytest.raises(OfficerInactive):
        sign(staffed, INCOMING, staffed.officer)
    with pytest.raises(OfficerMayNot):
        staffed.room.handover.fill(Filling(remarks="看看"), by=type(BY)(viewer.id, viewer.id))


def test_a_post_of_the_next_shift_is_an_active_officer(staffed: Staff) -> None:
    fourth = officer(staffed, "丁某")
    staffed.room.officer.deactivate(fourth.id, by=BY)
    with pytest.raises(OfficerInactive):
        sign(staffed, INCOMING, staffed.officer, posts=ReliefPosts(standby_officer_id=fourth.id))
    with pytest.raises(RecordUnknown):
        sign(staffed, INCOMING, staffed.officer, posts=ReliefPosts(lead_officer_id="没有"))


def test_who_was_taken_off_after_signing_does_not_get_the_shift(staffed: Staff) -> None:
    sign(staffed, INCOMING, staffed.officer)
    staffed.room.officer.deactivate(staffed.officer.id, by=BY)
    with pytest.raises(OfficerInactive):
        sign(staffed, OUTGOING, staffed.admin)
    assert staffed.room.shift.view().primary.name == "甲某"
    staffed.room.handover.take_back(INCOMING, staffed.lead.id, PIN, by=BY)
    sign(staffed, INCOMING, staffed.lead)
    assert sign(staffed, OUTGOING, staffed.admin).handover.is_over


def test_a_wrong_pin_is_on_record_and_changes_nothing_else(staffed: Staff) -> None:
    before, view = journal_rows(staffed), staffed.room.handover.draft()
    with pytest.raises(PinWrong):
        sign(staffed, OUTGOING, staffed.admin, pin="135790")
    assert journal_rows(staffed) == before + 1
    with staffed.room.store.reading() as tables:
        assert tables.journal.newest().action == "officer.wrong_pin"
    after = staffed.room.handover.draft()
    assert (after.signatures, after.handover) == ((), view.handover)
    assert staffed.room.shift.view().shift.status is ShiftStatus.ON_DUTY


def test_a_lead_countersigns_before_or_after(staffed: Staff) -> None:
    with pytest.raises(OfficerMayNot):
        sign(staffed, LEAD, staffed.officer)
    early = sign(staffed, LEAD, staffed.lead)
    assert early.handover.status is HandoverStatus.DRAFT
    done = hand_over(staffed)
    assert done.countersigned_at == staffed.room.clock.now()
    # The next one is countersigned after duty has passed.
    stand_at(staffed, "2026-11-21 08:30")
    sign(staffed, OUTGOING, staffed.officer)
    second = sign(staffed, INCOMING, staffed.admin)
    assert second.countersigned_at is None
    stand_at(staffed, "2026-11-21 10:00")
    signed = sign(staffed, LEAD, staffed.lead, note="同意")
    assert signed.handover == second.handover
    assert signed.countersigned_at == staffed.room.clock.now()
    assert staffed.room.handover.record(second.handover.id).lead_signature.name == "丙某"
    with pytest.raises(HandoverSigned):
        sign(staffed, LEAD, staffed.lead, handover_id=second.handover.id)
    # Asked once more, it is not the untouched draft of the next handover that gets signed.
    with pytest.raises(HandoverCountersigned):
        sign(staffed, LEAD, staffed.lead)
    assert staffed.room.handover.draft().signatures == ()
    sign(staffed, OUTGOING, staffed.admin)
    assert sign(staffed, LEAD, staffed.lead).handover.id != second.handover.id
    with pytest.raises(RecordUnknown):
        sign(staffed, LEAD, staffed.lead, handover_id="没有")


def test_an_unknown_handover_is_refused(staffed: Staff) -> None:
    with pytest.raises(RecordUnknown):
        staffed.room.handover.record("没有")


def test_an_unfinished_handover_prints_without_time_and_head(staffed: Staff) -> None:
    sign(staffed, OUTGOING, staffed.admin, note="燃气待复查")
    record = staffed.room.handover.record(staffed.shift.id)
    assert (record.handed_over_at, record.journal_head) == (None, "")
    assert record.outgoing_signature.name == "甲某"
    assert record.incoming_signature.name == ""
    assert record.remarks == "交班人说明：燃气待复查"


def test_reports_on_their_way_are_passed_on_and_stay_as_they_were(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    made = submitted(room, save(room, incident))
    view = room.handover.draft()
    (one,) = view.facts.report_drafts
    assert passed_on(view) == ["稿件：安和街道丰收市场火灾首报，待签发"]
    hand_over(staffed)
    room.report_draft.void(ref(room, made), "改由电话报", by=CLI)
    (kept,) = [view for view in room.handover.handovers() if view.handover.is_over]
    assert kept.facts.report_drafts == (one,)
    assert room.handover.draft().facts.report_drafts == ()


def test_a_round_that_runs_at_the_handover_is_passed_on_with_who_is_not_reached(
    staffed: Staff,
) -> None:
    room = staffed.room
    made = room.call_round.start(round_draft(3), by=staffed.by).value
    first = room.call_reading.sheet(made.id).targets[0]
    room.call_round.attempt(press(room, first.id, CallResult.ANSWERED), by=staffed.by)
    (line,) = passed_on(room.handover.draft())
    assert line.startswith(f"正在叫应：{made.title}，")
    assert line.endswith("应叫3人，应答1人，未应2人")
    hand_over(staffed)
    room.call_round.end(made.id, "派人上门", by=CLI)
    (kept,) = [view for view in room.handover.handovers() if view.handover.is_over]
    assert passed_on(kept) == [line]
    assert room.handover.draft().facts.call_rounds == ()
