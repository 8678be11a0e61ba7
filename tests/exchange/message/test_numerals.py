import pytest

from dutydesk.exchange.message.numerals import number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("38", 38),
        ("1,600", 1600),
        ("2.4万", 24_000),
        ("十", 10),
        ("三十", 30),
        ("二十八", 28),
        ("两", 2),
        ("两百三十", 230),
        ("一百零五", 105),
        ("九千二百", 9200),
        ("一万二千", 12_000),
        ("零", 0),
    ],
)
def test_a_number_is_read_as_written(written: str, value: int) -> None:
    assert number(written) == value


@pytest.mark.parametrize("written", ["万", "三四", "", "千万亿", "1" * 13])
def test_what_is_no_number_is_none(written: str) -> None:
    assert number(written) is None
