"""The list of the running shift: what is selected stays what was meant."""

from PySide6.QtCore import Qt

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
