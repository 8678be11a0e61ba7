"""Reading spreadsheet files (xlsx, xls) into grids; the library is loaded on first use."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from dutydesk.domain.contact_refusals import ForeignFileEncrypted, ForeignFileUnreadable
from dutydesk.exchange.grid import Grid, spread, text_of
from dutydesk.exchange.guard import check_archive, check_extent

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


def is_workbook(content: bytes) -> bool:
    """Tell by its first bytes whether a file is a spreadsheet container."""
    return content.startswith((ZIP_MAGIC, OLE_MAGIC))


def read_workbook(content: bytes, name: str) -> tuple[Grid, ...]:
    """Return every sheet that holds something, in the order of the workbook."""
    # 30 ms that no other start needs.
    import python_calamine as calamine  # noqa: PLC0415 -- loaded on first use, see above

    if content.startswith(ZIP_MAGIC):
        check_archive(content, name)
    elif _ENCRYPTED_STREAM in content:
        raise ForeignFileEncrypted(name)
    try:
        with calamine.CalamineWorkbook.from_object(BytesIO(content)) as book:
            grids = tuple(
                _grid(book.get_sheet_by_name(sheet.name), name)
                for sheet in book.sheets_metadata
                if sheet.typ is calamine.SheetTypeEnum.WorkSheet
            )
    except calamine.PasswordError as error:
        raise ForeignFileEncrypted(name) from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise ForeignFileUnreadable(name) from error
    except BaseException as error:
        # A panic of the Rust library over a damaged xls; its class cannot be imported.
        if type(error).__name__ == "PanicException":
            raise ForeignFileUnreadable(name) from error
        raise
    return tuple(grid for grid in grids if not grid.is_empty())


def _grid(sheet: CalamineSheet, name: str) -> Grid:
    check_extent(sheet.total_height, sheet.total_width, name)
    rows = [[text_of(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    return spread(sheet.name, rows, sheet.merged_cell_ranges or (), name)
