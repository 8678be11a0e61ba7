import math
from concurrent.futures import ThreadPoolExecutor

import pytest

from dutydesk.papers.font_files import Role
from dutydesk.papers.fonts import paper_fonts
from dutydesk.papers.page import LANDSCAPE, OFFICIAL, REGISTER, Foot, Pages
from dutydesk.papers.special_report import GRID
from dutydesk.papers.styles import CELL, Align, TextStyle
from tests.papers import reading

FOOT = Foot("左边", "右边")


def pages(frame=REGISTER, *, foot=FOOT, is_practice=False):
    return Pages("试页", frame, paper_fonts(), foot, is_practice=is_practice)


def filled(sheet, count):
    sheet.set_lines(sheet.breaker.lines("值班\n" * (count - 1) + "末行", CELL, sheet.width), CELL)
    return sheet.close()


def test_the_official_type_area_is_that_of_the_standard():
    assert (OFFICIAL.left, OFFICIAL.top, OFFICIAL.width, OFFICIAL.height) == (28, 37, 156, 225)
    assert 210 - OFFICIAL.left - OFFICIAL.width == 26
    assert 297 - OFFICIAL.top - OFFICIAL.height == 35
    assert math.isclose(GRID, 28.99, abs_tol=0.01)


def test_text_flows_over_pages_and_each_says_which_of_how_many():
    pdf = filled(pages(), 150)
    texts = reading.pages_text(pdf)
    assert pdf.pages == len(texts) == 3
    for number, text in enumerate(texts, 1):
        words = "".join(text.split())
        assert f"第{number}页" in words
        assert "共3页" in words
        assert "左边" in words
        assert "右边" in words


def test_all_text_of_a_page_stands_in_its_type_area_and_the_foot_under_it():
    pdf = filled(pages(), 150)
    *body, _, _, _, _ = reading.printed_lines(pdf, 1)
    foot = reading.printed_lines(pdf, 1)[-4:]
    assert min(line.top for line in body) >= REGISTER.top
    assert max(line.bottom for line in body) <= REGISTER.top + REGISTER.height
    assert all(line.top > REGISTER.top + REGISTER.height + 4 for line in foot)


def test_a_span_of_days_at_the_foot_of_an_upright_sheet_is_not_cut():
    left = "设备检查登记表　2026年10月21日至2026年12月20日"
    pdf = pages(foot=Foot(left=left, right="内部资料　注意保管")).close()
    foot = reading.printed_lines(pdf, 1)[-4:]
    assert "".join(left.split()) in {"".join(line.text.split()) for line in foot}


def test_numbers_of_a_bulletin_stand_outside_7_mm_under_the_type_area():
    sheet = pages(OFFICIAL, foot=Foot(is_bulletin=True))
    sheet.new_page()
    pdf = sheet.close()
    (odd,), (even,) = reading.printed_lines(pdf, 1), reading.printed_lines(pdf, 2)
    assert (odd.text, even.text) == ("— 1 —", "— 2 —")
    assert odd.size == even.size == 14
    assert odd.right == pytest.approx(28 + 156 - 14 * 25.4 / 72, abs=0.2)
    assert even.left == pytest.approx(28 + 14 * 25.4 / 72, abs=0.2)
    assert (odd.top + odd.bottom) / 2 == pytest.approx(37 + 225 + 7, abs=1)


def test_a_practice_room_marks_every_page_inside_the_type_area():
    pdf = filled(pages(is_practice=True), 150)
    for number in (1, 2, 3):
        mark = reading.printed_lines(pdf, number, rotated=True)
        assert "".join(line.text for line in mark).replace("　", "") == "演练"
        for line in mark:
            assert line.left >= 28
            assert line.right <= 28 + 156
            assert line.top >= 37
            assert line.bottom <= 37 + 225


def test_a_real_room_has_no_mark():
    assert "演" not in reading.all_text(filled(pages(), 3))


def test_justified_lines_end_where_the_measure_ends():
    sheet = pages(OFFICIAL, foot=Foot(is_bulletin=True))
    style = TextStyle(Role.FANG, 16, 29, Align.JUSTIFY, -0.2)
    text = "值班员报告，2026年11月22日8时35分组织人员赶赴现场（喆堃玥珺昇燊）处置，恢复正常。" * 4
    sheet.set_lines(sheet.breaker.lines(text, style, sheet.width), style)
    *full, _last, _number = reading.printed_lines(sheet.close(), 1)
    assert len(full) == 5
    assert all(line.right == pytest.approx(184, abs=0.1) for line in full)


def test_every_font_of_a_paper_is_embedded():
    fonts = reading.fonts(filled(pages(is_practice=True), 3))
    assert fonts
    assert all(fonts.values()), fonts
    assert not any("Helvetica" in name for name in fonts)


def test_papers_may_be_set_in_many_threads_at_once():
    alone = [filled(pages(), count).sha256 for count in range(40, 48)]
    with ThreadPoolExecutor(8) as pool:
        together = [pdf.sha256 for pdf in pool.map(lambda n: filled(pages(), n), range(40, 48))]
    assert together == alone


def test_a_landscape_page_lies_across_and_keeps_the_binding_margin_on_both_sides():
    pdf = filled(pages(LANDSCAPE), 60)
    assert reading.page_size(pdf, 2) == pytest.approx((297, 210), abs=0.1)
    *body, _, _, _, _ = reading.printed_lines(pdf, 1)
    foot = reading.printed_lines(pdf, 1)[-4:]
    assert min(line.top for line in body) >= 28
    assert max(line.bottom for line in body) <= 210 - 26
    assert min(line.left for line in body + foot) == pytest.approx(28, abs=0.3)
    assert max(line.right for line in foot) == pytest.approx(297 - 16, abs=0.3)
    assert all(line.top > 210 - 26 + 4 and line.bottom < 210 - 12 for line in foot)
    assert "第2页共2页" in "".join(reading.pages_text(pdf)[1].split())


def test_a_register_page_stands_upright():
    assert reading.page_size(filled(pages(), 1), 1) == pytest.approx((210, 297), abs=0.1)


def test_the_practice_mark_of_a_landscape_page_lies_in_the_turned_official_area():
    mark = reading.printed_lines(filled(pages(LANDSCAPE, is_practice=True), 3), 1, rotated=True)
    assert "".join(line.text for line in mark).replace("　", "") == "演练"
    assert min(line.left for line in mark) >= 35
    assert max(line.right for line in mark) <= 35 + 225
    assert min(line.top for line in mark) >= 28
    assert max(line.bottom for line in mark) <= 28 + 156
