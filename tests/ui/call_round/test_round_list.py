from datetime import timedelta

from dutydesk.domain.call_progress import CallCounts
from dutydesk.services.call_reading import RoundLine
from dutydesk.ui.call_round.round_list import row_of
from tests.call_builders import NOW, call_round


def test_a_round_that_is_over_its_time_stands_out():
    line = RoundLine(call_round(), CallCounts(total=3, answered=1, waiting=2))
    early = row_of(line, NOW + timedelta(minutes=4))
    assert early.cells == ("● 正在叫应", "暴雨橙色预警叫应", "1/3（33%）", "19:24", "甲某")
    late = row_of(line, NOW + timedelta(minutes=6))
    assert (late.cells[0], late.tone) == ("▲ 正在叫应", "overdue")
    done = RoundLine(call_round(), CallCounts(total=3, answered=3))
    assert row_of(done, NOW + timedelta(minutes=6)).tone == ""
    ended = RoundLine(call_round(ended_at=NOW), CallCounts(total=1))
    assert row_of(ended, NOW).cells[0] == "已结束"
