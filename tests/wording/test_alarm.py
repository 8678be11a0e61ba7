from dutydesk.domain.alarm_clock import Rung
from dutydesk.wording import alarm
from tests.incident_builders import at

DUE, NOW = at("2026-11-21 02:40"), at("2026-11-21 02:48")


def test_a_line_says_what_is_due_when_and_how_many_minutes_are_left_or_over():
    words = alarm.matter("首报(电话)", "燃气泄漏", "区政府总值班室")
    assert alarm.alarm_line(Rung.DUE, words, DUE, NOW) == (
        "已到时限：首报(电话) 燃气泄漏，报区政府总值班室，应在02:40前，已超8分。"
    )
    soon = alarm.alarm_line(Rung.TONE, "首报(电话) 燃气泄漏", DUE, at("2026-11-21 02:36"))
    assert soon == "快到时限：首报(电话) 燃气泄漏，02:40前，还剩4分。"


def test_a_strip_lists_three_and_says_how_many_more():
    assert alarm.strip_text([]) == ""
    assert alarm.strip_text(["一", "二", "三"]) == "一\n二\n三"
    assert alarm.strip_text(list("一二三四五")).endswith("另有2项，见“时限”。")
    assert alarm.strip_text(list("一二三"), 1) == "一另有2项，见“时限”。"


def test_the_log_says_how_far_it_was_when_somebody_heard_it():
    assert alarm.heard_words("首报", DUE, NOW) == "首报，时限02:40，已超8分"
