"""A handover in the words of its paper: pure, so that equal records print equal bytes."""

from __future__ import annotations

from datetime import date, datetime

from dutydesk.domain.handover import CheckResult, HandoverSide, HandoverStatus
from dutydesk.domain.handover_facts import CarriedItem, HandoverView, ShiftLabel
from dutydesk.domain.paper import UNSIGNED, CheckLine, OpenItemLine, Signature
from dutydesk.domain.paper_handover_record import ArticleLine, CountLine, HandoverRecord
from dutydesk.wording import absence_notice, call_round, equipment, late_correction, warning
from dutydesk.wording.handover import (
    CHECK_RESULT,
    COUNT_KIND,
    HANDOVER_SIDE,
    THING_RESULT,
    incident_words,
)
from dutydesk.wording.report_draft import carried_words
from dutydesk.wording.shift import SHIFT_KIND
from dutydesk.wording.when import day, whole_day


def handover_record(view: HandoverView, now: datetime) -> HandoverRecord:
    """Return what stands on the handover record; an unfinished one has no time and no head.

    What is overdue is told of the moment duty passed, of now only before that.
    """
    handover, facts = view.handover, view.facts
    return HandoverRecord(
        unit=facts.unit,
        no=facts.handover_no,
        outgoing_shift=shift_words(facts.outgoing_shift),
        incoming_shift=shift_words(facts.incoming_shift),
        is_practice=facts.is_practice,
        handed_over_at=handover.completed_at,
        counts=tuple(CountLine(COUNT_KIND[one.kind], one.count) for one in facts.counts),
        summary=facts.general_situation,
        open_items=tuple(
            open_item_line(one, handover.completed_at or now, facts.outgoing_shift.duty_date)
            for one in (*facts.open_items, *facts.directives)
        ),
        checks=check_lines(view),
        articles=tuple(
            ArticleLine(
                one.name, one.quantity, THING_RESULT[one.result] if one.result else "", one.note
            )
            for one in view.things
        ),
        remarks="\n".join(_remarks(view)),
        forced_reason=_forced(view),
        outgoing_signature=signature(view, HandoverSide.OUTGOING),
        incoming_signature=signature(view, HandoverSide.INCOMING),
        lead_signature=signature(view, HandoverSide.LEAD),
        journal_head=handover.journal_head,
    )


def open_item_line(item: CarriedItem, at: datetime, duty_date: date) -> OpenItemLine:
    """Return one 未办结事项 as it stood at an instant, on the paper of a duty day."""
    # How far a directive is; what must be heeded is written of open items only.
    status, note = (item.attention, "") if item.is_directive else ("", item.attention)
    return OpenItemLine(
        title=item.text or item.title,
        owner=item.owner,
        progress="\n".join(filter(None, (status, item.handling, *item.progress))),
        due_at=item.due_at,
        note=note,
        source=_source(item, duty_date),
        is_overdue=item.due_at is not None and item.due_at < at,
        is_important=item.is_important,
    )


def check_lines(view: HandoverView) -> tuple[CheckLine, ...]:
    """Return the checklist as printed; a line without result prints 未核对."""
    return tuple(
        CheckLine(
            one.name,
            CHECK_RESULT[one.result] if one.result else "",
            is_fault=one.result is CheckResult.ABNORMAL,
            note=one.note,
            group=one.group_name,
        )
        for one in view.checks
    )


def signature(view: HandoverView, side: HandoverSide) -> Signature:
    """Return who signed a side, or room to sign."""
    signed = view.signature(side)
    return Signature(signed.officer_name, signed.signed_at) if signed else UNSIGNED


def shift_words(label: ShiftLabel) -> str:
    """Return 2026年11月20日 全天班."""
    return f"{whole_day(label.duty_date)} {SHIFT_KIND[label.kind]}"


def _source(item: CarriedItem, duty_date: date) -> str:
    if item.entry_no is None:
        return ""
    other = item.entry_duty_date
    return f"{day(other) if other and other != duty_date else ''}日志第{item.entry_no}条"


def _remarks(view: HandoverView) -> list[str]:
    lines = [view.handover.remarks] if view.handover.remarks.strip() else []
    lines += [
        f"在办突发事件：{incident_words(one, view.facts.first_report_word)}"
        for one in view.facts.incidents
    ]
    lines += passed_on(view)
    lines += [late_correction.on_record(late) for late in view.facts.late_corrections]
    is_forced = view.handover.status is HandoverStatus.FORCED
    return lines + [
        f"{HANDOVER_SIDE[one.side]}说明：{one.note}"
        for one in view.signatures
        # The lead's note on a forced relief is the reason, printed in the heading.
        if one.note.strip() and not (is_forced and one.side is HandoverSide.LEAD)
    ]


def passed_on(view: HandoverView) -> list[str]:
    """Return warnings, call rounds, who is away, reports on their way, what equipment needs."""
    away = [f"领导外出：{absence_notice.handover_words(one)}" for one in view.facts.absences]
    word = view.facts.first_report_word
    drafts = [f"稿件：{carried_words(one, word)}" for one in view.facts.report_drafts]
    told = [f"设备：{one.name}，{equipment.matter_words(one)}" for one in view.facts.equipment]
    in_force = [f"在效预警：{warning.carried_words(one)}" for one in view.facts.warnings]
    rings = [f"正在叫应：{call_round.carried_words(one)}" for one in view.facts.call_rounds]
    return in_force + rings + away + drafts + told


def _forced(view: HandoverView) -> str:
    if view.handover.status is not HandoverStatus.FORCED:
        return ""
    lead = view.signature(HandoverSide.LEAD)
    word = f"，经{lead.officer_name}同意" if lead else ""
    has_signed = view.signature(HandoverSide.OUTGOING) is not None
    absent = "" if has_signed else f"交班人{view.facts.outgoing_officer}未签字"
    return f"{absent}{word}。原因：{view.handover.forced_reason}".lstrip("，")
