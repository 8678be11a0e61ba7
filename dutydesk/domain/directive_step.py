"""The steps of a directive, from its note to its closing; each is accepted whole or refused.

Rules of this file: a step names when it happened, not after the clock and not before what it
follows, to the minute; passing on again names the new unit (转办); chasing after a feedback means
that it was not enough, and the line is in hand again.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.directive import (
    Directive,
    DirectiveChase,
    DirectiveForm,
    DirectiveStatus,
    DraftDirective,
)
from dutydesk.domain.directive_refusals import (
    DirectiveClosed,
    DirectiveDueInPast,
    DirectiveFieldMissing,
    DirectiveFieldTooLong,
    DirectiveNotFedBack,
    DirectiveNotPassedOn,
    DirectiveStepInFuture,
    DirectiveStepTooEarly,
    DirectiveStepUnfit,
)
from dutydesk.domain.duty_log import AHEAD_ALLOWED, MAX_FIELD, MAX_TEXT, LogEntry, Recorder
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_text

_MINUTE = timedelta(minutes=1)
# What a correction of its entry carries on into the line, unless somebody changed it there.
_FOLLOWS = ("leader", "at", "form", "carrier", "text", "due_at")
_FOLLOWS_UNMOVED = (*_FOLLOWS, "passed_to_unit", "passed_at", "status")


@dataclass(frozen=True, slots=True, kw_only=True)
class PassOn:
    """Given to a unit; ``due_at`` None leaves the limit as it is."""

    unit: str
    at: datetime
    person: str = ""
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """Signed for."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Chase:
    """Chased: what was said, what was answered."""

    text: str
    at: datetime
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the unit reported back."""

    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Closing:
    """Closed with a result; ``needs_no_feedback`` is said by whoever closes without one."""

    result: str
    needs_no_feedback: bool = False


def noted(draft: DraftDirective, entry_id: str, recorder: Recorder, now: datetime) -> Directive:
    """Return the line that a directive begins.

    Raises DirectiveFieldMissing, DirectiveFieldTooLong, DirectiveDueInPast,
    DirectiveStepInFuture, DirectiveStepTooEarly.
    """
    _check_words("leader", draft.leader)
    _check_words("text", draft.text)
    for name in ("carrier", "passed_to_unit", "passed_to_person"):
        _check_length(name, getattr(draft, name))
    _check_time(draft.at, now)
    if draft.due_at is not None and draft.due_at <= now:
        raise DirectiveDueInPast(draft.due_at)
    line = Directive(
        id=draft.id,
        entry_id=entry_id,
        leader=draft.leader,
        at=draft.at,
        form=draft.form,
        carrier=draft.carrier,
        text=draft.text,
        status=DirectiveStatus.NOTED,
        passed_to_unit=draft.passed_to_unit,
        passed_to_person=draft.passed_to_person,
        due_at=draft.due_at,
        recorder=recorder.name,
        recorded_at=now,
    )
    if draft.passed_at is None:
        return line
    step = PassOn(unit=draft.passed_to_unit, person=draft.passed_to_person, at=draft.passed_at)
    return passed_on(line, step, now)


def from_entry(entry: LogEntry, directive_id: str) -> Directive:
    """Return the line that an entry of kind directive begins by itself; it refuses nothing.

    At night an entry with a gap is better than none: who gave it, or to whom it went, may follow.
    """
    details = entry.details
    passed_at, due_at = details.get("passed_at"), details.get("feedback_due_at")
    unit = details.get("passed_to", "")
    is_passed = bool(unit and passed_at)
    return Directive(
        id=directive_id,
        entry_id=entry.id,
        leader=entry.person or entry.source,
        at=entry.at,
        form=DirectiveForm(details.get("directive_form", DirectiveForm.WRITTEN)),
        carrier=details.get("carrier", ""),
        text=entry.text,
        status=DirectiveStatus.PASSED_ON if is_passed else DirectiveStatus.NOTED,
        passed_to_unit=unit,
        passed_at=from_text(passed_at) if passed_at and is_passed else None,
        due_at=from_text(due_at) if due_at else None,
        recorder=entry.recorder,
        recorded_at=entry.recorded_at,
    )


def after_correction(line: Directive, old: LogEntry, new: LogEntry) -> Directive:
    """Return an open line whose entry was corrected: it follows the correcting entry.

    What somebody changed in the ledger stays; an entry that is no directive any more leaves the
    line as it is, for nothing vanishes by a correction.
    """
    if old.kind is not EntryKind.DIRECTIVE or new.kind is not EntryKind.DIRECTIVE:
        is_of_instruction = line.text == old.instruction and new.instruction.strip()
        return replace(
            line, entry_id=new.id, text=new.instruction if is_of_instruction else line.text
        )
    before, after = from_entry(old, line.id), from_entry(new, line.id)
    names = _FOLLOWS_UNMOVED if line.status is before.status else _FOLLOWS
    changes = {
        name: getattr(after, name)
        for name in names
        if getattr(line, name) == getattr(before, name)
    }
    return replace(line, entry_id=new.id, **changes)


def passed_on(line: Directive, step: PassOn, now: datetime) -> Directive:
    """Return the line passed on, or passed on to another unit.

    Raises DirectiveClosed, DirectiveStepUnfit after a feedback, and what every step raises.
    """
    _check_moves(line)
    if line.status is DirectiveStatus.FED_BACK:
        raise DirectiveStepUnfit(line.status)
    _check_words("passed_to_unit", step.unit)
    _check_length("passed_to_person", step.person)
    _check_time(step.at, now, since=line.at)
    if step.due_at is not None and step.due_at != line.due_at and step.due_at <= now:
        raise DirectiveDueInPast(step.due_at)
    return replace(
        line,
        status=DirectiveStatus.PASSED_ON,
        passed_to_unit=step.unit,
        passed_to_person=step.person,
        passed_at=step.at,
        receipt_by="",
        receipt_at=None,
        due_at=step.due_at or line.due_at,
    )


def signed_for(line: Directive, step: Receipt, now: datetime) -> Directive:
    """Return the line signed for and in hand.

    Raises DirectiveClosed, DirectiveNotPassedOn, DirectiveStepUnfit after a feedback.
    """
    since = _passed_at(line)
    if line.status is DirectiveStatus.FED_BACK:
        raise DirectiveStepUnfit(line.status)
    _check_words("receipt_by", step.by)
    _check_time(step.at, now, since=since)
    return replace(line, status=DirectiveStatus.IN_HAND, receipt_by=step.by, receipt_at=step.at)


def chased(line: Directive, step: Chase, now: datetime) -> Directive:
    """Return the line chased; raises DirectiveClosed, DirectiveNotPassedOn."""
    since = _passed_at(line)
    _check_words("chase", step.text)
    _check_length("reply", step.reply)
    _check_time(step.at, now, since=since)
    if line.status is DirectiveStatus.FED_BACK:
        return replace(line, status=DirectiveStatus.IN_HAND)
    return line


def chase_record(
    chase_id: str, directive_id: str, step: Chase, recorder: Recorder, now: datetime
) -> DirectiveChase:
    """Return the record of one chase that was accepted."""
    return DirectiveChase(
        id=chase_id,
        directive_id=directive_id,
        at=step.at,
        text=step.text,
        reply=step.reply,
        recorder=recorder.name,
        recorded_at=now,
    )


def fed_back(line: Directive, step: Feedback, now: datetime) -> Directive:
    """Return the line with its feedback; a later one takes the place of the first.

    Raises DirectiveClosed, DirectiveNotPassedOn.
    """
    since = _passed_at(line)
    _check_words("feedback", step.text)
    _check_time(step.at, now, since=since)
    return replace(line, status=DirectiveStatus.FED_BACK, feedback=step.text, feedback_at=step.at)


def closed(line: Directive, closing: Closing, recorder: Recorder, now: datetime) -> Directive:
    """Return the line closed; raises DirectiveClosed, DirectiveNotFedBack."""
    _check_moves(line)
    _check_words("result", closing.result)
    if line.is_awaited and not closing.needs_no_feedback:
        raise DirectiveNotFedBack
    return replace(
        line,
        status=DirectiveStatus.CLOSED,
        result=closing.result,
        closed_at=now,
        closed_by=recorder.name,
    )


def _check_moves(line: Directive) -> None:
    if line.closed_at is not None:
        raise DirectiveClosed(line.closed_at)


def _passed_at(line: Directive) -> datetime:
    _check_moves(line)
    if line.passed_at is None:
        raise DirectiveNotPassedOn
    return line.passed_at


def _check_words(name: str, text: str) -> None:
    if not text.strip():
        raise DirectiveFieldMissing(name)
    _check_length(name, text)


def _check_length(name: str, text: str) -> None:
    limit = MAX_TEXT if name == "text" else MAX_FIELD
    if len(text) > limit:
        raise DirectiveFieldTooLong(name, len(text), limit)


def _check_time(at: datetime, now: datetime, *, since: datetime | None = None) -> None:
    if at > now + AHEAD_ALLOWED:
        raise DirectiveStepInFuture(at, now)
    # Typed times know minutes, the clock knows seconds.
    if since is not None and at + _MINUTE <= since:
        raise DirectiveStepTooEarly(at, since)
