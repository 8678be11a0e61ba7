"""Attachments of log entries: files kept under their SHA-256, named as they were brought.

Rules of this file: a file is copied in, never linked; an attachment is added and withdrawn with a
reason, never changed or deleted; what a camera wrote into a photo is shown as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal, StoreError

MAX_PER_ENTRY = 20
MAX_NAME = 120

MEGABYTE = 1 << 20

# What the start of a file tells, and names that the desktop would run or obey.
_PROGRAMS = frozenset(
    {"application/x-msdownload", "application/x-executable", "text/x-script"},
)
# fmt: off
_OBEYED = frozenset({
    "apk", "app", "appimage", "bat", "bin", "cmd", "com", "cpl", "deb", "desktop", "dll",
    "docm", "exe", "hta", "inf", "jar", "js", "jse", "lnk", "msi", "msp", "pif", "pptm",
    "ps1", "py", "reg", "rpm", "run", "scf", "scr", "sh", "url", "vb", "vbe", "vbs", "wsf",
    "wsh", "xlsm",
})
# fmt: on


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAttachment:
    """A file that lies in the folder of attachments already; ``id`` is made by whoever adds it.

    ``taken_at`` is the time as the camera wrote it, without a zone: ``2026-11-21T02:15:07``.
    """

    id: str
    sha256: str
    name: str
    size: int
    media_type: str
    taken_at: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One attachment on record.

    ``position`` counts within the entry. ``is_later``: not brought with the entry itself;
    ``is_after_handover``: brought when the shift of the entry was over.
    """

    id: str
    entry_id: str
    position: int
    sha256: str
    name: str
    size: int
    media_type: str
    taken_at: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    added_at: datetime
    added_by: str
    is_later: bool = False
    is_after_handover: bool = False
    is_withdrawn: bool = False
    withdrawn_at: datetime | None = None
    withdrawn_by: str = ""
    withdrawal_reason: str = ""

    @property
    def is_image(self) -> bool:
        """Tell whether it is a picture of some kind, readable or not."""
        return self.media_type.startswith("image/")


@dataclass(frozen=True, slots=True)
class Adding:
    """The circumstances of adding: when, who, and whether the entry stood there before."""

    now: datetime
    by: str
    is_later: bool = False
    is_after_handover: bool = False


@dataclass(frozen=True, slots=True)
class AttachmentLimits:
    """Sizes in bytes: what is refused above, what is warned of above."""

    most: int
    warn: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels to show, upright: four bytes each (RGBA), row by row."""

    width: int
    height: int
    pixels: bytes


@dataclass(eq=False)
class AttachmentEmpty(Refusal):
    """A file without a byte."""

    name: str


@dataclass(eq=False)
class AttachmentTooLarge(Refusal):
    """A file above the limit of the unit, in bytes."""

    name: str
    size: int
    limit: int


@dataclass(eq=False)
class AttachmentIsFolder(Refusal):
    """A folder instead of a file."""

    name: str


@dataclass(eq=False)
class AttachmentVanished(Refusal):
    """The file to take in is not there (any more)."""

    name: str


@dataclass(eq=False)
class AttachmentUnreadable(Refusal):
    """The file to take in cannot be read."""

    name: str
    detail: str


@dataclass(eq=False)
class AttachmentsTooMany(Refusal):
    """More attachments than one entry takes."""

    count: int
    limit: int


@dataclass(eq=False)
class AttachmentWithdrawn(Refusal):
    """It was withdrawn already."""

    name: str


@dataclass(eq=False)
class AttachmentReasonMissing(Refusal):
    """A withdrawal without a reason."""


@dataclass(eq=False)
class AttachmentNotSaved(Refusal):
    """A copy could not be written where it was asked for."""

    path: str
    detail: str


@dataclass(eq=False)
class AttachmentNotKept(StoreError):
    """The folder of attachments cannot take the file."""

    name: str
    detail: str


@dataclass(eq=False)
class AttachmentMissing(StoreError):
    """The file of an attachment is not in its folder."""

    name: str
    sha256: str


@dataclass(eq=False)
class AttachmentDamaged(StoreError):
    """The file of an attachment is not what was attached."""

    name: str
    sha256: str


def attach(
    entry_id: str, held: Iterable[Attachment], new: Iterable[NewAttachment], adding: Adding
) -> list[Attachment]:
    """Return the attachments that are added to what an entry holds.

    The same file twice is added once. Raises AttachmentsTooMany.
    """
    all_held = list(held)
    known = {one.sha256 for one in in_force(all_held)} | {one.id for one in all_held}
    added: list[Attachment] = []
    for one in new:
        if one.sha256 in known or one.id in known:
            continue
        known |= {one.sha256, one.id}
        added.append(
            Attachment(
                entry_id=entry_id,
                position=len(all_held) + len(added) + 1,
                added_at=adding.now,
                added_by=adding.by,
                is_later=adding.is_later,
                is_after_handover=adding.is_after_handover,
                **{name: getattr(one, name) for name in NewAttachment.__slots__},
            )
        )
    check_count(len(in_force(all_held)) + len(added))
    return added


def check_count(count: int) -> None:
    """Raise AttachmentsTooMany above what one entry takes."""
    if count > MAX_PER_ENTRY:
        raise AttachmentsTooMany(count, MAX_PER_ENTRY)


def withdraw(attachment: Attachment, reason: str, now: datetime, by: str) -> Attachment:
    """Return it withdrawn; raises AttachmentReasonMissing, AttachmentWithdrawn."""
    if attachment.is_withdrawn:
        raise AttachmentWithdrawn(attachment.name)
    if not reason.strip():
        raise AttachmentReasonMissing
    return replace(
        attachment, is_withdrawn=True, withdrawn_at=now, withdrawn_by=by, withdrawal_reason=reason
    )


def in_force(attachments: Iterable[Attachment]) -> list[Attachment]:
    """Return those that were not withdrawn."""
    return [one for one in attachments if not one.is_withdrawn]


def plain_name(name: str) -> str:
    """Return a name without folders and control characters, cut before its suffix."""
    last = name.replace("\\", "/").rsplit("/", maxsplit=1)[-1]
    clean = "".join(mark for mark in last if mark.isprintable() and mark not in ':*?"<>|').strip()
    path = PurePath(clean or "附件")
    suffix = path.suffix[:20]
    stem = clean.removesuffix(path.suffix) or "附件"
    return stem[: MAX_NAME - len(suffix)] + suffix


def runs_when_opened(name: str, media_type: str) -> bool:
    """Tell whether opening it may start a program instead of showing something."""
    return media_type in _PROGRAMS or PurePath(name).suffix.lower().lstrip(".") in _OBEYED
