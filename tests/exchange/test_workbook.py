"""Workbooks become grids."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from dutydesk.domain.contact_refusals import ForeignFileEncrypted, ForeignFileUnreadable
from dutydesk.exchange.workbook import OLE_MAGIC, is_workbook, read_workbook


def test_sheets_come_in_order_and_empty_ones_are_left_out(make_xlsx: Callable[..., Path]) -> None:
    path = make_xlsx({"乙": [["姓名"], [19900001001]], "空": [], "甲": [[None], ["电话"]]})
    content = path.read_bytes()
    assert is_workbook(content)
    grids = read_workbook(content, path.name)
    assert [grid.sheet for grid in grids] == ["乙", "甲"]
    assert grids[0].rows == (("姓名",), ("19900001001",))
    assert grids[1].rows == (("",), ("电话",))


def test_merged_cells_are_spread(make_xlsx: Callable[..., Path]) -> None:
    rows = [["单位", "姓名"], ["甲局", "单强"], [None, "曾静"]]
    path = make_xlsx({"表": rows}, {"表": ["A2:A3"]})
    (grid,) = read_workbook(path.read_bytes(), path.name)
    assert grid.cell(2, 0) == "甲局"
    assert grid.carried == {(2, 0)}


def test_an_encrypted_workbook_is_refused_as_such() -> None:
    content = OLE_MAGIC + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    with pytest.raises(ForeignFileEncrypted):
        read_workbook(content, "密.xlsx")


@pytest.mark.parametrize("content", [OLE_MAGIC + b"\0" * 100, b"PK\x03\x04" + b"\1" * 100])
def test_damaged_containers_are_refused(content: bytes) -> None:
    with pytest.raises(ForeignFileUnreadable):
        read_workbook(content, "坏.xls")


def test_a_workbook_cut_short_at_any_place_is_refused_or_read(
    make_xlsx: Callable[..., Path],
) -> None:
    content = make_xlsx({"表": [["姓名"], ["单强"]]}).read_bytes()
    for length in range(4, len(content), 97):
        with pytest.raises(ForeignFileUnreadable):
            read_workbook(content[:length], "断.xlsx")


def test_another_kind_of_zip_is_refused() -> None:
    import zipfile

    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(ForeignFileUnreadable):
        read_workbook(out.getvalue(), "文.xlsx")
