from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.backup import (
    KEEP_ALL,
    KEEP_DAILY,
    KEEP_MONTHLY,
    KEEP_WEEKLY,
    BackupName,
    name_from_text,
    to_keep,
)
from dutydesk.domain.instants import china, from_iso

NOW = from_iso("2026-11-20T08:30")

ages = st.lists(st.integers(-(10**6), 3 * 365 * 24 * 3600), min_size=1, max_size=60)


def taken(seconds: list[int]) -> list[datetime]:
    return [NOW - timedelta(seconds=age) for age in seconds]


@given(ages)
def test_the_newest_backup_is_never_deleted(seconds: list[int]) -> None:
    instants = taken(seconds)
    assert max(instants) in to_keep(instants, NOW)


@given(ages)
def test_the_only_backup_of_a_day_week_or_month_is_never_deleted(seconds: list[int]) -> None:
    instants = taken(seconds)
    kept = to_keep(instants, NOW)
    for limit, period in (
        (KEEP_DAILY, lambda at: china(at).date()),
        (KEEP_WEEKLY, lambda at: china(at).isocalendar()[:2]),
        (KEEP_MONTHLY, lambda at: (china(at).year, china(at).month)),
    ):
        within = {period(at) for at in instants if NOW - at <= limit}
        assert within <= {period(at) for at in kept}


@given(ages)
def test_all_of_the_last_two_days_are_kept(seconds: list[int]) -> None:
    instants = taken(seconds)
    assert {at for at in instants if NOW - at <= KEEP_ALL} <= to_keep(instants, NOW)


@given(ages)
def test_thinning_again_deletes_nothing_more(seconds: list[int]) -> None:
    kept = to_keep(taken(seconds), NOW)
    assert to_keep(kept, NOW) == kept


def test_three_years_of_two_backups_a_day_leave_some_fifty() -> None:
    instants = [NOW - timedelta(hours=12 * step) for step in range(3 * 365 * 2)]
    kept: frozenset[datetime] = frozenset()
    for at in reversed(instants):
        kept = to_keep({*kept, at}, at)
    assert 40 <= len(kept) <= 55
    assert min(kept) < NOW - timedelta(days=690)


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
