"""Call rounds for tests: a round of invented people, and the presses of its keys."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.call_round import (
    CallAttempt,
    CallChannel,
    Callee,
    CallParty,
    CallResult,
    CallRound,
    CallTarget,
    DraftAttempt,
    DraftCallRound,
)
from dutydesk.domain.contacts import Contact, ContactRole, RolePair, Unit, UnitKind
from dutydesk.domain.incident import DraftIncident, Incident, IncidentCategory
from dutydesk.domain.officer import Actor
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contacts import NumberDraft

NOW = datetime(2026, 7, 8, 11, 24, tzinfo=UTC)


def call_round(**changes: object) -> CallRound:
    values = {
        "id": "r1",
        "title": "暴雨橙色预警叫应",
        "words": "请立即到岗",
        "superior": "丙某",
        "superior_phone": "19900000003",
        "started_at": NOW,
        "started_by": "甲某",
    }
    return CallRound(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def target(number: int = 1, **changes: object) -> CallTarget:
    values = {
        "id": f"t{number}",
        "round_id": "r1",
        "order_no": number,
        "name": f"李某{number}",
        "phone": f"1990000{number:04d}",
        "unit": "安和一社区",
        "b_name": f"王某{number}",
        "b_phone": f"1991000{number:04d}",
    }
    return CallTarget(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def attempt(
    number: int = 1,
    result: CallResult = CallResult.NO_ANSWER,
    party: CallParty = CallParty.A,
    **changes: object,
) -> CallAttempt:
    values = {
        "id": f"a{number}",
        "target_id": "t1",
        "attempt_no": number,
        "party": party,
        "name": "李某",
        "phone": "19900000001",
        "channel": CallChannel.PHONE,
        "result": result,
        "words": "",
        "officer": "甲某",
        "at": NOW + timedelta(minutes=number),
        "recorded_at": NOW + timedelta(minutes=number),
    }
    return CallAttempt(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def callee(number: int = 1, **changes: object) -> Callee:
    values = {
        "name": f"李某{number}",
        "phone": f"1990000{number:04d}",
        "unit": "安和一社区",
        "role": "网格员",
        "b_name": f"王某{number}",
        "b_phone": f"1991000{number:04d}",
    }
    return Callee(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def round_draft(count: int = 3, **changes: object) -> DraftCallRound:
    values = {
        "id": str(uuid4()),
        "title": "暴雨橙色预警叫应",
        "words": "请立即到岗，转移低洼院落居民",
        "callees": tuple(callee(number) for number in range(1, count + 1)),
    }
    return DraftCallRound(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def press(
    room: DutyRoom, target_id: str, result: CallResult, words: str = "", **changes: object
) -> DraftAttempt:
    values = {
        "id": str(uuid4()),
        "target_id": target_id,
        "result": result,
        "words": words,
        "at": room.clock.now(),
    }
    return DraftAttempt(**{**values, **changes})  # type: ignore[arg-type]  # fields by name


def fill_people(room: DutyRoom, by: Actor, communities: int = 3) -> None:
    """A street with communities, each with a head, and an info officer A and B."""
    contacts = room.contacts
    contacts.save_unit(Unit(id="street", name="安和街道", kind=UnitKind.STREET), by=by)
    for number in range(1, communities + 1):
        unit_id = f"c{number}"
        unit = Unit(
            id=unit_id,
            name=f"安和{number}社区",
            parent_id="street",
            order_no=number,
            kind=UnitKind.COMMUNITY,
        )
        contacts.save_unit(unit, by=by)
        head = Contact(
            id=f"{unit_id}-head",
            name=f"张某{number}",
            unit_id=unit_id,
            post="书记",
            duty_role=ContactRole.HEAD,
        )
        first = Contact(
            id=f"{unit_id}-a",
            name=f"李某{number}",
            unit_id=unit_id,
            area=f"{number}号片",
            duty_role=ContactRole.INFO_OFFICER,
            role_pair=RolePair.A,
            pair_contact_id=f"{unit_id}-b",
        )
        second = Contact(
            id=f"{unit_id}-b",
            name=f"王某{number}",
            unit_id=unit_id,
            duty_role=ContactRole.INFO_OFFICER,
            role_pair=RolePair.B,
        )
        # The B first: the A points at it.
        for at, person in ((0, head), (2, second), (1, first)):
            mobile = f"199{at}000{number:04d}"
            numbers = [NumberDraft(NumberKind.MOBILE, mobile)]
            if at == 0:
                numbers.append(NumberDraft(NumberKind.DUTY, f"8800{number:04d}"))
            contacts.save(person, numbers, by=by)


def open_incident(room: DutyRoom, by: Actor, title: str = "关于地下车库积水的报告") -> Incident:
    draft = DraftIncident(
        id=room.incident.new_id(),
        title=title,
        category=IncidentCategory.NATURAL,
        kind="洪涝",
        place="安和一社区",
        received_at=room.clock.now(),
    )
    return room.incident.open(draft, by=by).value
