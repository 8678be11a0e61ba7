"""Words of absence notices: states, lines of the log, notes about whoever is away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from dutydesk.domain import absence_refusals as refusals
from dutydesk.domain.absence_change import ChangeStep
from dutydesk.domain.absence_facts import AbsenceCaution, ActingPersonAway, CarriedAbsence
from dutydesk.domain.absence_notice import AbsenceNotice, AbsenceState
from dutydesk.domain.instants import from_text
from dutydesk.wording import when

ABSENCE_STATE = {
    AbsenceState.COMING: "将外出",
    AbsenceState.AWAY: "外出中",
    AbsenceState.OVERDUE: "逾期未销假",
    AbsenceState.BACK: "已销假",
    AbsenceState.CANCELLED: "已取消",
}

FIELD = {
    "person": "外出人",
    "post": "职务",
    "unit": "单位",
    "reason": "事由",
    "starts_at": "离开时间",
    "ends_at": "返回时间",
    "place": "去向",
    "acting_person": "代班人",
    "acting_phone": "代班人电话",
    "approved_by": "批准人",
}

LATE = "补报"
CHANGED = "变更"
CANCELLED = "取消"
NOT_BACK = "未销假"


def who(unit: str, post: str, person: str) -> str:
    """Return 区应急局 局长 乙某."""
    return " ".join(part for part in (unit, post, person) if part)


def acting(notice: AbsenceNotice | CarriedAbsence) -> str:
    """Return 乙某 19900000000."""
    return " ".join(part for part in (notice.acting_person, notice.acting_phone) if part)


def span(notice: AbsenceNotice | CarriedAbsence) -> str:
    """Return 11月21日08:00至11月23日18:00."""
    return f"{when.day_and_clock(notice.starts_at)}至{when.day_and_clock(notice.ends_at)}"


def short_note(notice: AbsenceNotice, now: datetime) -> str:
    """Return 外出至11月23日 18:00，代：乙某 19900000000."""
    until = when.near(notice.ends_at, now)
    if notice.state(now) is AbsenceState.OVERDUE:
        return f"外出，应于{until}返回，{NOT_BACK}，代：{acting(notice)}"
    return f"外出至{until}，代：{acting(notice)}"


def filed_line(notice: AbsenceNotice) -> str:
    """Return what the log says of a new notice."""
    late = f"（{LATE}）" if notice.is_late else ""
    return f"外出报备{late}：{_facts(notice)}"


def changed_line(notice: AbsenceNotice, step: ChangeStep) -> str:
    """Return what the log says of a notice reported anew."""
    name = who(notice.unit, notice.post, notice.person)
    return f"外出报备变更：{name}，{step_words(step)}。原因：{step.change.change_reason}"


def cancelled_line(notice: AbsenceNotice, reason: str) -> str:
    """Return what the log says of a notice taken back."""
    name = who(notice.unit, notice.post, notice.person)
    return f"外出报备取消：{name}，原定{span(notice)}外出。原因：{reason}"


def back_line(notice: AbsenceNotice) -> str:
    """Return what the log says of a return."""
    name = who(notice.unit, notice.post, notice.person)
    at = notice.back_at or notice.ends_at
    late = f"，比报备晚{when.span(at - notice.ends_at)}" if at > notice.ends_at else ""
    return f"销假：{name}，{when.day_and_clock(at)}返回{late}"


def step_words(step: ChangeStep) -> str:
    """Return 返回时间由11月22日18:00改为11月23日18:00, one clause for each field."""
    if step.change.is_cancellation:
        return ABSENCE_STATE[AbsenceState.CANCELLED]
    return "；".join(
        f"{FIELD[name]}由{_value(name, old) or '空'}改为{_value(name, new) or '空'}"
        for name, (old, new) in step.fields.items()
    )


def printed_change(step: ChangeStep) -> str:
    """Return a change as the register prints it: when, by whom, what, why."""
    made = f"{when.day_and_clock(step.change.changed_at)} {step.change.recorder}"
    if step.change.is_cancellation:
        return f"{made}（{step.change.change_reason}）"
    return f"{made}：{step_words(step)}（{step.change.change_reason}）"


def change_word(step: ChangeStep) -> str:
    """Return 变更, or 取消 for a notice taken back."""
    return CANCELLED if step.change.is_cancellation else CHANGED


def caution_words(caution: AbsenceCaution) -> str:
    """Return what the officer should know before relying on who acts."""
    notice = caution.notice
    if isinstance(caution, ActingPersonAway):
        return f"代班人{caution.name}{span(notice)}自己也外出，请核对由谁代。"
    return f"{caution.name}{span(notice)}正代{notice.person}，请另定代班人。"


def handover_words(one: CarriedAbsence) -> str:
    """Return who is away, as a handover passes it on."""
    state = "" if one.state is AbsenceState.AWAY else f"（{ABSENCE_STATE[one.state]}）"
    name = who(one.unit, one.post, one.person)
    return f"{name}{state}，{span(one)}，{one.place}，代班：{acting(one)}"


def _facts(notice: AbsenceNotice) -> str:
    name = who(notice.unit, notice.post, notice.person)
    approved = f"批准：{notice.approved_by}。" if notice.approved_by else ""
    return (
        f"{name}，{span(notice)}，去向{notice.place}，事由{notice.reason}，"
        f"代班{acting(notice)}。{approved}"
    )


def _value(name: str, text: str) -> str:
    return when.day_and_clock(from_text(text)) if name.endswith("_at") and text else text


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    refusals.AbsenceFieldMissing: lambda e: (
        f"{FIELD.get(e.field, e.field)}没有填。请补上后再记下。"
    ),
    refusals.AbsenceTextTooLong: lambda e: (
        f"{FIELD.get(e.field, e.field)}有{e.length}字，最多{e.limit}字。请写短一些。"
    ),
    refusals.AbsenceEndsBeforeStart: lambda e: (
        f"返回时间{when.day_and_clock(e.ends_at)}不晚于离开时间"
        f"{when.day_and_clock(e.starts_at)}。请改时间。"
    ),
    refusals.ActsForOneself: lambda e: f"代班人不能是{e.name}本人。请另写一人。",
    refusals.AbsenceOverlaps: lambda e: (
        f"{e.name}已报备{when.day_and_clock(e.starts_at)}至{when.day_and_clock(e.ends_at)}外出，"
        "时间有重叠。请核对是不是同一次，确是另一次再记下。"
    ),
    refusals.AbsenceChangeReasonMissing: lambda _: "变更或取消要写明原因。请补上原因后再试。",
    refusals.AbsenceChangesNothing: lambda _: "与原报备相同，没有可变更的内容。",
    refusals.AbsenceEnded: lambda e: (
        f"{e.name}已于{when.day_and_clock(e.back_at)}销假，不能再变更。请另报一次。"
    ),
    refusals.AbsenceCancelled: lambda e: f"{e.name}的这次报备已取消。请另报一次。",
    refusals.AbsenceNotBegun: lambda e: (
        f"{e.name}{when.day_and_clock(e.starts_at)}才离开，不能先销假。不去了请取消报备。"
    ),
    refusals.AbsenceBackInFuture: lambda e: (
        f"返回时间{when.day_and_clock(e.at)}晚于现在。请改时间，或核对本机时钟。"
    ),
}
