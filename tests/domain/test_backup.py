from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.backup import (
    KEEP_ALL,
    KEEP_DAYS,
    KEEP_MONTHS,
    KEEP_WEEKS,
    BackupName,
    is_plausible,
    name_from_text,
    to_keep,
)
from dutydesk.domain.instants import china, from_iso

NOW = from_iso("2026-11-20T08:30")

ages = st.lists(st.integers(-(10**6), 3 * 365 * 24 * 3600), min_size=1, max_size=60)


def taken(seconds: list[int]) -> list[datetime]:
    return [NOW - timedelta(seconds=age) for age in seconds]


@given(ages)
def test_the_last_backup_is_never_deleted(seconds: list[int]) -> None:
    instants = taken(seconds)
    assert list(dict.fromkeys(instants))[-1] in to_keep(instants, NOW)


@given(ages)
def test_the_only_backup_of_a_recent_day_week_or_month_is_never_deleted(
    seconds: list[int],
) -> None:
    instants = sorted(taken(seconds))
    kept = to_keep(instants, NOW)
    for limit, period in (
        (KEEP_DAYS, lambda at: china(at).date()),
        (KEEP_WEEKS, lambda at: china(at).isocalendar()[:2]),
        (KEEP_MONTHS, lambda at: (china(at).year, china(at).month)),
    ):
        newest = list(dict.fromkeys(period(at) for at in reversed(instants)))[:limit]
        assert set(newest) <= {period(at) for at in kept}


@given(ages, st.integers(0, 3650))
def test_a_clock_that_runs_ahead_leaves_the_last_days_weeks_and_months(
    seconds: list[int], days: int
) -> None:
    instants = sorted(taken(seconds))
    ahead = NOW + timedelta(days=days)
    kept = to_keep([*instants, ahead], ahead)
    others = {china(at).date() for at in instants}
    assert len({china(at).date() for at in kept}) >= min(len(others), KEEP_DAYS - 1)


def test_a_gap_of_a_month_asks_for_doubt() -> None:
    assert is_plausible(NOW, [])
    assert is_plausible(NOW, [NOW - timedelta(days=31), NOW - timedelta(days=800)])
    assert not is_plausible(NOW, [NOW - timedelta(days=32)])


@given(ages)
def test_all_of_the_last_two_days_are_kept(seconds: list[int]) -> None:
    instants = taken(seconds)
    assert {at for at in instants if NOW - at <= KEEP_ALL} <= to_keep(instants, NOW)


@given(ages)
def test_thinning_again_deletes_nothing_more(seconds: list[int]) -> None:
    kept = to_keep(sorted(taken(seconds)), NOW)
    assert to_keep(sorted(kept), NOW) == kept


def test_three_years_of_two_backups_a_day_leave_some_fifty() -> None:
    instants = [NOW - timedelta(hours=12 * step) for step in range(3 * 365 * 2)]
    kept: frozenset[datetime] = frozenset()
    for at in reversed(instants):
        kept = to_keep([*sorted(kept), at], at)
    assert 40 <= len(kept) <= 55
    assert min(kept) < NOW - timedelta(days=680)


def test_a_name_tells_china_time_and_head_and_reads_back() -> None:
    name = BackupName(datetime(2026, 11, 20, 18, 15, 7, tzinfo=UTC), "0a1b2c3d")
    assert str(name) == "room-20261121-021507-0a1b2c3d.db"
    assert name_from_text(str(name)) == name


@pytest.mark.parametrize(
    "text",
    ["room.db", "room-20261121-021507-0a1b2c3d.db.tmp", "room-20269921-021507-0a1b2c3d.db", ""],
)
def test_other_files_are_no_backups(text: str) -> None:
    assert name_from_text(text) is None
