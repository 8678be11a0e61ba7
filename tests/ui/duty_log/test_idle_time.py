from PySide6.QtCore import Qt

from dutydesk.domain.instants import from_iso


def test_an_empty_form_follows_the_clock_and_f2_holds_ten_minutes(live):
    time = live.panel().form.fields.time
    live.panel().view.setFocus()
    live.room.clock.at = from_iso("2026-11-20T23:20")
    live.desk.hub.minute.emit(live.room.clock.now())
    assert time.text() == "23:20"
    live.press(Qt.Key.Key_F2)
    for minutes, shown in ((9, "23:20"), (2, "23:31")):
        live.room.clock.forward(minutes=minutes)
        live.desk.hub.minute.emit(live.room.clock.now())
        assert time.text() == shown


def test_what_was_typed_keeps_its_time(live):
    live.room.clock.at = from_iso("2026-11-20T23:20")
    live.press(Qt.Key.Key_F2, Qt.Key.Key_Return)
    live.type("a")
    live.room.clock.forward(minutes=30)
    live.desk.hub.minute.emit(live.room.clock.now())
    assert live.panel().form.fields.time.text() == "23:20"
