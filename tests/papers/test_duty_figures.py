from dataclasses import replace
from datetime import date

from dutydesk.domain.duty_figures import figures_of
from dutydesk.domain.paper_span import month_of
from dutydesk.papers.statistics import statistics_pdf
from tests.papers import reading
from tests.papers.duty_samples import FIGURES
from tests.papers.test_statistics import SHEET


def test_people_handovers_and_answers_stand_behind_the_reports():
    text = reading.all_text(statistics_pdf(replace(SHEET, duty=FIGURES)))
    assert "四、各人值班次数（次）" in text
    assert "甲某11———2—" in text
    assert "丙某11———22" in text
    assert "五、交接班（次）" in text
    assert "六、接报到首次报告用时（起）" in text
    assert "电话11——1311" in text
    assert text.index("六、接报") < text.index("制表：")


def test_a_month_nobody_kept_prints_none():
    empty = figures_of(month_of(date(2026, 7, 1)), [], [], [])
    text = reading.all_text(statistics_pdf(replace(SHEET, duty=empty)))
    assert text.count("无") == 3


def test_the_sheet_without_them_is_as_it_was():
    assert "四、" not in reading.all_text(statistics_pdf(SHEET))
