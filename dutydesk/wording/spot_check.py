"""Words of 迎检材料: what was tested, on whom, and what came out."""

from __future__ import annotations

from datetime import datetime

from dutydesk.domain.call_round import CallRound
from dutydesk.domain.contacts import ContactCard
from dutydesk.domain.equipment import EquipmentCheck
from dutydesk.domain.paper_spot_check_pack import ProofLine
from dutydesk.domain.reporting_unit import ReachResult
from dutydesk.domain.roll_call import RollCall, RollCallSheet
from dutydesk.wording.equipment import EQUIPMENT_RESULT
from dutydesk.wording.joining import joined


def equipment_line(check: EquipmentCheck, name: str) -> ProofLine:
    """Return a test call of a device."""
    result = joined([EQUIPMENT_RESULT[check.result], check.note.strip()], "，")
    return ProofLine(
        check.checked_at, "设备试呼", name, result, check.recorder, is_fault=check.is_fault
    )


def contact_line(card: ContactCard) -> ProofLine:
    """Return a number that somebody made sure of."""
    contact = card.contact
    who = joined([card.unit, contact.name], " ")
    at = contact.last_verified_at
    if at is None:
        raise ValueError(contact.id)
    return ProofLine(at, "号码核实", who, "无误", contact.verified_by)


def roll_call_line(call: RollCall, sheet: RollCallSheet) -> ProofLine:
    """Return a roll call of duty rooms: how many answered, and what was wrong with which."""
    answered = len(sheet.with_result(ReachResult.ANSWERED))
    silent = [
        line.target.name
        for line in sheet.lines
        if line.holds is None or line.holds.result is not ReachResult.ANSWERED
    ]
    faulty = [line.target.name for line in sheet.faulty]
    result = joined(
        [
            f"应答{answered}/{len(sheet.lines)}",
            f"未应答：{'、'.join(silent)}" if silent else "",
            f"有问题：{'、'.join(faulty)}" if faulty else "",
        ],
        "；",
    )
    return _round("点名", call.started_at, call.title, result, is_fault=bool(silent or faulty))


def call_round_line(one: CallRound, reached: int, asked: int) -> ProofLine:
    """Return a call round: how many of those called were reached."""
    result = f"应答{reached}/{asked}"
    return _round("叫应", one.started_at, one.title, result, is_fault=reached < asked)


def _round(what: str, at: datetime, title: str, result: str, *, is_fault: bool) -> ProofLine:
    return ProofLine(at, what, title, result, is_fault=is_fault)
