"""From one log to the other by keys, in the desk as the program connects it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.shift import ShiftStatus
from dutydesk.ui.duty_log.desk_panel import DutyDeskPanel
from dutydesk.ui.duty_log.log_panel import LogPanel
from tests.builders import draft
from tests.ui.conftest import desk_clock, screen_font, theme  # noqa: F401 - fixtures
from tests.ui.live_desk import SHIFT, settle
from tests.ui.looking import CTRL
from tests.ui.whole_desk import whole_desk

KEY = Qt.Key


@pytest.fixture
def whole(staffed, theme, qtbot):  # noqa: F811 - the fixture above
    """A call of the shift before, and the desk of the shift that runs now."""
    room = staffed.room
    caller = {"source": "安和三社区", "person": "李某", "phone": "19900007531"}
    first = room.duty_log.record(draft(room, "上一班的来电", **caller), by=staffed.by).value
    with room.store.writing(actor="test", action="test.hand_over") as work:
        now = room.clock.now()
        done = replace(staffed.shift, status=ShiftStatus.HANDED_OVER, ended_at=now)
        work.tables.shift.put(done)
        work.tables.shift.put(replace(staffed.shift, id=room.ids.new(), started_at=now))
    made = whole_desk(room, theme, qtbot)
    made.first = first
    return made


def test_an_entry_of_an_earlier_shift_is_gone_on_with_and_found_again(whole):
    whole.press((KEY.Key_L, CTRL))
    settle()
    log = whole.window.room()
    assert isinstance(log, LogPanel)
    whole.press(KEY.Key_Return)
    assert log.selected().entry.id == whole.first.id
    whole.press((KEY.Key_R, CTRL))
    settle()
    front = whole.window.room()
    assert isinstance(front, DutyDeskPanel)
    assert whole.focus is front.form.fields.text
    whole.type("又来催")
    whole.press(KEY.Key_Return)
    settle()
    listed = front.selected()
    assert listed.entry.continuation_of == whole.first.id
    front.log.choose()
    whole.press((KEY.Key_Up, CTRL | SHIFT))
    settle()
    again = whole.window.room()
    assert isinstance(again, LogPanel)
    assert again.selected().entry.id == whole.first.id
