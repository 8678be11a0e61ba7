import pytest

from dutydesk.ui.receivers import line_of, units_in


@pytest.mark.parametrize("mark", ["、", "，", ",", "；", ";", "\n", " 、 "])
def test_any_mark_stands_between_units(mark):
    assert units_in(f"区政府总值班室{mark}区应急局") == ("区政府总值班室", "区应急局")


def test_what_names_nobody_is_no_unit_and_a_line_reads_back():
    assert units_in(" 、 ，\n") == ()
    assert units_in(line_of(("区委", "区政府"))) == ("区委", "区政府")
