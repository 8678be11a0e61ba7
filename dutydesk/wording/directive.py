"""Words of the ledger of directives, and of the entries its steps leave in the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from dutydesk.domain import directive_refusals as refusals
from dutydesk.domain.directive import (
    Directive,
    DirectiveChase,
    DirectiveForm,
    DirectiveStatus,
)
from dutydesk.domain.open_item import title_from
from dutydesk.wording.when import moment, with_year

DIRECTIVE_FORM = {
    DirectiveForm.WRITTEN: "批示",
    DirectiveForm.ORAL: "口头指示",
    DirectiveForm.PHONE: "电话指示",
}

DIRECTIVE_STATUS = {
    DirectiveStatus.NOTED: "待传达",
    DirectiveStatus.PASSED_ON: "已传达",
    DirectiveStatus.IN_HAND: "办理中",
    DirectiveStatus.FED_BACK: "已反馈",
    DirectiveStatus.CLOSED: "已办结",
}

# How a line stands, as 时限 names it.
STANDS_AT = {
    DirectiveStatus.NOTED: "批示待传达",
    DirectiveStatus.PASSED_ON: "批示已传达",
    DirectiveStatus.IN_HAND: "批示办理中",
    DirectiveStatus.FED_BACK: "批示待办结",
    DirectiveStatus.CLOSED: "批示已办结",
}

# The fields of a line and of its steps.
DIRECTIVE_FIELD = {
    "leader": "批示领导",
    "text": "批示内容",
    "carrier": "批示载体",
    "passed_to_unit": "传达单位",
    "passed_to_person": "传达给谁",
    "receipt_by": "签收人",
    "chase": "催办内容",
    "reply": "答复",
    "feedback": "反馈情况",
    "result": "办理结果",
}

OVERDUE = "超期"
BY_DUTY_ROOM = "值班室待传达"
ENTRY_WITHDRAWN = "原记录已撤回"
_STOPS = "。；，、.;, "


def matter(line: Directive) -> str:
    """Return what a line is about, short: 区长批示：今日内排查同类隐患."""
    return f"{line.leader}{DIRECTIVE_FORM[line.form]}：{title_from(line.text)}"


def short_matter(line: Directive) -> str:
    """Return who and what, where the place says that it is a directive: 区长：排查隐患."""
    return f"{line.leader}：{title_from(line.text)}".lstrip("：")


def whole_matter(line: Directive) -> str:
    """Return what a line is about, whole, as the paper prints it."""
    return f"{line.leader}{DIRECTIVE_FORM[line.form]}：{line.text.strip()}"


def receiver(line: Directive) -> str:
    """Return the unit and person it was passed on to, empty before."""
    return f"{line.passed_to_unit} {line.passed_to_person}".strip()


def status_words(line: Directive, *, is_overdue: bool) -> str:
    """Return 待传达, or 超期（办理中）."""
    word = DIRECTIVE_STATUS[line.status]
    return f"{OVERDUE}（{word}）" if is_overdue else word


def passed_on(line: Directive) -> str:
    """Return the entry of a passing on."""
    due = f"，要求{moment(line.due_at)}前反馈" if line.due_at else ""
    return f"传达{matter(line)}。传达给{receiver(line)}{due}。"


def signed_for(line: Directive) -> str:
    """Return the entry of a receipt."""
    return f"签收{matter(line)}。{line.passed_to_unit}签收人{line.receipt_by}。"


def chased(line: Directive, chase: DirectiveChase) -> str:
    """Return the entry of a chase."""
    reply = f"答复：{_clause(chase.reply)}。" if chase.reply.strip() else "对方未答复。"
    return f"催办{matter(line)}。向{receiver(line)}催办：{_clause(chase.text)}。{reply}"


def fed_back(line: Directive) -> str:
    """Return the entry of a feedback, with the word of one that came late."""
    late = f"（超过时限{moment(line.due_at)}）" if line.was_late and line.due_at else ""
    return f"反馈{matter(line)}。{line.passed_to_unit}反馈{late}：{_clause(line.feedback)}。"


def closed(line: Directive) -> str:
    """Return the entry of a closing."""
    return f"办结{matter(line)}。结果：{_clause(line.result)}。"


def chase_words(chase: DirectiveChase) -> str:
    """Return one chase as lists and papers say it."""
    reply = f" 答复：{chase.reply.strip()}" if chase.reply.strip() else ""
    return f"{moment(chase.at)} 催办：{chase.text.strip()}{reply}（{chase.recorder}）"


def steps_said(line: Directive, chases: Sequence[DirectiveChase]) -> list[str]:
    """Return what became of a line until now, oldest first."""
    steps: list[tuple[datetime, str]] = [(one.at, chase_words(one)) for one in chases]
    if line.passed_at is not None:
        steps.append((line.passed_at, f"{moment(line.passed_at)} 传达{receiver(line)}"))
    if line.receipt_at is not None:
        steps.append((line.receipt_at, f"{moment(line.receipt_at)} {line.receipt_by}签收"))
    if line.feedback_at is not None:
        steps.append((line.feedback_at, f"{moment(line.feedback_at)} 反馈：{line.feedback}"))
    return [words for _, words in sorted(steps, key=lambda step: step[0])]


def _clause(text: str) -> str:
    return text.strip().rstrip(_STOPS)


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    refusals.DirectiveFieldMissing: lambda e: (
        f"{DIRECTIVE_FIELD.get(e.field, e.field)}没有填。请补上后再试。"
    ),
    refusals.DirectiveFieldTooLong: lambda e: (
        f"{DIRECTIVE_FIELD.get(e.field, e.field)}有{e.length}字，最多{e.limit}字。请写短一些。"
    ),
    refusals.DirectiveDueInPast: lambda e: f"反馈时限{with_year(e.due_at)}已经过去。请改时限。",
    refusals.DirectiveStepInFuture: lambda e: (
        f"时间{with_year(e.at)}晚于现在（{with_year(e.now)}）。请改时间，或核对本机时钟。"
    ),
    refusals.DirectiveStepTooEarly: lambda e: (
        f"时间{with_year(e.at)}早于上一步（{with_year(e.since)}）。请改时间。"
    ),
    refusals.DirectiveNotPassedOn: lambda _: "这件批示还没有传达。请先传达，再记这一步。",
    refusals.DirectiveStepUnfit: lambda e: (
        f"这件批示{DIRECTIVE_STATUS[e.status]}，不能再记这一步。反馈不够就再催办，够了就办结。"
    ),
    refusals.DirectiveClosed: lambda e: f"这件批示已于{moment(e.closed_at)}办结。",
    refusals.DirectiveNotFedBack: lambda _: (
        "这件批示还没有反馈。请先记反馈再办结；不用反馈的，勾“不需要反馈”。"
    ),
    refusals.DirectiveListed: lambda e: f"第{e.entry_no}条已经列入批示台账，不用再列。",
}
