"""The rounds as rows: those that run first, each with how far it is."""

from __future__ import annotations

from datetime import datetime, timedelta

from dutydesk.services.call_reading import RoundLine
from dutydesk.ui.widgets.row_table import RowColumn, TableRow
from dutydesk.wording import call_round as words
from dutydesk.wording import when

COLUMNS = (
    RowColumn("状态", "▲ 正在叫应"),
    RowColumn("叫应事由"),
    RowColumn("已应答", "500/500（100%）"),
    RowColumn("开始", "12月28日 23:15"),
    RowColumn("叫应人", "欧阳某某"),
)


def row_of(line: RoundLine, now: datetime) -> TableRow:
    """Return the row of one round as it stands now."""
    one, counted = line.call_round, line.counts
    is_running = one.ended_at is None
    limit = one.started_at + timedelta(minutes=one.within_minutes)
    is_over = is_running and bool(counted.open) and now > limit
    mark = "▲ " if is_over else "● " if is_running else ""
    share = words.share(counted.reached, counted.asked)
    cells = (
        f"{mark}{words.RUNNING if is_running else words.ENDED}",
        one.title,
        f"{counted.reached}/{counted.asked}（{share}）",
        when.near(one.started_at, now),
        one.started_by,
    )
    return TableRow(one.id, cells, "overdue" if is_over else "")
