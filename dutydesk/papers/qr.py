"""A QR code on a paper: what is printed as digits beside it, for a scanner to read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reportlab.graphics.barcode.qrencoder import QRAlphaNum, QRCode, QRErrorCorrectLevel

from dutydesk.papers.page import Pages
from dutydesk.papers.styles import BLACK

QUIET = 4
"""Modules that stay white on every side, as the standard asks."""


def modules(text: str) -> list[list[bool]]:
    """Return the code of a text of figures, capital letters and spaces, True for black.

    Level M: a fold or a stamp over an eighth of it does no harm.
    """
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QRAlphaNum(text))
    code.make()
    count = code.getModuleCount()
    return [[bool(code.isDark(row, column)) for column in range(count)] for row in range(count)]


def draw(pages: Pages, text: str, at: tuple[float, float], side: float) -> None:
    """Draw the code into a square of the type area, quiet zone included."""
    rows = modules(text)
    module = side / (len(rows) + 2 * QUIET)
    for row, cells in enumerate(rows):
        for start, length in _runs(cells):
            place = (at[0] + (QUIET + start) * module, at[1] + (QUIET + row) * module)
            pages.fill(place, (length * module, module), BLACK)


def _runs(cells: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield start and length of each stretch of black in a row, so that no seam shows in it."""
    place = 0
    for is_black, some in groupby(cells):
        length = len(list(some))
        if is_black:
            yield place, length
        place += length
