from dutydesk.domain.reporting_unit import ReachResult
from dutydesk.domain.roll_call import (
    RollCall,
    RollCallLine,
    RollCallMethod,
    RollCallSheet,
    RollCallTarget,
    UnitRecord,
)
from dutydesk.wording import roll_call as words
from tests.reporting_builders import DUE, found, plan


def line(name, *tries):
    target = RollCallTarget(
        id=name, roll_call_id="r", unit_id=name, order_no=1, name=name, phone="", contact=""
    )
    return RollCallLine(target, tries)


def sheet(*lines, **changes):
    values = {
        "id": "r", "title": "夜查", "method": RollCallMethod.VIDEO, "is_random": True,
        "started_at": DUE, "started_by": "甲某",
    }  # fmt: skip
    return RollCallSheet(RollCall(**{**values, **changes}), lines)


SILENT = found("x", result=ReachResult.NO_ANSWER)
ABSENT = found("x", officer_on_post=False, finding="脱岗", ring_count=3, person="王某")


def test_every_method_has_its_word():
    assert set(words.ROLL_CALL_METHOD) == set(RollCallMethod)


def test_each_state_has_its_word_and_its_shape():
    wrong = found("x", result=ReachResult.WRONG_NUMBER)
    lines = [line("甲"), line("甲", found("x")), line("甲", ABSENT), line("甲", SILENT)]
    marks = [words.mark(one) for one in (*lines, line("甲", wrong))]
    assert marks == ["○ 待点", "✓ 应答", "◆ 有问题", "▲ 无人接听", "✗ 号码有误"]


def test_what_was_found_is_said_in_one_line():
    assert words.found_words(ABSENT) == ("王某；带班领导在岗，值班员不在岗，熟悉情况；响3声；脱岗")
    assert words.ring_words(found("x", answer_seconds=20)) == "20秒"
    assert words.ring_words(SILENT) == ""


def test_progress_and_records_are_counted():
    one = sheet(line("甲", found("x")), line("乙", ABSENT), line("丙", SILENT), line("丁"))
    assert words.progress_words(one) == "已点3/4，应答2，无人接听1，有问题1"
    assert words.record_words(UnitRecord()) == "以往没有点过"
    assert words.record_words(UnitRecord(6, 2, 1)) == "以往点名6次，未应答2次，有问题1次"


def test_the_log_names_who_did_not_answer_and_what_was_wrong():
    one = sheet(line("甲", found("x")), line("乙", ABSENT), line("丙", SILENT), line("丁"))
    assert words.log_summary(one) == (
        "11月20日17时视频随机抽点4个单位（夜查）；应答2个；无人接听1个：丙；"
        "乙值班员不在岗，脱岗；未点1个：丁。"
    )


def test_a_plan_says_its_days_and_of_a_random_one_only_the_span():
    assert words.plan_words(plan()) == "每天21:00，全部单位"
    random = plan(weekdays="15", ends_at_time="23:00", unit_count=2)
    assert words.plan_words(random) == "周一、周五21:00至23:00之间随机，抽2个单位"


def test_a_finding_with_its_full_stop_ended_in_two():
    absent = found("x", lead_on_post=False, finding="带班负责人外出。")
    assert words.log_summary(sheet(line("甲", absent))).endswith("带班负责人外出。")
    assert "。。" not in words.log_summary(sheet(line("甲", absent)))
