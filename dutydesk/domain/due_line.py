"""What else falls due beside the reports of incidents, as 时限 shows it: one value for all."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from dutydesk.domain.dataclass import dataclass


class DueKind(StrEnum):
    """What has a time: 销假, 试呼, 充电, 批示, 提醒, 签收, 叫应, 预警, 零报告, 点名, 节假日."""

    ABSENCE_RETURN = "absence_return"
    EQUIPMENT_TEST = "equipment_test"
    EQUIPMENT_CHARGE = "equipment_charge"
    DIRECTIVE = "directive"
    REMINDER = "reminder"
    RECEIPT = "receipt"
    CALL_ROUND = "call_round"
    WARNING_REPORT = "warning_report"
    WARNING_FORWARD = "warning_forward"
    WARNING_VALIDITY = "warning_validity"
    WARNING_RESPONSE = "warning_response"
    NIL_REPORT = "nil_report"
    ROLL_CALL = "roll_call"
    HOLIDAY_NOTICE = "holiday_notice"


@dataclass(frozen=True, slots=True)
class DueLine:
    """One line: ``room`` and ``record_id`` say what it opens, ``title`` what it is about.

    Without ``due_at`` it stands there until it is done; one that is quiet never sounds, one that
    is a clock climbs the whole ladder. ``word`` stands instead of the word of its kind.
    """

    kind: DueKind
    room: str
    record_id: str
    title: str
    due_at: datetime | None = None
    target: str = ""
    is_quiet: bool = True
    is_clock: bool = False
    word: str = ""
