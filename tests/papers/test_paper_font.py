import io

import pdfplumber
from pypdf import PdfReader

from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import paper_fonts
from dutydesk.papers.pdf_file import PdfFile

NAME = "\U0002cb5a某"


def test_a_rare_name_is_copied_and_searched_as_it_was_printed(caplog):
    """The officer copied 𬭚某 out of a paper and got something else."""
    file = PdfFile("标题", paper_fonts())
    file.text((100, 700), ((Role.SONG, NAME),), 12)
    file.end_page()
    pdf = file.close()
    assert pdf.missing_glyphs == ()
    assert PdfReader(io.BytesIO(pdf.content)).pages[0].extract_text() == NAME
    with pdfplumber.open(io.BytesIO(pdf.content)) as document:
        assert document.pages[0].extract_text() == NAME
    assert not caplog.records
