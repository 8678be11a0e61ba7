"""Subordinate units, zero reports and roll calls with sensible defaults."""

from datetime import datetime
from uuid import uuid4

from dutydesk.domain.instants import from_iso
from dutydesk.domain.nil_report import DraftNilReport, NilReport
from dutydesk.domain.reporting_unit import DraftReportingUnit, ReachResult, ReportingUnit
from dutydesk.domain.roll_call import DraftRollCall, DraftRollCallResult, RollCallResult
from dutydesk.domain.roll_call_plan import RollCallMethod, RollCallPlan
from tests.builders import Staff

LISTED = from_iso("2026-11-01T09:00")
DUE = from_iso("2026-11-20T17:00")
NAMES = ("安和一社区", "安和二社区", "安和三社区")


def unit(name: str, **changes: object) -> ReportingUnit:
    """A unit on the list since the beginning of November."""
    values: dict[str, object] = {
        "id": name, "name": name, "phone": "0000-1", "contact": "值班室", "order_no": 1,
        "created_at": LISTED,
    }  # fmt: skip
    return ReportingUnit(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def report(unit_id: str, **changes: object) -> NilReport:
    """A nil report in time."""
    values: dict[str, object] = {
        "id": str(uuid4()), "unit_id": unit_id, "due_at": DUE, "is_nil": True, "content": "",
        "reporter": "", "reported_at": DUE, "officer_id": None, "recorder": "甲某",
        "recorded_at": DUE, "is_late": False,
    }  # fmt: skip
    return NilReport(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def report_draft(unit_id: str, due_at: datetime = DUE, **changes: object) -> DraftNilReport:
    """A nil report as taken down."""
    values = {"id": str(uuid4()), "unit_id": unit_id, "due_at": due_at}
    return DraftNilReport(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def found(target_id: str, **changes: object) -> RollCallResult:
    """A try that somebody answered, everything in order."""
    values: dict[str, object] = {
        "id": str(uuid4()), "target_id": target_id, "result": ReachResult.ANSWERED, "person": "",
        "lead_on_post": True, "officer_on_post": True, "ring_count": None, "answer_seconds": None,
        "knows_situation": True, "finding": "", "action": "", "checker": "甲某", "at": DUE,
        "officer_id": None, "recorder": "甲某",
    }  # fmt: skip
    return RollCallResult(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def result_draft(target_id: str, **changes: object) -> DraftRollCallResult:
    """A try as taken down: answered, everything in order."""
    values: dict[str, object] = {
        "id": str(uuid4()), "target_id": target_id, "result": ReachResult.ANSWERED,
        "lead_on_post": True, "officer_on_post": True, "knows_situation": True,
    }  # fmt: skip
    return DraftRollCallResult(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def roll_call_draft(**changes: object) -> DraftRollCall:
    """A roll call of every unit by telephone."""
    values = {"id": str(uuid4()), "title": "夜间点名"}
    return DraftRollCall(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def plan(**changes: object) -> RollCallPlan:
    """A plan of every day, at 21:00."""
    values: dict[str, object] = {
        "id": "plan", "title": "每晚点名", "method": RollCallMethod.PHONE, "weekdays": "1234567",
        "starts_at_time": "21:00", "ends_at_time": "", "unit_count": None, "seed": "s",
        "created_at": LISTED,
    }  # fmt: skip
    return RollCallPlan(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def list_units(staff: Staff, *names: str) -> list[ReportingUnit]:
    """Put units on the list of a room, at its clock."""
    service = staff.room.reporting_unit
    return [
        service.put(
            DraftReportingUnit(id=str(uuid4()), name=name, phone=f"0000-{n}", contact="值班室"),
            by=staff.by,
        ).value
        for n, name in enumerate(names or NAMES, 1)
    ]
