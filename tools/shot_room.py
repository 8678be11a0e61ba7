"""The rooms the picture book is taken in: a practice night with an incident, and a new room."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dutydesk.assembly.clocks import FixedClock, seeded_ids
from dutydesk.assembly.demo import build_demo
from dutydesk.assembly.opening import create_room
from dutydesk.assembly.room import DutyRoom, NewRoom
from dutydesk.domain.duty_log import DraftEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.incident import DraftIncident, IncidentCategory
from dutydesk.domain.instants import china_instant
from dutydesk.domain.officer import Actor, OfficerRole
from dutydesk.domain.open_item import DraftOpenItem
from dutydesk.domain.report import DraftReport, ReportMedium, ReportStage
from tools.shot_attachments import sample_files
from tools.shot_bulletins import fill_bulletins
from tools.shot_calls import fill_calls
from tools.shot_drafts import fill_drafts
from tools.shot_handling import fill_ended, fill_handling
from tools.shot_ledger import fill_ledgers
from tools.shot_registers import fill_registers
from tools.shot_roster import fill_roster
from tools.shot_units import fill_units

PIN = "246810"
_DAY = date(2026, 11, 21)
NOW = china_instant(_DAY, 2, 15).replace(second=31)
DUE = china_instant(_DAY, 2, 30)
_SEED = 15


def busy_room(folder: Path) -> DutyRoom:
    """Make the practice room at a quarter past two, with what keeps an officer up at night."""
    room = build_demo(folder, NOW)
    officer = next(one for one in room.officer.officers() if one.name == "乙某")
    by = Actor(officer.id, officer.id)
    clock = _clock(room)
    clock.at = china_instant(_DAY, 1, 10)
    for item in room.open_item.open_items():
        room.open_item.close(item.id, "已处理完毕，现场恢复正常。", by=by)
    fill_registers(room, clock, by, _DAY)
    fill_roster(room, by, _DAY)
    fill_units(room, clock, by, _DAY)
    _fire(room, clock, by)
    _gas(room, clock, by)
    clock.at = china_instant(_DAY, 2, 12)
    room.duty_log.record(
        DraftEntry(
            id=room.duty_log.new_id(),
            kind=EntryKind.INCOMING_CALL,
            text="一名82岁老人20日22时离家未归，家属请求协助寻找，已联系派出所并通知网格员在周边查找。",
            at=china_instant(_DAY, 2, 11),
            source="安和一社区",
            person="区某",
            phone="19900000051",
        ),
        by=by,
        attachments=sample_files(room),
    )
    due = china_instant(_DAY, 10, 0)
    room.open_item.open(
        DraftOpenItem(
            id=room.open_item.new_id(),
            title="市政管理处回电：安和路路面塌陷处修复时间",
            owner="区市政管理处 解某",
            due_at=due,
        ),
        by=by,
    )
    clock.at = NOW
    fill_handling(room, by)
    fill_drafts(room, by)
    fill_ended(room, by)
    fill_ledgers(room, NOW, by)
    fill_bulletins(room, by)
    fill_calls(room, by)
    return room


def new_room(folder: Path) -> DutyRoom:
    """Make a room as the first start leaves it: officers, nobody on duty, nothing recorded."""
    clock = FixedClock(NOW)
    room = create_room(folder, NewRoom("安和街道办事处值班室"), clock, seeded_ids(clock, _SEED))
    room.machine_clock = clock
    by = Actor("demo")
    for name, role in (("丁某", OfficerRole.ADMIN), ("甲某", OfficerRole.DUTY_OFFICER)):
        room.officer.add(name, role, PIN, phone="19900000800", by=by)
    return room


def _clock(room: DutyRoom) -> FixedClock:
    if not isinstance(room.clock, FixedClock):
        raise TypeError(room.clock)
    return room.clock


def _fire(room: DutyRoom, clock: FixedClock, by: Actor) -> None:
    """Open an incident that was reported by telephone and waits for its written report."""
    clock.at = china_instant(_DAY, 1, 44)
    incident = room.incident.open(
        DraftIncident(
            id=room.incident.new_id(),
            title="安和路12号临街商铺火灾",
            category=IncidentCategory.ACCIDENT,
            kind="火灾",
            place="安和路12号",
            received_at=china_instant(_DAY, 1, 42),
            occurred_at=china_instant(_DAY, 1, 35),
            source="安和一社区 朴某",
            situation="一层商铺起火，过火约20平方米，消防到场处置，无人员被困。",
            injured=1,
            evacuated=26,
        ),
        by=by,
    ).value
    clock.at = china_instant(_DAY, 1, 53)
    room.incident_report.report(
        DraftReport(
            id=room.incident_report.new_id(),
            incident_id=incident.id,
            stage=ReportStage.FIRST,
            medium=ReportMedium.PHONE,
            sent_at=clock.at,
            report_to=("区政府总值班室",),
            receiver="值班员王某",
            body="安和路12号一间商铺起火，已疏散26人，1人轻伤送医，消防正在处置。",
        ),
        by=by,
    )


def _gas(room: DutyRoom, clock: FixedClock, by: Actor) -> None:
    """Open an incident nobody has reported yet; its first clock runs out at ``DUE``."""
    clock.at = china_instant(_DAY, 2, 2)
    entry = room.duty_log.record(
        DraftEntry(
            id=room.duty_log.new_id(),
            kind=EntryKind.INCOMING_CALL,
            text="3号楼地下车库有浓烈燃气味，已通知燃气公司抢修班和消防，网格员正在疏散附近住户。",
            at=china_instant(_DAY, 2, 0),
            source="安和三社区",
            person="李某",
            phone="19900007531",
        ),
        by=by,
    ).value
    room.incident.open(
        DraftIncident(
            id=room.incident.new_id(),
            title="安和小区3号楼燃气泄漏",
            category=IncidentCategory.ACCIDENT,
            kind="燃气泄漏",
            place="安和小区3号楼地下车库",
            received_at=china_instant(_DAY, 2, 0),
            source="安和三社区 李某",
            situation=entry.text,
            origin_entry_id=entry.id,
        ),
        by=by,
    )
