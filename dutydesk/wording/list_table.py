"""Words of lists handed out as spreadsheets: their headings, and each row of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from dutydesk.domain import list_table
from dutydesk.domain.absence_notice import AbsenceNotice
from dutydesk.domain.directive import FollowedDirective
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.equipment_due import EquipmentState
from dutydesk.domain.incident import FIGURES, Incident
from dutydesk.domain.instants import china
from dutydesk.domain.list_table import Cell, WrittenList
from dutydesk.domain.open_item import OpenItem
from dutydesk.wording.absence_notice import ABSENCE_STATE
from dutydesk.wording.absence_notice import FIELD as ABSENCE_FIELD
from dutydesk.wording.absence_notice import LATE as ABSENCE_LATE
from dutydesk.wording.directive import (
    DIRECTIVE_FIELD,
    DIRECTIVE_FORM,
    DIRECTIVE_STATUS,
    chase_words,
)
from dutydesk.wording.duty_log import ENTRY_FIELD, ENTRY_KIND, LATE, continues
from dutydesk.wording.entry_detail import details_said
from dutydesk.wording.equipment import EQUIPMENT_KIND, RETIRED, UNCHECKED, found_words
from dutydesk.wording.equipment import FIELD as EQUIPMENT_FIELD
from dutydesk.wording.incident import CATEGORY, FIGURE, LEVEL, STATUS
from dutydesk.wording.joining import joined
from dutydesk.wording.open_item import OPEN_ITEM_STATUS
from dutydesk.wording.withdrawal import correction_word, shown_text, struck_mark

LOG_TITLE, OPEN_ITEM_TITLE, INCIDENT_TITLE = "值班日志", "未办结事项", "突发事件"
DIRECTIVE_TITLE, ABSENCE_TITLE, EQUIPMENT_TITLE = "领导批示台账", "外出报备", "设备"

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

DIRECTIVE_COLUMNS = (
    DIRECTIVE_FIELD["leader"],
    "形式",
    "批示时间",
    DIRECTIVE_FIELD["carrier"],
    DIRECTIVE_FIELD["text"],
    "状态",
    DIRECTIVE_FIELD["passed_to_unit"],
    DIRECTIVE_FIELD["passed_to_person"],
    "传达时间",
    DIRECTIVE_FIELD["receipt_by"],
    "签收时间",
    "反馈时限",
    "催办",
    DIRECTIVE_FIELD["feedback"],
    "反馈时间",
    DIRECTIVE_FIELD["result"],
    "办结时间",
    "日志序号",
)
ABSENCE_COLUMNS = (
    *ABSENCE_FIELD.values(),
    "状态",
    "报备时间",
    "销假时间",
    "标记",
)
EQUIPMENT_COLUMNS = (
    "设备",
    "类别",
    EQUIPMENT_FIELD["location"],
    EQUIPMENT_FIELD["number"],
    "最近一次检查",
    "检查人",
    "情况",
    EQUIPMENT_FIELD["charge_percent"],
    "试呼期限",
    "标记",
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
        joined(details_said(entry.kind, entry.details)),
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


def directive_row(followed: FollowedDirective) -> tuple[Cell, ...]:
    """Return the cells of one line of the ledger, its chases one a line."""
    line = followed.directive
    return (
        line.leader,
        DIRECTIVE_FORM[line.form],
        _moment(line.at),
        line.carrier,
        line.text,
        DIRECTIVE_STATUS[line.status],
        line.passed_to_unit,
        line.passed_to_person,
        _moment(line.passed_at),
        line.receipt_by,
        _moment(line.receipt_at),
        _moment(line.due_at),
        "\n".join(chase_words(one) for one in followed.chases),
        line.feedback,
        _moment(line.feedback_at),
        line.result,
        _moment(line.closed_at),
        followed.entry_no,
    )


def absence_row(notice: AbsenceNotice, now: datetime) -> tuple[Cell, ...]:
    """Return the cells of one absence notice."""
    values = (getattr(notice, name) for name in ABSENCE_FIELD)
    return (
        *(_moment(value) if isinstance(value, datetime) else value for value in values),
        ABSENCE_STATE[notice.state(now)],
        _moment(notice.filed_at),
        _moment(notice.back_at),
        ABSENCE_LATE if notice.is_late else "",
    )


def equipment_row(state: EquipmentState) -> tuple[Cell, ...]:
    """Return the cells of one item with its last check."""
    item, last = state.item, state.last
    return (
        item.name,
        EQUIPMENT_KIND[item.kind],
        item.location,
        item.number,
        _moment(last.checked_at) if last else None,
        last.recorder if last else "",
        found_words(last) if last else UNCHECKED,
        state.charge_percent,
        state.test_due,
        "" if item.is_active else RETIRED,
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
