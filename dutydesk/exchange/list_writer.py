"""Writing a list to xlsx: every cell a text, a number or a date, none of them a formula."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dutydesk.domain.list_table import (
    Cell,
    ListEndingUnknown,
    ListNotWritten,
    ListTable,
    Step,
    WrittenList,
    no_step,
)
from dutydesk.exchange.contact_table import writable

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

ENDING = ".xlsx"
# Excel takes no more in one cell.
MAX_CELL = 32_767
_SHEET_NAME = 31
_NO_SHEET = re.compile(r"[\[\]:*?/\\']")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_DAY, _MOMENT, _TEXT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "@"
_EVERY = 500
_WIDE, _USUAL, _DATED = 60, 14, 18


def write_list(path: Path, table: ListTable, step: Step = no_step) -> WrittenList:
    """Write a list; the file appears whole or not at all, and an older one is replaced.

    Raises ListEndingUnknown, ListNotWritten and what ``step`` raises.
    """
    if path.suffix.lower() != ENDING:
        raise ListEndingUnknown(path.name)
    path = path.absolute()
    pending = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        cleaned, count = _write(pending, table, step)
        digest = hashlib.sha256(pending.read_bytes()).hexdigest()
        pending.replace(path)
    except OSError as error:
        raise ListNotWritten(path.name) from error
    finally:
        pending.unlink(missing_ok=True)
    return WrittenList(path, table.title, count, cleaned, digest)


def _write(path: Path, table: ListTable, step: Step) -> tuple[int, int]:
    # 0.1 s to load, for exports only.
    from openpyxl import Workbook  # noqa: PLC0415 -- loaded on first use, see above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 -- as above

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_name(table.title))
    for place, heading in enumerate(table.columns, 1):
        width = _USUAL if len(table.columns) > 1 else _WIDE
        if heading in _WIDE_HEADINGS:
            width = _WIDE
        elif heading.endswith(("时间", "时限")):
            width = _DATED
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    try:
        cleaned, count = _fill(sheet, table, step)
        book.save(path)
    except BaseException:
        # Left half written, its temporary file would stay behind.
        if not sheet.closed:
            sheet.close()
        with suppress(FileNotFoundError):
            sheet._writer.cleanup()  # noqa: SLF001 -- openpyxl has no other way
        raise
    return cleaned, count


def _fill(sheet: WriteOnlyWorksheet, table: ListTable, step: Step) -> tuple[int, int]:
    _append(sheet, table.columns, is_bold=True)
    cleaned = count = 0
    for row in table.rows:
        if count % _EVERY == 0:
            step(count, table.row_count)
        cleaned += _append(sheet, row)
        count += 1
    step(count, table.row_count)
    return cleaned, count


_WIDE_HEADINGS = frozenset({"内容", "处理情况", "事项", "标题", "地点", "办理结果"})


def _append(sheet: WriteOnlyWorksheet, row: tuple[Cell, ...], *, is_bold: bool = False) -> int:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 -- see _write
    from openpyxl.styles import Font  # noqa: PLC0415 -- see _write

    cells: list[Any] = []
    cleaned = 0
    for value in row:
        if not isinstance(value, str):
            cell = WriteOnlyCell(sheet, value=value)
            if isinstance(value, date):
                cell.number_format = _MOMENT if isinstance(value, datetime) else _DAY
        else:
            text = writable(value)[:MAX_CELL]
            cleaned += text != value
            cell = WriteOnlyCell(sheet, value=_ESCAPE.sub("_x005F_", text) or None)
            if text:
                # A text that begins with = stays one; the format keeps it so when it is edited.
                cell.data_type = "s"
            cell.number_format = _TEXT
        if is_bold:
            cell.font = Font(bold=True)
        cells.append(cell)
    sheet.append(cells)
    return cleaned


def _sheet_name(title: str) -> str:
    return _NO_SHEET.sub(" ", writable(title)).strip()[:_SHEET_NAME] or "列表"
