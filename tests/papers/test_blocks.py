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


def test_an_open_item_is_whole_names_its_entry_and_says_that_its_time_has_passed():
    title = "安和路塌陷" + "围挡已设" * 20
    item = samples.OpenItemLine(
        title, due_at=samples.END, note="回电", source="日志第3条", is_overdue=True
    )
    pages = sheet()
    blocks.open_items(pages, (item,))
    words = reading.all_text(pages.close())
    assert f"{title}（日志第3条）" in words
    assert "11月21日08:30已超期回电" in words


def test_what_nobody_wrote_or_checked_does_not_say_that_there_was_nothing():
    pages = sheet()
    blocks.text_block(pages, "值班概况", "")
    blocks.checks(pages, "设备检查", (), keep=0)
    blocks.open_items(pages, ())
    words = reading.all_text(pages.close())
    assert (words.count("未填写"), words.count("未核对"), words.count("无")) == (1, 1, 1)


def test_an_odd_number_of_checks_leaves_the_last_place_empty():
    pages = sheet()
    blocks.checks(pages, "设备检查", samples.EQUIPMENT, keep=0)
    words = reading.all_text(pages.close())
    assert all("".join(line.name.split()) in words for line in samples.EQUIPMENT)
