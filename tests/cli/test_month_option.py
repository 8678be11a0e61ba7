from datetime import date

import pytest

from dutydesk.cli.month_option import month
from dutydesk.domain.errors import BadForm


def test_a_month_is_its_first_day() -> None:
    assert month("month", "2026-11") == date(2026, 11, 1)
    assert month("month", None) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "11",
        "2026-13",
        "2026-00",
        "0000-01",
        "1899-12",
        "2200-01",
        "9999-12",
        "2026-11-01",
        "２０２６-11",
    ],
)
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(BadForm):
        month("month", text)
