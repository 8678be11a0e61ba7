"""Posts, presence, weather and situation of the running shift."""

from datetime import date

from dutydesk.domain.shift import Presence
from dutydesk.ui.shift.shift_dialog import ShiftDialog
from tests.ui.handover.desk_over_room import CTRL, KEY, open_shift


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


def test_what_was_written_of_the_shift_is_there_again_after_escape(kept):
    dialog = open_shift(kept, ShiftDialog)
    kept.into(dialog.weather, "sunny")
    kept.into(dialog.situation, "quiet so far")
    kept.key(KEY.Key_Escape)
    with kept.qtbot.waitActive(kept.window):
        kept.window.activateWindow()
    again = open_shift(kept, ShiftDialog)
    assert (again.weather.text(), again.situation.toPlainText()) == ("sunny", "quiet so far")
    kept.key(KEY.Key_S, CTRL)
    assert kept.room.shift.view().shift.general_situation == "quiet so far"
