"""Refusing files that would exhaust the machine, before a library opens them."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from dutydesk.domain.contact_refusals import (
    FileDanger,
    ForeignFileDangerous,
    ForeignFileMissing,
    ForeignFileTooLarge,
    ForeignFileUnreadable,
)

MAX_BYTES = 50 * 1024 * 1024
MAX_RATIO = 100
MAX_MEMBERS = 2_000
MAX_UNPACKED = 512 * 1024 * 1024
MAX_ROWS = 100_000
MAX_COLUMNS = 256
MAX_CELLS = 4_000_000

_CHUNK = 1 << 20
_SMALL = 1 << 20
_FILLED_CELL = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
_SHEET_MEMBER = re.compile(r"xl/(?:worksheets|chartsheets)/.*\.xml", re.IGNORECASE)


def content_of(path: Path) -> bytes:
    """Return the bytes of a file, refused when missing, unreadable or above the limit."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ForeignFileTooLarge(path.name, size, MAX_BYTES)
        return path.read_bytes()
    except OSError as error:
        raise ForeignFileMissing(path.name) from error


def check_archive(content: bytes, name: str) -> None:
    """Refuse a zip whose members, ratio or cell positions go beyond the limits.

    Sizes are counted by unpacking, for what the directory of a zip declares may be a lie; a cell
    far out would make the reader reserve the whole rectangle up to it.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            if len(members) > MAX_MEMBERS:
                raise ForeignFileDangerous(name, FileDanger.MEMBERS, MAX_MEMBERS)
            unpacked = 0
            for member in members:
                for size in _check_member(content, member, name):
                    unpacked += size
                    _check_total(unpacked, len(content), name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError) as error:
        raise ForeignFileUnreadable(name) from error


def _check_total(unpacked: int, packed: int, name: str) -> None:
    if unpacked > MAX_UNPACKED:
        raise ForeignFileDangerous(name, FileDanger.UNPACKED_SIZE, MAX_UNPACKED)
    if unpacked > max(packed * MAX_RATIO, _SMALL):
        raise ForeignFileDangerous(name, FileDanger.RATIO, MAX_RATIO)


def _check_member(content: bytes, member: zipfile.ZipInfo, name: str) -> Iterator[int]:
    """Yield the sizes of unpacked pieces and look at the cells of a sheet on the way."""
    is_sheet = _SHEET_MEMBER.fullmatch(member.filename) is not None
    kept = b""
    last_row = last_column = 1
    for piece in _unpacked(content, member):
        yield len(piece)
        if is_sheet:
            kept += piece
            for cell in _FILLED_CELL.finditer(kept):
                last_row = max(last_row, int(cell[2]))
                last_column = max(last_column, _column_number(cell[1]))
            check_extent(last_row, last_column, name)
            kept = kept[max(kept.rfind(b"<"), 0) :]


def _unpacked(content: bytes, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Unpack one member piece by piece, whatever size its header declares."""
    header = member.header_offset
    name_length = int.from_bytes(content[header + 26 : header + 28], "little")
    extra_length = int.from_bytes(content[header + 28 : header + 30], "little")
    start = header + 30 + name_length + extra_length
    packed = content[start : start + member.compress_size]
    if member.compress_type == zipfile.ZIP_STORED:
        yield packed
        return
    if member.compress_type != zipfile.ZIP_DEFLATED:
        raise NotImplementedError(member.compress_type)
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    while packed and not stream.eof:
        yield stream.decompress(packed, _CHUNK)
        packed = stream.unconsumed_tail


def _column_number(letters: bytes) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column


def check_extent(rows: int, columns: int, name: str) -> None:
    """Refuse a table with more rows, columns or cells than any directory has."""
    if rows > MAX_ROWS:
        raise ForeignFileDangerous(name, FileDanger.ROWS, MAX_ROWS)
    if columns > MAX_COLUMNS:
        raise ForeignFileDangerous(name, FileDanger.COLUMNS, MAX_COLUMNS)
    if rows * columns > MAX_CELLS:
        raise ForeignFileDangerous(name, FileDanger.CELLS, MAX_CELLS)
