import io
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest

from dutydesk import paths
from dutydesk.domain.paper_value import WordPaper
from dutydesk.domain.word_template import TEMPLATE_NAMES
from dutydesk.exchange.word_paper import as_word_value, word_paper
from tests.papers import samples
from tests.papers.incident_samples import LEDGER, dossier, phone_sheet
from tools.dossier_template import incident_dossier
from tools.make_templates import TEMPLATES
from tools.word_parts import in_order, template_bytes

SAMPLES: dict[str, WordPaper] = {
    "special_report": samples.follow_up_report(marks=("更正第12期",)),
    "bulletin": samples.first_report(masthead="值班快报", is_practice=True),
    "phone_report_sheet": phone_sheet(),
    "incident_ledger": LEDGER,
    "incident_dossier": dossier(),
}


def shipped(name: str) -> bytes:
    return (paths.resources_dir() / "templates" / f"{name}.docx").read_bytes()


def made(name: str) -> Any:
    return docx.Document(io.BytesIO(word_paper(SAMPLES[name], shipped(name), name).content))


def words(document: Any) -> str:
    texts = [one.text for one in document.paragraphs]
    for table in document.tables:
        texts += [cell.text for row in table.rows for cell in row.cells]
    return "\n".join(texts)


def test_every_template_has_a_sample_here() -> None:
    assert set(SAMPLES) == set(TEMPLATE_NAMES)


@pytest.mark.parametrize("name", TEMPLATE_NAMES)
def test_no_brace_is_left_and_everything_stands_where_word_wants_it(name: str) -> None:
    document = made(name)
    parts = [document.element, *(s.footer._element for s in document.sections)]
    parts += [section.header._element for section in document.sections]
    assert all(in_order(part) for part in parts)
    assert "{" not in words(document)
    assert "%}" not in "".join(str(text) for part in parts for text in part.itertext())


@pytest.mark.parametrize("name", TEMPLATE_NAMES)
def test_a_shipped_template_is_what_its_script_makes(name: str) -> None:
    made_now = template_bytes(({**TEMPLATES, "incident_dossier": incident_dossier})[name]())
    one, two = (zipfile.ZipFile(io.BytesIO(content)) for content in (made_now, shipped(name)))
    with one, two:
        assert one.namelist() == two.namelist()
        for member in one.namelist():
            assert one.read(member) == two.read(member), (
                f"python -m tools.make_templates: {member}"
            )


def test_a_bulletin_keeps_the_page_and_the_fonts_of_the_standard() -> None:
    document = made("special_report")
    section = document.sections[0]
    measures = [section.top_margin, section.left_margin, section.right_margin]
    assert [round(one.mm) for one in measures] == [37, 28, 26]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    fonts = {
        (run.text, run._element.rPr.rFonts.get(f"{{{_W}}}eastAsia"), run.font.size.pt)
        for paragraph in document.paragraphs
        for run in paragraph.runs
        if run.text
    }
    assert ("突发事件信息专报", "方正小标宋简体", 50) in fonts
    assert ("一、基本情况", "黑体", 16) in fonts
    assert any(font == "仿宋_GB2312" and size == 16 for _, font, size in fonts)
    assert any(text.startswith("（一）") and font == "楷体_GB2312" for text, font, _ in fonts)


def test_heads_of_tables_come_again_on_every_page() -> None:
    table = made("incident_ledger").tables[0]
    assert table.rows[0]._tr.trPr.find(f"{{{_W}}}tblHeader") is not None
    assert len(table.rows) == 1 + len(LEDGER.rows)


def test_the_colophon_leaves_out_what_nobody_filled() -> None:
    bare = samples.first_report(copy_to=(), reviewed_by="", signed_by="", copies=None)
    content = word_paper(bare, shipped("special_report"), "x").content
    said = words(docx.Document(io.BytesIO(content)))
    assert "送：" not in said
    assert "审核" not in said
    assert "签发：　　　　　" in said


def test_a_practice_room_says_so_on_every_page() -> None:
    header = made("bulletin").sections[0].header.paragraphs[0].text
    assert header == "演　练"
    assert made("special_report").sections[0].header.paragraphs[0].text == ""


def test_other_papers_have_no_word_file() -> None:
    with pytest.raises(ValueError, match="HandoverRecord"):
        as_word_value(samples.handover())


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_a_table_without_rows_said_nothing_where_the_printed_one_says_none() -> None:
    empty = replace(LEDGER, rows=(), ended_count=0, late_count=0)
    for value, name in (
        (empty, "incident_ledger"),
        (dossier(gradings=(), attachments=()), "incident_dossier"),
    ):
        content = word_paper(value, shipped(name), name).content
        said = words(docx.Document(io.BytesIO(content))).split("\n")
        assert "无" in said
    assert "无" not in words(made("incident_ledger")).split("\n")


def test_the_orders_of_a_call_and_that_it_was_read_back_were_not_in_the_word_file() -> None:
    sheet = phone_sheet(instruction="全力搜救", is_read_back=True)
    content = word_paper(sheet, shipped("phone_report_sheet"), "phone_report_sheet").content
    said = words(docx.Document(io.BytesIO(content)))
    assert "对方指示\n" in said
    assert "全力搜救" in said
    assert "赵某（已复述核对）" in said
