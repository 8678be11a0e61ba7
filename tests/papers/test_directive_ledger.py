from dataclasses import replace

from dutydesk.papers.directive_ledger import directive_ledger_pdf
from tests.papers import reading
from tests.papers.ledger_samples import CLOSED, LEDGER, OVERDUE

LANDSCAPE = (297, 210)


def test_a_month_reads_as_expected() -> None:
    pdf = directive_ledger_pdf(LEDGER)
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("directive_ledger", text)
    assert pdf.missing_glyphs == ()


def test_chases_stand_inside_the_row_with_what_was_answered() -> None:
    said = reading.all_text(directive_ledger_pdf(LEDGER))
    assert "7月9日09:00请于12时前反馈；答复：正在汇总" in said
    assert "7月9日11:00再次提醒；未答复" in said


def test_what_is_late_says_so_in_words_and_is_counted() -> None:
    said = reading.all_text(directive_ledger_pdf(LEDGER))
    assert "共3件，已办结1件，超期1件" in said
    assert "超期反馈" in said
    calm = replace(LEDGER, rows=(CLOSED,), overdue_count=0)
    assert "超期" not in reading.all_text(directive_ledger_pdf(calm))


def test_it_lies_across_its_sheet_and_nothing_leaves_the_type_area() -> None:
    many = replace(LEDGER, rows=(CLOSED, OVERDUE) * 12)
    pdf = directive_ledger_pdf(many)
    assert pdf.pages > 2
    for number in range(1, pdf.pages + 1):
        assert tuple(map(round, reading.page_size(pdf, number))) == LANDSCAPE
        lines = reading.printed_lines(pdf, number)
        assert min(line.left for line in lines) >= 27.9
        assert max(line.right for line in lines) <= 28 + 253.1
        assert any("批示领导" in line.text for line in lines)


def test_the_line_to_sign_never_stands_alone() -> None:
    for count in range(1, 14):
        pdf = directive_ledger_pdf(replace(LEDGER, rows=(CLOSED,) * count))
        last = "".join(line.text for line in reading.printed_lines(pdf, pdf.pages))
        assert "制表：" in last
        assert "区长" in last


def test_an_empty_ledger_prints_none_and_equal_values_give_equal_bytes() -> None:
    empty = replace(LEDGER, rows=(), closed_count=0, overdue_count=0)
    assert "无" in reading.all_text(directive_ledger_pdf(empty))
    assert directive_ledger_pdf(LEDGER).content == directive_ledger_pdf(LEDGER).content


def test_a_practice_room_says_so_on_every_page() -> None:
    pdf = directive_ledger_pdf(replace(LEDGER, is_practice=True))
    assert "演" in "".join(line.text for line in reading.printed_lines(pdf, 1, rotated=True))
