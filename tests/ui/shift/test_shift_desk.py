"""Taking over a new room, and the running shift: posts, weather, situation, by keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.officer import Actor, OfficerRole
from dutydesk.domain.shift import Presence, ShiftStatus
from dutydesk.ui.shift.shift_dialog import ShiftDialog
from dutydesk.ui.shift.take_over_dialog import TakeOverDialog
from tests.builders import PIN, draft
from tests.ui import looking
from tests.ui.handover.desk_over_room import CTRL, SHIFT, over_room

KEY = Qt.Key
BY = Actor("cli")


@pytest.fixture
def empty(room, theme, qtbot):
    """Open a room with officers but nobody on duty."""
    room.officer.add("甲某", OfficerRole.ADMIN, PIN, by=BY)
    room.officer.add("乙某", OfficerRole.DUTY_OFFICER, PIN, by=BY)
    room.officer.add("丙某", OfficerRole.LEAD_OFFICER, PIN, by=BY)
    return over_room(room, theme, qtbot)


@pytest.fixture
def kept(staffed, theme, qtbot):
    """Sit as 甲某 on the running shift."""
    return over_room(staffed.room, theme, qtbot)


def open_shift(made, kind):
    made.key(KEY.Key_F8, SHIFT)
    return made.dialog(kind)


def unkept(made):
    return [words for words in made.notices() if "还没有人接班" in words]


def test_a_new_room_says_how_to_take_over_and_still_takes_entries(empty):
    assert unkept(empty)
    empty.room.duty_log.record(draft(empty.room), by=empty.desk.session.seat.actor)
    assert unkept(empty)
    assert empty.room.shift.view().shift.status is ShiftStatus.AWAITING


def test_the_first_shift_is_taken_over_by_keys(empty):
    dialog = open_shift(empty, TakeOverDialog)
    empty.choose(dialog.primary, "乙某")
    empty.choose(dialog.lead, "丙某")
    empty.choose(dialog.standby, "甲某")
    empty.into(dialog.pin, PIN)
    empty.key(KEY.Key_Return)
    assert empty.no_dialog()
    view = empty.room.shift.view()
    assert (view.primary.name, view.lead.name, view.standby.name) == ("乙某", "丙某", "甲某")
    assert empty.desk.session.seat.name == "乙某"
    assert not unkept(empty)
    assert "11月20日 周五 08:30 起由乙某值班。" in empty.notices()


def test_a_wrong_pin_starts_nothing(empty):
    dialog = open_shift(empty, TakeOverDialog)
    empty.choose(dialog.primary, "乙某")
    empty.into(dialog.pin, "111111")
    empty.key(KEY.Key_Return)
    assert "口令不对" in dialog.answer.text()
    assert dialog.pin.text() == ""
    assert dialog.primary.currentText() == "乙某"
    assert empty.room.shift.view().shift is None


def test_nobody_chosen_is_said(empty):
    dialog = open_shift(empty, TakeOverDialog)
    empty.into(dialog.pin, PIN)
    empty.key(KEY.Key_Return)
    assert "还没有选主班" in dialog.answer.text()


def test_a_room_without_officers_says_where_to_enter_them(room, theme, qtbot):
    dialog = open_shift(over_room(room, theme, qtbot), TakeOverDialog)
    assert "值班人员" in dialog.answer.text()


def test_weather_and_situation_are_saved_and_stand_on_the_log_sheet(kept):
    dialog = open_shift(kept, ShiftDialog)
    assert dialog.weather.hasFocus()
    dialog.weather.setText("多云转小雨")
    dialog.situation.setPlainText("平稳，处置燃气异味一起。")
    kept.key(KEY.Key_S, CTRL)
    assert kept.no_dialog()
    _, sheets = kept.room.log_sheet.sheets(date(2026, 11, 20))
    assert (sheets[0].weather, sheets[0].summary) == ("多云转小雨", "平稳，处置燃气异味一起。")
    assert kept.room.handover.draft().facts.general_situation == "平稳，处置燃气异味一起。"


def test_posts_and_presence_change_without_the_primary(kept):
    dialog = open_shift(kept, ShiftDialog)
    kept.choose(dialog.presence, "电话带班")
    kept.choose(dialog.secondary, "乙某")
    kept.key(KEY.Key_S, CTRL)
    view = kept.room.shift.view()
    assert (view.primary.name, view.secondary.name, view.lead.name) == ("甲某", "乙某", "丙某")
    assert view.shift.presence is Presence.BY_PHONE
    assert "副班 乙某" in " ".join(kept.window.strip.texts())


def test_saving_without_a_change_writes_nothing(kept):
    with kept.room.store.reading() as tables:
        head = tables.journal.head()
    open_shift(kept, ShiftDialog)
    kept.key(KEY.Key_S, CTRL)
    assert kept.no_dialog()
    with kept.room.store.reading() as tables:
        assert tables.journal.head() == head


def test_escape_changes_nothing(kept):
    dialog = open_shift(kept, ShiftDialog)
    dialog.weather.setText("晴")
    kept.key(KEY.Key_Escape)
    assert kept.no_dialog()
    assert kept.room.shift.view().shift.weather == ""


def test_the_key_opens_one_window_only(kept):
    open_shift(kept, ShiftDialog)
    kept.desk.actions.trigger("shift.open")
    kept.dialog(ShiftDialog)


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("kind", [TakeOverDialog, ShiftDialog])
def test_no_window_of_the_shift_is_clipped_unnamed_or_foreign(request, theme, scale, kind):
    made = request.getfixturevalue("empty" if kind is TakeOverDialog else "kept")
    theme.set_scale(scale)
    dialog = open_shift(made, kind)
    made.qtbot.waitUntil(lambda: looking.clipped_texts(dialog) == [])
    assert looking.unnamed(dialog) == []
    assert looking.english(dialog) <= {"S"}
    reached = looking.reached_by_tab(dialog, made.qtbot)
    assert dialog.accept_button in reached
    theme.set_scale(100)
