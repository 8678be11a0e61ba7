from datetime import timedelta

from dutydesk.domain.deadline import clocks
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.wording import incident_view as words
from tests.incident_builders import RECEIVED, file, grading, incident, preset, report

NOW = RECEIVED + timedelta(minutes=5)


def test_a_running_clock_says_how_long_is_left_and_to_whom():
    clock = clocks(file(), preset("district"), NOW)[0]
    assert words.clock_words(clock, NOW) == "● 首报（电话）　还剩25分，时限02:45，报区政府总值班室"
    assert words.short_clock(clock, NOW) == "● 首报（电话）还剩25分"
    assert words.next_clock([clock]) is clock


def test_a_missed_daily_time_says_how_many_it_stands_for():
    first = report("first", "written", RECEIVED)
    now = RECEIVED + timedelta(days=2)
    held = file(grading("serious"), reports=(first,))
    found = [one for one in clocks(held, preset("province"), now) if one.missed_count]
    assert [words.clock_words(one, now) for one in found] == [
        "▲ 续报（书面）　已超9小时15分，已连续漏报4次，时限11月22日 17:00，报省应急管理厅"
    ]


def test_a_stopped_clock_says_whether_the_report_was_in_time():
    sent = RECEIVED + timedelta(minutes=38)
    late = report(
        "first",
        "phone",
        sent,
        starts_at=RECEIVED,
        is_met=False,
        late_by_minutes=8,
        due_at=RECEIVED + timedelta(minutes=30),
    )
    clock = clocks(file(grading(), reports=(late,)), preset("district"), sent)[0]
    assert words.clock_words(clock, sent) == "× 首报（电话）　02:53报出，迟报8分（时限02:45）"
    assert words.next_clock([clock]) is None
    assert "迟报8分" in words.report_words(late, sent)


def test_the_gap_before_the_receipt_is_not_the_duty_rooms_delay():
    assert words.gap_words(incident()) == "事发后5分接报"
    assert "正在核实" in words.gap_words(incident(occurred_at=None))


def test_what_nobody_stated_is_being_verified():
    assert words.figure_words("deaths", None) == "正在核实"
    assert words.figure_words("deaths", 0) == "0人"


def test_the_next_report_is_proposed_by_medium():
    first = report("first", "phone", NOW)
    assert words.proposed_medium([]) is ReportMedium.PHONE
    assert words.proposed_medium([first]) is ReportMedium.WRITTEN
    assert words.proposed_stage([first], ReportMedium.WRITTEN) is ReportStage.FIRST
    assert words.proposed_stage([first], ReportMedium.PHONE) is ReportStage.FOLLOW_UP


def test_without_a_person_no_level_is_decided():
    assert words.grading_words(incident()).startswith("还没有人认定")


def test_a_number_that_no_document_states_is_explained() -> None:
    assert "参考值" in words.source_tip("依据：〔建议值，原文无此数〕一般2小时内")
    assert words.source_tip("依据：《生产安全事故报告和调查处理条例》") == ""


def test_what_was_said_back_on_the_phone_stands_in_its_line() -> None:
    call = report(
        "first", "phone", RECEIVED, is_read_back=True, already_told="119", instruction="先疏散"
    )
    said = words.report_words(call, RECEIVED)
    for part in ("已复述核对", "已告知119", "对方指示：先疏散"):
        assert part in said
