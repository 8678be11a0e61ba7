from dutydesk.papers.roll_call_result import roll_call_result_pdf
from tests.papers import reading
from tests.papers.reporting_samples import ROLL_CALL, called, roll_call


def test_a_roll_call_reads_as_expected():
    pdf = roll_call_result_pdf(ROLL_CALL)
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("roll_call_result", text)
    assert pdf.missing_glyphs == ()
    assert pdf.pages == 1
    assert roll_call_result_pdf(ROLL_CALL).content == pdf.content


def test_one_without_units_prints_none_and_one_that_goes_on_says_so():
    text = reading.all_text(roll_call_result_pdf(roll_call(ended_at=None)))
    assert "无" in text
    assert "起，进行中" in text


def test_a_hundred_units_go_over_pages_under_repeated_heads():
    pdf = roll_call_result_pdf(roll_call(*(called(f"第{n}社区") for n in range(100))))
    text = reading.all_text(pdf)
    assert pdf.pages > 1
    assert text.count("熟悉情况") == pdf.pages
    assert all(f"第{n}社区" in text for n in range(100))
