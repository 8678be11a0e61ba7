from dataclasses import replace
from datetime import date

from dutydesk.domain.incident import IncidentCategory, IncidentLevel
from dutydesk.domain.paper_span import month_of
from dutydesk.domain.paper_statistics import StatisticsSheet
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.domain.statistics import CountedIncident, CountedReport, LateReport, statistics_of
from dutydesk.papers.statistics import statistics_pdf
from tests.papers import reading
from tests.papers.incident_samples import UNIT, at

JULY = month_of(date(2026, 7, 1))
ACCIDENT, HEALTH = IncidentCategory.ACCIDENT, IncidentCategory.PUBLIC_HEALTH


def incident(kind: str, level: str = "ordinary", **more) -> CountedIncident:
    category = HEALTH if "中毒" in kind else ACCIDENT
    return CountedIncident(category, kind, IncidentLevel(level), at("18:30"), **more)


def report(stage: str, medium: str, *, late: int = 0, reason: str = "") -> CountedReport:
    return CountedReport(
        "i1",
        "2026-011",
        "安和市场旁平房火灾",
        ReportStage(stage),
        ReportMedium(medium),
        1,
        at("20:38"),
        at("20:30"),
        is_met=not late,
        late_by_minutes=late,
        late_reason=reason,
    )


FIGURES = statistics_of(
    JULY,
    [
        incident("火灾"),
        incident("火灾", "relatively_serious"),
        incident("道路交通事故", is_serious_near_miss=True),
        incident("食物中毒", "serious"),
        incident("燃气泄漏", is_exit=True),
    ],
    [
        report("first", "phone"),
        report("first", "phone"),
        report("first", "written", late=8, reason="市场片区停电，网络中断"),
        report("follow_up", "written", late=65),
        report("final", "written"),
    ],
    [
        LateReport(
            "i1",
            "2026-013",
            "东湖路积水",
            ReportStage.FIRST,
            ReportMedium.WRITTEN,
            0,
            at("21:00"),
            None,
            125,
        )
    ],
)
SHEET = StatisticsSheet(UNIT, is_practice=False, statistics=FIGURES, first_word="首报")


def test_a_month_reads_as_expected():
    pdf = statistics_pdf(SHEET)
    text = reading.whole_text(pdf)
    assert text == reading.expected_text("statistics", text)
    assert pdf.missing_glyphs == ()
    assert statistics_pdf(SHEET).content == pdf.content
    assert pdf.pages == 1


def test_a_month_without_anything_prints_none_three_times():
    empty = replace(SHEET, statistics=statistics_of(JULY, [], []))
    text = reading.all_text(statistics_pdf(empty))
    assert text.count("无") == 3
    assert "突发事件0起" in text


def test_the_units_word_for_a_first_report_is_kept():
    text = reading.all_text(statistics_pdf(replace(SHEET, first_word="初报")))
    assert "初报（电话）" in text
    assert "首报" not in text


def test_a_year_of_late_reports_goes_over_pages_and_is_signed_under_the_last():
    late = [report("first", "written", late=n + 1) for n in range(120)]
    pdf = statistics_pdf(replace(SHEET, statistics=statistics_of(JULY, [], late)))
    assert pdf.pages > 2
    last = "".join(reading.pages_text(pdf)[-1].split())
    assert "120" in last.split("制表：")[0]
    assert "制表：审核：" in last
