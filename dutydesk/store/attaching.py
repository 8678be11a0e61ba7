"""Attaching files to an entry inside the transaction that records it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dutydesk.domain.attachment import Adding, NewAttachment, attach
from dutydesk.domain.duty_log import LogEntry
from dutydesk.store import attachment_files
from dutydesk.store.tables import Tables


def attach_new(
    tables: Tables, folder: Path, entry: LogEntry, new: Sequence[NewAttachment]
) -> None:
    """Attach files to an entry that is just being recorded; their bytes lie on disk already.

    Raises AttachmentsTooMany, AttachmentMissing.
    """
    for one in new:
        attachment_files.path_of(folder, one.name, one.sha256)
    for attachment in attach(entry.id, (), new, Adding(entry.recorded_at, entry.recorder)):
        tables.attachment.put(attachment)
