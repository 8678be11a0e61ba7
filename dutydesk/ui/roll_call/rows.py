"""The rows of a roll call, and what is known of one unit."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.roll_call import RollCallLine, RollCallSheet
from dutydesk.ui.widgets.row_table import RowColumn, TableRow
from dutydesk.wording import roll_call as words
from dutydesk.wording.joining import joined
from dutydesk.wording.reporting_unit import REACH_RESULT
from dutydesk.wording.when import clock, full_near, span

COLUMNS = (
    RowColumn("结果", "▲ 无人接听"),
    RowColumn("单位", "安和第一社区居委会"),
    RowColumn("时间", "23:15"),
    RowColumn("点名情况"),
    RowColumn("联系人、电话", "值班室 0000-0000000"),
)


def row_of(line: RollCallLine) -> TableRow:
    """Return the row of one unit."""
    held, target = line.holds, line.target
    at = clock(held.at) if held else ""
    told = words.found_words(held) if held and held.is_answered else ""
    tries = f"已试{len(line.tries)}次" if len(line.tries) > 1 else ""
    number = joined([target.contact, target.phone], " ")
    tone = "" if held is None or held.is_in_order else "overdue"
    cells = (words.mark(line), target.name, at, joined([told, tries], "；"), number)
    return TableRow(target.id, cells, tone)


def heading(sheet: RollCallSheet, now: datetime) -> str:
    """Return which roll call it is and how long it has been going on."""
    one = sheet.roll_call
    head = f"{one.title}　{full_near(one.started_at, now)}　{words.ROLL_CALL_METHOD[one.method]}"
    if one.ended_at is None:
        return f"{head}　进行中，已{span(now - one.started_at)}"
    return f"{head}　{clock(one.ended_at)}结束"


def story(line: RollCallLine, *, is_low: bool = False) -> list[str]:
    """Return the number to ring, how the unit answered before, and every try.

    Where the room is low the list keeps its rows: only the number stays.
    """
    target = line.target
    name = "　".join(part for part in (target.name, target.contact, target.phone) if part)
    head = f"{name}　（{words.record_words(line.record)}）"
    tries = [
        joined(
            [
                f"{clock(one.at)} {REACH_RESULT[one.result]}",
                words.found_words(one),
                f"{one.checker}点名",
            ],
            "，",
        )
        for one in line.tries
    ]
    return [head, *([] if is_low else tries[-3:])]
