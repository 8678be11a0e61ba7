from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain import call_making
from dutydesk.domain import call_round_refusals as refusals
from dutydesk.domain.call_making import Making
from dutydesk.domain.call_round import CallParty, CallResult, DraftAttempt, TargetState
from dutydesk.domain.errors import BadInput
from tests.call_builders import NOW, attempt, call_round, callee, round_draft, target

MAKING = Making(NOW, "甲某")


def draft(**changes):
    values = {"id": "x1", "target_id": "t1", "result": CallResult.NO_ANSWER, "at": NOW}
    return DraftAttempt(**{**values, **changes})


def test_a_round_is_started_with_its_targets_in_order():
    made = call_making.start(round_draft(2, title=" 叫应 "), MAKING)
    assert (made.title, made.started_at, made.started_by) == ("叫应", NOW, "甲某")
    targets = call_making.targets_of(made, [callee(1), callee(2)], iter(["x", "y"]))
    assert [(one.id, one.order_no, one.name) for one in targets] == [
        ("x", 1, "李某1"),
        ("y", 2, "李某2"),
    ]
    with pytest.raises(refusals.CalleeNameMissing):
        call_making.targets_of(made, [callee(1, name=" ")], iter(["x"]))


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"title": " "}, refusals.CallTitleMissing),
        ({"callees": ()}, refusals.CalleesMissing),
        ({"words": "话" * 2001}, refusals.CallTextTooLong),
        ({"max_tries": 0}, BadInput),
        ({"within_minutes": 0}, BadInput),
        ({"retry_pause_minutes": -1}, BadInput),
    ],
)
def test_what_a_round_needs(changes, refusal):
    with pytest.raises(refusal):
        call_making.start(round_draft(1, **changes), MAKING)


def test_an_attempt_rings_whoever_is_next_and_settles_the_target():
    made, settled = call_making.take(draft(words=" 马上到 "), call_round(), target(), [], MAKING)
    assert (made.party, made.phone, made.attempt_no) == (CallParty.A, "19900000001", 1)
    assert made.words == "马上到"
    assert settled.state is TargetState.TRYING
    answered = draft(result=CallResult.ANSWERED, party=CallParty.B)
    made, settled = call_making.take(answered, call_round(), target(), [attempt(1)], MAKING)
    assert (made.name, settled.state) == ("王某1", TargetState.ANSWERED_BY_B)


def test_a_correction_keeps_whom_and_when_of_the_slip():
    slip = attempt(1, CallResult.ANSWERED, CallParty.B)
    right = draft(corrects=slip.id, at=NOW + timedelta(minutes=3))
    made, settled = call_making.take(right, call_round(), target(), [slip], MAKING)
    assert (made.party, made.at, made.corrects) == (CallParty.B, slip.at, slip.id)
    assert settled.state is TargetState.TRYING
    for unfit in (draft(corrects="a9"), draft(result=CallResult.VOID)):
        with pytest.raises(refusals.CallCorrectionUnfit):
            call_making.take(unfit, call_round(), target(), [slip], MAKING)
    with pytest.raises(refusals.CallCorrectionUnfit):
        call_making.take(right, call_round(), target(), [slip, made], MAKING)


def test_what_an_attempt_is_refused_for():
    ended = call_round(ended_at=NOW)
    with pytest.raises(refusals.CallRoundEnded):
        call_making.take(draft(), ended, target(), [], MAKING)
    with pytest.raises(refusals.CallInFuture):
        call_making.take(draft(at=NOW + timedelta(hours=1)), call_round(), target(), [], MAKING)
    alone = target(b_name="", b_phone="")
    with pytest.raises(refusals.CallPartyMissing):
        call_making.take(draft(party=CallParty.B), call_round(), alone, [], MAKING)


def test_b_is_rung_whenever_the_officer_says_so():
    turned = call_making.turn_to(call_round(), target(), CallParty.B, [])
    made, _ = call_making.take(draft(), call_round(), turned, [], MAKING)
    assert made.party is CallParty.B
    with pytest.raises(refusals.CallPartyMissing):
        call_making.turn_to(call_round(), target(b_phone=""), CallParty.B, [])


def test_whoever_need_not_be_called_is_left_out_for_a_reason_and_may_be_rung_after_all():
    skipped = call_making.skip(call_round(), target(), " 已在岗 ")
    assert (skipped.state, skipped.note) == (TargetState.SKIPPED, "已在岗")
    with pytest.raises(refusals.CallSkipReasonMissing):
        call_making.skip(call_round(), target(), " ")
    _, rung = call_making.take(draft(), call_round(), skipped, [], MAKING)
    assert rung.state is TargetState.TRYING


@pytest.mark.parametrize(
    "state", [TargetState.ANSWERED, TargetState.ANSWERED_BY_B, TargetState.ESCALATED]
)
def test_an_answer_on_the_sheet_is_not_lost_by_leaving_its_person_out(state):
    reached = target(state=state, reached_at=NOW)
    with pytest.raises(refusals.CallAnsweredAlready) as refusal:
        call_making.skip(call_round(), reached, "已在岗")
    assert refusal.value.name == reached.name


def test_an_end_says_what_became_of_the_open_ones():
    targets = [target(1), target(2, state=TargetState.ANSWERED)]
    with pytest.raises(refusals.CallRoundOpen) as refusal:
        call_making.end(call_round(), targets, "", MAKING)
    assert refusal.value.names == ("李某1",)
    ended = call_making.end(call_round(), targets, "派人上门", MAKING)
    assert (ended.ended_at, ended.ended_by, ended.end_note) == (NOW, "甲某", "派人上门")
    assert call_making.reopen(ended) == call_round()
    with pytest.raises(refusals.CallRoundEnded):
        call_making.end(replace(ended), targets, "x", MAKING)
