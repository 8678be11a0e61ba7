from hypothesis import given
from hypothesis import strategies as st

from dutydesk.exchange.message.plain import narrow, sentences, without_remarks


def test_full_width_signs_become_narrow_and_keep_their_place() -> None:
    assert narrow("１６：４５，５．０级（记者）") == "16:45,5.0级(记者)"


def test_remarks_are_blanked_but_a_day_stays() -> None:
    assert without_remarks("盈江县(北纬25度)发生") == "盈江县" + " " * 7 + "发生"
    assert without_remarks("今天(1月8日)通报") == "今天(1月8日)通报"


def test_the_first_line_is_the_title_and_sentences_are_numbered() -> None:
    cut = sentences("标题\n第一句。第二句!\n第三句")
    assert [(one.no, one.text) for one in cut] == [
        (0, "标题"),
        (1, "第一句"),
        (2, "第二句"),
        (3, "第三句"),
    ]


def test_a_message_of_one_line_has_no_title() -> None:
    assert [one.no for one in sentences("甲路起火。无人受伤")] == [1, 2]


@given(st.text())
def test_no_place_moves(text: str) -> None:
    plain = without_remarks(narrow(text))
    assert len(plain) == len(text)
    assert all(plain[one.start : one.end] == one.text for one in sentences(plain))


def test_a_text_without_full_stops_is_cut_all_the_same() -> None:
    cut = sentences("起火\n" + "在" * 1200)
    assert [len(one.text) for one in cut] == [2, 500, 500, 200]
    assert [len(one.text) for one in sentences("在" * 700 + "\n止")] == [500, 200, 1]
