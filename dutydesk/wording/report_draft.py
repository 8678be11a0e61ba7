"""Words of reports on their way: states, steps, and the sentence of every refusal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from dutydesk.domain import report_step
from dutydesk.domain import report_step_refusals as refusals
from dutydesk.domain.report import Report, ReportStage
from dutydesk.domain.report_draft import (
    WAITING,
    CarriedDraft,
    FollowedReport,
    ReportDraft,
    ReportState,
    ReportStep,
    StepKind,
)
from dutydesk.domain.signature_form import SignatureForm
from dutydesk.wording import when
from dutydesk.wording.incident import FIRST_WORD, chinese_number, stage_word
from dutydesk.wording.when import with_year

DRAFTS = "稿件"

REPORT_STATE = {
    ReportState.DRAFTING: "拟稿",
    ReportState.UNDER_REVIEW: "待审核",
    ReportState.AWAITING_SIGNATURE: "待签发",
    ReportState.SIGNED: "已签发未报送",
    ReportState.SENT: "已报送",
    ReportState.ACKNOWLEDGED: "已签收",
    ReportState.VOID: "作废",
}

STEP = {
    StepKind.DRAFTED: "拟稿",
    StepKind.SUBMITTED: "送审",
    StepKind.REVIEWED: "审核",
    StepKind.SENT_BACK: "退回",
    StepKind.SIGNED: "签发",
    StepKind.SENT: "报送",
    StepKind.ACKNOWLEDGED: "签收",
    StepKind.VOIDED: "作废",
}

SIGNATURE_FORM = {
    SignatureForm.IN_PERSON: "现场",
    SignatureForm.PHONE: "电话授权",
}

_TO_DO = (
    (ReportState.UNDER_REVIEW, "待审核"),
    (ReportState.AWAITING_SIGNATURE, "待签发"),
    (ReportState.SIGNED, "待报送"),
)


def face_word(face: ReportDraft | Report, first_word: str = FIRST_WORD) -> str:
    """Return 首报, 续报一, 终报; a correction says so."""
    word = stage_word(face.stage, first_word)
    if face.stage is ReportStage.FOLLOW_UP:
        word += chinese_number(face.sequence_no)
    return f"{word}更正" if face.corrects_report_id else word


def carried_words(draft: CarriedDraft, first_word: str = FIRST_WORD) -> str:
    """Return a report on its way as a handover tells it: 丰收市场火灾续报一，待签发."""
    word = stage_word(draft.stage, first_word)
    if draft.stage is ReportStage.FOLLOW_UP:
        word += chinese_number(draft.sequence_no)
    issue = f"第{draft.issue_no}期，" if draft.issue_no is not None else ""
    mark = "更正" if draft.is_correction else ""
    return f"{draft.title}{word}{mark}，{issue}{REPORT_STATE[draft.state]}"


def followed_words(one: FollowedReport, first_word: str = FIRST_WORD) -> str:
    """Return one report in a line: 续报一　第12期　待对方签收 …."""
    face = one.face
    parts = [face_word(face, first_word)]
    if face.issue_no is not None:
        parts.append(f"第{face.issue_no}期")
    if one.corrected is not None and one.corrected.issue_no is not None:
        parts.append(f"更正第{one.corrected.issue_no}期")
    parts.append(REPORT_STATE[one.state])
    if face.signed_by:
        parts.append(f"签发{face.signed_by}")
    elif face.drafted_by:
        parts.append(f"拟稿{face.drafted_by}")
    return "　".join(parts)


def step_words(step: ReportStep, now: datetime) -> str:
    """Return one step in a line: 02:15 签发　丙某（电话授权，甲某记）."""
    parts = [f"{when.near(step.at, now)} {STEP[step.step]}", step.person or "未署名"]
    marks = []
    if step.form is not None and step.step in {StepKind.SIGNED, StepKind.REVIEWED}:
        marks.append(SIGNATURE_FORM[step.form])
    if step.recorder and step.recorder != step.person:
        marks.append(f"{step.recorder}记")
    said = "　".join(parts) + (f"（{'，'.join(marks)}）" if marks else "")
    return f"{said}：{step.reason}" if step.reason else said


def history_step_words(one: FollowedReport, step: ReportStep, first_word: str) -> str:
    """Return a step as the history of its incident tells it: 续报一：签发　丙某（现场）."""
    return f"{face_word(one.face, first_word)}：{step_words(step, step.recorded_at)}"


def next_words(state: ReportState) -> str:
    """Return what is done next, as its button says; empty at the end."""
    step = report_step.NEXT_STEP.get(state)
    if step is None:
        return ""
    return "记签收" if step is StepKind.ACKNOWLEDGED else STEP[step]


def state_tone(state: ReportState) -> str:
    """Return the colour role that goes with the word of a state."""
    if state in WAITING:
        return "soon"
    if state is ReportState.DRAFTING:
        return "accent"
    return {ReportState.ACKNOWLEDGED: "done", ReportState.VOID: "muted"}.get(state, "")


def corrected_mark(report: Report) -> str:
    """Return what a correction corrects: 第12期."""
    return f"第{report.issue_no}期" if report.issue_no is not None else "已报送的报告"


def kept_words(draft: ReportDraft) -> str:
    """Return what became of a report that was kept as a draft instead of reported."""
    word = face_word(draft)
    if draft.state is ReportState.DRAFTING:
        return f"{word}存为稿件，时限照样计时。按 Ctrl+E 接着办。"
    return f"{word}已送审，{REPORT_STATE[draft.state]}，时限照样计时。按 Ctrl+E 接着办。"


def waiting_words(drafts: list[ReportDraft]) -> str:
    """Return 稿件：待签发1、待报送2; empty when nothing waits for anybody."""
    counts = {word: sum(one.state is state for one in drafts) for state, word in _TO_DO}
    said = "、".join(f"{word}{count}" for word, count in counts.items() if count)
    return f"{DRAFTS}：{said}" if said else ""


def _unfit(error: refusals.ReportStepUnfit) -> str:
    word, state = STEP[error.step], REPORT_STATE[error.state]
    if error.state is ReportState.VOID:
        return f"这份稿件已经作废，不能{word}。要报的内容请另拟一份。"
    return f"这份稿件现在是“{state}”，不能{word}。请看稿件里写着的下一步。"


def _not_open(error: refusals.ReportDraftNotOpen) -> str:
    if error.state in {ReportState.UNDER_REVIEW, ReportState.AWAITING_SIGNATURE}:
        return f"稿件{REPORT_STATE[error.state]}，不能改。要改请先退回，写明原因。"
    if error.state is ReportState.VOID:
        return "这份稿件已经作废，不能改。要报的内容请另拟一份。"
    if error.state is ReportState.DRAFTING:
        return "这份报告已经存为稿件，还没有签发。请在稿件里送审、签发后再报送。"
    return "已签发的报告不能改。还没报送的可以作废另拟，已报送的请发更正。"


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    refusals.PhoneReportHasNoDraft: lambda _: (
        "电话报告说出去就已报出，没有稿件。请直接报出，或把方式改成书面。"
    ),
    refusals.ReportDraftNotOpen: _not_open,
    refusals.ReportStepUnfit: _unfit,
    refusals.ReportStepReasonMissing: lambda e: f"{STEP[e.step]}要写明原因。请补上后再试。",
    refusals.ReportStepReasonTooLong: lambda e: (
        f"原因有{e.length}字，最多{e.limit}字。请删减后再试。"
    ),
    refusals.ReportStepPersonMissing: lambda e: f"没有写是谁{STEP[e.step]}的。请填写姓名。",
    refusals.ReportStepInFuture: lambda e: (
        f"{STEP[e.step]}时间{with_year(e.at)}晚于现在（{with_year(e.now)}）。"
        "请改时间，或核对本机时钟。"
    ),
    refusals.ReportStepTooEarly: lambda e: (
        f"{STEP[e.step]}时间{with_year(e.at)}早于上一步（{with_year(e.since)}）。请核对后改正。"
    ),
    refusals.ReviewerIsDrafter: lambda e: f"稿件是{e.name}拟的，不能自己审核。请换一人审核。",
    refusals.PhoneSignerIsRecorder: lambda e: (
        f"{e.name}就在值班台，不用电话授权。请选现场，输入本人口令。"
    ),
}
