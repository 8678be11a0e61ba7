"""Sending the pages of a paper to a printer, one at a time; the only place that knows printers.

Each page is drawn at 300 dpi: at 600 dpi one A4 page would take 140 MB. The print support of Qt
is loaded when somebody prints.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtWidgets import QWidget

from dutydesk.ui.papers.pages import POINTS_PER_INCH, page_image
from dutydesk.ui.tasks import Watch

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DPI = 300

# A sheet rounds to whole dots; that is no reason to shrink a page.
_SLACK = 4


class NoPrinter(Exception):
    """No printer is set up on this computer."""


class PrinterNotReady(Exception):
    """The printer did not take the pages."""


class PrintTarget(Protocol):
    """A printer as chosen; ``pages`` are the pages wanted, from 0, copies included.

    ``begin``, ``page`` and ``end`` are called on one thread of the pool; ``page`` raises
    PrinterNotReady.
    """

    pages: Sequence[int]

    def begin(self) -> None:
        """Start the print job; raises PrinterNotReady."""
        ...

    def page(self, image: QImage) -> None:
        """Send one page."""
        ...

    def end(self) -> None:
        """Hand the job to the printer."""
        ...

    def abort(self) -> None:
        """Drop the job."""
        ...


ChoosePrinter = Callable[[QWidget, str, int], PrintTarget | None]
"""Asks over a window which printer takes a paper of that title and number of pages.

None when the officer chose none; raises NoPrinter.
"""


def print_pages(content: bytes, target: PrintTarget, watch: Watch) -> int:
    """Send the pages wanted and return how many; raises PrinterNotReady.

    A cancelled job is dropped whole, as far as the printer has not begun.
    """
    target.begin()
    try:
        for sent, number in enumerate(target.pages):
            watch.step(sent, len(target.pages), f"正在打印 第{sent + 1}/{len(target.pages)}页")
            target.page(page_image(content, number, DPI / POINTS_PER_INCH))
        watch.step(len(target.pages), len(target.pages), "正在送往打印机")
    except BaseException:
        target.abort()
        raise
    target.end()
    return len(target.pages)


def choose_printer(parent: QWidget, title: str, pages: int) -> PrintTarget | None:
    """Ask with the desktop's own dialog."""
    from PySide6.QtPrintSupport import (  # noqa: PLC0415 -- only who prints loads it
        QAbstractPrintDialog,
        QPrintDialog,
        QPrinter,
        QPrinterInfo,
    )

    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    printer.setDocName(title)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(f"打印 {title}")
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    is_chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return QtPrintTarget(printer, pages) if is_chosen else None


class QtPrintTarget:
    """A printer of this computer; pages keep their size, larger ones shrink to the sheet."""

    def __init__(self, printer: QPrinter, pages: int) -> None:
        first = max(printer.fromPage(), 1)
        last = printer.toPage() or pages
        copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
        self.pages: Sequence[int] = tuple(range(first - 1, min(last, pages))) * copies
        self._printer = printer
        self._painter = QPainter()
        self._is_first = True

    def begin(self) -> None:
        """Start the print job; raises PrinterNotReady."""
        if not self._painter.begin(self._printer):
            raise PrinterNotReady

    def page(self, image: QImage) -> None:
        """Draw one page over the whole sheet."""
        if not self._is_first and not self._printer.newPage():
            raise PrinterNotReady
        self._is_first = False
        dots = self._printer.resolution()
        sheet = self._printer.pageLayout().fullRectPixels(dots).size()
        if (image.width() > image.height()) != (sheet.width() > sheet.height()):
            # A page across on an upright sheet: its top, where it is bound, to the left.
            image = image.transformed(QTransform().rotate(-90))
        size = image.size() * (dots / DPI)
        if size.width() > sheet.width() + _SLACK or size.height() > sheet.height() + _SLACK:
            size = size.scaled(sheet, Qt.AspectRatioMode.KeepAspectRatio)
        self._painter.drawImage(QRect(QPoint(0, 0), size), image)

    def end(self) -> None:
        """Hand the job to the printer."""
        self._painter.end()

    def abort(self) -> None:
        """Drop the job."""
        self._printer.abort()
        if self._painter.isActive():
            self._painter.end()
