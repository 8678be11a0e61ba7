import io

import pdfplumber
from pypdf import PdfReader

from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import paper_fonts
from dutydesk.papers.pdf_file import PdfFile


def written(*texts):
    file = PdfFile("标题", paper_fonts())
    for text in texts:
        file.text((100, 700), ((Role.SONG, text),), 12)
        file.end_page()
    return file.close()


def test_metadata_tell_the_title_and_no_time():
    document = PdfReader(io.BytesIO(written("值班").content))
    assert document.metadata.title == "标题"
    assert document.metadata.producer == "DutyDesk"
    assert not {"/CreationDate", "/ModDate", "/Author"} & set(document.metadata)
    assert b"CreationDate" not in written("值班").content


def test_brackets_and_backslashes_are_text():
    text = r"(a\) Tj (值"
    document = PdfReader(io.BytesIO(written(text).content))
    assert document.pages[0].extract_text() == text


def test_more_than_one_subset_of_characters_is_read_back():
    chars = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 700))
    song = paper_fonts().typeface(Role.SONG)
    chars = "".join(char for char in chars if song.glyph(char).char == char)
    assert len(chars) > 300
    document = PdfReader(io.BytesIO(written(chars).content))
    assert document.pages[0].extract_text().replace("\n", "") == chars


def test_characters_no_font_has_are_counted():
    pdf = written("好\U0001f600\U0001f600", "\ue000")
    assert [(one.character, one.count) for one in pdf.missing_glyphs] == [
        ("\ue000", 1),
        ("\U0001f600", 2),
    ]


def test_two_papers_do_not_mix_their_characters():
    first, second = PdfFile("一", paper_fonts()), PdfFile("二", paper_fonts())
    first.text((100, 700), ((Role.SONG, "甲乙"),), 12)
    second.text((100, 700), ((Role.SONG, "丙丁"),), 12)
    first.end_page()
    second.end_page()
    texts = [
        PdfReader(io.BytesIO(file.close().content)).pages[0].extract_text()
        for file in (first, second)
    ]
    assert texts == ["甲乙", "丙丁"]


def test_a_double_dash_is_one_stroke_and_still_two_characters():
    content = written("先围挡——后抢修").content
    with pdfplumber.open(io.BytesIO(content)) as document:
        (page,) = document.pages
        first, second = (char for char in page.chars if char["text"] == "—")
        (stroke,) = page.rects
    assert first["x0"] < stroke["x0"] < first["x0"] + 1
    assert second["x1"] - 1 < stroke["x1"] < second["x1"]
    assert 0.3 < stroke["height"] < 1


def test_a_dash_alone_and_dots_are_left_as_the_font_draws_them():
    with pdfplumber.open(io.BytesIO(written("— 1 —……").content)) as document:
        assert document.pages[0].rects == []
