"""The dialogs of the picture book: what is pressed to bring each of them up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from dutydesk import paths
from dutydesk.app.rooms import show_paper
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.backup import BackupMade
from dutydesk.domain.errors import (
    NotARoom,
    StoreDamaged,
    StoreLocked,
    StoreMissing,
    StoreOnNetwork,
    StoreTooNew,
)
from dutydesk.domain.instants import china
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.ui.contacts.import_dialog import ImportDialog
from dutydesk.ui.duty_log.keys import CORRECT, LIST_OPEN
from dutydesk.ui.duty_log.phrase_desk import EDIT_PHRASES
from dutydesk.ui.duty_log.register_deed import PRINT_REGISTER
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.messages import Choice, Decision, decision_box
from dutydesk.ui.start.restored import RestoredDialog
from dutydesk.ui.start.trouble import damage_decision, trouble_decision
from tools.shot_attachments import attachment_scenes
from tools.shot_import import import_scenes
from tools.shot_room import NOW, PIN
from tools.shot_scene import Scene

WAIT = 300
_FOLDER = "D:/值班数据/安和街道"
_GOOD = BackupMade(f"{_FOLDER}/backups/room-20261120-233000-3f9c0a17.db", NOW, 412, "3f9c0a17" * 8)


def dialog_scenes(window: DeskWindow, room: DutyRoom) -> list[Scene]:
    """Return a scene for every dialog of the open desk."""
    return [
        *_log_dialogs(window),
        *attachment_scenes(window, room),
        *_incident_dialogs(window),
        *_contact_dialogs(window, room),
        *_people_dialogs(window),
        *_paper_dialogs(window, room),
        *_register_dialogs(window),
        *_shell_dialogs(window),
        *_trouble_dialogs(window),
    ]


def in_room(window: DeskWindow, room_id: str, deed: Callable[[Any], object]) -> None:
    """Enter a room and do something to its panel, such as opening a dialog."""
    window.enter(room_id)
    deed(window.panel(room_id))


def open_gate(panel: Any) -> None:
    """Let the administrator in."""
    panel.gate.pin.setText(PIN)
    QTest.keyClick(panel.gate.pin, Qt.Key.Key_Return)


def press(panel: QWidget, word: str) -> None:
    """Press the first button of a panel that begins with ``word``; raises LookupError."""
    for button in panel.findChildren(QPushButton):
        is_there = button.isEnabled() and button.isVisibleTo(panel)
        if is_there and button.text().startswith(word):
            button.click()
            return
    raise LookupError(word)


def _scene(name: str, window: DeskWindow, room_id: str, *words: str) -> Scene:
    """Return the scene of the dialog that one or more buttons of a room bring up."""

    def deed(panel: QWidget) -> None:
        for word in words:
            press(panel, word)

    return Scene(name, partial(in_room, window, room_id, deed))


def _by_key(name: str, window: DeskWindow, room_id: str, action_id: str) -> Scene:
    """Return the scene of the dialog that a key of a room brings up."""

    def deed(_panel: QWidget) -> None:
        window.desk.actions.trigger(action_id)

    return Scene(name, partial(in_room, window, room_id, deed))


def _log_dialogs(window: DeskWindow) -> list[Scene]:
    return [
        _by_key("dialog-correction", window, "duty_desk", CORRECT.id),
        _by_key("dialog-open-item", window, "duty_desk", LIST_OPEN.id),
        _by_key("dialog-register", window, "duty_log", PRINT_REGISTER.id),
        _by_key("dialog-phrases", window, "duty_desk", EDIT_PHRASES.id),
        _scene("dialog-item-change", window, "open_item", "修改"),
        _scene("dialog-item-close", window, "open_item", "办结"),
        _scene("dialog-item-progress", window, "open_item", "记进展"),
        *_directive_dialogs(window),
    ]


def _directive_dialogs(window: DeskWindow) -> list[Scene]:
    words = {"new": "列一件", "pass-on": "传达", "chase": "催办", "close": "办结"}
    return [
        _scene(f"dialog-directive-{name}", window, "directive", word)
        for name, word in words.items()
    ]


def _incident_dialogs(window: DeskWindow) -> list[Scene]:
    words = {
        "phone-report": "电话报告",
        "report": "书面报告",
        "update": "更新",
        "grade": "定级",
        "end": "结束",
    }
    return [_scene(f"dialog-{name}", window, "incident", word) for name, word in words.items()]


def _contact_dialogs(window: DeskWindow, room: DutyRoom) -> list[Scene]:
    file = paths.resources_dir() / "demo" / "contacts.csv"

    def import_dialog() -> QWidget:
        made = ImportDialog(window.desk, room.contact_import, file, window)
        made.open()
        return made

    return [
        Scene("dialog-contact", partial(in_room, window, "contacts", _edit_contact)),
        _scene("dialog-contact-new", window, "contacts", "新增"),
        _scene("dialog-unit", window, "contacts", "新增单位"),
        Scene("dialog-import", import_dialog),
        _scene("dialog-export", window, "contacts", "导出"),
        *import_scenes(window, room),
    ]


def _edit_contact(panel: Any) -> None:
    find_contact(panel)
    panel.desk.actions.trigger("contacts.edit")


def find_contact(panel: Any) -> None:
    """Look somebody up by initials and show the card."""
    panel.query.edit.clear()
    QTest.keyClicks(panel.query.edit, "lm")


def _people_dialogs(window: DeskWindow) -> list[Scene]:
    def of_officer(word: str, panel: QWidget) -> None:
        open_gate(panel)
        press(panel, word)

    deeds = {"dialog-officer": "新增", "dialog-officer-pin": "重设"}
    handover = {
        "dialog-relief": "单方交接",
        "dialog-stay-on": "继续值守",
        "dialog-checklist": "改清单",
        "dialog-review": "审阅",
    }
    return [
        *(
            Scene(name, partial(in_room, window, "officer", partial(of_officer, word)))
            for name, word in deeds.items()
        ),
        _by_key("dialog-shift", window, "duty_desk", "shift.open"),
        *(_scene(name, window, "handover", word) for name, word in handover.items()),
    ]


def _paper_dialogs(window: DeskWindow, room: DutyRoom) -> list[Scene]:
    handover = room.handover.handovers(1)[0]
    sheet = PaperRequest(PaperKind.LOG_SHEET, duty_date=handover.facts.outgoing_shift.duty_date)
    return [
        Scene(f"paper-{name}", partial(show_paper, room, window.desk, request), wait=WAIT)
        for name, request in (
            ("log-sheet", sheet),
            ("directory", PaperRequest(PaperKind.DIRECTORY)),
        )
    ]


def _shell_dialogs(window: DeskWindow) -> list[Scene]:
    return [
        Scene(f"dialog-{name}", partial(deed))
        for name, deed in (
            ("palette", window.shell_actions.open_palette),
            ("keys", window.shell_actions.open_keys),
            ("help", partial(window.shell_actions.open_page, "duty_desk")),
            ("help-input", partial(window.shell_actions.open_page, "chinese_input")),
        )
    ]


def _trouble_dialogs(window: DeskWindow) -> list[Scene]:
    since = NOW - timedelta(minutes=25)
    file = f"{_FOLDER}/room.db"
    damaged = StoreDamaged(file, "database disk image is malformed")
    decisions = {
        "locked": trouble_decision(StoreLocked("二号机", "甲某", since, 4120)),
        "damaged": trouble_decision(damaged, _GOOD),
        "missing": trouble_decision(StoreMissing(file)),
        "network": trouble_decision(StoreOnNetwork(file, "cifs")),
        "too-new": trouble_decision(StoreTooNew(9, 3)),
        "no-room": trouble_decision(NotARoom(file)),
        "open": damage_decision("记录有损坏：第120条记录和链上的印记对不上。", _GOOD),
        "close": Decision(
            "关闭值守台",
            "有一条记录还没有记下。关闭后草稿还在，下次打开接着写。",
            (Choice("close", "关闭", "primary"), Choice("stay", "不关")),
            default="stay",
            escape="stay",
        ),
    }
    boxes = [
        Scene(f"trouble-{name}", partial(_box, decision, window))
        for name, decision in decisions.items()
    ]
    return [*boxes, Scene("trouble-restored", partial(_restored, window, since))]


def _box(decision: Decision, window: DeskWindow) -> QWidget:
    box = decision_box(decision, window)
    box.open()
    return box


def _restored(window: DeskWindow, since: datetime) -> QWidget:
    words = ["已用11月20日 23:30的备份恢复。", "备份之后的2条记录不在里面，列在下面，请补记。"]
    lost = [
        f"{china(since):%H:%M}　来电　安和三社区 李某　3号楼地下车库有浓烈燃气味。",
        "02:02　来电　安和一社区 朴某　商铺明火已扑灭。",
    ]
    dialog = RestoredDialog(window.desk.theme, words, lost, window)
    dialog.open()
    return dialog


def _register_dialogs(window: DeskWindow) -> list[Scene]:
    def open_absence() -> None:
        in_room(window, "absence_notice", lambda panel: panel.begin())

    def change_absence() -> None:
        in_room(window, "absence_notice", lambda panel: panel.change_selected())

    def check_fault() -> None:
        in_room(window, "equipment", lambda panel: panel.check_abnormal())

    def change_item() -> None:
        in_room(window, "equipment", lambda panel: panel.change_selected())

    return [
        Scene("dialog-absence", open_absence),
        Scene("dialog-absence-change", change_absence),
        Scene("dialog-equipment-check", check_fault),
        Scene("dialog-equipment-item", change_item),
    ]
