from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain import roll_call as domain
from dutydesk.domain.reporting_unit import ReachResult
from dutydesk.domain.roll_call import RollCallLine, RollCallSheet, RollCallTarget
from tests.reporting_builders import found, result_draft, roll_call_draft, unit


@given(st.integers(1, 12), st.integers(1, 12), st.integers(1, 30))
def test_the_lot_is_fair_over_time_and_falls_the_same_again(size, count, rounds):
    units = [unit(str(n)) for n in range(size)]
    counts = Counter()
    for number in range(rounds):
        drawn = domain.drawn(units, count, counts, str(number))
        assert drawn == domain.drawn(units, count, counts, str(number))
        assert len(drawn) == min(count, size)
        assert drawn == [one for one in units if one in drawn]
        counts.update(one.id for one in drawn)
    all_counts = [counts[one.id] for one in units]
    assert max(all_counts) - min(all_counts) <= 1


def test_another_seed_draws_others():
    units = [unit(str(n)) for n in range(20)]
    draws = {tuple(one.id for one in domain.drawn(units, 3, {}, str(n))) for n in range(20)}
    assert len(draws) > 10


def line(*tries) -> RollCallLine:
    target = RollCallTarget(
        id="t", roll_call_id="r", unit_id="u", order_no=1, name="甲", phone="", contact=""
    )
    return RollCallLine(target, tries)


def test_the_newest_try_holds_and_what_is_wrong_is_told_apart():
    silent = found("t", result=ReachResult.NO_ANSWER)
    absent = found("t", lead_on_post=False)
    sheet = RollCallSheet(None, (line(silent, found("t")), line(absent), line(), line(silent)))
    assert len(sheet.with_result(ReachResult.ANSWERED)) == 2
    assert [one.holds for one in sheet.faulty] == [absent]
    assert len(sheet.waiting) == 1
    assert not found("t", finding="值班表未上墙").is_in_order
    assert found("t", knows_situation=None).is_in_order
    assert not silent.is_in_order


@pytest.mark.parametrize(
    ("text", "read"),
    [("", (None, None)), ("3", (3, None)), ("3声", (3, None)), ("20秒", (None, 20))],
)
def test_rings_and_seconds_are_read_as_typed(text, read):
    assert domain.read_rings(text) == read


@pytest.mark.parametrize("text", ["很多", "-1", "99999", "²"])
def test_what_is_no_count_is_refused(text):
    with pytest.raises(domain.RollCallCountUnfit):
        domain.read_rings(text)


def test_an_open_item_needs_a_finding_and_a_roll_call_a_name():
    with pytest.raises(domain.RollCallFindingMissing):
        domain.check_result("甲", result_draft("t", begins_open_item=True))
    domain.check_result("甲", result_draft("t", begins_open_item=True, finding="脱岗"))
    with pytest.raises(domain.RollCallCountUnfit):
        domain.check_result("甲", result_draft("t", ring_count=-1))
    with pytest.raises(domain.RollCallTitleMissing):
        domain.check_draft(roll_call_draft(title=" "))
    with pytest.raises(domain.RollCallCountUnfit):
        domain.check_draft(roll_call_draft(draw_count=0))
