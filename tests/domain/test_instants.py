from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutydesk.domain.instants import (
    CHINA,
    china,
    china_instant,
    day_from_iso,
    from_iso,
    from_text,
    kept_to_json,
    to_json,
    to_text,
    weekday_name,
)

SECONDS = st.integers(
    int(datetime(1900, 1, 2, tzinfo=UTC).timestamp()),
    int(datetime(2199, 12, 30, tzinfo=UTC).timestamp()),
).map(lambda second: datetime.fromtimestamp(second, UTC))


@given(SECONDS)
def test_an_instant_survives_the_stored_form_and_the_json_form(instant: datetime) -> None:
    assert from_text(to_text(instant)) == instant
    assert len(to_text(instant)) == 20
    assert from_iso(to_json(instant)) == instant
    assert to_json(instant).endswith("+08:00")
    assert china(instant) == instant


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("2026-11-21T02:15", "2026-11-20T18:15:00Z"),
        ("2026-11-21 02:15:07", "2026-11-20T18:15:07Z"),
        ("2026-11-21T02:15+08:00", "2026-11-20T18:15:00Z"),
        ("2026-11-20T18:15:07Z", "2026-11-20T18:15:07Z"),
        ("2026-11-20T18:15:07.999Z", "2026-11-20T18:15:07Z"),
        ("2026-11-20T12:15-06:00", "2026-11-20T18:15:00Z"),
        ("2026-11-21", "2026-11-20T16:00:00Z"),
        ("2028-02-29T00:00", "2028-02-28T16:00:00Z"),
    ],
)
def test_a_naive_instant_is_china_time(text: str, stored: str) -> None:
    assert to_text(from_iso(text)) == stored


@pytest.mark.parametrize(
    "text",
    ["", "昨天", "2026-02-29T00:00", "2026-11-21T24:01", "0001-01-01", "9999-12-31T23:59-08:00"],
)
def test_what_is_no_instant_of_a_duty_room_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_iso(text)


@pytest.mark.parametrize("text", ["2026-11-20T18:15:07", "2026-11-20T18:15:07+00:00", "x", ""])
def test_a_stored_instant_of_another_shape_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="does not match"):
        from_text(text)


def test_a_day_is_read_and_days_at_the_ends_of_the_calendar_are_refused() -> None:
    assert day_from_iso("2028-02-29") == date(2028, 2, 29)
    for text in ("2027-02-29", "0001-01-01", "9999-12-31", "今天"):
        with pytest.raises(ValueError, match=r"."):
            day_from_iso(text)


def test_china_wall_time_becomes_an_instant_and_back() -> None:
    instant = china_instant(date(2027, 1, 1), 2, 15)
    assert to_text(instant) == "2026-12-31T18:15:00Z"
    assert china(instant) == datetime(2027, 1, 1, 2, 15, tzinfo=CHINA)
    assert china(instant).date() == date(2027, 1, 1)


def test_weekdays_are_named() -> None:
    assert weekday_name(date(2026, 11, 20)) == "星期五"
    assert weekday_name(date(2026, 11, 22)) == "星期日"


def test_what_is_kept_as_text_is_an_instant_by_its_name() -> None:
    kept = "2026-11-20T18:15:07Z"
    assert (
        kept_to_json("at", kept) == kept_to_json("ended_at", kept) == "2026-11-21T02:15:07+08:00"
    )
    assert kept_to_json("ended_at", "") == ""
    assert kept_to_json("text", kept) == kept
