import pytest

from dutydesk.wording.report_text.weave import left_out, taken_in

BODY = "截至现在。\n一、基本情况\n甲。\n二、处置情况\n乙。\n三、下一步工作\n丙。\n有关情况将续报。"
ORDERED = ("早。", "中。", "晚。")


def test_a_statement_stands_at_the_end_of_what_was_done() -> None:
    assert "\n乙。中。\n三、" in taken_in(BODY, "中。", ORDERED)


def test_statements_stand_in_their_order_whatever_order_they_were_ticked_in() -> None:
    body = BODY
    for text in ("中。", "晚。", "早。"):
        body = taken_in(body, text, ORDERED)
    assert "乙。早。中。晚。\n三、" in body
    assert taken_in(body, "中。", ORDERED) == body, "once is enough"


def test_an_empty_part_gets_a_paragraph() -> None:
    assert taken_in("二、处置情况\n三、下一步工作", "早。", ORDERED) == (
        "二、处置情况\n早。\n三、下一步工作"
    )


@pytest.mark.parametrize(
    ("body", "made"),
    [
        ("", "早。"),
        ("没有分段。", "没有分段。早。"),
        ("电话。有关情况将续报。", "电话。早。有关情况将续报。"),
        ("二、处置情况", "二、处置情况\n早。"),
    ],
)
def test_a_text_of_another_shape_takes_it_too(body: str, made: str) -> None:
    assert taken_in(body, "早。", ORDERED) == made


def test_what_was_taken_in_is_left_out_again() -> None:
    assert left_out(taken_in(BODY, "早。", ORDERED), "早。") == BODY
    assert left_out(BODY, "没有的话。") == BODY
