"""Words of lists handed out as spreadsheets: their headings, and each row of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from dutydesk.domain import list_table
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.incident import FIGURES, Incident
from dutydesk.domain.instants import china
from dutydesk.domain.list_table import Cell, WrittenList
from dutydesk.domain.open_item import OpenItem
from dutydesk.wording.duty_log import ENTRY_FIELD, ENTRY_KIND, LATE, continues
from dutydesk.wording.entry_detail import details_said
from dutydesk.wording.incident import CATEGORY, FIGURE, LEVEL, STATUS
from dutydesk.wording.open_item import OPEN_ITEM_STATUS
from dutydesk.wording.withdrawal import correction_word, shown_text, struck_mark

LOG_TITLE, OPEN_ITEM_TITLE, INCIDENT_TITLE = "值班日志", "未办结事项", "突发事件"

LOG_COLUMNS = (
    "值班日",
    "序号",
    ENTRY_FIELD["at"],
    ENTRY_FIELD["kind"],
    ENTRY_FIELD["source"],
    ENTRY_FIELD["person"],
    ENTRY_FIELD["phone"],
    ENTRY_FIELD["text"],
    ENTRY_FIELD["handling"],
    ENTRY_FIELD["instruction"],
    ENTRY_FIELD["details"],
    "记录人",
    "记录时间",
    "标记",
    "更正原因",
)
OPEN_ITEM_COLUMNS = (
    "事项",
    "承办",
    "状态",
    "时限",
    "提醒下一班",
    "登记时间",
    "办理结果",
    "办结时间",
)


INCIDENT_COLUMNS = (
    "编号",
    "标题",
    "类别",
    "种类",
    "等级",
    "地点",
    "接报时间",
    "事发时间",
    *(FIGURE[name] for name in FIGURES),
    "敏感信息",
    "状态",
    "结束时间",
)


def log_row(listed: ListedEntry) -> tuple[Cell, ...]:
    """Return the cells of one entry."""
    entry = listed.entry
    marks = [
        (struck_mark(listed), listed.is_struck),
        (correction_word(listed), entry.correction_of is not None),
        (LATE, entry.is_late),
        (continues(listed), listed.continues is not None),
    ]
    return (
        listed.duty_date,
        entry.no,
        _moment(entry.at),
        ENTRY_KIND[entry.kind],
        entry.source,
        entry.person,
        entry.phone,
        shown_text(listed),
        entry.handling,
        entry.instruction,
        "；".join(details_said(entry.kind, entry.details)),
        entry.recorder,
        _moment(entry.recorded_at),
        "、".join(word for word, holds in marks if holds),
        entry.correction_reason,
    )


def open_item_row(item: OpenItem) -> tuple[Cell, ...]:
    """Return the cells of one open item."""
    return (
        item.title,
        item.owner,
        OPEN_ITEM_STATUS[item.status],
        _moment(item.due_at),
        item.attention,
        _moment(item.created_at),
        item.result,
        _moment(item.closed_at),
    )


def incident_row(incident: Incident) -> tuple[Cell, ...]:
    """Return the cells of one incident; a figure that nobody knows stays empty."""
    return (
        incident.incident_no,
        incident.title,
        CATEGORY[incident.category],
        incident.kind,
        LEVEL[incident.level],
        incident.place,
        _moment(incident.received_at),
        _moment(incident.occurred_at),
        *incident.figures().values(),
        "是" if incident.is_sensitive else "",
        STATUS[incident.status],
        _moment(incident.closed_at),
    )


def written_words(written: WrittenList) -> str:
    """Say what was written, and that characters were left out where that happened."""
    words = f"{written.title}已导出 {written.row_count} 条：{written.path}"
    if written.cleaned:
        words += f"。{written.cleaned} 格里有表格存不下的字符，已略去"
    return words


def _moment(at: datetime | None) -> datetime | None:
    """Return a moment as spreadsheets hold it: China time without an offset."""
    return china(at).replace(tzinfo=None) if at else None


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    list_table.ListEndingUnknown: lambda e: (
        f"文件名“{e.name}”的后缀不对，没有写出文件。列表导出为.xlsx。"
    ),
    list_table.ListNotWritten: lambda e: (
        f"文件“{e.name}”写不进去，没有写出文件。请检查文件夹是否存在、是否有权限、磁盘是否已满，"
        "或文件是否正被打开。"
    ),
}
