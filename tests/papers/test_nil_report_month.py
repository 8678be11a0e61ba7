from datetime import date

from dutydesk.domain.paper_nil_report_summary import NilReportMonthRow
from dutydesk.papers.nil_report_month import nil_report_month_pdf
from tests.papers import reading
from tests.papers.reporting_samples import MONTH, month


def test_a_month_reads_as_expected():
    pdf = nil_report_month_pdf(MONTH)
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("nil_report_month", text)
    assert pdf.missing_glyphs == ()
    assert pdf.pages == 1
    assert nil_report_month_pdf(MONTH).content == pdf.content


def test_short_and_long_months_fit_the_width_and_an_empty_one_prints_none():
    for first, days in ((date(2027, 2, 1), 28), (date(2028, 2, 1), 29), (date(2026, 12, 1), 31)):
        row = NilReportMonthRow("第一社区", ("√",) * days)
        text = reading.all_text(nil_report_month_pdf(month(row, month=first)))
        assert text.count("√") == days + 1
        assert f"{days}情况迟报未报" in text
    assert "无" in reading.all_text(nil_report_month_pdf(month()))


def test_a_hundred_units_go_over_pages():
    rows = [NilReportMonthRow(f"第{n}社区", ("√",) * 30) for n in range(100)]
    pdf = nil_report_month_pdf(month(*rows))
    text = reading.all_text(pdf)
    assert pdf.pages > 1
    assert all(f"第{n}社区" in text for n in range(100))
