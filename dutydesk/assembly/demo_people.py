"""The steps of the invented day about people: warning, call round, roll call, zero reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.call_round import CallParty, CallResult, DraftAttempt, DraftCallRound
from dutydesk.domain.call_selection import CallCriteria
from dutydesk.domain.contacts import UnitKind
from dutydesk.domain.instants import china
from dutydesk.domain.nil_report import DraftNilReport, DraftNilReportChase
from dutydesk.domain.officer import Actor
from dutydesk.domain.reporting_unit import ReachResult
from dutydesk.domain.roll_call import DraftRollCall, DraftRollCallResult
from dutydesk.domain.warning import DraftWarning, WarningStepKind
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_step import DraftWarningStep
from dutydesk.services.training import TrainingDraft

Step = Mapping[str, Any]

_TEXTS = ("doc_no", "area", "content", "measures", "period", "impact")


class Lived(Protocol):
    """The day that is being lived, as far as these steps need it."""

    room: DutyRoom
    by: Actor
    named: dict[str, str]

    def at(self, text: str) -> datetime:
        """Return the instant of a time of the script."""

    def name(self, step: Step, record_id: str) -> None:
        """Keep an id under the name the step gives it."""


def _warning(day: Lived, step: Step) -> None:
    room = day.room
    draft = DraftWarning(
        id=room.warning.new_id(),
        kind=step["kind"],
        color=WarningColor(step["color"]),
        issued_by=step["issued_by"],
        issued_at=day.at(step["issued"]),
        received_at=day.at(step["at"]),
        valid_from=day.at(step["issued"]),
        valid_to=day.at(step["until"]),
        channels=tuple(step.get("channels", ())),
        **{name: step.get(name, "") for name in _TEXTS},
    )
    day.name(step, room.warning.register(draft, by=day.by).value.id)


def _warning_step(day: Lived, step: Step) -> None:
    warning, kind = day.room.warning, WarningStepKind(step["step"])
    deeds = {
        WarningStepKind.REPORTED: warning.report,
        WarningStepKind.FORWARDED: warning.forward,
        WarningStepKind.RESPONSE_STARTED: warning.respond,
        WarningStepKind.RESPONSE_ENDED: warning.end_response,
        WarningStepKind.LIFTED: warning.lift,
    }
    texts = {name: step.get(name, "") for name in ("to_whom", "words", "matter", "measures")}
    draft = DraftWarningStep(
        id=warning.new_id(),
        warning_id=day.named[step["ref"]],
        kind=kind,
        at=day.at(step["at"]),
        level=step.get("level"),
        until=day.at(step["until"]) if "until" in step else None,
        **texts,
    )
    deeds[kind](draft, by=day.by)


def _call_round(day: Lived, step: Step) -> None:
    room, warning_id = day.room, day.named[step["about"]]
    beginning = room.call_reading.beginning(warning_id)
    draft = DraftCallRound(
        id=room.call_round.new_id(),
        title=beginning.title,
        words=step["words"],
        callees=tuple(room.call_reading.chosen(CallCriteria(kinds=(UnitKind.COMMUNITY,)))),
        warning_id=warning_id,
    )
    day.name(step, room.call_round.start(draft, by=day.by).value.id)


def _ring(day: Lived, step: Step) -> None:
    room = day.room
    sheet = room.call_reading.sheet(day.named[step["ref"]])
    meant = (step["unit"], step.get("person"))
    target = next(
        one for one in sheet.targets if one.unit == meant[0] and meant[1] in (None, one.name)
    )
    draft = DraftAttempt(
        id=room.call_round.new_id(),
        target_id=target.id,
        result=CallResult(step["result"]),
        at=day.at(step["at"]),
        words=step.get("words", ""),
        party=CallParty(step["party"]) if "party" in step else None,
    )
    room.call_round.attempt(draft, by=day.by)


def _end_call_round(day: Lived, step: Step) -> None:
    day.room.call_round.end(day.named[step["ref"]], step.get("note", ""), by=day.by)


def _take_units(day: Lived, _step: Step) -> None:
    day.room.reporting_unit.take_from_contacts(by=day.by)


def _nil_reports(day: Lived, step: Step) -> None:
    """Take what several units said, without a word that nothing happened."""
    room, units = day.room, _units(day)
    drafts = [
        DraftNilReport(
            id=room.nil_report.new_id(),
            unit_id=units[unit],
            due_at=day.at(step["due"]),
            content=content,
        )
        for unit, content in step["said"].items()
    ]
    room.nil_report.take_many(drafts, by=day.by)


def _chase(day: Lived, step: Step) -> None:
    draft = DraftNilReportChase(
        id=day.room.nil_report.new_id(),
        unit_id=_units(day)[step["unit"]],
        due_at=day.at(step["due"]),
        result=ReachResult(step["result"]),
        person=step.get("person", ""),
        answer=step.get("answer", ""),
        is_nil=step.get("nil", False),
    )
    day.room.nil_report.chase(draft, by=day.by)


def _summarize(day: Lived, step: Step) -> None:
    nil_report = day.room.nil_report
    nil_report.summarize(day.at(step["due"]), nil_report.new_id(), by=day.by)


def _roll_call(day: Lived, step: Step) -> None:
    room = day.room
    draft = DraftRollCall(id=room.roll_call.new_id(), title=step["title"])
    day.name(step, room.roll_call.start(draft, by=day.by).value.roll_call.id)


def _found(day: Lived, step: Step) -> None:
    """Put on record what one unit of the roll call said, or that nobody answered."""
    room = day.room
    sheet = room.roll_call.sheet(day.named[step["ref"]])
    target = next(one.target for one in sheet.lines if one.target.name == step["unit"])
    result = ReachResult(step.get("result", ReachResult.ANSWERED))
    is_answered = result is ReachResult.ANSWERED
    draft = DraftRollCallResult(
        id=room.roll_call.new_id(),
        target_id=target.id,
        result=result,
        person=step.get("person", ""),
        lead_on_post=step.get("lead", True) if is_answered else None,
        officer_on_post=is_answered or None,
        knows_situation=is_answered or None,
        ring_count=step.get("rings"),
        finding=step.get("finding", ""),
        action=step.get("action", ""),
    )
    room.roll_call.record(draft, by=day.by)


def _end_roll_call(day: Lived, step: Step) -> None:
    day.room.roll_call.end(day.named[step["ref"]], by=day.by)


def _training(day: Lived, step: Step) -> None:
    """Record a training of some people on the day of the step."""
    room = day.room
    wanted = set(step["people"])
    for contact in (card.contact for card in room.contacts.page(room.contacts.listing()).values()):
        if contact.name in wanted:
            draft = TrainingDraft(
                room.training.new_id(),
                contact.id,
                china(day.at(step["at"])).date(),
                step["days"],
                step["topic"],
            )
            room.training.record(draft, by=day.by)


def _verify(day: Lived, step: Step) -> None:
    """Make sure of the numbers of some people."""
    room = day.room
    wanted = set(step["people"])
    for contact in (card.contact for card in room.contacts.page(room.contacts.listing()).values()):
        if contact.name in wanted:
            room.contacts.verify(contact.id, by=day.by)


def _units(day: Lived) -> dict[str, str]:
    return {one.name: one.id for one in day.room.reporting_unit.units()}


PEOPLE_STEPS: dict[str, Callable[[Any, Step], None]] = {
    "warning": _warning,
    "warning_step": _warning_step,
    "call_round": _call_round,
    "ring": _ring,
    "end_call_round": _end_call_round,
    "take_units": _take_units,
    "nil_reports": _nil_reports,
    "chase": _chase,
    "summarize": _summarize,
    "roll_call": _roll_call,
    "found": _found,
    "end_roll_call": _end_roll_call,
    "training": _training,
    "verify": _verify,
}
"""What each step of the script does."""
