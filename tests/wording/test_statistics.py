from datetime import date

import pytest

from dutydesk.domain.paper_span import month_of
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.domain.statistics import LateReport, OnTime, statistics_of
from dutydesk.wording.statistics import (
    late_stage,
    late_words,
    on_time_words,
    percent,
    summary,
)
from tests.domain.test_statistics import incident, report
from tests.incident_builders import at

NOVEMBER = month_of(date(2026, 11, 1))


@pytest.mark.parametrize(
    ("met", "due", "said"),
    [(2, 3, "66.7%"), (3, 3, "100%"), (0, 3, "0%"), (1, 2, "50%"), (0, 0, "—")],
)
def test_a_rate_has_one_decimal_where_it_needs_one(met: int, due: int, said: str) -> None:
    assert percent(met, due) == said


def test_a_stage_says_how_many_were_due_and_met() -> None:
    one = OnTime(ReportStage.FIRST, ReportMedium.PHONE, 3, 2)
    assert on_time_words(one, "初报") == "初报（电话）应报3份，按时2份，按时率66.7%"


def test_a_late_one_says_its_number_and_by_how_much() -> None:
    sent = LateReport(
        "i1",
        "2026-001",
        "火",
        ReportStage.FOLLOW_UP,
        ReportMedium.WRITTEN,
        2,
        at("2026-11-02 04:00"),
        at("2026-11-02 05:05"),
        65,
    )
    assert late_stage(sent, "首报") == "续报二（书面）"
    assert late_words(sent) == "迟报1小时5分"
    unsent = LateReport(
        "i1",
        "2026-001",
        "火",
        ReportStage.FIRST,
        ReportMedium.PHONE,
        0,
        at("2026-11-02 04:00"),
        None,
        8,
    )
    assert late_stage(unsent, "初报") == "初报（电话）"
    assert late_words(unsent) == "未报，已超8分"


def test_the_summary_leaves_out_what_there_is_none_of() -> None:
    assert summary(statistics_of(NOVEMBER, [], [])) == "突发事件0起；报告0份。"
    found = statistics_of(
        NOVEMBER,
        [
            incident("2026-11-02 03:00", is_serious_near_miss=True),
            incident("2026-11-02 03:00", is_exit=True),
        ],
        [report("2026-11-02 03:00", due_at=at("2026-11-02 04:00"), is_met=True)],
    )
    assert summary(found) == (
        "突发事件1起（一般1起）；其中较大涉险事故1起；误报和非突发事件1起，不计入；"
        "报告1份；有时限1份，按时1份，按时率100%。"
    )
