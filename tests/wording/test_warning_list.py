from dataclasses import replace
from datetime import datetime

from dutydesk.domain.warning import Registering, accept
from dutydesk.wording.warning_list import WARNING_COLUMNS, warning_row
from tests.warning_builders import at, warning_draft


def test_a_row_has_a_cell_for_every_column() -> None:
    warning = accept(warning_draft(), Registering("2026-1", at("08:21"), "甲某"))
    row = warning_row(replace(warning, response_level=4), at("09:00"))
    assert len(row) == len(WARNING_COLUMNS)
    said = dict(zip(WARNING_COLUMNS, row, strict=True))
    assert (said["编号"], said["颜色"], said["状态"], said["响应级别"]) == (
        "2026-1",
        "橙色",
        "在效",
        "四级响应",
    )
    assert said["接收时间"] == datetime(2026, 11, 20, 8, 20)  # noqa: DTZ001 -- as spreadsheets hold it
    assert said["报告时间"] is None
