from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain import nil_report as domain
from dutydesk.domain.instants import CHINA, china, from_iso
from dutydesk.domain.nil_report import NilReportState
from dutydesk.domain.reporting_unit import ReportingTextTooLong
from tests.reporting_builders import DUE, report, report_draft, unit

TIMES = ("17:00",)
instants = st.datetimes(
    from_iso("2004-01-01T00:00").replace(tzinfo=None),
    from_iso("2035-12-31T00:00").replace(tzinfo=None),
    timezones=st.just(CHINA),
)
clocks = st.lists(
    st.times().map(lambda one: one.strftime("%H:%M")), min_size=1, max_size=4, unique=True
)


@pytest.mark.parametrize(
    ("now", "last", "ahead"),
    [
        ("2026-11-30T17:01", "2026-11-30T17:00", "2026-12-01T17:00"),
        ("2028-02-29T08:00", "2028-02-28T17:00", "2028-02-29T17:00"),
        ("2028-03-01T08:00", "2028-02-29T17:00", "2028-03-01T17:00"),
        ("2027-02-28T23:59", "2027-02-28T17:00", "2027-03-01T17:00"),
        ("2026-12-31T18:00", "2026-12-31T17:00", "2027-01-01T17:00"),
        # The very minute belongs to the day that ends.
        ("2026-11-20T17:00", "2026-11-20T17:00", "2026-11-20T17:00"),
    ],
)
def test_a_report_day_runs_from_cut_off_to_cut_off(now, last, ahead):
    at = from_iso(now)
    assert domain.last_cut_off(TIMES, at) == from_iso(last)
    assert domain.next_cut_off(TIMES, at) == from_iso(ahead)


@given(instants, clocks)
def test_every_instant_lies_in_one_report_day(at, times):
    at = at.replace(microsecond=0)
    ahead = domain.next_cut_off(times, at)
    begin = domain.starts_at(times, ahead)
    assert begin < at <= ahead
    assert domain.is_cut_off(times, ahead)
    assert domain.is_cut_off(times, begin)
    days = {china(begin).date() + timedelta(days=n) for n in range(3)}
    between = [one for one in domain.cut_offs_of(times, sorted(days)) if begin < one < ahead]
    assert between == []


def test_several_cut_offs_a_day_each_have_their_day():
    times = ("08:00", "17:00")
    at = from_iso("2026-11-20T12:00")
    assert domain.next_cut_off(times, at) == DUE
    assert domain.starts_at(times, DUE) == from_iso("2026-11-20T08:00")
    assert not domain.is_cut_off(times, from_iso("2026-11-20T09:00"))
    assert not domain.is_cut_off(times, from_iso("2026-11-20T17:00:30"))


def test_the_cut_off_before_is_worked_at_until_the_next_is_nearer():
    late, night = from_iso("2026-11-20T20:00"), from_iso("2026-11-21T06:00")
    ahead = from_iso("2026-11-21T17:00")
    assert domain.cut_off_in_hand(TIMES, late, is_last_open=True) == DUE
    assert domain.cut_off_in_hand(TIMES, late, is_last_open=False) == ahead
    assert domain.cut_off_in_hand(TIMES, night, is_last_open=True) == ahead


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


@given(instants)
def test_a_cut_off_comes_back_from_the_id_of_its_line(at):
    due = at.replace(microsecond=0)
    key = domain.due_key(due)
    assert ":" not in key
    assert domain.due_of_key(key) == due
