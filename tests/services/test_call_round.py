from datetime import timedelta

import pytest

from dutydesk.domain import call_round_refusals as refusals
from dutydesk.domain.call_round import CallParty, CallResult, TargetState
from dutydesk.domain.due_line import DueKind
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor, OfficerMayNot, OfficerRole
from tests.builders import PIN, Staff
from tests.call_builders import callee, open_incident, press, round_draft

R = CallResult
BEGUN = "开始叫应：暴雨橙色预警叫应，共3人，5分钟内叫应。通知内容：请立即到岗，转移低洼院落居民"
ENDED = (
    "叫应结束：暴雨橙色预警叫应，用时12分。应叫3人，应答2人（其中B角应答1人），报上级1人，"
    "未应0人；5分钟内应答2人。报上级：安和一社区 李某3。"
)


def told(staff: Staff) -> list[tuple[EntryKind, str]]:
    _, entries = staff.room.duty_log.entries_of_running_shift()
    return [(one.entry.kind, one.entry.text) for one in entries]


def begun(staff: Staff, count: int = 3, **changes: object):
    made = staff.room.call_round.start(round_draft(count, **changes), by=staff.by).value
    return made, staff.room.call_reading.sheet(made.id).targets


def ring(staff: Staff, target_id: str, *results: CallResult, words: str = ""):
    for result in results:
        draft = press(staff.room, target_id, result, words)
        step = staff.room.call_round.attempt(draft, by=staff.by).value
    return step


def test_a_round_starts_once_and_the_log_tells_it(staffed: Staff) -> None:
    room, draft = staffed.room, round_draft(3)
    done = room.call_round.start(draft, by=staffed.by)
    again = room.call_round.start(draft, by=staffed.by)
    assert (again.value, again.changes.touched) == (done.value, {})
    assert (done.value.superior, done.value.started_by) == ("丙某", "甲某")
    assert len(room.call_reading.sheet(done.value.id).targets) == 3
    assert told(staffed) == [
        (
            EntryKind.OTHER,
            BEGUN,
        )
    ]
    assert done.value.entry_id is not None


def test_a_whole_round_from_the_first_try_to_the_end(staffed: Staff) -> None:
    room = staffed.room
    made, (first, second, third) = begun(staffed)
    assert ring(staffed, first.id, R.ANSWERED, words="收到").target.state is TargetState.ANSWERED
    step = ring(staffed, second.id, R.NO_ANSWER, R.BUSY, R.NO_ANSWER)
    assert (step.target.state, step.attempt.attempt_no) == (TargetState.TRYING, 3)
    step = ring(staffed, second.id, R.ANSWERED)
    assert (step.attempt.party, step.attempt.name) == (CallParty.B, "王某2")
    assert step.target.state is TargetState.ANSWERED_BY_B
    ring(staffed, third.id, *[R.NO_ANSWER] * 6)
    step = ring(staffed, third.id, R.ANSWERED, words="派人上门")
    assert (step.attempt.party, step.target.state) == (
        CallParty.SUPERIOR,
        TargetState.ESCALATED,
    )
    room.clock.forward(minutes=12)  # type: ignore[attr-defined]
    ended = room.call_round.end(made.id, by=staffed.by).value
    assert ended.ended_by == "甲某"
    _, escalation, end = told(staffed)
    assert escalation == (
        EntryKind.OUTGOING_CALL,
        "叫应（暴雨橙色预警叫应）：安和一社区 李某3 网格员 叫6次未应，已报丙某。答复：派人上门",
    )
    assert end == (
        EntryKind.OTHER,
        ENDED,
    )
    with pytest.raises(refusals.CallRoundEnded):
        ring(staffed, first.id, R.ANSWERED)
    room.call_round.reopen(made.id, by=staffed.by)
    assert room.call_round.reopen(made.id, by=staffed.by).changes.touched == {}
    assert told(staffed)[-1][1] == "继续叫应：暴雨橙色预警叫应。"


def test_an_attempt_is_taken_once_with_the_time_of_the_press(staffed: Staff) -> None:
    room = staffed.room
    _, (first, *_) = begun(staffed)
    draft = press(room, first.id, R.NO_ANSWER)
    room.clock.forward(seconds=40)  # type: ignore[attr-defined]
    done = room.call_round.attempt(draft, by=staffed.by)
    again = room.call_round.attempt(draft, by=staffed.by)
    assert again.value == done.value
    assert again.changes.touched == {}
    assert done.value.attempt.at == draft.at
    assert done.value.attempt.recorded_at - draft.at == timedelta(seconds=40)


def test_a_slip_is_put_right_and_nothing_is_deleted(staffed: Staff) -> None:
    room = staffed.room
    made, (first, *_) = begun(staffed)
    slip = ring(staffed, first.id, R.ANSWERED).attempt
    right = press(room, first.id, R.NO_ANSWER, corrects=slip.id)
    assert room.call_round.attempt(right, by=staffed.by).value.target.state is TargetState.TRYING
    assert len(room.call_reading.sheet(made.id).attempts) == 2


def test_turning_skipping_adding(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    made, (first, second, *_) = begun(staffed)
    assert room.call_round.turn_to(first.id, CallParty.B, by=by).value.party is CallParty.B
    assert room.call_round.turn_to(first.id, CallParty.B, by=by).changes.touched == {}
    assert ring(staffed, first.id, R.ANSWERED).attempt.name == "王某1"
    assert room.call_round.skip(second.id, "已在岗", by=by).value.state is TargetState.SKIPPED
    added = room.call_round.add(made.id, callee(9), target_id="t9", by=by).value
    assert (added.order_no, added.name) == (4, "李某9")
    assert room.call_round.add(made.id, callee(9), target_id="t9", by=by).changes.touched == {}
    for unknown in (
        lambda: room.call_round.turn_to("x", CallParty.B, by=by),
        lambda: room.call_round.end("x", by=by),
        lambda: room.call_round.start(round_draft(1, warning_id="x"), by=by),
        lambda: room.call_round.start(round_draft(1, incident_id="x"), by=by),
    ):
        with pytest.raises(RecordUnknown):
            unknown()


def test_an_end_with_open_ones_wants_a_word_and_names_them_in_the_log(staffed: Staff) -> None:
    room = staffed.room
    made, _ = begun(staffed, 2)
    with pytest.raises(refusals.CallRoundOpen):
        room.call_round.end(made.id, by=staffed.by)
    room.call_round.end(made.id, "社区派人上门", by=staffed.by)
    assert told(staffed)[-1][1].endswith(
        "未应：安和一社区 李某1、安和一社区 李某2。说明：社区派人上门"
    )


def test_a_round_of_an_incident_is_told_by_its_timeline(staffed: Staff) -> None:
    room = staffed.room
    incident = open_incident(room, staffed.by)
    made, (first, *_) = begun(staffed, 1, incident_id=incident.id)
    room.call_round.turn_to(first.id, CallParty.SUPERIOR, by=staffed.by)
    ring(staffed, first.id, R.ANSWERED)
    room.call_round.end(made.id, by=staffed.by)
    _, entries = room.duty_log.entries_of_running_shift()
    linked = [one.entry.text for one in entries if one.entry.incident_id == incident.id]
    assert sum("叫应" in text for text in linked) == 3, linked


def test_a_running_round_with_somebody_to_ring_is_a_clock(staffed: Staff) -> None:
    room = staffed.room
    made, targets = begun(staffed, 2)
    (line,) = room.call_round.due()
    assert (line.kind, line.room, line.is_clock, line.target) == (
        DueKind.CALL_ROUND,
        "call_round",
        True,
        "还有2人未应",
    )
    assert line.due_at == made.started_at + timedelta(minutes=5)
    for one in targets:
        ring(staffed, one.id, R.ANSWERED)
    assert room.call_round.due() == []


def test_before_the_first_shift_a_round_runs_without_entries(room) -> None:
    by = Actor("cli")
    made = room.call_round.start(round_draft(1), by=by).value
    assert (made.entry_id, made.superior) == (None, "")
    assert room.call_round.end(made.id, "无", by=by).value.end_entry_id is None


def test_a_viewer_starts_none(staffed: Staff) -> None:
    viewer = staffed.room.officer.add("丁某", OfficerRole.VIEWER, PIN, by=staffed.by).value
    with pytest.raises(OfficerMayNot):
        staffed.room.call_round.start(round_draft(1), by=Actor(viewer.id, viewer.id))
