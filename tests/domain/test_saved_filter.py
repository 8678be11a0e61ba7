from dataclasses import replace

import pytest

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.log_search import LogSearch
from dutydesk.domain.saved_filter import (
    MAX_NAME,
    SavedFilter,
    SavedFilterEmpty,
    SavedFilterKnown,
    SavedFilterNameMissing,
    SavedFilterNameTooLong,
    check_filter,
    kept_filter,
    seen_by,
)
from tests.domain.test_log_search import FULL

GAS = SavedFilter(id="1", name="燃气", text="燃气", kinds=("fax",), is_mine=True)


def test_whoever_uses_it_is_meant_by_mine() -> None:
    assert GAS.search("b") == LogSearch("燃气", kinds=(EntryKind.FAX,), officer_id="b")
    assert replace(GAS, is_mine=False).search("b").officer_id is None


def test_everything_that_can_be_asked_for_is_kept() -> None:
    kept = kept_filter(FULL, filter_id="1", name="全部", officer_id=None)
    assert kept.search(FULL.officer_id) == FULL


@pytest.mark.parametrize(
    ("wanted", "refusal"),
    [
        (replace(GAS, name=" "), SavedFilterNameMissing),
        (replace(GAS, name="长" * (MAX_NAME + 1)), SavedFilterNameTooLong),
        (SavedFilter(id="2", name="空"), SavedFilterEmpty),
        (replace(GAS, id="2"), SavedFilterKnown),
    ],
)
def test_what_is_no_filter_is_refused(wanted: SavedFilter, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        check_filter(wanted, [GAS])


def test_a_filter_may_keep_its_own_name_and_ask_for_mine_alone() -> None:
    check_filter(replace(GAS, text="煤气"), [GAS])
    check_filter(SavedFilter(id="2", name="本人", is_mine=True), [GAS])


def test_everybody_sees_the_units_and_his_own() -> None:
    own = replace(GAS, id="2", officer_id="a")
    assert seen_by([GAS, own], "a") == [GAS, own]
    assert seen_by([GAS, own], "b") == seen_by([GAS, own], None) == [GAS]
