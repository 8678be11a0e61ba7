import io

import pdfplumber
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


def inside(pdf):
    lines = [line for n in range(1, pdf.pages + 1) for line in reading.printed_lines(pdf, n)]
    assert all(line.left >= 27.9 and line.right <= 184.1 for line in lines)
    assert all(line.top >= 36 and line.bottom <= 37 + 225 + 12 for line in lines)


def test_a_place_that_nobody_filled_is_not_named_but_there_is_room_to_sign():
    _, pdf = rules_of(reviewed_by="", signed_by="", copies=None)
    lines = [line for line in reading.printed_lines(pdf, pdf.pages) if line.size == 14]
    words = reading.all_text(pdf)
    assert "审核" not in words
    assert "编辑：陈晓明签发：联系电话" in words
    label = next(line for line in lines if line.text.startswith("签发："))
    phone = next(line for line in lines if line.text.startswith("联系电话"))
    assert phone.left - label.left > 3 * 14 / reading.MM + 20


def test_long_names_of_people_stay_on_the_page():
    _, pdf = rules_of(
        drafted_by="阿卜杜热合曼·买买提吐尔逊",
        reviewed_by="欧阳喆堃（应急指挥中心副主任）",
        signed_by="昇燊" * 30,
        phone="0571-88886666转8021，0571-88886667（夜间）",
    )
    inside(pdf)
    assert "转8021" in reading.all_text(pdf)


@pytest.mark.parametrize("count", [60, 200, 2000])
def test_any_number_of_recipients_stays_on_the_page_with_the_last_lines_of_text(count):
    units = tuple(f"第{n}社区" for n in range(count))
    rules, pdf = rules_of(report_to=units[: count // 2], copy_to=units[count // 2 :])
    inside(pdf)
    assert len(rules) == 3
    assert "有关情况将续报" in reading.pages_text(pdf)[-1]
    words = reading.all_text(pdf)
    assert ("等1000个单位。" in words) == (count == 2000)
    assert (units[-1] in words) == (count < 2000)


def test_a_name_with_a_rare_character_is_set_in_one_face():
    _, pdf = rules_of(drafted_by="欧阳喆堃")
    with pdfplumber.open(io.BytesIO(pdf.content)) as document:
        chars = [c for c in document.pages[-1].chars if c["text"] in "欧阳喆堃"]
    assert len({char["fontname"].split("+")[-1] for char in chars}) == 1
