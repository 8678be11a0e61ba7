from dutydesk.papers.training_list import training_list_pdf
from tests.papers import reading
from tests.papers.contact_lists import TRAINING, training


def test_a_year_of_trainings_reads_as_expected():
    pdf = training_list_pdf(TRAINING)
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("training_list", text)
    assert pdf.missing_glyphs == ()
    assert training_list_pdf(TRAINING).content == pdf.content


def test_what_is_empty_prints_none():
    assert reading.all_text(training_list_pdf(training())).count("无") == 2


def test_days_that_a_file_told_stand_on_one_line():
    lines = [line.text for line in reading.printed_lines(training_list_pdf(TRAINING), 1)]
    assert "3天（导入）" in lines
    assert lines.count("应急管理干部") == 2
