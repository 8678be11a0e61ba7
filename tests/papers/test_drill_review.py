import re
from dataclasses import replace

from dutydesk.domain.paper_drill_review import DrillClockRow, DrillEventRow, DrillReviewSheet
from dutydesk.papers.drill_review import drill_review_pdf
from tests.papers import reading

SHEET = DrillReviewSheet(
    unit="安和街道办事处值班室",
    day="2026年11月20日",
    as_of="11月21日 08:00",
    is_practice=True,
    summary="来了2件，记下1件，其中迟记0件，未记录1件；报告时限1项，迟报或超时1项。",
    events=(
        DrillEventRow("09:12", "来电 安和一社区 李某：燃气异味", "用时2分（及时）", True),
        DrillEventRow("10:20", "来文 区应急管理局：寒潮通知", "未记录", False),
    ),
    clocks=(DrillClockRow("2026-001 燃气泄漏", "首报(电话)", "11月20日 09:42", "迟报", True),),
)


def test_every_event_and_every_limit_stands_on_the_page_under_the_watermark():
    said = reading.all_text(drill_review_pdf(SHEET)).replace("\n", "")
    for words in ("演练讲评", "燃气异味", "用时2分", "未记录", "迟报", "首报(电话)", "演练"):
        assert words in said


def test_the_same_review_gives_the_same_bytes():
    assert drill_review_pdf(SHEET).sha256 == drill_review_pdf(SHEET).sha256


def test_a_review_before_anything_came_prints_none():
    empty = replace(SHEET, events=(), clocks=())
    assert reading.all_text(drill_review_pdf(empty)).count("无") >= 2


def test_many_events_go_over_to_further_pages():
    long = replace(SHEET, events=SHEET.events * 60)
    assert drill_review_pdf(long).pages > 2


def test_the_heading_of_the_limits_stood_alone_under_a_full_page_of_events():
    long = DrillClockRow(
        "2026-001 " + "燃气泄漏" * 60, "首报（电话）", "11月20日 09:42", "迟报", True
    )
    for count in range(24, 36):
        sheet = replace(SHEET, events=SHEET.events[1:] * count, clocks=(long,))
        for page in reading.pages_text(drill_review_pdf(sheet)):
            assert not re.search(r"应在结果(演练讲评|第\d+页)", "".join(page.split()))
