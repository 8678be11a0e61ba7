"""Commands of handling an incident: calls, measures, what follows its end, masking."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, instant, word_of
from dutydesk.domain.incident_closing import ClosingSheet, DraftRectification, DraftReview
from dutydesk.domain.incident_masking import DraftMasking, IncidentMasking, MaskingDecision
from dutydesk.domain.incident_notice import DraftNotice, IncidentNotice, NoticeHow
from dutydesk.domain.initial_action import ActionTaken, DraftActionTaken
from dutydesk.domain.instants import to_json
from dutydesk.domain.open_item import OpenItem
from dutydesk.services.incident_handling import HandlingSheet
from dutydesk.wording import incident_closing as closing_words
from dutydesk.wording import incident_handling as handling_words
from dutydesk.wording import incident_masking as masking_words


def register(incident: Any) -> None:
    """Add the commands under ``incident``."""
    notify = incident.add_parser("notify", help="通报：告诉了谁")
    notify.add_argument("id")
    notify.add_argument("--party", required=True)
    notify.add_argument("--how", type=word_of("how", NoticeHow), default=NoticeHow.PHONE.value)
    notify.add_argument("--unreached", action="store_true")
    for name in ("person", "phone", "answer", "at", "officer"):
        notify.add_argument(f"--{name}")
    notify.set_defaults(run=notify_party)
    measure = incident.add_parser("measure", help="先期处置：做了哪一项")
    measure.add_argument("id")
    measure.add_argument("--measure", required=True)
    for name in ("done-by", "note", "at", "officer"):
        measure.add_argument(f"--{name}")
    measure.set_defaults(run=note_measure)
    handling = incident.add_parser("handling", help="通报、先期处置、指挥、善后")
    handling.add_argument("id")
    handling.set_defaults(run=show_handling)
    _register_closing(incident)
    _register_masking(incident)


def _register_closing(incident: Any) -> None:
    archive = incident.add_parser("archive", help="归档")
    archive.add_argument("id")
    for name in ("note", "officer"):
        archive.add_argument(f"--{name}")
    archive.set_defaults(run=archive_incident)
    review = incident.add_parser("review", help="复盘")
    review.add_argument("id")
    for name in ("went-well", "problems", "lessons", "attendees", "officer"):
        review.add_argument(f"--{name}")
    review.set_defaults(run=review_incident)
    rectify = incident.add_parser("rectify", help="列入整改")
    rectify.add_argument("id")
    for name in ("title", "owner"):
        rectify.add_argument(f"--{name}", required=True)
    for name in ("due", "officer"):
        rectify.add_argument(f"--{name}")
    rectify.set_defaults(run=rectify_incident)


def _register_masking(incident: Any) -> None:
    mask = incident.add_parser("mask", help="遮盖涉及人员的信息，或决定保留")
    mask.add_argument("id")
    mask.add_argument("--hide", action="append", default=[])
    mask.add_argument("--found", action="store_true")
    mask.add_argument("--keep", action="store_true")
    for name in ("reason", "officer"):
        mask.add_argument(f"--{name}")
    mask.set_defaults(run=mask_incident)
    unmask = incident.add_parser("unmask", help="恢复显示涉及人员的信息")
    unmask.add_argument("id")
    unmask.add_argument("--reason", required=True)
    unmask.add_argument("--officer")
    unmask.set_defaults(run=unmask_incident)


def notify_party(context: Context, args: Namespace) -> Answer:
    """Record that somebody was told, or not reached."""
    room = context.writing_room()
    draft = DraftNotice(
        id=room.incident_handling.new_id(),
        incident_id=args.id,
        party=args.party,
        told_at=instant("told_at", args.at) or room.clock.now(),
        person=args.person or "",
        phone=args.phone or "",
        how=NoticeHow(args.how),
        is_reached=not args.unreached,
        answer=args.answer or "",
    )
    notice = room.incident_handling.notify(draft, by=actor(room, args.officer)).value
    line = handling_words.notice_line(notice, room.clock.now())
    return Answer(notice_document(notice), [line])


def note_measure(context: Context, args: Namespace) -> Answer:
    """Record a first action at the scene."""
    room = context.writing_room()
    draft = DraftActionTaken(
        id=room.incident_handling.new_id(),
        incident_id=args.id,
        action=args.measure,
        done_at=instant("done_at", args.at) or room.clock.now(),
        done_by=args.done_by or "",
        note=args.note or "",
    )
    taken = room.incident_handling.note_action(draft, by=actor(room, args.officer)).value
    line = handling_words.action_words(taken, room.clock.now())
    return Answer(measure_document(taken), [line])


def show_handling(context: Context, args: Namespace) -> Answer:
    """Show who was told, what was done, who commands, and what followed the end."""
    room = context.reading_room()
    now = room.clock.now()
    sheet, closing = room.incident_handling.sheet(args.id), room.incident_closing.sheet(args.id)
    decisions = room.incident_masking.sheet(args.id).decisions
    lines = [
        handling_words.command_words(sheet.command, sheet.incident),
        *(f"{line.party}　{handling_words.party_state(line, now)}" for line in sheet.parties),
        *(f"{line.action}　{handling_words.action_state(line, now)}" for line in sheet.actions),
        *(end.words for end in closing.loose_ends),
        *(closing_words.rectification_line(item, now) for item in closing.rectifications),
        *(masking_words.masking_words(one) for one in decisions),
    ]
    document = {
        **_handling_document(sheet),
        **_closing_document(closing),
        "masking": [masking_document(one) for one in decisions],
    }
    return Answer(document, lines)


def archive_incident(context: Context, args: Namespace) -> Answer:
    """File an incident."""
    room = context.writing_room()
    ends = room.incident_closing.loose_ends(args.id)
    done = room.incident_closing.archive(
        args.id, by=actor(room, args.officer), note=args.note or ""
    ).value
    sheet = room.incident_closing.sheet(done.id)
    words = closing_words.archive_words(sheet.archive) if sheet.archive else ""
    lines = [f"{done.incident_no} {words}", *(f"还没有了结：{end.words}" for end in ends)]
    return Answer(_closing_document(sheet), lines)


def review_incident(context: Context, args: Namespace) -> Answer:
    """Record a review."""
    room = context.writing_room()
    draft = DraftReview(
        id=room.incident_closing.new_id(),
        incident_id=args.id,
        went_well=args.went_well or "",
        problems=args.problems or "",
        lessons=args.lessons or "",
        attendees=args.attendees or "",
    )
    review = room.incident_closing.review(draft, by=actor(room, args.officer)).value
    document: dict[str, object] = {
        "review_id": review.id,
        "incident_id": review.incident_id,
        "went_well": review.went_well,
        "problems": review.problems,
        "lessons": review.lessons,
        "attendees": review.attendees,
        "reviewed_at": to_json(review.reviewed_at),
        "reviewed_by": review.reviewed_by,
    }
    return Answer(document, closing_words.review_lines(review))


def rectify_incident(context: Context, args: Namespace) -> Answer:
    """Make an open item of what has to be mended."""
    room = context.writing_room()
    draft = DraftRectification(
        id=room.incident_closing.new_id(),
        incident_id=args.id,
        title=args.title,
        owner=args.owner,
        due_at=instant("due", args.due),
    )
    item = room.incident_closing.rectify(draft, by=actor(room, args.officer)).value
    line = closing_words.rectification_line(item, room.clock.now())
    return Answer(_item_document(item), [f"{line} {item.id}"])


def mask_incident(context: Context, args: Namespace) -> Answer:
    """Decide to mask words, or to keep them."""
    room = context.writing_room()
    found = room.incident_masking.sheet(args.id).proposed if args.found else ()
    draft = DraftMasking(
        id=room.incident_masking.new_id(),
        incident_id=args.id,
        decision=MaskingDecision.KEEP if args.keep else MaskingDecision.MASK,
        words=() if args.keep else (*args.hide, *(one.word for one in found)),
        reason=args.reason or "",
    )
    made = room.incident_masking.decide(draft, by=actor(room, args.officer)).value
    return Answer(masking_document(made), [masking_words.masking_words(made)])


def unmask_incident(context: Context, args: Namespace) -> Answer:
    """Show the data again."""
    room = context.writing_room()
    draft = DraftMasking(
        id=room.incident_masking.new_id(),
        incident_id=args.id,
        decision=MaskingDecision.UNMASK,
        reason=args.reason,
    )
    made = room.incident_masking.unmask(draft, by=actor(room, args.officer)).value
    return Answer(masking_document(made), [masking_words.masking_words(made)])


def notice_document(notice: IncidentNotice) -> dict[str, object]:
    """Return one call."""
    return {
        "notice_id": notice.id,
        "incident_id": notice.incident_id,
        "party": notice.party,
        "person": notice.person,
        "phone": notice.phone,
        "how": notice.how.value,
        "is_reached": notice.is_reached,
        "answer": notice.answer,
        "told_at": to_json(notice.told_at),
        "told_by": notice.told_by,
        "entry_id": notice.entry_id,
    }


def measure_document(taken: ActionTaken) -> dict[str, object]:
    """Return one first action."""
    return {
        "measure_id": taken.id,
        "incident_id": taken.incident_id,
        "measure": taken.action,
        "done_at": to_json(taken.done_at),
        "done_by": taken.done_by,
        "note": taken.note,
        "recorder": taken.recorder,
        "entry_id": taken.entry_id,
    }


def masking_document(masking: IncidentMasking) -> dict[str, object]:
    """Return one decision; what is masked is counted and not told."""
    return {
        "masking_id": masking.id,
        "incident_id": masking.incident_id,
        "decision": masking.decision.value,
        "word_count": len(masking.words),
        "reason": masking.reason,
        "decided_at": to_json(masking.decided_at),
        "decided_by": masking.decided_by,
    }


def _handling_document(sheet: HandlingSheet) -> dict[str, object]:
    hq = sheet.command
    return {
        "incident_id": sheet.incident.id,
        "incident_no": sheet.incident.incident_no,
        "command_hq": hq.name if hq else None,
        "commander": hq.commander if hq else None,
        "untold": [line.party for line in sheet.parties if line.is_listed and line.told is None],
        "notices": [notice_document(one) for line in sheet.parties for one in line.notices],
        "measures": [measure_document(one) for line in sheet.actions for one in line.taken],
    }


def _closing_document(sheet: ClosingSheet) -> dict[str, object]:
    archive = sheet.archive
    return {
        "id": sheet.incident.id,
        "incident_no": sheet.incident.incident_no,
        "status": sheet.incident.status.value,
        "archived_at": to_json(archive.archived_at) if archive else None,
        "archived_by": archive.archived_by if archive else None,
        "loose_ends": [
            {"kind": end.kind.value, "record_id": end.record_id, "words": end.words}
            for end in sheet.loose_ends
        ],
        "review_count": len(sheet.reviews),
        "rectifications": [_item_document(item) for item in sheet.rectifications],
    }


def _item_document(item: OpenItem) -> dict[str, object]:
    return {
        "open_item_id": item.id,
        "title": item.title,
        "owner": item.owner,
        "due_at": to_json(item.due_at) if item.due_at else None,
        "status": item.status.value,
    }
