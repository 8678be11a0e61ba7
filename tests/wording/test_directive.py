from dataclasses import replace

from dutydesk.domain.directive import DirectiveForm, DirectiveStatus
from dutydesk.domain.directive_step import Chase, chase_record
from dutydesk.domain.duty_log import Recorder
from dutydesk.domain.instants import from_iso
from dutydesk.wording import directive as words
from tests.domain.test_directive import LINE

AT = from_iso("2026-11-30T20:10")
PASSED = replace(LINE, passed_to_unit="应急办", passed_to_person="乙某", passed_at=AT)
CHASE = chase_record("催", "批", Chase("请抓紧。", AT, "在办。"), Recorder("甲某", None), AT)


def test_every_value_has_its_word() -> None:
    assert set(words.DIRECTIVE_FORM) == set(DirectiveForm)
    assert set(words.DIRECTIVE_STATUS) == set(DirectiveStatus)


def test_each_step_leaves_a_sentence_for_the_log() -> None:
    what = "区长批示：今日内排查同类隐患"
    assert words.passed_on(PASSED) == (f"传达{what}。传达给应急办 乙某，要求12月1日 00:00前反馈。")
    assert words.passed_on(replace(PASSED, due_at=None)) == f"传达{what}。传达给应急办 乙某。"
    signed = replace(PASSED, receipt_by="乙某", receipt_at=AT)
    assert words.signed_for(signed) == f"签收{what}。应急办签收人乙某。"
    assert words.chased(PASSED, CHASE) == (f"催办{what}。向应急办 乙某催办：请抓紧。答复：在办。")
    unanswered = replace(CHASE, reply=" ")
    assert words.chased(PASSED, unanswered).endswith("请抓紧。对方未答复。")
    back = replace(PASSED, feedback="已排查12户。", feedback_at=AT)
    assert words.fed_back(back) == f"反馈{what}。应急办反馈：已排查12户。"
    late = replace(back, feedback_at=from_iso("2026-12-01T00:01"))
    assert "（超过时限12月1日 00:00）" in words.fed_back(late)
    assert words.closed(replace(back, result="已整改")) == f"办结{what}。结果：已整改。"


def test_what_became_of_a_line_is_told_in_the_order_of_time() -> None:
    line = replace(
        PASSED,
        receipt_by="乙某",
        receipt_at=from_iso("2026-11-30T20:20"),
        feedback="已排查",
        feedback_at=from_iso("2026-11-30T22:00"),
    )
    chase = replace(CHASE, at=from_iso("2026-11-30T21:00"))
    assert words.steps_said(line, (chase,)) == [
        "11月30日 20:10 传达应急办 乙某",
        "11月30日 20:20 乙某签收",
        "11月30日 21:00 催办：请抓紧。 答复：在办。（甲某）",
        "11月30日 22:00 反馈：已排查",
    ]
    assert words.steps_said(LINE, ()) == []


def test_an_overdue_line_says_so_beside_its_state() -> None:
    assert words.status_words(LINE, is_overdue=False) == "已传达"
    assert words.status_words(LINE, is_overdue=True) == "超期（已传达）"
    assert words.whole_matter(LINE) == "区长批示：今日内排查同类隐患"
