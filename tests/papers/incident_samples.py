"""Invented papers about incidents: a ledger, a telephone sheet, a dossier."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from dutydesk.domain.instants import china_instant
from dutydesk.domain.paper_incident_dossier import (
    AttachmentLine,
    ClockLine,
    EntryLine,
    GradingLine,
    IncidentDossier,
    NamedPart,
    ReportPart,
    TimeLine,
)
from dutydesk.domain.paper_incident_ledger import FirstReport, IncidentLedger, IncidentRow
from dutydesk.domain.paper_phone_report import PhoneReportSheet
from dutydesk.domain.paper_span import month_of

UNIT = "东湖区安和街道办事处值班室"


def at(clock: str, day: int = 8) -> datetime:
    hour, minute = clock.split(":")
    return china_instant(date(2026, 7, day), int(hour), int(minute))


FIRE = IncidentRow(
    incident_no="2026-011",
    title="安和市场旁平房火灾",
    occurred_at=at("18:13"),
    received_at=at("18:30"),
    place="安和街道安和市场旁",
    category="事故灾难",
    kind="火灾",
    level="一般",
    casualties="无人员伤亡",
    status="已结束",
    first_reports=(
        FirstReport("电话", at("18:38"), "按时"),
        FirstReport("书面", at("20:38"), "迟报8分", is_late=True),
    ),
    follow_up_count=2,
    final_at=at("07:40", 9),
)
ALARM = IncidentRow(
    incident_no="2026-012",
    title="安和二社区燃气报警",
    received_at=at("03:05", 9),
    place="安和二社区5号楼",
    category="事故灾难",
    kind="燃气事故",
    level="未定级",
    casualties="人员伤亡情况正在核实",
    status="已结束",
    is_sensitive=True,
    exit_note="误报",
)
LEDGER = IncidentLedger(
    UNIT, month_of(date(2026, 7, 1)), False, (FIRE, ALARM), ended_count=2, late_count=1
)


def phone_sheet(**more: Any) -> PhoneReportSheet:
    facts: dict[str, Any] = {
        "unit": UNIT,
        "is_practice": False,
        "incident_no": "2026-011",
        "title": "安和市场旁平房火灾",
        "stage": "首报",
        "sent_at": at("18:38"),
        "recorded_at": at("18:40"),
        "body": "18时13分安和市场旁一平房起火，消防正在赶赴现场，伤亡情况正在核实。",
        "received_at": at("18:30"),
        "place": "安和街道安和市场旁",
        "kind": "事故灾难　火灾",
        "level": "一般",
        "report_to": ("区委值班室", "区政府总值班室"),
        "receiver": "赵某",
        "reporter": "甲某",
        "approved_by": "丙某",
        "phone": "0000-0000888",
        "occurred_at": at("18:13"),
        "source": "安和三社区",
        "situation": "18时13分起火，有浓烟。",
        "measures": "疏散周边12户。",
        "next_steps": "核实人员。",
        "harm": "死亡0人，受伤0人",
        "already_told": "18:28已报119，18:31已报区应急管理局",
        "limit": "一般首报（电话）接报后2小时内。",
        "judged": "按时",
        **more,
    }
    return PhoneReportSheet(**facts)


REPORTS = (
    ReportPart("首报（电话）", at("18:38"), "", ("平房起火。",), report_to=("区政府总值班室",)),
    ReportPart(
        "首报（书面）",
        at("20:38"),
        "关于安和市场旁平房火灾情况的报告",
        ("7月8日18时13分，平房起火。", "一、基本情况。起因正在核实。"),
        issue_no="第12期",
        report_to=("区委值班室", "区政府总值班室"),
        copy_to=("区应急管理局",),
        receiver="赵某",
        drafted_by="甲某",
        reviewed_by="乙某",
        signed_by="丙某",
        judged="迟报8分（传真故障）",
        marks=("更正第11期", "越级上报：区级线路中断"),
    ),
)


def dossier(**more: Any) -> IncidentDossier:
    facts: dict[str, Any] = {
        "unit": UNIT,
        "is_practice": False,
        "incident_no": "2026-011",
        "title": "安和市场旁平房火灾",
        "level": "一般",
        "status": "已结束",
        "received_at": at("18:30"),
        "as_of": at("09:00", 9),
        "closed_at": at("07:50", 9),
        "facts": (("类别", "事故灾难"), ("种类", "火灾"), ("地点", "安和街道安和市场旁")),
        "figures": (("死亡", "0人"), ("受伤", "0人"), ("失踪", "正在核实")),
        "texts": (("基本情况", "单层砖木结构平房。"), ("起因", "电线短路。")),
        "gradings": (GradingLine(at("18:33"), "甲某", "一般", "死亡0人"),),
        "clocks": (
            ClockLine(
                "首报（书面）",
                at("18:30"),
                at("20:30"),
                "迟报8分",
                "接报后2小时内",
                at("20:38"),
                "传真故障",
                is_missed=True,
            ),
        ),
        "reports": REPORTS,
        "timeline": (TimeLine(at("18:13"), "事发", "平房起火"),),
        "entries": (
            EntryLine(date(2026, 7, 8), 15, at("18:33"), "来电", "起火", "甲某", "安和三社区"),
        ),
        "parts": (NamedPart("告知情况", ("单位", "时间"), (1, 1), (("119", "7月8日 18:31"),)),),
        "attachments": (
            AttachmentLine("现场.jpg", "1.2 MB", "1a2b3c4d5e6f7081", "7月8日\n第15条"),
        ),
        **more,
    }
    return IncidentDossier(**facts)
