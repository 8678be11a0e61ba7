"""The roster of a month for the picture book: filled, with a swap, gaps, and its windows."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.officer import Actor
from dutydesk.domain.roster import (
    LEAD_POST,
    PRIMARY_POST,
    SECONDARY_POST,
    STANDBY_POST,
    KeyPeriod,
    RosterMember,
    RosterSlot,
    SlotSource,
)
from dutydesk.domain.roster_edit import DraftSwap, RosterPerson
from dutydesk.domain.shift import ShiftKind
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.roster.generate_dialog import GenerateDialog
from tools.shot_scene import Scene, settle

# Whoever is a member of the demo room keeps the posts he has there.
_PEOPLE = {
    LEAD_POST: ("丙某", "曾某", "鲁某", "管某"),
    PRIMARY_POST: ("甲某", "乙某", "戊某", "己某", "庚某"),
    SECONDARY_POST: ("癸某", "子某", "丑某", "寅某", "欧阳某某"),
    STANDBY_POST: ("壬某", "阚某", "邬某"),
}


def fill_roster(room: DutyRoom, by: Actor, today: date) -> None:
    """Make the month of the demo a draft with a gap, then change a duty of these days."""
    first = today.replace(day=1)
    room.roster.take_back(first, by=by)
    with room.store.writing(actor=by.name, action="roster.put") as work:
        table = work.tables.roster
        for slot in table.slots(first, first + timedelta(days=29)):
            table.remove_slot(slot)
        known = {one.name: one.id for one in table.members()}
        for post_id, names in _PEOPLE.items():
            for name in names:
                if name not in known:
                    known[name] = f"m-{name}"
                    table.put_member(RosterMember(known[name], name, posts=(post_id,)))
        for offset in range(30):
            day = first + timedelta(days=offset)
            for post_id, names in _PEOPLE.items():
                if day == today + timedelta(days=6) and post_id == SECONDARY_POST:
                    continue
                name = names[offset % len(names)]
                table.put_slot(_slot(day, post_id, name, known[name]))
        table.put_key_period(
            KeyPeriod(
                "k",
                "消防宣传月检查",
                today + timedelta(days=5),
                today + timedelta(days=7),
            )
        )
    slots = {(one.duty_date, one.post_id): one for one in room.roster.month(first).slots}
    swap = DraftSwap(
        room.roster_swap.new_id(),
        slots[today + timedelta(days=3), PRIMARY_POST].id,
        "参加全区应急值守培训",
        "丙某",
        person=RosterPerson("辛某"),
    )
    room.roster_swap.file(swap, by=by)


def _slot(day: date, post_id: str, name: str, member_id: str) -> RosterSlot:
    return RosterSlot(
        f"{day}-{post_id}",
        day,
        ShiftKind.FULL,
        post_id,
        1,
        name,
        member_id,
        source=SlotSource.GENERATED,
        phone="1990000" + f"{sum(map(ord, name)) % 10000:04}",
    )


def roster_scenes(window: DeskWindow) -> list[Scene]:
    """Return the month, a name being looked up, and the windows of the room."""
    return [
        Scene("roster-typing", partial(_typing, window), partial(_end, window), wait=300),
        Scene("dialog-reminder", partial(_trigger, window, "roster_reminder.open")),
        Scene("dialog-roster-generate", partial(_generate, window)),
        *(
            Scene(f"dialog-roster-{verb}", partial(_trigger, window, f"roster.{verb}"))
            for verb in ("swap", "undo", "publish", "members", "periods", "counts")
        ),
    ]


def _panel(window: DeskWindow) -> Any:
    window.enter("roster")
    settle()
    return window.panel("roster")


def _typing(window: DeskWindow) -> QWidget:
    panel = _panel(window)
    panel.go_to(panel.today + timedelta(days=6))
    panel.grid.setFocus()
    QTest.keyClicks(panel.grid, "o")
    return window


def _end(window: DeskWindow) -> None:
    _panel(window).editor.hide()


def _generate(window: DeskWindow) -> None:
    panel = _panel(window)
    panel.later()
    window.desk.actions.trigger("roster.generate")
    dialog = window.findChildren(GenerateDialog)[-1]
    dialog.propose()
    panel.to_today()


def _trigger(window: DeskWindow, action: str) -> None:
    panel = _panel(window)
    panel.go_to(panel.today + timedelta(days=3))
    window.desk.actions.trigger(action)
