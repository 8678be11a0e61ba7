"""Writing the directory to files of other programs; every cell is text, none a formula."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path

from dutydesk.domain.contact_refusals import ExportEndingUnknown, ExportNotWritten
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.phone import masked
from dutydesk.exchange.contact_table import headings, rows, writable
from dutydesk.exchange.vcard import written_cards

SHEET = "通讯录"
_GUARDED = re.compile(r"'*[=+\-@\t\r]")
_GUARD_NOTE = "（以'开头的为文本）"
_WIDEST, _NARROWEST = 40, 8


def write_contacts(path: Path, cards: Sequence[ContactCard], *, is_masked: bool) -> Path:
    """Write all cards as xlsx, csv or vcf by the ending of the path; returns the absolute path.

    The file appears whole or not at all. Raises ExportEndingUnknown and ExportNotWritten.
    """
    ending = path.suffix.lower()
    if ending == ".xlsx":
        content = workbook(headings(), rows(cards, is_masked=is_masked))
    elif ending == ".csv":
        content = delimited(headings(), rows(cards, is_masked=is_masked))
    elif ending == ".vcf":
        shown = [_masked_card(card) for card in cards] if is_masked else list(cards)
        content = writable(written_cards(shown)).encode()
    else:
        raise ExportEndingUnknown(path.name)
    return _put(path.absolute(), content)


def workbook(heading: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    """Return a workbook of text cells, so that long numbers stay whole and nothing is computed."""
    # 0.1 s to load, for exports only.
    from openpyxl import Workbook  # noqa: PLC0415 -- loaded on first use, see above
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 -- as above
    from openpyxl.styles import Font  # noqa: PLC0415 -- as above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 -- as above

    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    table = [tuple(heading), *(tuple(line) for line in lines)]
    for index, width in enumerate(_widths(table), start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.freeze_panes = "A2"
    for place, line in enumerate(table):
        cells = []
        for text in line:
            cell = WriteOnlyCell(sheet, value=_unescaped(text) or None)
            if text:
                cell.data_type = "s"
            cell.number_format = "@"
            if place == 0:
                cell.font = Font(bold=True)
            cells.append(cell)
        sheet.append(cells)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _unescaped(text: str) -> str:
    """Write `_x0041_` so that a spreadsheet shows it as typed and not as the letter A."""
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)


def _widths(table: Sequence[Sequence[str]]) -> list[int]:
    """Return a readable width of each column; a Chinese character takes two places."""
    return [
        min(_WIDEST, max(_NARROWEST, *(len(t.encode("gb18030", "replace")) + 2 for t in column)))
        for column in zip(*table, strict=True)
    ]


def delimited(heading: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    """Return UTF-8 with a mark; a leading ' keeps spreadsheets from computing a cell."""
    guarded = [tuple(map(_guarded, line)) for line in lines]
    shown = list(heading)
    if any(cell.startswith("'") for line in guarded for cell in line):
        shown[-1] += _GUARD_NOTE
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(shown)
    writer.writerows(guarded)
    return out.getvalue().encode("utf-8-sig")


def _guarded(text: str) -> str:
    return f"'{text}" if _GUARDED.match(text) else text


def _masked_card(card: ContactCard) -> ContactCard:
    contact = replace(
        card.contact,
        post=masked(card.contact.post),
        address=masked(card.contact.address),
        note=masked(card.contact.note),
    )
    numbers = tuple(replace(number, number=masked(number.number)) for number in card.numbers)
    return replace(card, contact=contact, numbers=numbers)


def _put(path: Path, content: bytes) -> Path:
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise ExportNotWritten(path.name) from error
    return path
