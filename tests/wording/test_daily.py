from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from dutydesk.domain.daily import DailyDirective, DailyFacts, DailyIncident, DailyPost
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import china_instant
from dutydesk.domain.warning import WarningState
from dutydesk.wording import daily
from tests.incident_builders import incident, report
from tests.store.test_warning import warning

QUIET = DailyFacts(
    duty_date=date(2026, 7, 8),
    since=china_instant(date(2026, 7, 8), 8, 0),
    until=china_instant(date(2026, 7, 9), 8, 0),
)
HEADINGS = [
    "一、总体情况",
    "二、突发事件及处置",
    "三、预警和天气",
    "四、重要来电来文",
    "五、领导批示指示及落实",
    "六、未办结事项",
    "七、今日值班安排",
]


def lines(facts: DailyFacts) -> list[str]:
    return daily.body(facts).splitlines()


def test_a_quiet_day_says_the_sentence_of_the_notes_and_each_empty_section_says_so() -> None:
    said = lines(QUIET)
    assert daily.title(QUIET) == "7月8日值班日报"
    assert said[::2] == HEADINGS
    assert said[1] == "截至7月9日8时，本辖区未接报突发事件，各项工作运行平稳。"
    assert said[3::2] == ["无。"] * 6


def test_what_came_in_is_counted_and_what_was_not_is_not_named() -> None:
    facts = replace(
        QUIET,
        counts={EntryKind.INCOMING_CALL: 12, EntryKind.FAX: 1, EntryKind.INCOMING_DOCUMENT: 2},
        nil_report="18个单位均已零报告。",
    )
    assert lines(facts)[1].endswith("平稳。接来电12个，来文3件。18个单位均已零报告。")


def test_a_warning_says_whom_it_reached_and_how_it_ended() -> None:
    at = datetime(2026, 7, 8, 11, 20, tzinfo=UTC)
    told = replace(
        warning(),
        reported_at=at.replace(minute=24),
        reported_to="带班领导丙某",
        forwarded_at=at.replace(minute=30),
        forwarded_to="6个社区",
        response_level=3,
    )
    assert daily.warning_words(told) == (
        "7月8日19时20分，区气象台发布暴雨橙色预警，影响全区，19时24分报告带班领导丙某，"
        "19时30分转发6个社区，启动三级响应。"
    )
    assert daily.warning_words(warning()) == "7月8日19时20分，区气象台发布暴雨橙色预警，影响全区。"


def test_a_warning_that_another_took_over_was_not_lifted() -> None:
    ended = replace(warning(), ended_at=datetime(2026, 7, 8, 12, 0, tzinfo=UTC))
    lifted = replace(ended, state=WarningState.LIFTED)
    assert daily.warning_words(lifted).endswith("，20时解除。")
    replaced = replace(ended, state=WarningState.REPLACED)
    assert daily.warning_words(replaced).endswith("，20时变更。")


def test_several_of_a_section_are_numbered_and_one_is_not() -> None:
    one = DailyDirective("区长批示：排查同类隐患", "超期（办理中）")
    alone = lines(replace(QUIET, directives=(one,)))[9]
    assert alone == "区长批示：排查同类隐患。超期（办理中）。"
    two = lines(replace(QUIET, directives=(one, replace(one, status="办理中"))))
    assert two[9].startswith("1. ")
    assert two[10] == "2. 区长批示：排查同类隐患。办理中。"


def test_the_day_that_begins_names_its_people_with_numbers() -> None:
    facts = replace(
        QUIET,
        next_date=date(2026, 7, 9),
        next_posts=(DailyPost("带班领导", "丙某", "19900000003"), DailyPost("主班", "甲某")),
        duty_phone="0000-0000001",
    )
    assert lines(facts)[-4:] == [
        "七、7月9日值班安排",
        "带班领导：丙某（19900000003）",
        "主班：甲某",
        "值班电话：0000-0000001",
    ]


def test_a_report_of_the_next_morning_was_read_as_of_the_day_before() -> None:
    sent = china_instant(date(2026, 7, 8), 18, 38)
    told = DailyIncident(
        incident(),
        (
            report("first", "phone", sent),
            report("follow_up", "written", sent + timedelta(hours=1, minutes=2)),
            report("final", "written", sent + timedelta(hours=13, minutes=2)),
        ),
    )
    (said,) = [line for line in lines(replace(QUIET, incidents=(told,))) if "报送情况" in line]
    assert said.endswith("报送情况：7月8日18时38分电话首报，19时40分续报一，7月9日7时40分终报。")
