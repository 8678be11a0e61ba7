"""Photos for the picture book: drawn here, with position and time as a telephone writes them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from io import BytesIO

from PIL import Image, ImageDraw
from PySide6.QtWidgets import QDialog, QWidget

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.attachment import NewAttachment
from dutydesk.ui.duty_log.attachment_desk import attachments_spec
from dutydesk.ui.duty_log.attachments_dialog import AttachmentsDialog
from dutydesk.ui.duty_log.withdraw_attachment_dialog import WithdrawAttachmentDialog
from dutydesk.ui.main_window import DeskWindow
from tools.shot_scene import Scene

_SKY, _WALL, _ROAD = (52, 66, 92), (150, 120, 90), (70, 72, 76)


def sample_files(room: DutyRoom) -> Sequence[NewAttachment]:
    """Take two photos and a note into the room."""
    service = room.attachment
    limits = service.limits()
    return (
        service.take_in_bytes("小区北门 走失老人照片.jpg", _photo(0, orientation=1), limits),
        service.take_in_bytes("监控截图 22时05分.jpg", _photo(160, orientation=6), limits),
        service.take_in_bytes("寻人启事.txt", "一名82岁老人".encode(), limits),
    )


def attachment_scenes(window: DeskWindow, room: DutyRoom) -> list[Scene]:
    """Return the strip under the form, the window of an entry's files and the viewer."""
    key = attachments_spec("duty_desk").id
    return [
        Scene("duty_desk-attached", partial(_strip, window, room), partial(_no_strip, window)),
        Scene("dialog-attachments", partial(_dialog, window, key)),
        Scene("dialog-attachment-viewer", partial(_viewer, window, key)),
        Scene("dialog-attachment-withdraw", partial(_withdrawal, window, room, key)),
    ]


def _strip(window: DeskWindow, room: DutyRoom) -> QWidget:
    window.enter("duty_desk")
    form = window.panel("duty_desk").form  # type: ignore[attr-defined]  # of this room
    form.fields.text.setPlainText("3号楼地下车库进水约20厘米，物业正在抽排。")
    form.files.bring(_brought(room))
    return window


def _no_strip(window: DeskWindow) -> None:
    window.panel("duty_desk").form.give_up()  # type: ignore[attr-defined]  # of this room


def _brought(room: DutyRoom) -> object:
    from dutydesk.ui.duty_log.attachment_intake import Brought  # noqa: PLC0415 -- needs Qt late

    folder = room.store.folder / "photos"
    folder.mkdir(exist_ok=True)
    files = []
    for number, name in enumerate(("车库入口.jpg", "水位.jpg", "抽水泵.jpg")):
        path = folder / name
        path.write_bytes(_photo(60 * number, orientation=1))
        files.append(path)
    return Brought(tuple(files))


def _dialog(window: DeskWindow, key: str) -> None:
    window.enter("duty_desk")
    panel = window.panel("duty_desk")
    model, view = panel.model, panel.view  # type: ignore[attr-defined]  # of this room
    for row in range(model.rowCount()):
        listed = model.entry_at(row)
        if listed is not None and listed.attachments:
            view.setCurrentIndex(model.index(row, 0))
    window.desk.actions.trigger(key)


def _viewer(window: DeskWindow, key: str) -> None:
    _dialog(window, key)
    _shown(window).look_at_current()


def _withdrawal(window: DeskWindow, room: DutyRoom, key: str) -> None:
    _dialog(window, key)
    dialog = _shown(window)
    one = dialog.current()
    dialog.reject()
    if one is not None:
        WithdrawAttachmentDialog(window.desk, room.attachment, one, window).open()


def _shown(window: DeskWindow) -> AttachmentsDialog:
    dialogs = [one for one in window.findChildren(QDialog) if isinstance(one, AttachmentsDialog)]
    return dialogs[-1]


def _photo(tint: int, *, orientation: int) -> bytes:
    image = Image.new("RGB", (1600, 1200), _SKY)
    draw = ImageDraw.Draw(image)
    for number in range(4):
        left = 120 + number * 380
        draw.rectangle((left, 260, left + 260, 900), fill=(_WALL[0], _WALL[1] + tint // 4, tint))
        for floor in range(5):
            draw.rectangle((left + 40, 300 + floor * 110, left + 100, 360 + floor * 110), "khaki")
    draw.rectangle((0, 900, 1600, 1200), fill=_ROAD)
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif.get_ifd(0x8769)[0x9003] = "2026:11:21 01:58:07"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (30.0, 7.0, 24.4), "E", (104.0, 3.0, 36.0)
    stream = BytesIO()
    image.save(stream, "JPEG", exif=exif, quality=85)
    return stream.getvalue()
