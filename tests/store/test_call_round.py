from datetime import UTC, datetime

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.call_round import (
    CallAttempt,
    CallChannel,
    CallParty,
    CallResult,
    CallRound,
    CallTarget,
    TargetState,
)

NOW = datetime(2026, 7, 8, 11, 24, tzinfo=UTC)


def call_round(**changes: object) -> CallRound:
    values = {
        "id": "r1",
        "title": "暴雨橙色预警叫应",
        "words": "请立即到岗",
        "started_at": NOW,
        "started_by": "甲某",
    }
    return CallRound(**{**values, **changes})  # type: ignore[arg-type]


def attempt(number: int, result: CallResult = CallResult.NO_ANSWER) -> CallAttempt:
    return CallAttempt(
        id=f"a{number}",
        target_id="t1",
        attempt_no=number,
        party=CallParty.A,
        name="李某",
        phone="19900000001",
        channel=CallChannel.PHONE,
        result=result,
        words="",
        officer="甲某",
        at=NOW,
        recorded_at=NOW,
    )


def test_a_round_keeps_its_targets_and_attempts_in_order(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="settings.save") as work:
        table = work.tables.call_round
        table.put(call_round())
        for place in (2, 1):
            table.put_target(
                CallTarget(id=f"t{place}", round_id="r1", order_no=place, name="李某", phone="")
            )
        for number in (1, 2):
            table.append_attempt(attempt(number))
    with room.store.reading() as tables:
        table = tables.call_round
        assert [one.id for one in table.targets("r1")] == ["t1", "t2"]
        assert [one.attempt_no for one in table.attempts("r1")] == [1, 2]
        assert table.attempts_of("t2") == []
        assert table.attempt("a2") == attempt(2)
        assert table.target("t2") is not None
        assert table.states_of("r1") == {TargetState.WAITING: 2}
        assert table.states_of("r2") == {}
        assert table.by_id("r1") == call_round()


def test_an_ended_round_runs_no_more(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="settings.save") as work:
        table = work.tables.call_round
        table.put(call_round())
        table.put(call_round(id="r2", ended_at=NOW))
        assert [one.id for one in table.running()] == ["r1"]
        assert len(table.all()) == 2
        assert table.of_warning("w1") == []
