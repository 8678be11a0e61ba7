"""Use cases of attachments: a file taken in, added to an entry, withdrawn, looked at, saved.

Taking in touches only files, so it may run beside the store lane; what names the file follows in
the transaction of the entry, or of adding it later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from dutydesk.domain.attachment import (
    MEGABYTE,
    Adding,
    Attachment,
    AttachmentLimits,
    NewAttachment,
    Picture,
    attach,
    plain_name,
    withdraw,
)
from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.clock import Clock, Ids
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.officer import Actor
from dutydesk.store import attachment_files as files
from dutydesk.store import logbook
from dutydesk.store.entry_chain import entry_of
from dutydesk.store.store import Store
from dutydesk.store.tables import Tables


class AttachmentService:
    """What an officer does with the files of an entry."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids

    def limits(self) -> AttachmentLimits:
        """Return the sizes the unit has set."""
        with self._store.reading() as tables:
            most, warn = (tables.setting.get(f"attachment_{word}_mb") for word in ("most", "warn"))
        return AttachmentLimits(*(int(str(size)) * MEGABYTE for size in (most, warn)))

    def take_in(
        self,
        source: Path,
        limits: AttachmentLimits,
        watch: Callable[[int], None] = lambda _count: None,
    ) -> NewAttachment:
        """Copy a file into the room, where it waits for its entry; the source may then vanish.

        Touches no table, so it may run on any thread; ``watch`` hears the bytes read so far and
        what it raises ends it. Raises AttachmentEmpty, AttachmentTooLarge, AttachmentIsFolder,
        AttachmentVanished, AttachmentUnreadable, AttachmentNotKept.
        """
        kept = files.keep_file(self._store.folder, source, limits.most, watch)
        return self._described(kept, source.name)

    def take_in_bytes(self, name: str, content: bytes, limits: AttachmentLimits) -> NewAttachment:
        """Keep bytes without a file, such as a pasted picture."""
        kept = files.keep_bytes(self._store.folder, name, content, limits.most)
        return self._described(kept, name)

    def _described(self, kept: files.KeptFile, name: str) -> NewAttachment:
        # Read late: most entries come without a file.
        from dutydesk.exchange.file_kind import HEAD, media_type  # noqa: PLC0415
        from dutydesk.exchange.photo import PhotoFacts, photo_facts  # noqa: PLC0415

        with kept.path.open("rb") as stream:
            kind = media_type(stream.read(HEAD), name)
        facts = photo_facts(kept.path) if kind.startswith("image/") else PhotoFacts()
        return NewAttachment(
            id=self._ids.new(),
            sha256=kept.sha256,
            name=plain_name(name),
            size=kept.size,
            media_type=kind,
            taken_at=facts.taken_at,
            latitude=facts.latitude,
            longitude=facts.longitude,
        )

    def add(
        self, entry_id: str, new: Iterable[NewAttachment], *, by: Actor
    ) -> Done[list[Attachment]]:
        """Attach files to an entry that is on record, also after its shift was handed over.

        The same file twice is attached once. Raises RecordUnknown, AttachmentsTooMany,
        AttachmentMissing.
        """
        new = list(new)
        with self._store.writing(actor=by.name, action="attachment.add") as work:
            tables = work.tables
            listed = entry_of(tables, entry_id)
            for one in new:
                files.path_of(self._store.folder, one.name, one.sha256)
            shift = tables.shift.by_id(listed.entry.shift_id)
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            adding = Adding(
                self._clock.now(),
                recorder.name,
                is_later=True,
                is_after_handover=shift is not None and shift.is_locked,
            )
            added = attach(entry_id, tables.attachment.held_by(entry_id), new, adding)
            for attachment in added:
                tables.attachment.put(attachment)
        return Done(added, work.changes)

    def withdraw(self, attachment_id: str, reason: str, *, by: Actor) -> Done[Attachment]:
        """Take an attachment back with a reason; it stays, marked, and so does its file.

        The same withdrawal twice is written once. Raises RecordUnknown, AttachmentReasonMissing,
        AttachmentWithdrawn.
        """
        with self._store.writing(actor=by.name, action="attachment.withdraw") as work:
            tables = work.tables
            found = self._found(tables, attachment_id)
            if found.is_withdrawn and found.withdrawal_reason == reason:
                return Done(found, Changes())
            recorder = logbook.recorder_for(tables, by, tables.shift.running())
            changed = withdraw(found, reason, self._clock.now(), recorder.name)
            tables.attachment.put(changed)
        return Done(changed, work.changes)

    def of_entry(self, entry_id: str) -> list[Attachment]:
        """Return what an entry shows, also what was withdrawn; raises RecordUnknown."""
        with self._store.reading() as tables:
            entry_of(tables, entry_id)
            return tables.attachment.of_entries([entry_id]).get(entry_id, [])

    def of_entries(self, entry_ids: Sequence[str]) -> Mapping[str, list[Attachment]]:
        """Return what the entries of a page show."""
        with self._store.reading() as tables:
            return tables.attachment.of_entries(entry_ids)

    def picture(self, sha256: str, most: int) -> Picture | None:
        """Return a photo upright and small; None when it cannot be shown. For any thread."""
        from dutydesk.exchange.photo import picture  # noqa: PLC0415 -- only who looks at one

        path = files.place_of(self._store.folder, sha256)
        return picture(path, most) if path.is_file() else None

    def save_as(self, attachment: Attachment | NewAttachment, target: Path) -> Path:
        """Write a checked copy of the file. For any thread.

        Raises AttachmentMissing, AttachmentDamaged, AttachmentNotSaved.
        """
        files.save_copy(self._store.folder, (attachment.name, attachment.sha256), target)
        return target

    @staticmethod
    def _found(tables: Tables, attachment_id: str) -> Attachment:
        found = tables.attachment.by_id(attachment_id)
        if found is None:
            raise RecordUnknown("attachment", attachment_id)
        return found
