"""A power cut between the copy of a file and the commit of its entry costs a file nobody names."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dutydesk.assembly.opening import open_room
from dutydesk.domain.attachment import AttachmentMissing, AttachmentsTooMany, NewAttachment
from dutydesk.domain.verification import ProblemKind
from dutydesk.store.attaching import attach_new
from dutydesk.store.attachment_files import kept_in
from tests.builders import Staff, draft
from tests.habits.source import ROOT

# Kills itself where the entry would be appended: the file is on disk by then.
_KILLED = """
import os, signal, sys
from pathlib import Path
from dutydesk.store import attaching
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
attaching.attach_new = die
from dutydesk.cli.main import run
data, file = sys.argv[1:]
run(["--data", data, "log", "add", "--kind", "other", "--text", "t", "--attach", file])
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_kill_between_copy_and_commit_leaves_a_sound_room(staffed: Staff, tmp_path: Path) -> None:
    folder = staffed.room.store.folder
    staffed.room.close()
    photo = tmp_path / "现场.jpg"
    photo.write_bytes(b"what the camera saw")
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(folder), str(photo)], cwd=ROOT, check=False
    )
    assert done.returncode == -signal.SIGKILL
    room = open_room(folder)
    try:
        assert room.duty_log.entries_of_running_shift()[1] == []
        result = room.verification.verify()
        assert result.ok
        assert [one.kind for one in result.notices] == [ProblemKind.ATTACHMENT_ORPHAN]
        (left,) = kept_in(folder)
        assert left.read_bytes() == photo.read_bytes()
        # Brought again, the entry takes the very file that lies there.
        again = room.attachment.take_in(photo, room.attachment.limits())
        room.duty_log.record(draft(room), by=staffed.by, attachments=[again])
        assert room.verification.verify().notices == ()
    finally:
        room.close()


def test_only_what_lies_on_disk_is_attached(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room), by=staffed.by).value
    missing = NewAttachment(id="a", sha256="0" * 64, name="x.jpg", size=1, media_type="image/jpeg")
    with (
        pytest.raises(AttachmentMissing),
        room.store.writing(actor="cli", action="attachment.add") as work,
    ):
        attach_new(work.tables, room.store.folder, entry, [missing])


def test_more_than_an_entry_takes_is_refused(staffed: Staff) -> None:
    room = staffed.room
    limits = room.attachment.limits()
    many = [room.attachment.take_in_bytes(f"{n}", f"{n}".encode(), limits) for n in range(21)]
    with pytest.raises(AttachmentsTooMany):
        room.duty_log.record(draft(room), by=staffed.by, attachments=many)
    assert room.duty_log.entries_of_running_shift()[1] == []
