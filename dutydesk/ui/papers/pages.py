"""Pages of a finished paper as pictures; the only place of the desk that draws a PDF.

Every call opens the file anew: that costs two milliseconds and leaves nothing to be closed later
by another thread.
"""

from __future__ import annotations

import threading

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

POINTS_PER_INCH = 72

# PDFium may be entered by one thread at a time, and the pool has two.
_PDFIUM = threading.Lock()


def page_sizes(content: bytes) -> tuple[QSizeF, ...]:
    """Return the size of each page in points (1/72 inch)."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415 -- 60 ms that only a preview needs

    with _PDFIUM:
        document = PdfDocument(content)
        try:
            return tuple(
                QSizeF(*document.get_page_size(number)) for number in range(len(document))
            )
        finally:
            document.close()


def page_image(content: bytes, number: int, scale: float) -> QImage:
    """Return page ``number`` (from 0) with ``scale`` pixels a point; safe on any thread."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415 -- as above

    with _PDFIUM:
        document = PdfDocument(content)
        page = document[number]
        try:
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            image = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            )
            # The picture must outlive the bytes it was made from.
            return image.copy()
        finally:
            page.close()
            document.close()
