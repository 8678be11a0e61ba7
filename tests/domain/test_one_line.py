import pytest

from dutydesk.domain.one_line import is_one_line


@pytest.mark.parametrize("text", ["安和街道办事处值班室", "安和　值班室", "A B·C（1）", ""])
def test_ordinary_names_stand_on_one_line(text: str) -> None:
    assert is_one_line(text)


@pytest.mark.parametrize("text", ["安和\n街道", "安和\r", "安\t和", "\x1b[2J", "安\u2028和"])
def test_what_breaks_a_line_or_steers_a_screen_does_not(text: str) -> None:
    assert not is_one_line(text)
