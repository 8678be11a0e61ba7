"""Makes the smallest .xls there is: one sheet of texts, numbers and merged cells (BIFF8)."""

from __future__ import annotations

import struct
from collections.abc import Sequence

_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SMALLEST_STREAM = 4096


def xls(rows: Sequence[Sequence[object]], merged: Sequence[tuple[int, int, int, int]]) -> bytes:
    """Return a file; `merged` ranges are first row, last row, first column, last column."""
    return _container(_workbook(_sheet(rows, merged)))


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0))


def _sheet(rows: Sequence[Sequence[object]], merged: Sequence[tuple[int, int, int, int]]) -> bytes:
    out = _begin(0x0010)
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(value, (int, float)):
                out += _record(0x0203, place + struct.pack("<d", value))
            elif value:
                text = str(value)
                head = struct.pack("<HB", len(text), 1)
                out += _record(0x0204, place + head + text.encode("utf-16-le"))
    ranges = b"".join(struct.pack("<HHHH", *area) for area in merged)
    return out + _record(0x00E5, struct.pack("<H", len(merged)) + ranges) + _record(0x000A, b"")


def _workbook(sheet: bytes) -> bytes:
    name = "通讯录"
    head = _begin(0x0005)
    end = _record(0x000A, b"")
    text = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    start = len(head) + 4 + 6 + len(text) + len(end)
    return head + _record(0x0085, struct.pack("<IBB", start, 0, 0) + text) + end + sheet


def _container(stream: bytes) -> bytes:
    """Wrap a stream in a compound file: header, table of sectors, directory, content."""
    stream = stream.ljust(_SMALLEST_STREAM, b"\0")
    count = -(-len(stream) // _SECTOR)
    stream = stream.ljust(count * _SECTOR, b"\0")
    chain = [_FAT, _END, *range(3, count + 2), _END]
    table = struct.pack("<128I", *chain, *[_FREE] * (128 - len(chain)))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, _SMALLEST_STREAM, _END, 0, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    directory = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, 2, len(stream))
    return header + table + directory.ljust(_SECTOR, b"\0") + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    head = text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1)
    return (
        head
        + struct.pack("<III", _FREE, _FREE, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
