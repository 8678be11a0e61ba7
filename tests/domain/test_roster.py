from datetime import date

import pytest

from dutydesk.domain.roster import RosterMember


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 10, 31), False),
        (date(2026, 11, 1), True),
        (date(2026, 11, 30), True),
        (date(2026, 12, 1), False),
    ],
)
def test_service_includes_its_first_and_its_last_day(day: date, expected: bool) -> None:
    member = RosterMember("m1", "甲某", starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 30))
    assert member.serves(day) is expected


def test_whoever_is_out_of_use_serves_on_no_day() -> None:
    assert not RosterMember("m1", "甲某", is_active=False).serves(date(2026, 11, 1))
