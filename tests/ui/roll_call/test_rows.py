from datetime import timedelta

from dutydesk.domain.reporting_unit import ReachResult
from dutydesk.domain.roll_call import (
    RollCall,
    RollCallLine,
    RollCallMethod,
    RollCallSheet,
    RollCallTarget,
    UnitRecord,
)
from dutydesk.ui.roll_call.rows import heading, row_of, story
from tests.reporting_builders import DUE, found

TARGET = RollCallTarget(
    id="t", roll_call_id="r", unit_id="u", order_no=1, name="甲社区", phone="0000-1",
    contact="值班室",
)  # fmt: skip


def silent_try():
    asked = dict.fromkeys(("lead_on_post", "officer_on_post", "knows_situation"))
    return found("t", result=ReachResult.NO_ANSWER, **asked)


def test_a_row_tells_result_time_and_how_often_was_rung():
    silent = silent_try()
    line = RollCallLine(TARGET, (silent, found("t", person="王某")), UnitRecord(3, 1, 0))
    row = row_of(line)
    assert row.cells == (
        "✓ 应答",
        "甲社区",
        "17:00",
        "王某；带班领导在岗，值班员在岗，熟悉情况；已试2次",
        "值班室 0000-1",
    )
    assert row.tone == ""
    assert row_of(RollCallLine(TARGET, (silent,))).tone == "overdue"
    told = story(line)
    assert told[0] == "甲社区　值班室　0000-1　（以往点名3次，未应答1次）"
    assert told[1] == "17:00 无人接听，甲某点名"
    assert len(story(line, is_low=True)) == 1


def test_the_heading_says_how_long_it_goes_on():
    one = RollCall(
        id="r", title="夜查", method=RollCallMethod.PHONE, is_random=False, started_at=DUE,
        started_by="甲某",
    )  # fmt: skip
    now = DUE + timedelta(minutes=12)
    assert (
        heading(RollCallSheet(one, ()), now) == "夜查　11月20日 周五 17:00　电话　进行中，已12分"
    )
