from datetime import timedelta

import pytest

from dutydesk.domain.nil_report import NilReportTimeUnfit, NoNilReportTimes
from dutydesk.store import nil_report_board
from tests.builders import Staff
from tests.reporting_builders import DUE, list_units, report_draft


def test_the_board_in_hand_is_the_one_before_while_it_is_open(staffed: Staff) -> None:
    room = staffed.room
    (one,) = list_units(staffed, "甲社区")
    times, night = ("17:00",), DUE + timedelta(hours=3)
    with room.store.reading() as tables:
        assert nil_report_board.times(tables) == times
        assert nil_report_board.in_hand(tables, times, night) == DUE
        board = nil_report_board.board(tables, times, DUE, night)
        assert [line.unit for line in board.missing] == [one]
        assert board.starts_at == DUE - timedelta(days=1)
    room.nil_report.take(report_draft(one.id), by=staffed.by)
    with room.store.reading() as tables:
        assert nil_report_board.in_hand(tables, times, night) == DUE + timedelta(days=1)


def test_only_a_cut_off_that_came_or_comes_next_takes_reports(staffed: Staff) -> None:
    with staffed.room.store.reading() as tables:
        nil_report_board.check_due(tables, ("17:00",), DUE, DUE)
        for wrong in (DUE + timedelta(days=1), DUE - timedelta(hours=1)):
            with pytest.raises(NilReportTimeUnfit):
                nil_report_board.check_due(tables, ("17:00",), wrong, DUE)
        with pytest.raises(NoNilReportTimes):
            nil_report_board.check_due(tables, (), DUE, DUE)
