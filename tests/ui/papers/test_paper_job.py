from pathlib import Path

from PySide6.QtCore import QSizeF

from dutydesk.domain.paper import Pdf
from dutydesk.domain.paper_issue import PaperKind, PaperPurpose, PaperRequest
from dutydesk.services.paper import Composed
from dutydesk.ui.papers.paper_job import (
    MadePaper,
    PaperMaker,
    ReaderFolder,
    as_pdf,
    save_and_register,
)
from dutydesk.ui.tasks import InlineRunner


def made_paper(staffed):
    found = []
    maker = PaperMaker(InlineRunner(), staffed.room.paper)
    maker.made.connect(found.append)
    maker.make(PaperRequest(PaperKind.LOG_SHEET))
    return found[0]


def test_a_saved_file_has_the_very_bytes_and_is_registered(staffed, tmp_path):
    made = made_paper(staffed)
    target = tmp_path / "某.pdf"
    issue = save_and_register(staffed.room.paper, made, target, staffed.by).value
    assert target.read_bytes() == made.pdf.content
    assert (issue.copy_no, issue.purpose) == (1, PaperPurpose.SAVED)
    assert staffed.room.paper.issues() == [issue]


def test_a_file_name_has_no_sign_a_disk_refuses():
    composed = Composed(PaperKind.LOG_SHEET, "x", (), "交接班记录-2026/11:20?")
    made = MadePaper(composed, Pdf(b"", 0, ""), (QSizeF(),))
    assert made.file_name == "交接班记录-2026-11-20.pdf"


def test_the_ending_is_added_where_it_lacks():
    assert as_pdf(Path("/a/值班日志")).name == "值班日志.pdf"
    assert as_pdf(Path("/a/11.20")).name == "11.20.pdf"
    assert as_pdf(Path("/a/B.PDF")).name == "B.PDF"


def test_a_newer_wish_drops_the_paper_in_the_making(staffed):
    waiting, found = [], []

    class Slow(InlineRunner):
        def submit(self, job, *, done, failed=None, queue=None):
            waiting.append((job, done))

    maker = PaperMaker(Slow(), staffed.room.paper)
    maker.made.connect(found.append)
    maker.make(PaperRequest(PaperKind.LOG_SHEET))
    maker.make(PaperRequest(PaperKind.DIRECTORY))
    while waiting:
        job, done = waiting.pop(0)
        done(job())
    assert [one.composed.kind for one in found] == [PaperKind.DIRECTORY]


def test_copies_for_the_reader_lie_in_one_folder_of_their_own():
    folder = ReaderFolder()
    assert folder.path() == folder.path()
    assert folder.path().stat().st_mode & 0o077 == 0
