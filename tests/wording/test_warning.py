from dataclasses import replace

from dutydesk.domain.due_line import DueKind
from dutydesk.domain.warning import (
    Registering,
    WarningFinding,
    WarningState,
    WarningStepKind,
    accept,
)
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_facts import StoodWarning, carried
from dutydesk.domain.warning_step import take
from dutydesk.wording import warning as words
from tests.warning_builders import at, step_draft, warning_draft

WARNING = accept(warning_draft(), Registering("2026-1", at("08:21"), "甲某"))


def test_everything_has_its_word() -> None:
    assert set(words.WARNING_COLOR) == set(WarningColor)
    assert set(words.WARNING_STATE) == set(WarningState)
    assert set(words.WARNING_STEP) == set(WarningStepKind)
    assert set(words.FINDING) == set(WarningFinding)
    for kind in DueKind:
        if kind.value.startswith("warning"):
            assert words.due_target(kind)


def test_a_validity_that_ran_out_is_said_instead_of_in_force() -> None:
    assert words.state_word(WARNING, at("09:00")) == "在效"
    assert words.state_word(WARNING, at("11:18")) == "有效期已过"
    lifted = replace(WARNING, state=WarningState.LIFTED, ended_at=at("09:00"))
    assert words.state_word(lifted, at("12:00")) == "已解除"


def test_the_way_a_warning_changed_follows_from_its_colours() -> None:
    red = replace(WARNING, color=WarningColor.RED)
    assert words.change_word(WARNING, red) == "升级"
    assert words.change_word(red, WARNING) == "降级"
    assert words.change_word(WARNING, WARNING) == "变更"
    assert words.change_word(WARNING, replace(red, kind="大风")) == "变更"


def test_each_step_tells_what_was_done() -> None:
    said = {
        WarningStepKind.REPORTED: "已报告丙某",
        WarningStepKind.FORWARDED: "已转发丙某",
        WarningStepKind.RESPONSE_STARTED: "启动四级响应，预计至11月20日 20:00",
        WarningStepKind.EXTENDED: "延续至11月20日 20:00",
        WarningStepKind.LIFTED: "解除",
    }
    for kind, expected in said.items():
        step = step_draft("w1", kind, level=4, until=at("20:00"), words="好")
        taken = take(WARNING, step, "甲某", at("09:00"))
        assert words.step_words(taken.step) == expected
        assert words.step_line(WARNING, taken.step).endswith(f"{expected}。好")
        assert words.story(taken.step).startswith("11月20日 08:25　")
        # Written down half an hour later.
        assert words.story(taken.step).endswith("甲某（11月20日 09:00补记）")


def test_a_response_is_named_with_its_end() -> None:
    assert words.response_words(WARNING) == ""
    running = replace(WARNING, response_level=1, response_started_at=at("08:25"))
    assert words.response_words(running) == "一级响应"
    over = replace(running, response_ended_at=at("09:00"))
    assert words.response_words(over) == "一级响应（11月20日 09:00终止）"


def test_a_handover_and_a_sheet_name_a_warning_in_a_line() -> None:
    (one,) = carried([WARNING])
    assert words.carried_words(one) == (
        "暴雨橙色预警（区气象台11月20日08:18发布），有效至11月20日11:18，未报告，未转发"
    )
    running = replace(WARNING, response_level=3, response_started_at=at("08:25"))
    lifted = replace(running, state=WarningState.LIFTED, ended_at=at("10:00"))
    (two,) = carried([lifted])
    assert "已解除，响应未终止，三级响应" in words.carried_words(two)
    step = step_draft("w1", WarningStepKind.LIFTED, at=at("08:50"), to_whom="")
    stood = StoodWarning(WARNING, 3, take(WARNING, step, "甲某", at("09:00")).step)
    assert words.sheet_words(stood) == (
        "暴雨橙色预警（11月20日08:18发布），三级响应，11月20日08:50解除"
    )
    assert words.sheet_words(StoodWarning(WARNING)) == "暴雨橙色预警（11月20日08:18发布）"


def test_what_the_log_says_of_a_bare_warning_is_whole() -> None:
    bare = replace(
        WARNING, content="", area="", measures="", valid_to=None, doc_no="气〔2026〕1号"
    )
    assert words.registered_line(bare) == (
        "区气象台11月20日8时18分发布暴雨橙色预警（气〔2026〕1号）"
    )
    assert words.finding_words(()) == ""
    found = (WarningFinding.NO_AREA, WarningFinding.NO_MEASURES)
    assert words.finding_words(found) == "没有写可能影响范围；没有写应采取的措施。"
