"""Lists as spreadsheets: every cell what it was, nothing computed, whole or not at all."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from dutydesk.domain.list_table import ListEndingUnknown, ListNotWritten, ListTable
from dutydesk.exchange.list_writer import write_list

COLUMNS = ("值班日", "序号", "时间", "号码", "内容")
DAY, MOMENT = date(2026, 11, 20), datetime(2026, 11, 20, 23, 15)  # noqa: DTZ001 -- as in a cell
TEXTS = (
    "=1+1",
    "+8613900000000",
    "-2",
    "@SUM(A1)",
    "\t缩进",
    "'引号",
    "_x0041_",
    "第一行\n第二行",
    "０１２",
    "😀",
)


def table(*texts: str, title: str = "值班日志") -> ListTable:
    rows = [(DAY, no, MOMENT, "013900000000", text) for no, text in enumerate(texts, 1)]
    return ListTable(title, COLUMNS, rows, len(rows))


def cells(path: Path) -> list[list[object]]:
    (sheet,) = openpyxl.load_workbook(path).worksheets
    # A spreadsheet reads _x005F_ as _, openpyxl leaves that to whoever asks.
    return [
        [v.replace("_x005F_", "_") if isinstance(v := cell.value, str) else v for cell in row]
        for row in sheet.iter_rows()
    ]


def test_every_cell_comes_back_as_it_was(tmp_path: Path) -> None:
    written = write_list(tmp_path / "a.xlsx", table(*TEXTS))
    head, *rows = cells(written.path)
    assert tuple(head) == COLUMNS
    assert [row[4] for row in rows] == list(TEXTS)
    assert rows[0][:4] == [datetime(2026, 11, 20), 1, MOMENT, "013900000000"]  # noqa: DTZ001
    assert (written.row_count, written.cleaned) == (len(TEXTS), 0)
    assert len(written.sha256) == 64


def test_nothing_is_a_formula_or_a_quoted_text(tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.xlsx", table(*TEXTS)).path
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        styles = archive.read("xl/styles.xml").decode()
    assert "<f>" not in sheet
    assert "<f " not in sheet
    assert 'quotePrefix="1"' not in styles
    (opened,) = openpyxl.load_workbook(path).worksheets
    assert all(cell.data_type == "s" for cell in opened["E"])
    assert opened.freeze_panes == "A2"


def test_what_no_spreadsheet_holds_is_left_out_and_counted(tmp_path: Path) -> None:
    written = write_list(tmp_path / "a.xlsx", table("甲\x00乙\x1b", "丙", "长" * 40_000))
    assert [row[4] for row in cells(written.path)[1:3]] == ["甲乙", "丙"]
    assert written.cleaned == 2


def test_a_title_of_any_kind_names_the_sheet(tmp_path: Path) -> None:
    path = write_list(tmp_path / "a.xlsx", table(title="值班[日志]:" + "长" * 40)).path
    (name,) = openpyxl.load_workbook(path).sheetnames
    assert name.startswith("值班 日志")
    assert len(name) == 31


def test_an_empty_list_is_its_headings(tmp_path: Path) -> None:
    assert cells(write_list(tmp_path / "a.xlsx", table()).path) == [list(COLUMNS)]


def test_stopped_or_refused_there_is_no_file(tmp_path: Path) -> None:
    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_list(tmp_path / "a.xlsx", table("甲"), stop)
    with pytest.raises(ListEndingUnknown):
        write_list(tmp_path / "a.csv", table("甲"))
    with pytest.raises(ListNotWritten):
        write_list(tmp_path / "没有" / "a.xlsx", table("甲"))
    assert list(tmp_path.iterdir()) == []


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    steps: list[tuple[int, int]] = []
    write_list(path, table("甲"), lambda done, of: steps.append((done, of)))
    assert len(cells(path)) == 2
    assert steps == [(0, 1), (1, 1)]
