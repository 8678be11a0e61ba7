"""Both sides of each limit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from dutydesk.domain.contact_state import Listed, PeopleCounts, contact_dates, states_of
from dutydesk.domain.contacts import Contact

NOW = datetime(2026, 11, 20, 16, 30, tzinfo=UTC)  # 21 November in China
DATES = contact_dates(NOW, {"contact_stale_days": 90, "contact_expiring_days": 30}.__getitem__)
KNOWN = {"last_verified_at": NOW}


@pytest.mark.parametrize(
    ("changes", "states"),
    [
        (KNOWN, {Listed.IN_SERVICE}),
        ({}, {Listed.IN_SERVICE, Listed.STALE}),
        ({"last_verified_at": NOW - timedelta(days=90)}, {Listed.IN_SERVICE}),
        (
            {"last_verified_at": NOW - timedelta(days=90, seconds=1)},
            {Listed.IN_SERVICE, Listed.STALE},
        ),
        ({**KNOWN, "valid_to": date(2026, 11, 21)}, {Listed.IN_SERVICE, Listed.EXPIRING}),
        ({**KNOWN, "valid_to": date(2026, 12, 21)}, {Listed.IN_SERVICE, Listed.EXPIRING}),
        ({**KNOWN, "valid_to": date(2026, 12, 22)}, {Listed.IN_SERVICE}),
        ({"valid_to": date(2026, 11, 20)}, {Listed.EXPIRED}),
        ({"valid_to": date(2026, 11, 20), "is_retired": True}, {Listed.RETIRED}),
    ],
)
def test_somebody_stands_in_the_lists_that_the_days_say(
    changes: dict[str, object], states: set[Listed]
) -> None:
    assert states_of(Contact("1", "甲", **changes), DATES) == states  # type: ignore[arg-type]


def test_who_has_two_roles_below_one_unit_counts_once() -> None:
    counts = PeopleCounts({"a": 1, "b": 1}, [("p", "a", "b"), ("p", "a", "c"), ("q", None, "c")])
    assert counts.within({"a", "b"}) == 2
    assert counts.within({"c"}) == 2
    assert counts.within({"a", "b", "c"}) == 3
