"""An entry with attachments on record, and the window that shows them."""

from dutydesk.ui.duty_log.attachments_dialog import AttachmentsDialog
from dutydesk.ui.duty_log.opened_copies import OpenedCopies
from tests.builders import draft
from tests.photo_builders import photo
from tests.ui.live_desk import settle


def entry_with(live, staffed, *files):
    """Record an entry with files; returns it as listed."""
    room = staffed.room
    new = [room.attachment.take_in(path, room.attachment.limits()) for path in files]
    entry = room.duty_log.record(draft(room, "3号楼进水"), by=staffed.by, attachments=new).value
    live.panel().reload()
    return room.duty_log.entry(entry.id)


def photos(folder, *names):
    return [photo(folder / name, (400 + n, 300)) for n, name in enumerate(names)]


def opened(live, listed, opens=lambda _path: True):
    made = AttachmentsDialog(
        live.desk, live.room.attachment, OpenedCopies(opens), listed, live.window
    )
    made.open()
    settle()
    return made
