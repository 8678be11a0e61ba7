from dutydesk.ui.duty_log.day_entries import DayEntries
from tests.builders import draft


def test_a_day_is_named_with_its_count_and_one_without_says_so(staffed, theme, qtbot):
    made = draft(staffed.room, "3号楼燃气异味")
    staffed.room.duty_log.record(made, by=staffed.by)
    day = staffed.shift.duty_date
    below = DayEntries(theme)
    qtbot.addWidget(below)
    below.show_day(day, staffed.room.duty_log.entries_of_duty_date(day))
    assert "1 条" in below._line.text()
    assert below.model.rowCount() == 2
    below.show_day(day, [])
    assert "没有记录" in below._line.text()
    assert below.model.rowCount() == 0
    below.show_day(None, [])
    assert below._line.text() == ""
