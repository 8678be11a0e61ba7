from dutydesk.domain.call_facts import carried
from dutydesk.domain.call_round import TargetState
from tests.call_builders import call_round, target


def test_a_running_round_is_carried_with_who_is_still_to_be_rung() -> None:
    states = (
        TargetState.ANSWERED,
        TargetState.ANSWERED_BY_B,
        TargetState.ESCALATED,
        TargetState.TRYING,
        TargetState.WAITING,
        TargetState.SKIPPED,
    )
    one = carried(call_round(), [target(no, state=state) for no, state in enumerate(states, 1)])
    assert (one.id, one.title, one.asked) == ("r1", "暴雨橙色预警叫应", 5)
    assert (one.reached, one.escalated, one.open) == (2, 1, 2)
