"""Files that would exhaust the machine are refused before any library opens them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from dutydesk.domain.contact_refusals import (
    FileDanger,
    ForeignFileDangerous,
    ForeignFileMissing,
    ForeignFileTooLarge,
    ForeignFileUnreadable,
)
from dutydesk.exchange import guard


def zipped(members: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def danger_of(content: bytes) -> FileDanger:
    with pytest.raises(ForeignFileDangerous) as refusal:
        guard.check_archive(content, "a.xlsx")
    return refusal.value.danger


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "无.xlsx", tmp_path):
        with pytest.raises(ForeignFileMissing):
            guard.content_of(path)


def test_a_file_above_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "大.csv"
    with path.open("wb") as file:
        file.truncate(guard.MAX_BYTES + 1)
    with pytest.raises(ForeignFileTooLarge):
        guard.content_of(path)
    with path.open("wb") as file:
        file.truncate(guard.MAX_BYTES)
    assert len(guard.content_of(path)) == guard.MAX_BYTES


def test_a_zip_bomb_is_refused_by_its_ratio() -> None:
    assert danger_of(zipped({"xl/sharedStrings.xml": b"x" * 20_000_000})) is FileDanger.RATIO


def test_a_declared_size_that_lies_does_not_help_a_bomb() -> None:
    content = bytearray(zipped({"xl/sharedStrings.xml": b"x" * 20_000_000}))
    true_size = (20_000_000).to_bytes(4, "little")
    while (place := content.find(true_size)) >= 0:
        content[place : place + 4] = (10).to_bytes(4, "little")
    assert danger_of(bytes(content)) is FileDanger.RATIO


def test_too_many_members_are_refused() -> None:
    assert danger_of(zipped({f"m{i}": b"" for i in range(guard.MAX_MEMBERS + 1)})) is (
        FileDanger.MEMBERS
    )
    guard.check_archive(zipped({f"m{i}": b"" for i in range(guard.MAX_MEMBERS)}), "a")


@pytest.mark.parametrize(
    ("cell", "danger"),
    [("A100001", FileDanger.ROWS), ("IW1", FileDanger.COLUMNS), ("XFD1048576", FileDanger.ROWS)],
)
def test_a_cell_far_out_is_refused_before_memory_is_reserved(
    cell: str, danger: FileDanger
) -> None:
    sheet = f'<sheetData><row><c r="{cell}" t="n"><v>1</v></c></row></sheetData>'.encode()
    assert danger_of(zipped({"xl/worksheets/sheet1.xml": sheet})) is danger


@pytest.mark.parametrize("cell", ["A100000", "IV1"])
def test_the_outermost_cell_allowed_passes(cell: str) -> None:
    sheet = f'<sheetData><row><c r="{cell}" t="n"><v>1</v></c></row></sheetData>'.encode()
    guard.check_archive(zipped({"xl/worksheets/sheet1.xml": sheet}), "a")


def test_two_cells_that_span_a_huge_rectangle_are_refused() -> None:
    cells = '<c r="A90000"><v>1</v></c><c r="IV1"><v>1</v></c>'
    sheet = f"<sheetData><row>{cells}</row></sheetData>".encode()
    assert danger_of(zipped({"xl/worksheets/sheet1.xml": sheet})) is FileDanger.CELLS


def test_formatted_empty_cells_far_out_do_no_harm() -> None:
    sheet = b'<sheetData><row><c r="A1048576" s="3"/></row></sheetData>'
    guard.check_archive(zipped({"xl/worksheets/sheet1.xml": sheet}), "a")


def test_a_real_workbook_with_a_far_cell_is_refused(make_xlsx: Callable[..., Path]) -> None:
    import openpyxl

    path = make_xlsx({"表": [["姓名"]]})
    book = openpyxl.load_workbook(path)
    book["表"]["XFD1048576"] = "x"
    book.save(path)
    assert danger_of(path.read_bytes()) is FileDanger.ROWS


def test_a_damaged_zip_is_unreadable() -> None:
    content = zipped({"xl/worksheets/sheet1.xml": bytes(range(256)) * 50})
    for broken in (content[: len(content) // 2], content[:40] + b"\xff" * 60 + content[100:]):
        with pytest.raises(ForeignFileUnreadable):
            guard.check_archive(broken, "a.xlsx")
