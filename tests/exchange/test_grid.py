"""Cells become plain text, and merged ranges are spread out."""

from __future__ import annotations

import datetime

import pytest

from dutydesk.domain.contact_refusals import ForeignFileDangerous
from dutydesk.exchange.grid import Grid, is_blank, spread, text_of, tidy


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (19900001001.0, "19900001001"),
        (1.99e10, "19900000000"),
        (2.5, "2.5"),
        (None, ""),
        (" 甲 ", "甲"),
        ('="0000-1"', "0000-1"),
        ("'=1+1", "=1+1"),
        ("'字", "'字"),
        (True, "TRUE"),
        (datetime.date(2026, 11, 1), "2026-11-01"),
    ],
)
def test_a_cell_is_read_as_text(value: object, text: str) -> None:
    assert text_of(value) == text


def test_a_merged_range_fills_its_cells_and_marks_those_below_the_first_row() -> None:
    grid = spread("表", [["甲", "1"], ["", "2"]], [((0, 0), (1, 0))], "a")
    assert grid.rows == (("甲", "1"), ("甲", "2"))
    assert grid.carried == {(1, 0)}
    assert grid.across == frozenset()


def test_a_range_over_the_whole_row_is_a_title() -> None:
    grid = spread("表", [["通讯录", "", ""], ["a", "b", "c"]], [((0, 0), (0, 2))], "a")
    assert grid.across == {0}


def test_a_range_beyond_the_table_is_clipped_and_a_flood_of_ranges_refused() -> None:
    far = ((0, 0), (1_000_000, 16_000))
    assert spread("表", [["甲"]], [far], "a").rows == (("甲",),)
    rows = [["x"] * 200 for _ in range(1000)]
    with pytest.raises(ForeignFileDangerous):
        spread("表", rows, [far] * 11, "a")


def test_short_rows_read_as_empty() -> None:
    assert Grid("表", (("甲",), ())).cell(1, 5) == ""


@pytest.mark.parametrize("text", ["", " ", "-", "——", "无", "／"])
def test_the_ways_to_write_nothing(text: str) -> None:
    assert is_blank(text)


def test_names_lose_only_the_blanks_that_align_them() -> None:
    assert tidy("张　 三") == "张三"
    assert tidy(" John  Wu ") == "John Wu"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("19900001003.0", "19900001003"),
        (19900001003.0, "19900001003"),
        ("1.9900001003E+10", "19900001003"),
        ("1.990000100e+09", "1990000100"),
        ("1.99E+10", "1.99E+10"),
        ("1.990000E+10", "1.990000E+10"),
        ("4.0", "4.0"),
        ("6511554.50", "6511554.50"),
    ],
)
def test_a_telephone_written_as_a_number_is_whole_where_no_digit_was_lost(
    typed: object, read: str
) -> None:
    assert text_of(typed) == read
