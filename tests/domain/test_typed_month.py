from datetime import date

import pytest

from dutydesk.domain.typed_month import read_typed_month
from dutydesk.domain.typed_time import TypedTimeUnclear

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11", date(2026, 11, 1)),
        ("11月", date(2026, 11, 1)),
        ("12", date(2025, 12, 1)),
        ("3月", date(2026, 3, 1)),
        ("2026-10", date(2026, 10, 1)),
        ("2026年9月", date(2026, 9, 1)),
        ("202601", date(2026, 1, 1)),
        ("２０２６－１１", date(2026, 11, 1)),
        ("本月", date(2026, 11, 1)),
        ("t", date(2026, 11, 1)),
        ("上月", date(2026, 10, 1)),
        ("-1", date(2026, 10, 1)),
    ],
)
def test_a_month_is_read_as_it_is_typed(text: str, expected: date) -> None:
    assert read_typed_month(text, TODAY) == expected


def test_the_month_before_january_is_december() -> None:
    assert read_typed_month("上月", date(2026, 1, 31)) == date(2025, 12, 1)


@pytest.mark.parametrize(
    "text", ["", "13", "0", "2026-13", "0000-01", "20261", "十一月", "11-20-1"]
)
def test_what_is_no_month_is_unclear(text: str) -> None:
    with pytest.raises(TypedTimeUnclear):
        read_typed_month(text, TODAY)
