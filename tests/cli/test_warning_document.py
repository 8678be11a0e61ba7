from dutydesk.cli.warning_document import reading_lines, warning_line
from dutydesk.domain.warning import Registering, accept
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_reading import WarningReading
from tests.warning_builders import at, warning_draft


def test_a_line_says_how_a_warning_stands() -> None:
    warning = accept(warning_draft(), Registering("2026-1", at("08:21"), "甲某"))
    assert warning_line(warning, at("08:30")) == (
        "2026-1 暴雨橙色预警（区气象台11月20日08:18发布） 在效，未报告，未转发"
    )


def test_a_reading_is_told_in_words() -> None:
    found = WarningReading(
        kind="暴雨", color=WarningColor.RED, issued_at=at("08:18"), is_lifting=True
    )
    assert reading_lines(found) == [
        "种类：暴雨",
        "颜色：红色",
        "发布时间：2026年11月20日 08:18",
        "像是解除通知",
    ]
    assert reading_lines(WarningReading()) == ["没有读出什么"]
