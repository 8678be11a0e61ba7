"""The keys of the handover page fill the checklist and the things."""

from dutydesk.domain.handover import CheckResult
from tests.ui.handover.desk_over_room import CTRL, KEY, SHIFT, draft_of


def test_the_rest_of_the_things_is_there_by_one_key(morning):
    morning.key(KEY.Key_M, CTRL | SHIFT)
    things = draft_of(morning).things
    assert {thing.result for thing in things} == {CheckResult.NORMAL}
