import pytest

from dutydesk.domain.typed_amount import AmountUnclear, read_amount


@pytest.mark.parametrize(
    ("figure", "text", "value"),
    [
        ("deaths", "", None),
        ("deaths", "  ", None),
        ("deaths", "0", 0),
        ("deaths", "３人", 3),
        ("evacuated", "1,200", 1200),
        ("loss_yuan", "12.5万", 125_000),
        ("loss_yuan", "1亿元", 100_000_000),
        ("loss_yuan", "999.99万元", 9_999_900),
        ("burnt_area_m2", "1.5公顷", 15_000),
        ("burnt_area_m2", "20", 20),
    ],
)
def test_a_figure_is_read_with_its_unit(figure, text, value):
    assert read_amount(figure, text) == value


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("deaths", "2.5"),
        ("deaths", "两人"),
        ("deaths", "-1"),
        ("deaths", "3万"),
        ("loss_yuan", "约5万"),
        ("loss_yuan", "0.001元"),
        ("deaths", "9999999999999999"),
    ],
)
def test_what_is_no_figure_is_refused_by_name(figure, text):
    with pytest.raises(AmountUnclear) as caught:
        read_amount(figure, text)
    assert (caught.value.figure, caught.value.text) == (figure, text)
