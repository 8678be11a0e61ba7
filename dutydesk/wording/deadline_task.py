"""Words of what a limit asks for besides reports, and of its record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from dutydesk.domain import deadline_task
from dutydesk.domain.deadline_task import DeadlineTask, IncidentTask
from dutydesk.wording import when

TASK = {
    DeadlineTask.REPORT: "报告",
    DeadlineTask.PUBLIC_STATEMENT: "对外发布",
    DeadlineTask.PRESS_CONFERENCE: "新闻发布会",
    DeadlineTask.RELIEF: "受灾群众救助",
    DeadlineTask.NIL_REPORT: "零报告",
    DeadlineTask.CASUALTY_SUPPLEMENT: "伤亡补报",
}

TASK_DONE = {
    DeadlineTask.REPORT: "已报出",
    DeadlineTask.PUBLIC_STATEMENT: "已发布",
    DeadlineTask.PRESS_CONFERENCE: "已召开",
    DeadlineTask.RELIEF: "已到位",
    DeadlineTask.NIL_REPORT: "已报送",
    DeadlineTask.CASUALTY_SUPPLEMENT: "已补报",
}

TASK_NOTE = {
    DeadlineTask.REPORT: "报给谁，报了什么",
    DeadlineTask.PUBLIC_STATEMENT: "在哪里发布、发布了什么、谁审定的",
    DeadlineTask.PRESS_CONFERENCE: "在哪里召开、谁主持、谁发布",
    DeadlineTask.RELIEF: "多少人，食物、饮水、衣被、住处和医疗的落实情况",
    DeadlineTask.NIL_REPORT: "报给谁，例如：无新增伤亡和损失",
    DeadlineTask.CASUALTY_SUPPLEMENT: "报给谁，伤亡有什么变化；没有变化也写明",
}
"""What the note of a record says: the hint in its field."""

_NOW_AFTER_UPGRADE = {False: "升级后应立即补报", True: "升级后应立即办"}


def immediately(task: DeadlineTask) -> str:
    """Return what is due at once since the level rose."""
    return _NOW_AFTER_UPGRADE[task is not DeadlineTask.REPORT]


def judged_task(task: IncidentTask) -> str:
    """Return 按时, 超时12分（线路不通）, 升级后办; nothing where no limit ran."""
    if task.is_met is None:
        return ""
    if task.late_by_minutes:
        reason = f"（{task.late_reason}）" if task.late_reason else ""
        return f"超时{task.late_by_minutes}分{reason}"
    return "升级后办" if task.is_after_upgrade else "按时"


def task_words(task: IncidentTask, now: datetime) -> str:
    """Return one record in a line: 对外发布已发布　14:05　按时　甲某记　在官网发布."""
    parts = [
        f"{TASK[task.task]}{TASK_DONE[task.task]}",
        when.near(task.done_at, now),
        judged_task(task),
        f"{task.done_by}记" if task.done_by else "",
        task.note,
    ]
    return "　".join(part for part in parts if part)


def task_entry(named: str, task: IncidentTask) -> str:
    """Return the line a record leaves in the duty log; ``named`` is title and number."""
    said = f"{TASK[task.task]}{TASK_DONE[task.task]}（{when.moment(task.done_at)}）：{named}"
    parts = [said, judged_task(task), task.note.strip().rstrip("。")]
    return "，".join(part for part in parts if part) + "。"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    deadline_task.TaskDoneAlready: lambda e: (
        f"{TASK[e.task]}已于{when.with_year(e.done_at)}记过{TASK_DONE[e.task]}，不再重复。"
        "后面的情况请记入值班日志。"
    ),
    deadline_task.TaskInFuture: lambda e: (
        f"完成时间{when.with_year(e.done_at)}晚于现在（{when.with_year(e.now)}）。"
        "请改时间，或核对本机时钟。"
    ),
    deadline_task.TaskBeforeOccurred: lambda e: (
        f"{TASK[e.task]}的完成时间{when.with_year(e.done_at)}早于事发（{when.with_year(e.since)}）。"
        "请核对后改正。"
    ),
}
