"""The list of the running shift: what is selected stays what was meant."""

from PySide6.QtCore import Qt

from dutydesk.domain.duty_log import ListedEntry
from dutydesk.ui.duty_log.shift_list import ShiftList
from tests.builders import draft

KEY = Qt.Key


def test_without_a_selection_the_newest_entry_is_meant(live, staffed):
    log = live.panel().log
    assert log.meant() is None
    staffed.room.duty_log.record(draft(staffed.room, "一"), by=staffed.by)
    staffed.room.duty_log.record(draft(staffed.room, "二"), by=staffed.by)
    live.panel().reload()
    assert log.selected() is None
    assert log.meant().entry.text == "二"


def test_ctrl_up_then_home_reaches_the_first_entry_not_the_line_of_the_day(live, staffed):
    for text in ("一", "二"):
        staffed.room.duty_log.record(draft(staffed.room, text), by=staffed.by)
    live.panel().reload()
    live.press((KEY.Key_Up, Qt.KeyboardModifier.ControlModifier))
    assert live.panel().selected().entry.text == "二"
    live.press(KEY.Key_Home)
    assert live.panel().selected().entry.text == "一"


def test_a_key_right_after_enter_means_what_was_just_written(theme, qtbot, staffed):
    before = staffed.room.duty_log.record(draft(staffed.room, "先"), by=staffed.by).value
    shown = ShiftList(theme)
    qtbot.addWidget(shown)
    day = staffed.shift.duty_date
    shown.show_entries([ListedEntry(before, day)], frozenset(), 0)
    after = staffed.room.duty_log.record(draft(staffed.room, "后"), by=staffed.by).value
    shown.await_entry(ListedEntry(after, day))
    assert shown.meant().entry.text == "后"
    # An older reading comes first and does not hold it yet.
    shown.show_entries([ListedEntry(before, day)], frozenset(), 0)
    assert shown.meant().entry.text == "后"
    shown.show_entries([ListedEntry(before, day), ListedEntry(after, day)], frozenset(), 0)
    assert shown.selected().entry.text == "后"
    shown.show_entry(before.id)
    assert shown.meant().entry.text == "先"
