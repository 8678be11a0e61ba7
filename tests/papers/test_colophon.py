import pytest

from dutydesk.papers.special_report import special_report_pdf
from tests.papers import reading, samples


def rules_of(**more):
    pdf = special_report_pdf(samples.first_report(**more))
    return [r for r in reading.rules(pdf, pdf.pages) if r["stroking_color"][0] == 0], pdf


def test_without_recipients_there_are_two_lines_only():
    rules, _ = rules_of(report_to=(), copy_to=())
    assert len(rules) == 2


def test_recipients_over_one_line_hang_behind_their_word():
    _, pdf = rules_of(report_to=tuple(f"东湖区第{n}应急指挥中心值班室" for n in range(8)))
    lines = [line for line in reading.printed_lines(pdf, pdf.pages) if line.size == 14]
    first = next(line for line in lines if line.text.startswith("报："))
    second = lines[lines.index(first) + 1]
    assert second.left == pytest.approx(first.left + 2 * 14 / reading.MM, abs=0.2)
    assert all(line.right <= 184.1 for line in lines)


def test_no_copies_and_no_telephone_print_nothing_for_them():
    _, pdf = rules_of(copies=None, phone="")
    text = reading.all_text(pdf)
    assert "共印" not in text
    assert "联系电话" not in text
