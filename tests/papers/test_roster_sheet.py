from dataclasses import replace
from datetime import date

import pytest

from dutydesk.papers.roster_sheet import roster_sheet_pdf
from tests.papers import reading
from tests.papers.roster_samples import DRAFT, INSIDE, TO_POST_UP, month, row, sheet


def test_a_month_with_numbers_reads_as_expected_and_stands_on_one_page():
    pdf = roster_sheet_pdf(INSIDE)
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("roster_sheet", text)
    assert (pdf.pages, pdf.missing_glyphs) == (1, ())
    assert roster_sheet_pdf(INSIDE).content == pdf.content


def test_the_sheet_to_post_up_has_no_number_of_a_person_and_is_not_marked_internal():
    text = reading.all_text(roster_sheet_pdf(TO_POST_UP))
    assert "1990000" not in text
    assert "内部资料" not in text
    assert "值班电话：0000-0000001" in text
    assert "内部资料" in reading.all_text(roster_sheet_pdf(INSIDE))


def test_a_draft_says_so_and_two_shifts_a_day_go_over_pages_with_their_heads():
    pdf = roster_sheet_pdf(DRAFT)
    pages = reading.pages_text(pdf)
    assert pdf.pages == len(pages) == 2
    assert all("班次" in page and "草稿" in page for page in pages)
    assert "第2版" not in pages[0]
    assert "年月日" in "".join(pages[1].split())


def test_days_off_lie_on_a_tint_as_wide_as_the_table():
    def broad(paper):
        lines = reading.rules(roster_sheet_pdf(paper), 1)
        return [line for line in lines if line["linewidth"] > 5]

    work, rest = row(date(2026, 10, 9)), row(date(2026, 10, 17))
    assert broad(sheet(work)) == []
    assert len(broad(sheet(work, rest))) == 4 + len(rest.cells)


def test_a_month_nobody_made_prints_none():
    empty = sheet(changes=(), remarks=(), is_draft=True, dated=None)
    assert "无" in reading.all_text(roster_sheet_pdf(empty))


def test_an_empty_post_shows_a_dash_and_long_texts_stay_inside_the_table():
    day = row(date(2026, 10, 9))
    long = replace(day, cells=((), *day.cells[1:]), note="长" * 200)
    pdf = roster_sheet_pdf(sheet(long, posts=("带班领导", "很长的岗位名称" * 3, "副班", "备勤")))
    lines = [line for page in range(1, pdf.pages + 1) for line in reading.printed_lines(pdf, page)]
    assert any("—" in line.text for line in lines)
    assert all(line.left >= 27.9 and line.right <= 194.1 for line in lines)


def test_many_changes_follow_the_table_and_the_makers_stay_with_them():
    many = replace(INSIDE, changes=INSIDE.changes * 20)
    pages = reading.pages_text(roster_sheet_pdf(many))
    assert "制表：甲某" in "".join(pages[-1].split())
    assert sum("".join(page.split()).count("由丙某替") for page in pages) == 40


@pytest.mark.parametrize("first", range(1, 4))
def test_the_night_of_a_day_came_on_the_next_page_without_weekday_and_holiday(first):
    rows = [
        line
        for at in range(first, 32)
        for line in (row(date(2026, 10, at), shift=shift) for shift in ("白班", "中班", "夜班"))
    ]
    pages = reading.pages_text(roster_sheet_pdf(sheet(*rows)))
    assert len(pages) > 1
    assert all(page.count("白班") == page.count("夜班") for page in pages)


def test_a_key_period_of_four_characters_stands_on_one_line():
    pdf = roster_sheet_pdf(sheet(*month(shifts=("白班", "夜班"))))
    lines = [line.text for line in reading.printed_lines(pdf, 1)]
    assert sum("国庆安保" in line for line in lines) == 8
