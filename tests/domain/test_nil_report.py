from datetime import timedelta

import pytest

from dutydesk.domain import nil_report as domain
from dutydesk.domain.instants import from_iso
from dutydesk.domain.nil_report import NilReportState
from dutydesk.domain.reporting_unit import ReportingTextTooLong
from tests.reporting_builders import DUE, report, report_draft, unit


def test_the_board_tells_each_unit_apart():
    units = [unit(name) for name in ("甲", "乙", "丙", "丁")]
    said = [
        report("甲"),
        report("乙", is_nil=False, content="井盖丢失", is_late=True),
        report("丙"),
        report("丙", is_nil=False, content="停电", correction_of="x"),
    ]
    board = domain.board_of(DUE, DUE, units, (said, ()), DUE + timedelta(seconds=1))
    assert [line.state for line in board.lines] == [
        NilReportState.NIL,
        NilReportState.CONTENT,
        NilReportState.CONTENT,
        NilReportState.OVERDUE,
    ]
    assert [line.is_late for line in board.lines] == [False, True, False, False]
    assert (board.lines[2].report, board.lines[2].struck) == (said[3], (said[2],))
    assert [line.unit.name for line in board.missing] == ["丁"]
    assert not board.is_all_nil
    before = domain.board_of(DUE, DUE, units, ((), ()), DUE)
    assert {line.state for line in before.lines} == {NilReportState.WAITING}


def test_who_reported_stays_on_the_board_and_who_came_later_is_not_asked():
    gone = unit("甲", retired_at=from_iso("2026-11-20T09:00"))
    new = unit("乙", created_at=from_iso("2026-11-20T18:00"))
    assert domain.board_of(DUE, DUE, [gone, new], ((), ()), DUE).lines == ()
    board = domain.board_of(DUE, DUE, [gone, new], ([report("甲")], ()), DUE)
    assert [line.unit.id for line in board.lines] == ["甲"]
    assert board.is_all_nil
    assert not domain.board_of(DUE, DUE, [], ((), ()), DUE).is_all_nil


def test_another_word_of_a_unit_says_why():
    one, standing = unit("甲"), report("甲")
    domain.check_standing(report_draft("甲"), None, one)
    with pytest.raises(domain.NilReportUnchanged):
        domain.check_standing(report_draft("甲", correction_reason="误报"), standing, one)
    with pytest.raises(domain.NilReportStands):
        domain.check_standing(report_draft("甲", content="停电"), standing, one)
    domain.check_standing(
        report_draft("甲", content="停电", correction_reason="补报"), standing, one
    )


def test_a_report_is_not_made_ahead_and_not_endless():
    domain.check_report(report_draft("甲", reported_at=DUE), DUE)
    with pytest.raises(domain.NilReportAhead):
        domain.check_report(report_draft("甲", reported_at=DUE + timedelta(minutes=1)), DUE)
    with pytest.raises(ReportingTextTooLong):
        domain.check_report(report_draft("甲", content="长" * 2001), DUE)
