from dataclasses import replace
from datetime import timedelta

from dutydesk.domain.warning import Registering, WarningState, accept
from dutydesk.domain.warning_clock import WarningLimits
from dutydesk.services.warning import WarningFile
from dutydesk.store.warning_book import RoundCount
from dutydesk.ui.warning.rows import COLUMNS, row_of, story, used
from tests.warning_builders import at, warning_draft

LIMITS = WarningLimits(timedelta(minutes=10), timedelta(minutes=30))
WARNING = accept(warning_draft(), Registering("2026-1", at("08:21"), "甲某"))


def test_a_row_says_how_long_is_left_and_what_was_late(theme):
    row = row_of(theme, WARNING, LIMITS, at("08:25"))
    assert len(row.cells) == len(COLUMNS)
    assert row.cells[:2] == ("暴雨橙色预警", "● 在效")
    assert row.cells[3:5] == ("还剩5分", "还剩25分")
    assert row.tone == ""
    late = replace(WARNING, reported_at=at("08:33"))
    cells = row_of(theme, late, LIMITS, at("08:55")).cells
    assert cells[3:5] == ("✓ 08:33（迟）", "▲ 已超5分")
    assert row_of(theme, late, LIMITS, at("08:55")).tone == "overdue"
    assert row_of(theme, late, LIMITS, at("10:55")).cells[4] == "▲ 已超2小时"


def test_what_has_no_clock_or_ended_says_so(theme):
    off = WarningLimits(timedelta(), timedelta())
    assert row_of(theme, WARNING, off, at("08:55")).cells[3:6] == ("—", "—", "—")
    expired = row_of(theme, WARNING, off, at("11:18"))
    assert expired.cells[1] == "▲ 有效期已过"
    responding = replace(WARNING, response_level=4, response_started_at=at("08:30"))
    assert row_of(theme, responding, off, at("08:55")).cells[5] == "四级"
    lifted = replace(
        WARNING,
        state=WarningState.LIFTED,
        ended_at=at("09:00"),
        response_level=4,
        response_started_at=at("08:30"),
        response_ended_at=at("09:00"),
    )
    cells = row_of(theme, lifted, LIMITS, at("10:00")).cells
    assert (cells[1], cells[5]) == ("已解除", "终止")


def test_the_story_says_what_is_missing_and_counts_the_rounds():
    bare = replace(WARNING, area="", measures="", reported_at=at("08:33"))
    round_ = RoundCount("c", "叫应责任人", at("08:30"), True, 5, 1, 8)
    said = "\n".join(story(WarningFile(bare, (), LIMITS, (round_,), None, None, 3)))
    assert "没有载明：可能影响范围、应采取的措施" in said
    assert "日志第3条；报告用时13分，超过时限3分" in said
    assert "叫应“叫应责任人”　已应 5/8 人，报上级 1 人　进行中" in said


def test_time_used_is_never_below_zero():
    assert used(WARNING, at("08:19"), LIMITS.report) == "用时0分"
    assert used(WARNING, None, LIMITS.report) == ""
