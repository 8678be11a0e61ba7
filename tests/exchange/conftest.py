"""Real office files, made in the test."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from dutydesk.domain.contact_file import ContactFile
from dutydesk.exchange.contact_reader import open_source, preview, read

Sheets = dict[str, Sequence[Sequence[object]]]


@pytest.fixture
def make_xlsx(tmp_path: Path) -> Callable[..., Path]:
    """Give a maker of workbooks: sheets of rows, and merged ranges of each sheet."""

    def make(sheets: Sheets, merged: dict[str, Sequence[str]] | None = None) -> Path:
        import openpyxl

        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(list(row))
            for area in (merged or {}).get(name, ()):
                sheet.merge_cells(area)
        path = tmp_path / "表.xlsx"
        book.save(path)
        return path

    return make


@pytest.fixture
def take() -> Callable[[Path], ContactFile]:
    """Give the whole way from a file to its people, with the guesses taken as they are."""

    def taken(path: Path) -> ContactFile:
        source = open_source(path)
        return read(source, preview(source).mapping())

    return taken
