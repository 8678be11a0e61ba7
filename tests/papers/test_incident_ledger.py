from dataclasses import replace

from dutydesk.domain.paper_incident_ledger import FirstReport
from dutydesk.papers.incident_ledger import incident_ledger_pdf
from tests.papers import reading
from tests.papers.incident_samples import ALARM, FIRE, LEDGER, at

LANDSCAPE = (297, 210)


def test_a_month_reads_as_expected() -> None:
    pdf = incident_ledger_pdf(LEDGER)
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("incident_ledger", text)
    assert pdf.missing_glyphs == ()


def test_each_medium_has_its_first_report_and_whether_it_was_in_time() -> None:
    said = reading.all_text(incident_ledger_pdf(LEDGER))
    assert "电话7月8日18:38" in said
    assert "书面7月8日20:38" in said
    assert "共2件，已结束2件，首报迟报1件" in said
    calm = replace(LEDGER, rows=(ALARM,), ended_count=1, late_count=0)
    assert "迟报" not in reading.all_text(incident_ledger_pdf(calm))


def test_what_is_not_known_and_how_it_ended_are_said() -> None:
    said = reading.all_text(incident_ledger_pdf(replace(LEDGER, rows=(ALARM,))))
    assert "事发正在核实" in said
    assert "误报" in said
    assert "敏感" in said


def test_it_lies_across_its_sheet_with_its_head_on_every_page() -> None:
    pdf = incident_ledger_pdf(replace(LEDGER, rows=(FIRE, ALARM) * 14))
    assert pdf.pages > 2
    for number in range(1, pdf.pages + 1):
        assert tuple(map(round, reading.page_size(pdf, number))) == LANDSCAPE
        lines = reading.printed_lines(pdf, number)
        assert min(line.left for line in lines) >= 27.9
        assert max(line.right for line in lines) <= 28 + 253.1
        assert "终报时间" in "".join(line.text for line in lines)
        assert f"第 {number} 页" in reading.pages_text(pdf)[number - 1]
    assert all(reading.fonts(pdf).values())


def test_an_empty_ledger_prints_none_and_equal_values_give_equal_bytes() -> None:
    empty = replace(LEDGER, rows=(), ended_count=0, late_count=0)
    assert "无" in reading.all_text(incident_ledger_pdf(empty))
    assert incident_ledger_pdf(LEDGER).content == incident_ledger_pdf(LEDGER).content


def test_a_practice_room_says_so() -> None:
    pdf = incident_ledger_pdf(replace(LEDGER, is_practice=True))
    assert "演" in "".join(line.text for line in reading.printed_lines(pdf, 1, rotated=True))


def test_a_late_report_took_two_lines_and_stood_beside_the_wrong_medium() -> None:
    late = FirstReport("电话", at("18:38"), "迟报1330分", is_late=True)
    then = FirstReport("书面", at("20:38"), "按时")
    row = replace(FIRE, first_reports=(late, then), category="公共卫生事件")
    lines = [
        line.text
        for line in reading.printed_lines(incident_ledger_pdf(replace(LEDGER, rows=(row,))), 1)
    ]
    assert any("迟报1330分" in "".join(line.split()) for line in lines)
    assert any("公共卫生事件" in line for line in lines)
