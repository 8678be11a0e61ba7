"""Attachments on the command line: ``log attach``, ``log attachments``, ``log add --attach``."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor
from dutydesk.cli.path_option import path_of
from dutydesk.domain.attachment import (
    Attachment,
    AttachmentNotSaved,
    NewAttachment,
    check_count,
    in_force,
)
from dutydesk.domain.instants import to_json
from dutydesk.wording.attachment import WORD, fact_lines


def add_attach(parser: Any) -> None:
    """Add the option of files that come with an entry."""
    parser.add_argument("--attach", action="append", metavar="FILE", default=[])


def register_in(log: Any) -> None:
    """Add the commands to those of the duty log."""
    attach = log.add_parser("attach", help="给一条记录添加附件")
    attach.add_argument("id")
    attach.add_argument("attached", metavar="FILE", nargs="+")
    attach.add_argument("--officer")
    attach.set_defaults(run=attach_files)
    listing = log.add_parser("attachments", help="一条记录的附件")
    listing.add_argument("id")
    listing.add_argument("--into", metavar="DIR", dest="copies")
    listing.set_defaults(run=list_attachments)
    withdrawal = log.add_parser("withdraw-attachment", help="撤下一个附件")
    withdrawal.add_argument("id")
    withdrawal.add_argument("--reason", required=True)
    withdrawal.add_argument("--officer")
    withdrawal.set_defaults(run=withdraw_attachment)


def taken_in(room: DutyRoom, files: Sequence[str]) -> list[NewAttachment]:
    """Take files into the room; raises the refusal of the first that is not taken."""
    check_count(len(files))
    limits = room.attachment.limits() if files else None
    return [room.attachment.take_in(path_of("file", name), limits) for name in files if limits]


def attach_files(context: Context, args: Namespace) -> Answer:
    """Attach files to an entry on record."""
    room = context.writing_room()
    # Before a file is copied in for an entry that is not there.
    room.duty_log.entry(args.id)
    new = taken_in(room, args.attached)
    done = room.attachment.add(args.id, new, by=actor(room, args.officer))
    held = room.attachment.of_entry(args.id)
    return Answer(
        {"attachments": [attachment_document(one) for one in held]},
        [f"已添加{len(done.value)}个附件，这条记录现有{len(in_force(held))}个。"],
    )


def list_attachments(context: Context, args: Namespace) -> Answer:
    """List the attachments of an entry; with ``--into`` also write copies of those in force."""
    room = context.reading_room()
    held = room.attachment.of_entry(args.id)
    document: dict[str, object] = {"attachments": [attachment_document(one) for one in held]}
    lines = [f"{one.position}. {one.name}　{'　'.join(fact_lines(one))}　{one.id}" for one in held]
    if args.copies is not None:
        folder = _folder(path_of("into", args.copies))
        written = [room.attachment.save_as(one, _free(folder, one.name)) for one in in_force(held)]
        document["written"] = [str(path.resolve()) for path in written]
        lines.append(f"已存出{len(written)}个文件到 {folder.resolve()}。")
    return Answer(document, lines or ["无"])


def withdraw_attachment(context: Context, args: Namespace) -> Answer:
    """Withdraw one attachment with a reason; it stays on record, marked."""
    room = context.writing_room()
    done = room.attachment.withdraw(args.id, args.reason, by=actor(room, args.officer))
    return Answer(attachment_document(done.value), [f"已撤下{WORD}“{done.value.name}”。"])


def attachment_document(one: Attachment) -> dict[str, object]:
    """Return one attachment as JSON."""
    return {
        "id": one.id,
        "entry_id": one.entry_id,
        "position": one.position,
        "name": one.name,
        "sha256": one.sha256,
        "size": one.size,
        "media_type": one.media_type,
        "taken_at": one.taken_at,
        "latitude": one.latitude,
        "longitude": one.longitude,
        "added_at": to_json(one.added_at),
        "added_by": one.added_by,
        "is_later": one.is_later,
        "is_after_handover": one.is_after_handover,
        "is_withdrawn": one.is_withdrawn,
        "withdrawn_at": to_json(one.withdrawn_at) if one.withdrawn_at else None,
        "withdrawn_by": one.withdrawn_by,
        "withdrawal_reason": one.withdrawal_reason,
    }


def _folder(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AttachmentNotSaved(str(folder), error.strerror or "") from error
    return folder


def _free(folder: Path, name: str) -> Path:
    """Return a name that nothing has there: two photos of one name are two files."""
    path, number = folder / name, 2
    while path.exists():
        path = folder / f"{Path(name).stem}({number}){Path(name).suffix}"
        number += 1
    return path
