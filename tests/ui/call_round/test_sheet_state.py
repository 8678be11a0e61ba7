from datetime import timedelta

from dutydesk.domain.call_round import CallResult, TargetState
from dutydesk.services.call_reading import CallSheet
from dutydesk.ui.call_round.sheet_state import SheetState
from tests.call_builders import NOW, attempt, call_round, target


def state(*attempts, **round_changes):
    targets = (target(1), target(2))
    keys = {"t1": "李某1 lm 19900000001", "t2": "李某2 lm 19900000002"}
    return SheetState(CallSheet(call_round(**round_changes), targets, attempts, keys))


def test_one_press_changes_one_target_and_brings_the_next():
    sheet = state()
    assert sheet.next_target(NOW) == "t1"
    made = attempt(1, CallResult.ANSWERED)
    sheet.put(target(1, state=TargetState.ANSWERED, reached_at=made.at), made)
    assert (sheet.next_target(NOW), sheet.counts().reached) == ("t2", 1)
    assert (sheet.tries("t1"), sheet.last_attempt("t1")) == (1, made)
    assert sheet.last_attempt("t2") is None
    assert sheet.next_call("t2").phone == "19900000002"
    assert sheet.timing(NOW + timedelta(minutes=6)).is_over


def test_words_typed_and_the_filter_say_who_is_shown():
    sheet = state()
    sheet.put(target(1, state=TargetState.ANSWERED))
    assert sheet.shown("", is_open_only=False) == ["t1", "t2"]
    assert sheet.shown("", is_open_only=True) == ["t2"]
    assert sheet.shown("LM 0001", is_open_only=False) == ["t1"]
    assert sheet.shown("nobody", is_open_only=False) == []


def test_an_ended_round_runs_no_more():
    assert state().is_running
    assert not state(ended_at=NOW).is_running
