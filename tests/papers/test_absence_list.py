from dutydesk.papers.absence_list import absence_list_pdf
from tests.papers import reading
from tests.papers.register_lists import ABSENCES, absence, absences


def test_a_month_of_absences_reads_as_expected():
    pdf = absence_list_pdf(ABSENCES)
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("absence_list", text)
    assert (pdf.pages, pdf.missing_glyphs) == (1, ())
    assert absence_list_pdf(ABSENCES).content == pdf.content


def test_what_was_cancelled_is_struck_and_counted_apart():
    def strokes(paper):
        lines = reading.rules(absence_list_pdf(paper), 1)
        return sum(1 for line in lines if line["height"] < 0.1 and 1 < line["width"] < 100)

    kept, gone = absences(absence()), absences(absence(is_cancelled=True))
    assert strokes(gone) > strokes(kept)
    assert "共0次，另取消1次" in reading.all_text(absence_list_pdf(gone))
    assert "共1次" in reading.all_text(absence_list_pdf(kept))


def test_an_empty_list_prints_none():
    assert "无" in reading.all_text(absence_list_pdf(absences()))


def test_heads_repeat_and_every_row_is_found():
    many = absences(*(absence(person=f"甲{n}") for n in range(60)))
    pdf = absence_list_pdf(many)
    text = reading.all_text(pdf)
    assert text.count("外出人离开时间返回时间") == pdf.pages > 1
    assert all(f"甲{n}" in text for n in range(60))


def test_long_texts_stay_inside_the_table():
    long = absence(person="阿卜杜热西提·艾合买提江", reason="会" * 500, place="地" * 100)
    pdf = absence_list_pdf(absences(long))
    lines = [line for page in range(1, pdf.pages + 1) for line in reading.printed_lines(pdf, page)]
    assert all(line.left >= 27.9 and line.right <= 281.1 for line in lines)
