"""Commands of absence notices: ``absence add|change|cancel|back|list|show``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, instant
from dutydesk.domain.absence_change import AbsenceChange, DraftAbsenceChange, steps
from dutydesk.domain.absence_facts import FiledAbsence
from dutydesk.domain.absence_notice import AbsenceNotice, DraftAbsenceNotice
from dutydesk.domain.clock import Clock
from dutydesk.domain.instants import from_text, to_json
from dutydesk.wording import absence_notice as words

_TEXTS = ("place", "reason", "acting", "acting-phone", "post", "unit", "approved-by")
_NEEDED = ("person", "starts-at", "ends-at", "place", "reason", "acting")


def register(commands: Any) -> None:
    """Add the commands."""
    absence = commands.add_parser("absence", help="外出报备")
    actions = absence.add_subparsers(dest="action", required=True)
    add = actions.add_parser("add", help="报备")
    for name in ("person", "starts-at", "ends-at", *_TEXTS, "officer"):
        add.add_argument(f"--{name}", required=name in _NEEDED)
    add.add_argument("--overlap", action="store_true")
    add.set_defaults(run=add_notice)
    change = actions.add_parser("change", help="变更")
    change.add_argument("id")
    change.add_argument("--change-reason", required=True)
    for name in ("starts-at", "ends-at", *_TEXTS, "officer"):
        change.add_argument(f"--{name}")
    change.add_argument("--overlap", action="store_true")
    change.set_defaults(run=change_notice)
    cancel = actions.add_parser("cancel", help="取消")
    cancel.add_argument("id")
    cancel.add_argument("--change-reason", required=True)
    cancel.add_argument("--officer")
    cancel.set_defaults(run=cancel_notice)
    back = actions.add_parser("back", help="销假")
    back.add_argument("id")
    back.add_argument("--at")
    back.add_argument("--officer")
    back.set_defaults(run=come_back)
    _register_lists(actions)


def _register_lists(actions: Any) -> None:
    listing: ArgumentParser = actions.add_parser("list", help="列出")
    listing.add_argument("--all", action="store_true")
    listing.set_defaults(run=list_notices)
    show: ArgumentParser = actions.add_parser("show", help="一次报备及其变更")
    show.add_argument("id")
    show.set_defaults(run=show_notice)


def add_notice(context: Context, args: Namespace) -> Answer:
    """File a notice."""
    room = context.writing_room()
    draft = DraftAbsenceNotice(
        id=room.absence_notice.new_id(),
        person=args.person,
        starts_at=instant("starts_at", args.starts_at),
        ends_at=instant("ends_at", args.ends_at),
        place=args.place,
        reason=args.reason,
        acting_person=args.acting,
        acting_phone=args.acting_phone or "",
        post=args.post or "",
        unit=args.unit or "",
        approved_by=args.approved_by or "",
    )
    by = actor(room, args.officer)
    done = room.absence_notice.file(draft, by=by, is_overlap_meant=args.overlap)
    return _filed("已报备", done.value, room.clock)


def change_notice(context: Context, args: Namespace) -> Answer:
    """Report a notice anew."""
    room = context.writing_room()
    draft = DraftAbsenceChange(
        id=room.absence_notice.new_id(),
        notice_id=args.id,
        change_reason=args.change_reason,
        starts_at=instant("starts_at", args.starts_at),
        ends_at=instant("ends_at", args.ends_at),
        place=args.place,
        reason=args.reason,
        acting_person=args.acting,
        acting_phone=args.acting_phone,
        post=args.post,
        unit=args.unit,
        approved_by=args.approved_by,
    )
    by = actor(room, args.officer)
    done = room.absence_notice.change(draft, by=by, is_overlap_meant=args.overlap)
    return _filed("已变更", done.value, room.clock)


def cancel_notice(context: Context, args: Namespace) -> Answer:
    """Cancel a notice."""
    room = context.writing_room()
    by, change_id = actor(room, args.officer), room.absence_notice.new_id()
    done = room.absence_notice.cancel(args.id, args.change_reason, change_id=change_id, by=by)
    return Answer(notice_document(done.value, room.clock), [notice_line(done.value, room.clock)])


def come_back(context: Context, args: Namespace) -> Answer:
    """Record a return."""
    room = context.writing_room()
    by, at = actor(room, args.officer), instant("at", args.at)
    done = room.absence_notice.back(args.id, at=at, by=by)
    return Answer(notice_document(done.value, room.clock), [notice_line(done.value, room.clock)])


def list_notices(context: Context, args: Namespace) -> Answer:
    """List who is away or will be, or every notice."""
    room = context.reading_room()
    service = room.absence_notice
    found = service.every() if args.all else service.running()
    return Answer(
        {"absences": [notice_document(one, room.clock) for one in found]},
        [notice_line(one, room.clock) for one in found] or ["无"],
    )


def show_notice(context: Context, args: Namespace) -> Answer:
    """Show a notice with its changes."""
    room = context.reading_room()
    file = room.absence_notice.notice(args.id)
    lines = [notice_line(file.notice, room.clock)]
    told = steps(file.notice, file.changes)
    lines += [f"{words.change_word(step)} {words.printed_change(step)}" for step in told]
    changes = [_change_document(one) for one in file.changes]
    return Answer({**notice_document(file.notice, room.clock), "changes": changes}, lines)


def notice_document(notice: AbsenceNotice, clock: Clock) -> dict[str, object]:
    """Return one notice as JSON."""
    return {
        "id": notice.id,
        "person": notice.person,
        "post": notice.post,
        "unit": notice.unit,
        "reason": notice.reason,
        "starts_at": to_json(notice.starts_at),
        "ends_at": to_json(notice.ends_at),
        "place": notice.place,
        "acting_person": notice.acting_person,
        "acting_phone": notice.acting_phone,
        "approved_by": notice.approved_by,
        "filed_at": to_json(notice.filed_at),
        "is_late": notice.is_late,
        "version": notice.version,
        "back_at": to_json(notice.back_at) if notice.back_at else None,
        "status": notice.state(clock.now()).value,
    }


def notice_line(notice: AbsenceNotice, clock: Clock) -> str:
    """Return one notice as a line for people."""
    state = words.ABSENCE_STATE[notice.state(clock.now())]
    name = words.who(notice.unit, notice.post, notice.person)
    late = f"（{words.LATE}）" if notice.is_late else ""
    told = f"{words.span(notice)} {notice.place}，代：{words.acting(notice)}"
    return f"{state} {name}{late} {told} {notice.id}"


def _filed(verb: str, filed: FiledAbsence, clock: Clock) -> Answer:
    told = [words.caution_words(one) for one in filed.cautions]
    document = {**notice_document(filed.notice, clock), "cautions": told}
    return Answer(document, [f"{verb}：{notice_line(filed.notice, clock)}", *told])


def _change_document(change: AbsenceChange) -> dict[str, object]:
    before = {
        name: to_json(from_text(text)) if name.endswith("_at") else text
        for name, text in change.before.items()
    }
    return {
        "version": change.version,
        "changed_at": to_json(change.changed_at),
        "officer": change.recorder,
        "change_reason": change.change_reason,
        "is_cancellation": change.is_cancellation,
        "before": before,
    }
