"""A practice room with one finished invented duty day, its handover and the running shift.

The day stands in ``resources/demo``; it is lived through the services themselves, so the room is
as real as any other. Equal ``now`` gives equal papers: clock and ids are given, not drawn.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from dutydesk import paths
from dutydesk.assembly.clocks import FixedClock, seeded_ids
from dutydesk.assembly.demo_bulletins import issue_bulletin
from dutydesk.assembly.demo_people import PEOPLE_STEPS
from dutydesk.assembly.demo_registers import check_equipment, file_absence
from dutydesk.assembly.demo_roster import publish_roster, roster_script, stand_in
from dutydesk.assembly.opening import create_room
from dutydesk.assembly.room import DutyRoom, NewRoom
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import Correction, DraftEntry
from dutydesk.domain.entry_detail import DETAILS, DetailType
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.handover import CheckResult, HandoverSide
from dutydesk.domain.incident import (
    DraftIncident,
    IncidentCategory,
    IncidentChange,
    IncidentLevel,
)
from dutydesk.domain.instants import china_instant, to_text
from dutydesk.domain.officer import Actor, Officer, OfficerRole
from dutydesk.domain.report import DraftReport, ReportMedium, ReportStage
from dutydesk.domain.settings import DEFAULTS, shift_pattern
from dutydesk.domain.shift import Posts
from dutydesk.services.handover import CheckFill, Filling, Signing, ThingFill
from dutydesk.wording import when

_SEED = 20_260_708
_BEFORE = timedelta(days=3)

Step = Mapping[str, Any]


@dataclass
class _Play:
    """One duty day being lived: where it begins, and the records that later steps name."""

    room: DutyRoom
    clock: FixedClock
    day: date
    staff: Mapping[str, Officer]
    pin: str
    by: Actor
    until: datetime
    named: dict[str, str] = field(default_factory=dict)

    def at(self, text: str) -> datetime:
        """Return the instant of ``08:34`` on the duty day or ``+1 02:15`` on the next."""
        day = self.day + timedelta(days=1) if text.startswith("+1") else self.day
        hour, minute = text[-5:].split(":")
        return china_instant(day, int(hour), int(minute))

    def name(self, step: Step, record_id: str) -> None:
        """Keep an id under the name the step gives it."""
        if "ref" in step:
            self.named[step["ref"]] = record_id

    def play(self, steps: list[Step]) -> None:
        """Live the steps in order; those behind ``until`` have not happened yet."""
        for step in steps:
            at = self.at(step["at"])
            if at > self.until:
                return
            self.clock.at = at
            _STEPS[step["do"]](self, step)


def build_demo(folder: Path, now: datetime) -> DutyRoom:
    """Make the practice room in a new folder, ending at ``now``; returns it open for writing.

    Raises RoomExists and store errors.
    """
    script = json.loads((paths.resources_dir() / "demo" / "day.json").read_text("utf-8"))
    # A new room keeps the pattern of the defaults.
    pattern = shift_pattern(DEFAULTS["shift_pattern"])
    running = pattern.slot_at(now) or pattern.slot_for_relief(now)
    yesterday = running.duty_date - timedelta(days=1)
    # The room is in use for some days: the roster of a month is published before it begins.
    clock = FixedClock(china_instant(yesterday.replace(day=1) - _BEFORE, 9, 30))
    ids = seeded_ids(clock, _SEED)
    room = create_room(folder, NewRoom(script["unit"], is_practice=True), clock, ids)
    room.machine_clock = clock
    staff = _staff(room, script)
    roster, keeper = roster_script(), _seat(staff, script, "finished")
    publish_roster(room, roster, yesterday, running.duty_date, by=keeper)
    clock.at = china_instant(yesterday, 8, 10)
    stand_in(room, roster, yesterday, by=keeper)
    finished = _Play(room, clock, yesterday, staff, script["pin"], keeper, now)
    _finished_day(finished, script, running.starts_at)
    play = _Play(
        room, clock, running.duty_date, staff, script["pin"], _seat(staff, script, "running"), now
    )
    play.named.update(finished.named)
    play.play(script["running"]["steps"])
    clock.at = now
    return room


def _staff(room: DutyRoom, script: Step) -> dict[str, Officer]:
    by = Actor("demo")
    room.settings.put({"duty_phone": script["duty_phone"], "duty_fax": script["duty_fax"]}, by=by)
    room.contact_import.import_file(paths.resources_dir() / "demo" / "contacts.csv", by=by)
    return {
        one["name"]: room.officer.add(
            one["name"], OfficerRole(one["role"]), script["pin"], phone=one["phone"], by=by
        ).value
        for one in script["officers"]
    }


def _seat(staff: Mapping[str, Officer], script: Step, day: str) -> Actor:
    officer_id = staff[script[day]["primary"]].id
    return Actor(officer_id, officer_id)


def _finished_day(play: _Play, script: Step, ends_at: datetime) -> None:
    day = script["finished"]
    play.clock.at = play.at("08:30")
    play.room.shift.start(
        Posts(
            play.staff[day["primary"]].id,
            lead_officer_id=play.staff[day["lead"]].id,
            secondary_officer_id=play.staff[day["secondary"]].id,
        ),
        play.pin,
        by=play.by,
    )
    play.room.shift.describe(day["weather"], "", by=play.by)
    play.play(day["steps"])
    play.clock.at = ends_at - timedelta(minutes=5)
    _fill_checklist(play)
    play.clock.at = ends_at
    _sign(play, HandoverSide.OUTGOING, day["primary"], day["handover_note"])
    _sign(play, HandoverSide.INCOMING, script["running"]["primary"], "")


def _fill_checklist(play: _Play) -> None:
    view = play.room.handover.draft()
    checks = tuple(CheckFill(line.item_id, CheckResult.NORMAL) for line in view.checks)
    things = tuple(
        ThingFill(thing.name, thing.quantity or "1", CheckResult.NORMAL) for thing in view.things
    )
    play.room.handover.fill(Filling(checks=checks, things=things), by=play.by)


def _sign(play: _Play, side: HandoverSide, name: str, note: str) -> None:
    signing = Signing(side=side, officer_id=play.staff[name].id, pin=play.pin, note=note)
    play.room.handover.sign(signing, by=play.by)


def _log(play: _Play, step: Step) -> None:
    due = play.at(step["due"]) if "due" in step else None
    draft = DraftEntry(
        id=play.room.duty_log.new_id(),
        kind=EntryKind(step["kind"]),
        text=step["text"],
        at=play.at(step.get("happened", step["at"])),
        **{name: step.get(name, "") for name in ("source", "person", "phone", "handling")},
        details=_details(play, step),
        continuation_of=play.named[step["goes_on"]] if "goes_on" in step else None,
    )
    entry = play.room.duty_log.record(
        draft, by=play.by, open_item=step.get("open_item", False), due_at=due
    ).value
    play.name(step, entry.id)


def _details(play: _Play, step: Step) -> dict[str, str]:
    """Return what the kind is asked; instants are written as the times of steps are."""
    fields = {field.name: field for field in DETAILS[EntryKind(step["kind"])]}
    return {
        name: to_text(play.at(value)) if fields[name].type is DetailType.INSTANT else value
        for name, value in step.get("details", {}).items()
    }


def _close_item(play: _Play, step: Step) -> None:
    entry_id = play.named[step["ref"]]
    item = next(
        item for item in play.room.open_item.open_items() if item.origin_entry_id == entry_id
    )
    play.room.open_item.close(item.id, step["result"], by=play.by)


def _correct(play: _Play, step: Step) -> None:
    correction = Correction(play.room.duty_log.new_id(), reason=step["reason"], text=step["text"])
    play.room.duty_log.correct(play.named[step["entry"]], correction, by=play.by)


def _incident(play: _Play, step: Step) -> None:
    incident = play.room.incident.open(
        DraftIncident(
            id=play.room.incident.new_id(),
            title=step["title"],
            category=IncidentCategory(step["category"]),
            kind=step["kind"],
            place=step["place"],
            occurred_at=play.at(step["occurred"]),
            received_at=play.at(step["received"]),
            origin_entry_id=play.named.get(step.get("from", "")),
            deaths=step.get("deaths"),
            injured=step.get("injured"),
            level=IncidentLevel.ORDINARY,
            level_reason=step.get("level_reason", ""),
        ),
        by=play.by,
    ).value
    play.name(step, incident.id)


def _update(play: _Play, step: Step) -> None:
    values: dict[str, object] = {"evacuated": step["evacuated"]}
    play.room.incident.update(
        play.named[step["ref"]], IncidentChange(values, step["reason"]), by=play.by
    )


def _report(play: _Play, step: Step) -> None:
    play.room.incident_report.report(
        DraftReport(
            id=play.room.incident_report.new_id(),
            incident_id=play.named[step["ref"]],
            stage=ReportStage(step["stage"]),
            medium=ReportMedium(step["medium"]),
            sent_at=play.at(step["at"]),
            report_to=(step["to"],),
            receiver=step["receiver"],
            body=step["text"].replace("{day}", when.day(play.day)),
        ),
        by=play.by,
    )


def _close_incident(play: _Play, step: Step) -> None:
    play.room.incident.close(play.named[step["ref"]], by=play.by)


def _describe(play: _Play, step: Step) -> None:
    shift = play.room.shift.view().shift
    weather = shift.weather if shift else ""
    play.room.shift.describe(weather, step["text"], by=play.by)


def _absence(play: _Play, step: Step) -> None:
    file_absence(play.room, step, play.at, play.by)


def _bulletin(play: _Play, step: Step) -> None:
    body = {"body": step["body"].replace("{day}", when.day(play.day))} if "body" in step else {}
    incident_id = play.named.get(step.get("about", ""))
    issue_bulletin(play.room, {**step, **body}, (incident_id, play.day), play.by)


def _check_equipment(play: _Play, step: Step) -> None:
    check_equipment(play.room, step, play.by)


_STEPS: dict[str, Callable[[_Play, Step], None]] = {
    **PEOPLE_STEPS,
    "log": _log,
    "close_item": _close_item,
    "correct": _correct,
    "incident": _incident,
    "update": _update,
    "report": _report,
    "close_incident": _close_incident,
    "describe": _describe,
    "absence": _absence,
    "bulletin": _bulletin,
    "check_equipment": _check_equipment,
}
