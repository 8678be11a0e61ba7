"""The stages of the picture book: a night at the desk, its alarms, a locked room, a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from dutydesk.app.start import build_window
from dutydesk.assembly.clocks import FixedClock
from dutydesk.assembly.opening import read_room
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.errors import StoreLocked
from dutydesk.domain.log_search import LogSearch
from dutydesk.domain.officer import OfficerRole
from dutydesk.ui.duty_log.days_head import DaysView
from dutydesk.ui.duty_log.phrase_list import PhraseList
from dutydesk.ui.main_window import DeskWindow
from dutydesk.ui.messages import RecordingMessages
from dutydesk.ui.start.notices import RunState, run_notices
from dutydesk.ui.start.wizard import FirstStart, FirstSteps
from dutydesk.ui.tasks import InlineRunner
from dutydesk.ui.theme import Theme
from tools.shot_bulletins import bulletin_scenes
from tools.shot_calls import call_scenes
from tools.shot_contacts import contact_scenes
from tools.shot_dialogs import WAIT, dialog_scenes, find_contact, in_room, open_gate
from tools.shot_drafts import draft_scenes
from tools.shot_handling import handling_scenes
from tools.shot_holiday import holiday_scenes
from tools.shot_kinds import kind_scenes
from tools.shot_level import level_scenes
from tools.shot_message import message_scenes
from tools.shot_more import more_scenes
from tools.shot_report import report_scenes
from tools.shot_room import DUE, NOW, PIN, busy_room, new_room
from tools.shot_roster import roster_scenes
from tools.shot_rules import rule_scenes
from tools.shot_scene import Scene, Stage, settle
from tools.shot_statistics import statistics_scenes
from tools.shot_units import unit_scenes
from tools.shot_warning import warning_scenes
from tools.shot_watch import watch_scenes

_NARROW = 1024
_OFFICERS_PAGE = 2


def stages(theme: Theme, folder: Path) -> Iterator[Stage]:
    """Yield the stages one after another, so that one room is open at a time."""
    room = busy_room(folder / "busy")
    window = _window(room, theme)
    window.enter("duty_desk")
    scenes = [*_rooms(window), *contact_scenes(window, room), *dialog_scenes(window, room)]
    scenes += warning_scenes(window, room)
    yield Stage(window, scenes)
    room.workstation.put({"is_sound_on": False})
    for name, minutes in (("alarm-10", -10), ("alarm-5", -5), ("alarm-0", 0), ("alarm-late", 8)):
        scenes = [Scene(name, partial(_plain, window, "duty_desk"))]
        if minutes > 0:
            alarm = window.desk.actions.action("alarm.acknowledge")
            scenes.append(Scene("dialog-acknowledge", _none(alarm.trigger)))
            scenes.append(_locked("alarm-locked", window))
        yield Stage(window, scenes, partial(_go_on, room, window, minutes))
    _end(window)
    room.close()
    yield from _read_only(theme, folder / "busy")
    yield from _new(theme, folder / "new")
    yield Stage(None, list(_first_start(theme)))


def desk_window(theme: Theme, folder: Path) -> DeskWindow:
    """Return the front room alone, for the picture of the read-me."""
    window = _window(busy_room(folder / "busy"), theme)
    window.enter("duty_desk")
    return window


def _window(room: DutyRoom, theme: Theme) -> DeskWindow:
    window = build_window(room, theme, InlineRunner(), RecordingMessages())
    # Shown before the type changes: of two fonts set unseen, Qt shows the first.
    window.show()
    settle()
    window.desk.hub.beat()
    return window


def _end(window: DeskWindow) -> None:
    window.hide()
    window.deleteLater()


def _rooms(window: DeskWindow) -> list[Scene]:
    plain = [Scene(name, partial(_plain, window, name)) for name in window.rooms]
    by_deed: list[tuple[str, str, Callable[[Any], object]]] = [
        ("handover-end", "handover", _to_end),
        ("officer-open", "officer", open_gate),
        ("settings-open", "settings", open_gate),
        ("settings-end", "settings", _to_end),
        ("about-end", "about", _to_end),
    ]
    to_week = partial(_days, window, DaysView.WEEK)
    return [
        *plain,
        Scene("duty_desk-call", partial(_call, window), partial(_end_call, window)),
        Scene("duty_desk-phrases", partial(_phrases, window), partial(_end_phrases, window)),
        Scene("duty_desk-blanks", partial(_blanks, window), partial(_end_call, window)),
        Scene("day_view-month", partial(_days, window, DaysView.MONTH), to_week),
        Scene("day_view-since", partial(_days, window, DaysView.SINCE), to_week),
        Scene("duty_desk-tabs", partial(_tabs, window), partial(_end_tabs, window)),
        *kind_scenes(window),
        *holiday_scenes(window),
        *watch_scenes(window),
        *unit_scenes(window),
        *report_scenes(window),
        *bulletin_scenes(window),
        *call_scenes(window),
        *handling_scenes(window),
        *draft_scenes(window),
        *level_scenes(window),
        *statistics_scenes(window),
        *roster_scenes(window),
        *message_scenes(window),
        *rule_scenes(window),
        *more_scenes(window),
        Scene("duty_log-found", partial(_find, window), partial(_find_nothing, window), wait=WAIT),
        Scene("duty_log-filters", partial(_filters, window), partial(_all, window)),
        Scene("duty_log-around", partial(_around, window), partial(_all, window)),
        Scene("contacts-card", partial(_deed, window, "contacts", find_contact), wait=WAIT),
        Scene("incident-new", partial(_form, window), partial(_end_form, window)),
        *(Scene(name, partial(_deed, window, room, deed)) for name, room, deed in by_deed),
        _locked("locked", window),
        *(
            Scene(f"narrow-{name}", partial(_plain, window, name), width=_NARROW)
            for name in window.rooms
        ),
    ]


def _plain(window: DeskWindow, room_id: str) -> QWidget:
    window.enter(room_id)
    return window


def _deed(window: DeskWindow, room_id: str, deed: Callable[[Any], object]) -> QWidget:
    in_room(window, room_id, deed)
    return window


def _none(deed: Callable[[], object]) -> Callable[[], None]:
    def show() -> None:
        deed()

    return show


def _to_end(panel: QWidget) -> None:
    areas = [area for area in panel.findChildren(QScrollArea) if area.isVisible()]
    for area in areas:
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def _call(window: DeskWindow) -> QWidget:
    window.enter("duty_desk")
    fields = _panel(window, "duty_desk").form.fields
    fields.caller.edit.setFocus()
    QTest.keyClicks(fields.caller.edit, "l")
    return window


def _end_call(window: DeskWindow) -> None:
    form = _panel(window, "duty_desk").form
    form.fields.caller.edit.clear()
    form.fields.caller.edit.textEdited.emit("")
    form.start_new()


def _tabs(window: DeskWindow) -> QWidget:
    window.enter("duty_desk")
    panel = _panel(window, "duty_desk")
    for text in ("3号楼地下车库进水约10厘米，水泵已启动", "询问明日供水情况", "路灯不亮"):
        panel.begin_another()
        panel.form.fields.text.setPlainText(text)
    panel.drafts.go(-1)
    return window


def _end_tabs(window: DeskWindow) -> None:
    panel = _panel(window, "duty_desk")
    panel.form.give_up()
    for draft in panel.drafts.drafts:
        window.desk.drafts.drop(draft.id)
    panel.drafts.refresh()


def _phrases(window: DeskWindow) -> QWidget:
    window.enter("duty_desk")
    window.desk.actions.trigger("duty_desk.phrases")
    return window


def _end_phrases(window: DeskWindow) -> None:
    for shown in window.findChildren(PhraseList):
        shown.close_list()


def _blanks(window: DeskWindow) -> QWidget:
    _phrases(window)
    for shown in window.findChildren(PhraseList):
        QTest.keyClicks(shown.edit, "1")
    return window


def _days(window: DeskWindow, view: DaysView) -> QWidget:
    window.enter("day_view")
    _panel(window, "day_view").choose_view(view)
    return window


def _find(window: DeskWindow) -> QWidget:
    window.enter("duty_log")
    _panel(window, "duty_log").query.setText("安和 路面")
    return window


def _find_nothing(window: DeskWindow) -> None:
    _panel(window, "duty_log").query.clear()


def _filters(window: DeskWindow) -> QWidget:
    window.enter("duty_log")
    search = LogSearch("路面", source="区", phone="00")
    _panel(window, "duty_log").ask(search)
    return window


def _around(window: DeskWindow) -> QWidget:
    window.enter("duty_log")
    log = _panel(window, "duty_log")
    log.ask(LogSearch("路面"))
    log.show_around()
    return window


def _all(window: DeskWindow) -> None:
    log = _panel(window, "duty_log")
    log.back_to_hits()
    log.clear()
    log.head.further.setChecked(False)


def _form(window: DeskWindow) -> QWidget:
    window.enter("duty_desk")
    _panel(window, "duty_desk").incident_from_selected()
    return window


def _end_form(window: DeskWindow) -> None:
    _panel(window, "incident").form.left.emit()


def _panel(window: DeskWindow, room_id: str) -> Any:
    return window.panel(room_id)


def _locked(name: str, window: DeskWindow) -> Scene:
    seat = window.desk.session.seat

    def show() -> QWidget:
        window.lock()
        return window

    return Scene(name, show, partial(window.unlock, seat))


def _go_on(room: DutyRoom, window: DeskWindow, minutes: int) -> None:
    room.clock.at = DUE + timedelta(minutes=minutes)
    window.desk.hub.beat()


def _read_only(theme: Theme, folder: Path) -> Iterator[Stage]:
    room = read_room(folder, clock=FixedClock(NOW))
    window = _window(room, theme)
    locked = StoreLocked("二号机", "甲某", NOW - timedelta(minutes=25), 4120)
    for notice in run_notices(RunState(only_reads=locked), _nothing, _nothing):
        window.desk.notices.put(notice)
    names = ("duty_desk", "incident", "handover")
    yield Stage(window, [Scene(f"read-only-{n}", partial(_plain, window, n)) for n in names])
    _end(window)
    room.close()


def _new(theme: Theme, folder: Path) -> Iterator[Stage]:
    room = new_room(folder)
    window = _window(room, theme)
    take_over = Scene(
        "dialog-take-over", _none(partial(window.desk.actions.trigger, "shift.open"))
    )
    scenes = [Scene(f"new-{name}", partial(_plain, window, name)) for name in window.rooms]
    yield Stage(window, [*scenes, take_over])
    _end(window)
    room.close()


def _first_start(theme: Theme) -> Iterator[Scene]:
    for page in range(5):
        yield Scene(f"first-start-{page + 1}", partial(_wizard, theme, page))


def _wizard(theme: Theme, page: int) -> QWidget:
    steps = FirstSteps("D:/值班数据/安和街道", _nothing, _nothing)
    wizard = FirstStart(theme, InlineRunner(), RecordingMessages(), steps)
    wizard.unit.unit.setText("安和街道办事处值班室")
    people = (("丁某", OfficerRole.ADMIN), ("甲某", OfficerRole.DUTY_OFFICER))
    for name, role in people if page >= _OFFICERS_PAGE else ():
        form = wizard.officers
        form.name.setText(name)
        form.role.setCurrentIndex(form.role.findData(role.value))
        form.phone.setText("19900000801")
        for field in (form.pin, form.again):
            field.setText(PIN)
        form.add_typed()
    for _ in range(page):
        wizard.go_forward()
    wizard.show()
    return wizard


def _nothing(*_given: object) -> None:
    return
