import pytest

from dutydesk.papers.fonts import paper_fonts
from dutydesk.papers.page import REGISTER, Foot, Pages
from dutydesk.papers.paragraph import Piece
from dutydesk.papers.styles import CELL_LEFT
from dutydesk.papers.tables import Cell, Column, Table
from tests.papers import reading

COLUMNS = (Column("序号", 12), Column("内容", 100, CELL_LEFT), Column("备注", 54, CELL_LEFT))


def sheet():
    return Pages("试表", REGISTER, paper_fonts(), Foot(), is_practice=False)


def test_the_head_is_repeated_on_every_page():
    pages = sheet()
    table = Table(pages, COLUMNS)
    table.head()
    for number in range(1, 101):
        table.row((str(number), f"第{number}行内容", ""))
    table.end()
    pdf = pages.close()
    texts = reading.pages_text(pdf)
    assert pdf.pages == 3
    for text in texts:
        assert "".join(text.split()).count("序号内容备注") == 1
    everything = reading.all_text(pdf)
    assert all(f"第{number}行内容" in everything for number in range(1, 101))


def test_a_row_longer_than_pages_is_cut_between_lines_and_loses_nothing():
    pages = sheet()
    table = Table(pages, COLUMNS)
    table.head()
    content = "".join(f"（{number}）值班记录" for number in range(900))
    table.row(("1", content, "备注"))
    table.row(("2", "下一行", ""))
    table.end()
    pdf = pages.close()
    assert pdf.pages >= 3
    body = [
        line.text
        for number in range(1, pdf.pages + 1)
        for line in reading.printed_lines(pdf, number)
        if line.text not in {"序号", "内容", "备注", "1", "1续"} and "页" not in line.text
    ]
    assert "".join(body) == content + "2下一行"
    assert all("1续" in text for text in reading.pages_text(pdf)[1:])
    for number in range(1, pdf.pages + 1):
        bottom = max(line.bottom for line in reading.printed_lines(pdf, number)[:-2])
        assert bottom <= REGISTER.top + REGISTER.height


def test_a_short_row_goes_to_the_next_page_whole():
    pages = sheet()
    pages.y = pages.height - 40
    table = Table(pages, COLUMNS)
    table.row(("1", "一\n二\n三\n四", ""))
    table.end()
    pdf = pages.close()
    first, second = reading.pages_text(pdf)
    assert "一" not in first
    assert not reading.rules(pdf, 1)
    assert all(char in second for char in "一二三四")


def test_a_head_is_never_left_alone_at_the_foot_of_a_page():
    pages = sheet()
    pages.y = pages.height - 25
    table = Table(pages, COLUMNS)
    table.head()
    table.row(("1", "内容", ""))
    table.end()
    pdf = pages.close()
    assert "序号" not in reading.pages_text(pdf)[0]
    assert "序号" in reading.pages_text(pdf)[1]


def test_a_struck_text_has_a_line_through_each_of_its_lines_and_its_mark_has_none():
    pages = sheet()
    table = Table(pages, COLUMNS)
    table.row(("5", Cell((Piece("原来\n记错"),), is_struck=True, mark="〔已更正〕"), ""))
    table.end()
    pdf = pages.close()
    lines = {line.text: line for line in reading.printed_lines(pdf, 1)}
    flat = [rule for rule in reading.rules(pdf, 1) if rule["height"] == 0]

    def struck(line):
        return any(
            line.top < rule["top"] / reading.MM < line.bottom
            and abs(rule["x0"] / reading.MM - line.left) < 0.1
            and abs(rule["x1"] / reading.MM - line.right) < 0.1
            for rule in flat
        )

    assert struck(lines["原来"])
    assert struck(lines["记错"])
    assert not struck(lines["〔已更正〕"])
    assert not struck(lines["5"])


def test_rows_that_go_on_share_their_first_cell_until_the_page_ends():
    pages = sheet()
    table = Table(pages, COLUMNS)
    table.head()
    for number in range(60):
        table.row(("设备", f"第{number}项", ""), goes_on=number > 0)
    table.end()
    pdf = pages.close()
    assert [text.count("设备") for text in reading.pages_text(pdf)] == [1, 1]


def test_a_table_joined_to_another_draws_their_common_line_once():
    pages = sheet()
    for joined in (False, True):
        table = Table(pages, COLUMNS, is_joined=joined)
        table.row(("1", "内容", ""))
        table.end()
    flat = [rule["top"] for rule in reading.rules(pages.close(), 1) if rule["height"] == 0]
    assert len(flat) == len(set(flat)) == 3


def test_measured_and_drawn_heights_agree():
    pages = sheet()
    rows = [("1", "内容" * 80, ""), ("2", "短", "备注")]
    table = Table(pages, COLUMNS)
    height = table.measure(rows)
    table.head()
    for row in rows:
        table.row(row)
    table.end()
    assert abs(pages.y - height) < 0.001


def test_the_number_of_a_row_that_goes_on_stands_at_its_top():
    pages = sheet()
    table = Table(pages, COLUMNS)
    table.head()
    table.row(("14", "值班员报告" * 700, ""))
    table.end()
    pdf = pages.close()
    for number in range(2, pdf.pages + 1):
        lines = reading.printed_lines(pdf, number)
        mark = next(line for line in lines if line.text == "14续")
        text = next(line for line in lines if "值班员报告" in line.text)
        assert mark.top - text.top == pytest.approx(0, abs=0.5)


def test_the_frame_of_a_table_is_twice_as_thick_as_the_lines_inside():
    pages = sheet()
    table = Table(pages, COLUMNS)
    table.head()
    table.row(("1", "值班", ""))
    table.end()
    widths = [round(rule["linewidth"], 2) for rule in reading.rules(pages.close(), 1)]
    assert sorted(widths) == [0.5] * 3 + [1.0] * 4


def test_room_is_kept_under_a_row_also_by_cutting_it():
    for lines in range(1, 60):
        pages = sheet()
        table = Table(pages, (Column("序号", 20), Column("内容", 100)))
        table.head()
        table.row(("1", "\n".join(f"第{n}行" for n in range(lines))), keep=100.0)
        table.end()
        assert pages.room >= 100.0 - 0.02, lines


def test_what_leads_over_to_a_table_can_be_kept_with_its_head_and_first_row():
    pages = sheet()
    table = Table(pages, COLUMNS)
    low = ("1", "一行", "")
    high = ("1", "现场情况。" * 60, "")
    assert table.opening(low) == pytest.approx(table.measure([low]))
    assert table.opening(high) == pytest.approx(table.measure([high]))
    endless = table.opening(("1", "现场情况。" * 3000, ""))
    assert table.head_height < endless < pages.height / 2
