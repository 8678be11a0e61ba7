"""csv files in the encodings and with the separators offices use."""

from __future__ import annotations

import codecs

import pytest

from dutydesk.domain.contact_refusals import ForeignFileDangerous, ForeignFileUnreadable
from dutydesk.exchange.delimited import decoded, read_delimited

TEXT = "姓名,手机\r\n单强,19900001003\r\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
)
def test_every_encoding_gives_the_same_text(content: bytes) -> None:
    assert decoded(content, "a.csv") == TEXT


def test_a_short_gb18030_file_is_not_taken_for_another_script() -> None:
    assert decoded("姓名,电话\n𠮷燊,1".encode("gb18030"), "a.csv").startswith("姓名")


@pytest.mark.parametrize("content", [b"\xff\xff\xff\xff", b"a\0b", codecs.BOM_UTF8 + b"\xff"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(ForeignFileUnreadable):
        decoded(content, "a.csv")


@pytest.mark.parametrize("separator", [",", ";", "\t", "，"])
def test_separators_are_found(separator: str) -> None:
    text = TEXT.replace(",", separator)
    (grid,) = read_delimited(text, "a.csv")
    assert grid.rows[1] == ("单强", "19900001003")
    assert grid.has_merges is None


def test_quoted_cells_keep_separators_and_line_ends() -> None:
    (grid,) = read_delimited('姓名,电话\n"单,强","1\n2"\n', "a.csv")
    assert grid.rows[1] == ("单,强", "1\n2")


def test_a_text_without_text_has_no_table() -> None:
    assert read_delimited(" , ,\n\n", "a.csv") == ()


def test_a_million_columns_are_refused() -> None:
    with pytest.raises(ForeignFileDangerous):
        read_delimited("," * 1_000_000, "a.csv")


def test_a_cell_beyond_the_limit_of_the_csv_library_is_refused() -> None:
    with pytest.raises(ForeignFileUnreadable):
        read_delimited('姓名,"' + "x" * 200_000 + '"', "a.csv")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(encoding: str) -> None:
    text = "单位,姓名\r\n甲局,单强\r\n"
    assert decoded(text.encode(encoding), "a.csv") == text
    with pytest.raises(ForeignFileUnreadable):
        decoded(b"a\0\0\0b\0\0\0", "a.csv")
