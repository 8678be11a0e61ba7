from dataclasses import replace
from datetime import date

import pytest

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.log_search import LogSearch
from dutydesk.wording.log_search import conditions
from tests.domain.test_log_search import ASKED, FULL

DAY, NEXT = date(2026, 11, 20), date(2026, 11, 21)


def test_each_condition_is_said_and_the_words_are_not() -> None:
    search = LogSearch(
        "燃气", DAY, NEXT, (EntryKind.FAX,), "气象台", " ", "7531", "a", is_open=True, is_late=True
    )
    said = conditions(search)
    assert said == [
        "传真",
        "11月20日至11月21日",
        "来源“气象台”",
        "号码“7531”",
        "本人记的",
        "未办结",
        "迟记",
    ]
    assert conditions(LogSearch("燃气")) == []


def test_a_span_may_be_one_day_or_open_at_one_end() -> None:
    assert conditions(LogSearch(since=DAY, until=DAY)) == ["11月20日"]
    assert conditions(LogSearch(since=DAY)) == ["11月20日至"]
    assert conditions(LogSearch(until=DAY)) == ["至11月20日"]


@pytest.mark.parametrize("name", sorted(ASKED - {"text"}))
def test_everything_that_can_be_asked_for_is_said(name: str) -> None:
    search = replace(LogSearch(), **{name: getattr(FULL, name)})
    assert len(conditions(search)) == 1, f"say {name} in wording/log_search.py"
