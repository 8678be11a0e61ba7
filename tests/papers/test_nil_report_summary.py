from dutydesk.papers.nil_report_summary import nil_report_summary_pdf
from tests.papers import reading
from tests.papers.reporting_samples import NIL_REPORTS, nil_reports, part, reported


def test_a_day_of_zero_reports_reads_as_expected():
    pdf = nil_report_summary_pdf(NIL_REPORTS)
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("nil_report_summary", text)
    assert pdf.missing_glyphs == ()
    assert pdf.pages == 1
    assert nil_report_summary_pdf(NIL_REPORTS).content == pdf.content


def test_a_day_without_a_cut_off_prints_none():
    assert "无" in reading.all_text(nil_report_summary_pdf(nil_reports()))
    assert "无" in reading.all_text(nil_report_summary_pdf(nil_reports(part())))


def test_a_hundred_units_go_over_pages_and_who_made_it_signs_under_the_last():
    sheet = nil_reports(part(*(reported(f"第{n}社区") for n in range(100))))
    pdf = nil_report_summary_pdf(sheet)
    text = reading.all_text(pdf)
    assert pdf.pages > 1
    assert text.count("接报人") == pdf.pages
    assert all(f"第{n}社区" in text for n in range(100))
    assert "第99社区" in "".join(reading.pages_text(pdf)[-1].split())
