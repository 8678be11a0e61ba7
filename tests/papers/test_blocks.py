from dutydesk.papers import blocks
from dutydesk.papers.fonts import paper_fonts
from dutydesk.papers.page import REGISTER, Foot, Pages
from tests.papers import reading, samples


def sheet():
    return Pages("试", REGISTER, paper_fonts(), Foot(), is_practice=False)


def test_a_signed_place_shows_name_and_time_and_an_unsigned_one_leaves_room():
    pages = sheet()
    signed = samples.Signature("陈晓明", samples.END)
    blocks.sign_block(pages, (("交班人", signed), ("接班人", samples.Signature())))
    assert pages.y == blocks.sign_block_height()
    words = reading.all_text(pages.close())
    assert "交班人（签字）接班人（签字）陈晓明2026年11月21日08:30年月日时分" in words


def test_a_sign_block_is_never_cut():
    pages = sheet()
    pages.y = pages.height - blocks.sign_block_height() + 5
    blocks.sign_block(pages, (("交班人", samples.Signature()),))
    first, second = reading.pages_text(pages.close())
    assert "签字" not in first
    assert "签字" in second


def test_open_items_print_their_limit_in_china_time():
    pages = sheet()
    blocks.open_items(pages, samples.OPEN_ITEMS)
    assert "11月21日12:00" in reading.all_text(pages.close())


def test_an_odd_number_of_checks_leaves_the_last_place_empty():
    pages = sheet()
    blocks.checks(pages, "设备检查", samples.EQUIPMENT, keep=0)
    words = reading.all_text(pages.close())
    assert all("".join(line.name.split()) in words for line in samples.EQUIPMENT)
