from datetime import timedelta

from dutydesk.domain.instants import from_iso
from dutydesk.domain.nil_report import NilReportChase, NilReportState, board_of
from dutydesk.domain.reporting_unit import ReachResult
from dutydesk.wording import nil_report as words
from tests.reporting_builders import DUE, report, unit

LATER = DUE + timedelta(minutes=20)


def board(said, *names, chases=(), now=LATER, due=DUE):
    units = [unit(name) for name in names or ("甲社区", "乙社区", "丙社区")]
    return board_of(due, due - timedelta(days=1), units, (said, chases), now)


def test_when_all_is_quiet_it_is_the_sentence_of_the_daily():
    due = from_iso("2026-07-08T08:00")
    early = from_iso("2026-01-01T08:00")
    quiet = board_of(
        due, early, [unit("甲社区", created_at=early)], ([report("甲社区", due_at=due)], ()), due
    )
    assert words.summary(quiet) == "截至7月8日8时，本辖区未接报突发事件，各项工作运行平稳。"


def test_else_it_says_who_reported_what_and_who_is_missing():
    said = [report("甲社区"), report("乙社区", is_nil=False, content="井盖丢失，已设围挡。")]
    assert words.summary(board(said)) == (
        "截至11月20日17时，应报3个社区，零报告1个；乙社区报告：井盖丢失，已设围挡；丙社区未报。"
    )
    assert words.summary(board([], "甲社区")) == "截至11月20日17时，应报1个社区；甲社区未报。"
    assert words.summary(board(said), LATER).startswith("截至11月20日17时20分，")
    assert words.summary(board_of(DUE, DUE, [], ((), ()), DUE)) == ""


def chase(**changes):
    values = {
        "id": "c", "unit_id": "甲社区", "due_at": DUE, "at": LATER,
        "result": ReachResult.ANSWERED, "phone": "1", "person": "王某", "answer": "马上报",
        "officer_id": None, "recorder": "甲某",
    }  # fmt: skip
    return NilReportChase(**{**values, **changes})


def test_the_log_also_hears_who_was_late_and_how_often_was_called():
    said = [report("甲社区", is_late=True)]
    one = board(said, "甲社区", chases=[chase(), chase()])
    assert words.log_summary(one, LATER) == (
        "17:00零报告汇总：截至11月20日17时，本辖区未接报突发事件，各项工作运行平稳。"
        "甲社区迟报，催报2次。"
    )


def test_each_state_has_its_word_and_its_shape():
    assert set(words.NIL_REPORT_STATE) == set(NilReportState)
    said = [
        report("甲社区"),
        report("乙社区", is_nil=False, content="停电", is_late=True),
    ]
    marks = [words.mark(line) for line in board(said).lines]
    assert marks == ["✓ 零报告", "◆ 迟报（有情况）", "▲ 未报"]
    assert words.mark(board([report("甲社区", is_late=True)], "甲社区").lines[0]) == "◆ 迟报"
    assert words.mark(board([], "甲社区", now=DUE).lines[0]) == "○ 待报"


def test_a_line_says_what_was_reported_or_how_often_it_was_called():
    corrected = report(
        "甲社区", is_nil=False, content="停电", correction_of="x", correction_reason="补报"
    )
    one, two, three = board([corrected, report("乙社区")]).lines
    assert [words.said(line) for line in (one, two, three)] == ["停电；更正：补报", "", ""]
    called = board([], "甲社区", chases=[chase()]).lines[0]
    assert words.said(called) == "已催1次，17:20应答，王某，马上报"


def test_time_limits_count_who_is_missing():
    assert words.due_title(board([]), LATER) == "3个社区未报"
    assert words.due_title(board([]), DUE) == "3个社区待报"


def test_the_log_keeps_what_a_correction_took_back():
    one = unit("甲社区")
    first = report("甲社区", is_nil=False, content="停电。")
    again = report("甲社区", is_nil=False, content="停电2户", correction_reason="核实")
    nil = report("甲社区", correction_reason="误报")
    assert words.content_entry(one, first, None) == "停电。"
    assert words.content_entry(one, again, first) == "停电2户（更正：核实）"
    assert words.content_entry(one, again, report("甲社区")) == "停电2户"
    assert words.content_entry(one, nil, first) == (
        "甲社区更正零报告：原报“停电”，更正为无情况（误报）。"
    )


def test_a_day_of_the_month_shows_its_gravest():
    said = [report("甲社区"), report("乙社区", is_nil=False, content="停电")]
    nil, content, missing = board(said).lines
    late = board([report("甲社区", is_late=True)], "甲社区").lines[0]
    waiting = board([], "甲社区", now=DUE).lines[0]
    signs = [words.month_sign(one) for one in ([nil], [nil, content], [late, content])]
    assert signs == ["√", "情", "迟"]
    assert words.month_sign([late, missing]) == "缺"
    assert (words.month_sign([waiting]), words.month_sign([])) == ("", "")
