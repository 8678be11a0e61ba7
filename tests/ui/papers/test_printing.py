import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.ui.papers.pages import page_image, page_sizes
from dutydesk.ui.papers.printing import PrinterNotReady, QtPrintTarget, print_pages
from dutydesk.ui.tasks import JobCancelledError, Watch
from tests.ui.papers.conftest import KeptPages


@pytest.fixture
def content(staffed):
    service = staffed.room.paper
    return service.render(service.compose(PaperRequest(PaperKind.LOG_SHEET))).content


def silent(_number, _total, _words):
    return


def test_each_page_goes_to_the_printer_at_300_dpi_in_order(content):
    target, steps = KeptPages(pages=(0, 0)), []
    assert print_pages(content, target, Watch(lambda *step: steps.append(step))) == 2
    assert [(image.width(), image.height()) for image in target.images] == [(2481, 3508)] * 2
    assert target.ended
    assert steps[0] == (0, 2, "正在打印 第1/2页")


def test_a_cancelled_job_is_dropped_whole(content):
    target = KeptPages(pages=(0, 0, 0))
    watch = Watch(silent)
    target.page = lambda image: (target.images.append(image), watch.cancel())
    with pytest.raises(JobCancelledError):
        print_pages(content, target, watch)
    assert len(target.images) == 1
    assert target.aborted
    assert not target.ended


def test_a_printer_that_does_not_begin_is_told(content):
    with pytest.raises(PrinterNotReady):
        print_pages(content, KeptPages(pages=(0,), fails_with=PrinterNotReady()), Watch(silent))


def test_a_real_print_job_has_the_sheets_and_their_size(content, qapp, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(300)
    printer.setFullPage(True)
    target = QtPrintTarget(printer, 2)
    assert tuple(target.pages) == (0, 1)
    target.pages = (0, 0)
    print_pages(content, target, Watch(silent))
    sizes = page_sizes((tmp_path / "out.pdf").read_bytes())
    assert [round(size.width()) for size in sizes] == [595, 595]


def test_a_page_across_is_turned_on_an_upright_sheet_its_top_to_the_left(qapp, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(300)
    printer.setFullPage(True)
    across = QImage(3508, 2481, QImage.Format.Format_RGB32)
    across.fill(Qt.GlobalColor.white)
    painter = QPainter(across)
    painter.fillRect(0, 0, 3508, 400, Qt.GlobalColor.black)
    painter.end()
    target = QtPrintTarget(printer, 1)
    target.begin()
    target.page(across)
    target.end()
    content = (tmp_path / "out.pdf").read_bytes()
    assert [(round(s.width()), round(s.height())) for s in page_sizes(content)] == [(595, 842)]
    seen = page_image(content, 0, 1.0)
    assert seen.pixelColor(40, 420).lightness() < 20
    assert seen.pixelColor(300, 40).lightness() > 235
    assert seen.pixelColor(300, 800).lightness() > 235


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_cannot_be_opened_refuses(qapp, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "none" / "out.pdf"))
    with pytest.raises(PrinterNotReady):
        QtPrintTarget(printer, 1).begin()
