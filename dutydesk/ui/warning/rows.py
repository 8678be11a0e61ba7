"""The rows of the list of warnings, and the story of one."""

from __future__ import annotations

from datetime import datetime, timedelta

from dutydesk.domain.warning import WarningNotice, missing
from dutydesk.domain.warning_clock import WarningLimits, late_by
from dutydesk.services.warning import WarningFile
from dutydesk.ui.theme import Theme
from dutydesk.ui.warning.color_mark import color_icon
from dutydesk.ui.widgets.row_table import RowColumn, TableRow
from dutydesk.wording import warning as words
from dutydesk.wording import when

COLUMNS = (
    RowColumn("预警", "空气重污染橙色预警"),
    RowColumn("状态", "▲ 有效期已过"),
    RowColumn("发布单位、范围"),
    RowColumn("报告", "▲ 已超23分"),
    RowColumn("转发", "▲ 已超23分"),
    RowColumn("响应", "四级"),
    RowColumn("有效至", "12月28日 23:15"),
    RowColumn("接收", "12月28日 23:15"),
)
_NONE = "—"
_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)


def row_of(theme: Theme, warning: WarningNotice, limits: WarningLimits, now: datetime) -> TableRow:
    """Return the row of one warning as it stands now."""
    is_expired = warning.is_expired(now)
    mark = "▲ " if is_expired else "● " if warning.is_in_force else ""
    told = (
        _told(warning, warning.reported_at, limits.report, limits, now),
        _told(warning, warning.forwarded_at, limits.forward, limits, now),
    )
    is_late = is_expired or any(word.startswith("▲") for word in told)
    place = f"{warning.issued_by} {when.near(warning.issued_at, now)}发布"
    return TableRow(
        warning.id,
        (
            words.headline(warning),
            f"{mark}{words.state_word(warning, now)}",
            "，".join(part for part in (place, warning.area.replace("\n", " ")) if part),
            *told,
            _response(warning),
            when.near(warning.valid_to, now) if warning.valid_to else _NONE,
            when.near(warning.received_at, now),
        ),
        "overdue" if is_late and warning.is_in_force else "",
        color_icon(theme, warning.color),
    )


def story(file: WarningFile) -> list[str]:
    """Return what the warning says and all that was done about it, one line each."""
    warning = file.warning
    lines = [f"{when.full(warning.received_at)} 收到，{_registered(file)}"]
    lines += [f"没有载明：{'、'.join(_unsaid(warning))}"] if missing(warning) else []
    for name in ("content", "area", "measures", "cause", "period", "impact", "doc_no"):
        text = getattr(warning, name).strip()
        if text:
            lines.append(f"{words.FIELD[name]}：{text}")
    if warning.channels:
        lines.append(f"{words.FIELD['channels']}：{'、'.join(warning.channels)}")
    if warning.valid_from is not None or warning.valid_to is not None:
        lines.append(f"时效：{_span(warning)}")
    lines += [words.story(step) for step in file.steps]
    response = words.response_story(warning)
    lines += [f"应急响应：{response}"] if response else []
    for one in file.rounds:
        state = "进行中" if one.is_running else "已结束"
        up = f"，报上级 {one.escalated} 人" if one.escalated else ""
        count = f"已应 {one.answered}/{one.total} 人{up}"
        lines.append(f"{when.moment(one.started_at)}　叫应“{one.title}”　{count}　{state}")
    if file.replaced is not None:
        lines.append(f"由 {file.replaced.warning_no} {words.issued(file.replaced)}变更而来")
    if file.successor is not None:
        lines.append(f"变更为 {file.successor.warning_no} {words.issued(file.successor)}")
    return lines


def used(warning: WarningNotice, done_at: datetime | None, limit: timedelta) -> str:
    """Return 用时5分 and by how much a limit was passed."""
    if done_at is None:
        return ""
    late = late_by(warning.received_at, done_at, limit) if limit else timedelta()
    took = when.span(max(done_at - warning.received_at, timedelta()))
    over = f"，超过时限{when.span(late)}" if late >= _MINUTE else ""
    return f"用时{took}{over}"


def _told(
    warning: WarningNotice,
    done_at: datetime | None,
    limit: timedelta,
    limits: WarningLimits,
    now: datetime,
) -> str:
    if done_at is not None:
        late = late_by(warning.received_at, done_at, limit) if limit else timedelta()
        return f"✓ {when.clock(done_at)}{'（迟）' if late >= _MINUTE else ''}"
    has_clock = warning.is_in_force and limits.holds_for(warning.color) and bool(limit)
    if not has_clock:
        return _NONE
    due_at = warning.received_at + limit
    if due_at >= now:
        return when.left(due_at, now)
    # Beyond an hour nobody counts the minutes.
    hours = (now - due_at) // _HOUR
    return f"▲ 已超{hours}小时" if hours else f"▲ {when.left(due_at, now)}"


def _response(warning: WarningNotice) -> str:
    """Return 四级, 终止, or nothing."""
    level = warning.response_level
    if level is None or warning.response_started_at is None:
        return _NONE
    is_running = warning.is_response_running
    return words.RESPONSE_LEVEL[level].removesuffix("响应") if is_running else "终止"


def _registered(file: WarningFile) -> str:
    warning = file.warning
    no = f"，日志第{file.entry_no}条" if file.entry_no is not None else ""
    told = [
        f"{word}{used(warning, done_at, limit)}"
        for word, done_at, limit in (
            ("报告", warning.reported_at, file.limits.report),
            ("转发", warning.forwarded_at, file.limits.forward),
        )
        if done_at is not None
    ]
    clocks = f"；{'；'.join(told)}" if told else ""
    return f"{warning.recorder}登记{no}{clocks}"


def _unsaid(warning: WarningNotice) -> list[str]:
    return [words.FINDING[one].removeprefix("没有写") for one in missing(warning)]


def _span(warning: WarningNotice) -> str:
    start = when.moment(warning.valid_from) if warning.valid_from else ""
    end = when.moment(warning.valid_to) if warning.valid_to else "未载明"
    return f"{start}至{end}"
