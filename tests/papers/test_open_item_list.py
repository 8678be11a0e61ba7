from dataclasses import replace

from dutydesk.papers.open_item_list import open_item_list_pdf
from tests.papers import reading
from tests.papers.ledger_samples import ITEMS


def test_the_list_reads_as_expected() -> None:
    pdf = open_item_list_pdf(ITEMS)
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("open_item_list", text)


def test_important_and_overdue_stand_out_and_progress_stands_in_its_column() -> None:
    said = reading.all_text(open_item_list_pdf(ITEMS))
    assert "【重要】安和路路面塌陷围挡" in said
    assert "已超期" in said
    assert "已围挡（周燊）" in said
    assert "共2件" in said


def test_nothing_open_prints_none_in_both_parts() -> None:
    pdf = open_item_list_pdf(replace(ITEMS, items=(), directives=()))
    lines = [line.text for line in reading.printed_lines(pdf, 1)]
    assert lines.count("无") == 2
