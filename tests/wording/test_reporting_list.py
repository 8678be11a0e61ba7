from dutydesk.domain.nil_report import board_of
from dutydesk.wording import reporting_list as words
from tests.reporting_builders import DUE, report, unit


def test_a_row_has_a_cell_for_each_column():
    said = [report("甲社区", is_nil=False, content="停电", is_late=True)]
    board = board_of(DUE, DUE, [unit("甲社区")], (said, ()), DUE)
    row = words.nil_report_row(board, board.lines[0])
    assert len(row) == len(words.NIL_REPORT_COLUMNS)
    told = dict(zip(words.NIL_REPORT_COLUMNS, row, strict=True))
    assert (told["结果"], told["迟报"], told["情况"]) == ("有情况", "迟报", "停电")
    assert told["截止时间"].hour == 17
