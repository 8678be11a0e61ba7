from datetime import date

import pytest

from dutydesk.domain.entry_number import EntryNumber, typed_number

TODAY = date(2026, 11, 21)
BEFORE = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("#12", EntryNumber(12)),
        (" ＃１２ ", EntryNumber(12)),
        ("第12条", EntryNumber(12)),
        ("第 3 条", EntryNumber(3)),
        ("1120#12", EntryNumber(12, BEFORE)),
        ("昨天第2条", EntryNumber(2, BEFORE)),
        ("11月20日 #7", EntryNumber(7, BEFORE)),
    ],
)
def test_a_number_means_an_entry(text: str, meant: EntryNumber) -> None:
    assert typed_number(text, TODAY) == meant


@pytest.mark.parametrize("text", ["12", "3#楼漏水", "第12", "2#", "燃气#3", "", "第二条"])
def test_other_words_are_looked_for(text: str) -> None:
    assert typed_number(text, TODAY) is None
