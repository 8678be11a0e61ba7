from datetime import timedelta

from dutydesk.domain.call_progress import CallCounts, NextCall
from dutydesk.domain.call_round import (
    CallChannel,
    CallParty,
    CallResult,
    TargetState,
)
from dutydesk.wording import call_round as words
from tests.call_builders import NOW, attempt, call_round, target


def test_every_value_has_its_word():
    assert set(words.CALL_PARTY) == set(CallParty)
    assert set(words.CALL_RESULT) == set(CallResult)
    assert set(words.CALL_CHANNEL) == set(CallChannel)
    assert set(words.TARGET_STATE) == set(TargetState)


def test_times_and_shares_are_said_short():
    assert words.elapsed(timedelta(minutes=4, seconds=5)) == "4分05秒"
    assert words.elapsed(timedelta(hours=1, minutes=2)) == "1小时02分"
    assert words.share(59, 60) == "98%"
    assert words.share(0, 0) == "—"


def test_counts_leave_out_what_there_is_none_of():
    counted = CallCounts(total=3, answered=2, trying=0, waiting=1)
    assert words.counts_words(counted) == "已应 2　未应 0　未叫 1"
    assert words.result_counts(CallCounts(total=4, answered=1, answered_by_b=1, skipped=1)) == (
        "应叫3人，应答2人（其中B角应答1人），未应0人，免叫1人"
    )


def test_a_try_and_an_attempt_are_said_as_the_officer_thinks():
    assert words.try_words(NextCall(CallParty.A, "x", "1", 2), 3) == "A角　第2次（最多3次）"
    assert words.try_words(NextCall(CallParty.SUPERIOR, "x", "1", 1), 3) == "报上级"
    said = words.attempt_words(
        attempt(1, CallResult.BUSY, CallParty.B, channel=CallChannel.WECHAT, words="稍后")
    )
    assert said == "19:25:00 B角 李某 微信 占线：稍后"
    assert words.attempt_words(attempt(2, corrects="a1")) == "19:26:00 更正：没接"


def test_the_log_names_everybody_who_was_not_reached():
    ended = call_round(ended_at=NOW + timedelta(minutes=30), end_note="派人上门")
    targets = [target(1), target(2, state=TargetState.ESCALATED)]
    line = words.ended_line(ended, targets, CallCounts(total=2, waiting=1, escalated=1))
    assert "未应：安和一社区 李某1。报上级：安和一社区 李某2。说明：派人上门" in line
    failed = words.escalated_line(
        ended, target(1), attempt(1, CallResult.BUSY, CallParty.SUPERIOR, name=""), 0
    )
    assert failed == "叫应（暴雨橙色预警叫应）：安和一社区 李某1 未叫，报上级，占线。"
