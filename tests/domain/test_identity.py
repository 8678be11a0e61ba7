import random
import uuid
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.identity import UuidSource


def seeded_bits() -> Callable[[int], int]:
    return random.Random(7).getrandbits  # noqa: S311 -- not a secret, it must repeat


def source(millis: list[int]) -> UuidSource:
    readings = iter(millis)
    return UuidSource(lambda: next(readings), seeded_bits())


@given(st.lists(st.integers(0, 2**48 - 10), min_size=2, max_size=50))
def test_ids_are_version_seven_and_ascend_whatever_the_clock_does(millis: list[int]) -> None:
    ids = source(millis)
    made = [ids.new() for _ in millis]
    assert made == sorted(set(made))
    for text in made:
        parsed = uuid.UUID(text)
        assert (parsed.version, parsed.variant, str(parsed)) == (7, uuid.RFC_4122, text)


def test_an_id_holds_the_millisecond_of_its_clock() -> None:
    assert uuid.UUID(source([1_763_600_000_123]).new()).int >> 80 == 1_763_600_000_123


def test_a_clock_that_stands_still_gives_ten_thousand_ascending_ids() -> None:
    ids = UuidSource(lambda: 5, seeded_bits())
    made = [ids.new() for _ in range(10_000)]
    assert made == sorted(set(made))
    assert all(uuid.UUID(text).version == 7 for text in made)


def test_a_clock_that_goes_back_an_hour_does_not_break_the_order() -> None:
    ids = source([3_600_000, 0, 1, 3_600_001])
    made = [ids.new() for _ in range(4)]
    assert made == sorted(made)
