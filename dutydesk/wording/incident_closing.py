"""Words of what follows the end of an incident: 未了事项, 复盘, 整改, 归档."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from dutydesk.domain import incident_closing
from dutydesk.domain.deadline import ReportClock
from dutydesk.domain.directive import Directive
from dutydesk.domain.incident import Incident
from dutydesk.domain.incident_closing import (
    ClosingStep,
    IncidentArchive,
    IncidentReview,
    LooseEndKind,
)
from dutydesk.domain.open_item import OpenItem, OpenItemStatus
from dutydesk.domain.report_draft import ReportDraft
from dutydesk.wording import when
from dutydesk.wording.incident import FIRST_WORD, clock_title, stage_word

LOOSE_END_KIND = {
    LooseEndKind.DIRECTIVE: "领导批示",
    LooseEndKind.REPORT_DRAFT: "报告稿件",
    LooseEndKind.CLOCK: "报送时限",
    LooseEndKind.OPEN_ITEM: "未办结事项",
}

CLOSING_STEP = {ClosingStep.CLOSE: "结束", ClosingStep.ARCHIVE: "归档"}

FIELD = {
    "went_well": "做得好的",
    "problems": "存在问题",
    "lessons": "经验教训",
    "attendees": "参加人员",
}


def directive_end(line: Directive) -> str:
    """Return 领导批示未办结：区长 焦某：请应急办牵头…."""
    return f"领导批示未办结：{line.leader}：{_short(line.text)}"


def draft_end(draft: ReportDraft, first_word: str = FIRST_WORD) -> str:
    """Return 稿件未报出：续报《…》."""
    title = f"《{draft.title}》" if draft.title else ""
    return f"稿件未报出：{stage_word(draft.stage, first_word)}{title}"


def clock_end(clock: ReportClock, first_word: str = FIRST_WORD) -> str:
    """Return 时限还在计时：续报（书面），11月20日 17:00到时."""
    return f"时限还在计时：{clock_title(clock, first_word)}，{when.moment(clock.due_at)}到时"


def item_end(item: OpenItem) -> str:
    """Return 事项未办结：修复路面，承办区市政处."""
    owner = f"，承办{item.owner}" if item.owner else ""
    return f"事项未办结：{_short(item.title)}{owner}"


def archived_entry(incident: Incident, note: str) -> str:
    """Return the line of an incident that was filed."""
    said = f"，{note.rstrip('。')}" if note else ""
    return f"{_named(incident)}已归档{said}。"


def reviewed_entry(incident: Incident) -> str:
    """Return the line of a review."""
    return f"{_named(incident)}已复盘。"


def rectification_entry(incident: Incident, title: str, owner: str, due: datetime | None) -> str:
    """Return the entry that a rectification begins with."""
    by = f"，{when.moment(due)}前完成" if due else ""
    return f"整改：{title.rstrip('。')}，责任{owner}{by}。{_named(incident)}。"


def review_lines(review: IncidentReview) -> list[str]:
    """Return a review in lines, each with what it is about."""
    head = f"{when.with_year(review.reviewed_at)}　{review.reviewed_by}"
    lines = [f"{word}：{getattr(review, name)}" for name, word in FIELD.items()]
    return [head, *(line for line in lines if not line.endswith("："))]


def rectification_line(item: OpenItem, now: datetime) -> str:
    """Return 整改　完善预案　区应急办　12月1日前　未办结."""
    if item.status is OpenItemStatus.CLOSED:
        state = f"已办结：{item.result}"
    else:
        state = "超期" if item.is_overdue(now) else "未办结"
    due = f"{when.moment(item.due_at)}前" if item.due_at else ""
    return "　".join(part for part in (item.title, item.owner, due, state) if part)


def archive_words(archive: IncidentArchive) -> str:
    """Return 2026年11月21日 09:00　甲某归档，…."""
    note = f"，{archive.note}" if archive.note else ""
    return f"{when.with_year(archive.archived_at)}　{archive.archived_by}归档{note}"


def _named(incident: Incident) -> str:
    return f"{incident.title}（{incident.incident_no}）"


def _short(text: str) -> str:
    first = next(iter(text.strip().splitlines()), "")
    return first if len(first) <= _LONGEST else f"{first[:_LONGEST]}…"


_LONGEST = 40

SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    incident_closing.IncidentStillRunning: lambda e: (
        f"{e.incident_no}还没有结束。请先报书面终报后结束；误报或非突发事件写明依据结束。"
    ),
    incident_closing.ReviewEmpty: lambda _: (
        "复盘还没有写内容。做得好的、存在问题、经验教训至少写一项。"
    ),
    incident_closing.RectificationOwnerMissing: lambda _: "整改没有写由谁负责。请补上后再试。",
    incident_closing.LooseEndUnanswered: lambda e: (
        f"还没有说明怎么办：{e.words}。请逐项写明后再试。"
    ),
}
