from datetime import timedelta

from dutydesk.domain.nil_report import board_of
from dutydesk.ui.nil_report.rows import counts, heading, row_of, story
from tests.reporting_builders import DUE, report, unit

NOW = DUE + timedelta(minutes=5)


def test_a_row_tells_state_time_and_number():
    said = [report("甲社区", is_nil=False, content="停电", is_late=True, reported_at=NOW)]
    board = board_of(DUE, DUE, [unit("甲社区"), unit("乙社区")], (said, ()), NOW)
    rows = [row_of(line, NOW) for line in board.lines]
    assert rows[0].cells == ("◆ 迟报（有情况）", "甲社区", "17:05", "停电", "值班室 0000-1")
    assert [row.tone for row in rows] == ["soon", "overdue"]
    assert counts(board) == "已报1/2，有情况1，未报1，迟报1"
    assert heading(board, NOW) == "11月20日 周五 17:00 截止"
    assert story(board.lines[1], NOW) == ["乙社区　值班室　0000-1"]
    assert story(board.lines[0], NOW, is_low=True) == ["甲社区　值班室　0000-1"]
