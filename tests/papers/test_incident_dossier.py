import re
from dataclasses import replace

import pytest

from dutydesk.papers.incident_dossier import incident_dossier_pdf
from tests.papers import reading
from tests.papers.incident_samples import REPORTS, dossier


def test_a_dossier_reads_as_expected() -> None:
    pdf = incident_dossier_pdf(dossier())
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("incident_dossier", text)
    assert pdf.missing_glyphs == ()


def test_its_pages_are_counted_through_and_named_on_the_cover() -> None:
    pdf = incident_dossier_pdf(dossier(reports=REPORTS * 12))
    texts = ["".join(text.split()) for text in reading.pages_text(pdf)]
    assert f"页数{pdf.pages}" in texts[0]
    assert pdf.pages > 4
    for number, text in enumerate(texts, 1):
        assert f"第{number}页" in text
        assert "突发事件卷宗2026-011" in text


def test_every_report_stands_there_in_full_with_what_became_of_it() -> None:
    said = reading.all_text(incident_dossier_pdf(dossier()))
    assert "2.首报（书面）第12期" in said
    assert "【更正第11期】【越级上报：区级线路中断】" in said
    assert "一、基本情况。起因正在核实。" in said
    assert "迟报8分（传真故障）" in said


def test_parts_are_numbered_in_their_order_whatever_others_add() -> None:
    said = reading.all_text(incident_dossier_pdf(dossier()))
    for head in ("一、基本情况", "五、事件经过", "六、值班日志", "七、告知情况", "八、附件清单"):
        assert head in said
    assert "七、附件清单" in reading.all_text(incident_dossier_pdf(dossier(parts=())))


def test_nothing_on_record_says_none_and_nothing_leaves_the_type_area() -> None:
    empty = incident_dossier_pdf(
        dossier(
            texts=(), gradings=(), clocks=(), reports=(), timeline=(), entries=(), attachments=()
        )
    )
    assert reading.all_text(empty).count("无") == 6
    full = incident_dossier_pdf(dossier(reports=REPORTS * 6))
    for number in range(1, full.pages + 1):
        lines = reading.printed_lines(full, number)
        assert min(line.left for line in lines) >= 27.9
        assert max(line.right for line in lines) <= 28 + 166.1
    assert all(reading.fonts(full).values())


def test_markup_of_people_is_printed_as_it_is() -> None:
    said = reading.all_text(incident_dossier_pdf(dossier(title="<b>火灾</b>&\x07")))
    assert "<b>火灾</b>&" in said


@pytest.mark.parametrize("lines", [33, 34, 35, 36])
def test_no_heading_and_no_table_head_stood_alone_at_the_foot_of_a_page(lines: int) -> None:
    long = "依据现场指挥部通报，" * 12
    texts = (("基本情况", "现场情况。\n" * lines),)
    value = dossier(
        texts=texts, clocks=(replace(dossier().clocks[0], rule=long),), gradings=(), reports=()
    )
    for page in reading.pages_text(incident_dossier_pdf(value)):
        said = "".join(page.split())
        assert not re.search(r"依据、原因(突发事件卷宗|第\d+页|内部资料)", said)
        assert not re.search(r"报告时限(突发事件卷宗|第\d+页|内部资料)", said)


def test_a_label_of_five_characters_ended_in_one_alone() -> None:
    pdf = incident_dossier_pdf(dossier(texts=(("下一步工作", "核实人员。"),)))
    lines = [line.text for line in reading.printed_lines(pdf, 2)]
    assert any(line.startswith("下一步") for line in lines)
    assert not any(line.startswith("下一步工") for line in lines)
