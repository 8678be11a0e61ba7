import time
from datetime import UTC, timedelta

import pytest

from dutydesk.assembly.clocks import (
    FixedClock,
    StartedClock,
    SystemClock,
    elapsed_ms,
    seeded_ids,
    system_ids,
)
from dutydesk.domain.clock import Clock
from dutydesk.domain.instants import from_iso

AT = from_iso("2026-11-21T02:15")


@pytest.mark.parametrize("clock", [SystemClock(), FixedClock(AT), StartedClock(AT)])
def test_every_clock_tells_aware_utc_in_whole_seconds(clock: Clock) -> None:
    now = clock.now()
    assert now.tzinfo is UTC
    assert now.microsecond == 0
    assert clock.tick() <= clock.tick()


def test_a_fixed_clock_stands_until_it_is_moved() -> None:
    clock = FixedClock(AT)
    tick = clock.tick()
    assert (clock.now(), clock.tick()) == (AT, tick)
    clock.forward(minutes=1, seconds=1)
    assert clock.now() == AT + timedelta(seconds=61)
    assert clock.tick() == tick + 61_000


def test_a_started_clock_runs_on_with_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "monotonic", lambda: 100.9)
    clock = StartedClock(AT)
    monkeypatch.setattr(time, "monotonic", lambda: 161.8)
    assert clock.now() == AT + timedelta(seconds=60)
    monkeypatch.setattr(time, "monotonic", lambda: 161.9)
    assert clock.now() == AT + timedelta(seconds=61)


def test_seeded_ids_repeat_for_the_same_clock_and_seed_only() -> None:
    def three(seed: int, at: str = "2026-11-21T02:15") -> list[str]:
        ids = seeded_ids(FixedClock(from_iso(at)), seed)
        return [ids.new() for _ in range(3)]

    assert three(1) == three(1)
    assert len({*three(1), *three(2), *three(1, "2026-11-21T02:16")}) == 9


def test_ids_of_the_machine_are_never_the_same() -> None:
    first, second = system_ids(), system_ids()
    made = [source.new() for source in (first, second) for _ in range(1000)]
    assert len(set(made)) == 2000


def test_time_that_runs_on_is_no_less_than_the_tick_and_never_goes_back():
    first = elapsed_ms()
    assert 0 < first <= elapsed_ms()
