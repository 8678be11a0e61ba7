"""Invented registers for tests: an ordinary month of calls, and rows to build others from."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from dutydesk.domain.entry_detail import COMMON, DETAILS
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.entry_register import PARTED_BY
from dutydesk.domain.instants import china_instant
from dutydesk.domain.paper_entry_register import (
    EntryRegister,
    RegisterAddition,
    RegisterPart,
    RegisterRow,
)
from dutydesk.domain.paper_issue import PaperKind
from dutydesk.domain.paper_log_sheet import EntryReference
from dutydesk.domain.paper_span import month_of

UNIT = "东湖区安和街道办事处值班室"
MONTH = month_of(date(2026, 11, 1))


def at(day: int, clock: str, month: int = 11) -> datetime:
    hour, minute = clock.split(":")
    return china_instant(date(2026, month, day), int(hour), int(minute))


def row(no: int, when: datetime, text: str, **more: Any) -> RegisterRow:
    """A row; words by name, everything else by the names of the row."""
    names = set(RegisterRow.__dataclass_fields__)
    facts = {name: value for name, value in more.items() if name in names}
    words = {name: value for name, value in more.items() if name not in names}
    said = {"text": text, "recorder": "陈晓明", **words}
    return RegisterRow(no=no, at=when, **{"recorded_at": when, **facts}, words=said)


def register(kind: PaperKind, *rows: RegisterRow, part: str = "", **more: Any) -> EntryRegister:
    facts = {"parts": (RegisterPart(part, rows),), "span": MONTH, "is_practice": False, **more}
    return EntryRegister(kind=kind, unit=UNIT, **facts)


def full_words(kind: EntryKind) -> dict[str, str]:
    """Something in every field that this kind asks for, told apart by the field's name."""
    names = [*COMMON[kind], *(field.name for field in DETAILS[kind])]
    parts = set(PARTED_BY.values())
    return {name: f"x{number}y" for number, name in enumerate(names) if name not in parts}


CALLS = register(
    PaperKind.CALL_REGISTER,
    row(
        1,
        at(20, "09:12"),
        "通知16时前报送防汛值守情况，包括在岗人员、备勤队伍、物资到位情况。",
        kind="来电",
        source="区政府总值班室",
        person="王某",
        phone="0000-0000001",
        handling="转应急办办理。",
        reported_to="李建国",
        reported_at="11月20日09:15",
        read_back="是",
        result="15时40分报送",
    ),
    row(
        2,
        at(20, "14:05"),
        "居民反映2号楼燃气异味。",
        kind="来电",
        source="安和一社区",
        person="刘某",
        phone="000-00000003",
        struck_mark="〔已更正，见下〕",
    ),
    row(
        2,
        at(20, "14:05"),
        "居民反映3号楼燃气异味。",
        kind="来电",
        source="安和一社区",
        person="刘某",
        phone="000-00000003",
        already_told="119、区燃气公司",
        corrected_at=at(20, "14:12"),
        correction_reason="楼号听错",
        additions=(
            RegisterAddition(
                at(20, "14:50"),
                {
                    "text": "阀门松动已处理。",
                    "kind": "去电",
                    "source": "区燃气公司",
                    "tape_no": "1120-07",
                },
            ),
            RegisterAddition(
                at(21, "02:40"),
                {"text": "夜间复查无异味。", "result": "办结", "recorder": "周燊"},
                is_corrected=True,
            ),
        ),
    ),
    row(
        3,
        at(20, "23:50"),
        "核实积水情况。",
        kind="去电",
        source="安和三社区",
        is_late=True,
        recorded_at=at(21, "00:15"),
    ),
    row(
        4,
        at(21, "06:00"),
        "重复登记的来电。",
        kind="来电",
        struck_mark="〔已撤回 11月21日06:05 陈晓明：重复登记〕",
    ),
    row(
        5,
        at(30, "08:00"),
        "路面已修复。",
        kind="来电",
        source="区市政管理处",
        continues=EntryReference(17, date(2026, 10, 31)),
    ),
)
