"""A process that forks writers of a room, so that a test can kill them by the hundred.

Run as ``python writer_server.py ROOM``. For each line on standard input it forks a child that
records entries as fast as it can, and prints ``pid N``; the child prints ``typed ID`` before and
``saved ID`` after each entry, ``draft ID`` after each draft. Forking skips 0.5 s of imports.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from dutydesk.assembly.opening import open_room
from dutydesk.domain.draft import Draft
from dutydesk.domain.duty_log import DraftEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.officer import Actor

TEXT = "安和三社区来电：3号楼燃气异味，已通知燃气公司到场处置"


def say(*words: str) -> None:
    os.write(1, (" ".join(words) + "\n").encode())


def write_for_ever(folder: Path) -> None:
    room = open_room(folder)
    by, number = Actor("cli"), 0
    while True:
        number += 1
        draft = DraftEntry(
            id=room.duty_log.new_id(),
            kind=EntryKind.INCOMING_CALL,
            text=f"{TEXT}{number}",
            at=room.clock.now(),
        )
        say("typed", draft.id)
        room.duty_log.record(draft, by=by)
        say("saved", draft.id)
        if number % 5 == 0:
            left = room.duty_log.new_id()
            room.draft.keep(Draft(left, "entry", {"text": TEXT}))
            say("draft", left)


if __name__ == "__main__":
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            write_for_ever(Path(sys.argv[1]))
        say("pid", str(child))
        os.waitpid(child, 0)
        say("dead", str(child))
