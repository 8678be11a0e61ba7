"""The columns of each register as data: which fields stand in which, and how wide it is.

Widths are millimetres of the type area. The first kind of fields stand as they are, one a line;
the named ones after their word. What has no column of its own stands with its word under the text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper_issue import PaperKind
from dutydesk.papers.page import LANDSCAPE, REGISTER, Frame
from dutydesk.papers.styles import CELL, CELL_CENTER, CELL_LEFT, TextStyle

NUMBER, TIME, TEXT = "no", "at", "text"

_REPORTED = ("reported_to", "reported_at")
_SIGNED_FOR = ("signed_for_by", "signed_for_at")


@dataclass(frozen=True)
class RegisterColumn:
    """One column of a register."""

    head: str
    width: float
    fields: tuple[str, ...]
    named: tuple[str, ...] = ()
    style: TextStyle = CELL_LEFT


@dataclass(frozen=True)
class RegisterForm:
    """One register: its page, its columns by part, and a remark under its head."""

    frame: Frame
    columns: Mapping[str, tuple[RegisterColumn, ...]]
    headings: Mapping[str, str] = field(default_factory=dict)
    remark: str = ""


def _no() -> RegisterColumn:
    return RegisterColumn("序号", 9, (NUMBER,), style=CELL_CENTER)


def _time(head: str = "时间") -> RegisterColumn:
    return RegisterColumn(head, 16, (TIME,), style=CELL_CENTER)


def _text(head: str, width: float) -> RegisterColumn:
    return RegisterColumn(head, width, (TEXT,), style=CELL)


def _mid(head: str, width: float, *fields: str) -> RegisterColumn:
    return RegisterColumn(head, width, fields, style=CELL_CENTER)


def _recorder() -> RegisterColumn:
    return RegisterColumn("记录人", 12, ("recorder",), style=CELL_CENTER)


def _reported(head: str, width: float) -> RegisterColumn:
    return RegisterColumn(head, width, _REPORTED, ("forwarded_to", "forwarded_at"))


def _whole(*columns: RegisterColumn) -> Mapping[str, tuple[RegisterColumn, ...]]:
    return {"": columns}


# §7.3: the five elements of a call, whom the caller told, the opinion, who was reported to.
_CALLS = RegisterForm(
    LANDSCAPE,
    _whole(
        _no(),
        _time(),
        _mid("来去", 9, "kind"),
        RegisterColumn("对方单位", 26, ("source",)),
        _mid("姓名", 13, "person"),
        _mid("电话", 24, "phone"),
        _text("内容", 47),
        RegisterColumn("已告知", 18, ("already_told",)),
        RegisterColumn(
            "拟办（处理）意见", 24, ("proposed_handling", "handling"), ("instruction",)
        ),
        _reported("报告、转送及时间", 21),
        RegisterColumn("办理结果", 18, ("result",)),
        RegisterColumn("复述、\n录音", 16, (), ("read_back", "ended_at", "tape_no")),
        _recorder(),
    ),
)

# §7.4.
_DOCUMENTS = RegisterForm(
    LANDSCAPE,
    _whole(
        _no(),
        _time("收到时间"),
        RegisterColumn("来文单位", 24, ("source", "person", "phone")),
        _mid("形式", 15, "kind", "document_kind"),
        RegisterColumn("文号", 25, ("document_no",)),
        _text("标题和内容", 42),
        _mid("页数\n份数", 12, "page_count", "copy_count"),
        _mid("紧急程度", 10, "urgency"),
        RegisterColumn("拟办意见", 24, ("proposed_handling", "handling")),
        RegisterColumn("呈送、批示", 20, ("submitted_to", "instruction")),
        RegisterColumn("转送、签收", 24, ("forwarded_to", "forwarded_at"), _SIGNED_FOR),
        RegisterColumn("时限、结果", 20, ("result",), ("feedback_due_at",)),
        _recorder(),
    ),
)

_NOTICES = RegisterForm(
    LANDSCAPE,
    _whole(
        _no(),
        _time("收到时间"),
        RegisterColumn("通知单位", 26, ("source",)),
        RegisterColumn("通知人、电话", 25, ("person", "phone"), ("read_back",)),
        RegisterColumn("文号", 23, ("document_no",)),
        _mid("紧急程度", 10, "urgency"),
        _text("通知内容", 50),
        RegisterColumn(
            "拟办（处理）意见", 24, ("proposed_handling", "handling"), ("instruction",)
        ),
        _reported("报告、转送及时间", 21),
        _mid("反馈时限", 16, "feedback_due_at"),
        RegisterColumn("办理结果", 21, ("result",)),
        _recorder(),
    ),
)

_VISITS = RegisterForm(
    REGISTER,
    _whole(
        _no(),
        _time("来访时间"),
        RegisterColumn("来访人", 28, ("source", "person", "phone", "visitor_count")),
        _text("反映事项", 43),
        RegisterColumn("处理情况", 24, ("handling",), ("instruction", *_REPORTED)),
        _mid("接待人", 13, "received_by"),
        RegisterColumn("办理结果", 21, ("result",), ("left_at",)),
        _recorder(),
    ),
)

_PATROLS = RegisterForm(
    REGISTER,
    _whole(
        _no(),
        _time("巡查时间"),
        _mid("巡查人", 14, "person"),
        RegisterColumn("地点", 26, ("place",)),
        _mid("情况", 13, "condition"),
        _text("巡查记录", 48),
        RegisterColumn("处理情况", 28, ("handling",), _REPORTED),
        _recorder(),
    ),
)

_FAULTS = RegisterForm(
    REGISTER,
    _whole(
        _no(),
        _time("发现时间"),
        RegisterColumn("设备名称", 20, ("equipment_name",)),
        RegisterColumn("地点", 15, ("place",)),
        _text("故障情况", 36),
        _mid("状态", 13, "equipment_condition"),
        RegisterColumn("报修及时间", 24, ("fault_reported_to", "fault_reported_at")),
        RegisterColumn("处理结果", 21, ("handling", "result")),
        _recorder(),
    ),
    remark="没有注明设备状态的一并列出。",
)


def _checks(unit: str) -> tuple[RegisterColumn, ...]:
    return (
        _no(),
        _time(),
        _mid("方式", 11, "method"),
        RegisterColumn(unit, 25, ("source",)),
        _mid("抽查人", 13, "checker"),
        _mid("应答人", 13, "person"),
        _mid("电话", 24, "phone"),
        _mid("带班领导在岗", 13, "lead_on_post"),
        _mid("值班员在岗", 13, "officer_on_post"),
        _mid("响铃次数", 10, "ring_count"),
        _mid("熟悉情况", 10, "knows_situation"),
        _text("抽查内容", 38),
        RegisterColumn("抽查结果", 22, ("finding",)),
        RegisterColumn("处理措施", 24, ("action", "handling"), ("instruction",)),
        _recorder(),
    )


_DUTY_CHECKS = RegisterForm(
    LANDSCAPE,
    {
        "from_superior": _checks("抽查单位"),
        "of_subordinate": _checks("被查单位"),
        "": _checks("单位"),
    },
    {
        "from_superior": "一、上级查我",
        "of_subordinate": "二、我查下级",
        "": "三、没有注明抽查方向",
    },
)

_CONSULTATIONS = RegisterForm(
    REGISTER,
    _whole(
        _no(),
        _time(),
        _mid("方式", 11, "method"),
        RegisterColumn("召集单位（人）", 25, ("source", "person", "phone")),
        RegisterColumn("参加单位", 25, ("participants",)),
        _text("会商内容", 36),
        RegisterColumn("会商结论", 32, ("conclusion",), ("handling", "instruction")),
        _recorder(),
    ),
)

FORMS: Mapping[PaperKind, RegisterForm] = MappingProxyType(
    {
        PaperKind.CALL_REGISTER: _CALLS,
        PaperKind.DOCUMENT_REGISTER: _DOCUMENTS,
        PaperKind.NOTICE_REGISTER: _NOTICES,
        PaperKind.VISIT_REGISTER: _VISITS,
        PaperKind.PATROL_REGISTER: _PATROLS,
        PaperKind.FAULT_REGISTER: _FAULTS,
        PaperKind.DUTY_CHECK_SHEET: _DUTY_CHECKS,
        PaperKind.CONSULTATION_REGISTER: _CONSULTATIONS,
    }
)
