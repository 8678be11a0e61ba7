import pytest

from dutydesk.domain.errors import BadForm
from dutydesk.domain.typed_span import read_daily_times, read_minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("30", 30),
        (" 30分钟 ", 30),
        ("2小时", 120),
        ("1小时30分", 90),
        ("2天", 2880),
        ("1天2小时3分", 1563),
        ("10H", 600),
    ],
)
def test_a_span_is_read_as_people_write_it(text: str, minutes: int) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize("text", ["", "半小时", "-5", "2小时x", "1.5小时"])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(BadForm):
        read_minutes(text)


def test_times_of_day_are_read_in_any_writing_and_put_in_order() -> None:
    assert read_daily_times("17:00，8") == ("08:00", "17:00")
    assert read_daily_times("8时、17点") == ("08:00", "17:00")
    assert read_daily_times("09：30") == ("09:30",)


@pytest.mark.parametrize("text", ["", "25:00", "早上", "8:5"])
def test_what_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(BadForm):
        read_daily_times(text)
