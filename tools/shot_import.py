"""Files of contacts for the picture book: pairs side by side, imports, people on file twice."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.contacts import Contact
from dutydesk.domain.officer import Actor
from dutydesk.domain.phone import NumberKind
from dutydesk.services.contacts import NumberDraft
from dutydesk.ui.contacts.import_dialog import ImportDialog
from dutydesk.ui.main_window import DeskWindow
from tools.shot_scene import Scene

_WAIT = 900
_BY = Actor("cli")


def import_scenes(window: DeskWindow, room: DutyRoom) -> list[Scene]:
    """Return the dialogs of files of contacts."""
    return [
        Scene("dialog-import-doubts", partial(_import, window, room), wait=_WAIT),
        Scene("dialog-import-pairs", partial(_pairs, window, room), wait=_WAIT),
        Scene("dialog-imports", partial(_deed, window, "contacts.imports")),
        Scene("dialog-twins", partial(_twins, window, room)),
    ]


def _import(window: DeskWindow, room: DutyRoom) -> QWidget:
    window.enter("contacts")
    with room.store.reading() as tables:
        cards = tables.contacts.cards_of(tables.contacts.book().contacts[:12])
    lines = [
        f"某某街道,{card.contact.name[:1]}某某,科员,{card.number(NumberKind.MOBILE)},某路12号"
        for card in cards
        if card.number(NumberKind.MOBILE)
    ]
    path = Path(tempfile.mkdtemp()) / "新报的名单.csv"
    path.write_text("\n".join(("单位,姓名,职务,手机,地址", *lines)), "utf-8")
    made = ImportDialog(window.desk, room.contact_import, path, window)
    made.open()
    return made


def _pairs(window: DeskWindow, room: DutyRoom) -> QWidget:
    made = _import(window, room)
    if not isinstance(made, ImportDialog):
        raise TypeError
    made.look_at_doubts()
    dialog = QApplication.activeModalWidget()
    return dialog or made


def _deed(window: DeskWindow, deed: str) -> None:
    window.enter("contacts")
    window.desk.actions.trigger(deed)


def _twins(window: DeskWindow, room: DutyRoom) -> None:
    for name in ("丙某", "丙小某"):
        contact = Contact(room.contacts.new_id(), name, post="科员", address="某路12号")
        room.contacts.save(contact, [NumberDraft(NumberKind.MOBILE, "19900000777")], by=_BY)
    _deed(window, "contacts.twins")
