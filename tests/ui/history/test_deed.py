from PySide6.QtCore import Qt

from dutydesk.ui.history.deed import HistoryDeed, history_spec
from dutydesk.ui.history.dialog import HistoryDialog
from tests.builders import draft
from tests.ui.live_desk import CTRL, SHIFT, live_desk

KEY = (Qt.Key.Key_H, CTRL | SHIFT)


def test_one_key_shows_the_history_of_the_chosen_record(staffed, theme, qtbot):
    room = staffed.room
    live = live_desk(room, theme, qtbot)
    panel, chosen = live.panel(), []

    def record():
        return chosen[0] if chosen else None

    HistoryDeed(panel, room.history, record, history_spec("duty_desk", "值班台"))
    live.press(KEY)
    assert live.dialog(HistoryDialog) is None
    entry = room.duty_log.record(draft(room, "2号楼进水"), by=staffed.by).value
    chosen.append(("log_entry", entry.id))
    live.press(KEY)
    assert "2号楼进水" in live.dialog(HistoryDialog).text.toPlainText()


def test_rooms_have_the_same_key_for_it():
    specs = [history_spec("duty_desk", "值班台"), history_spec("incident", "突发事件")]
    assert {spec.key for spec in specs} == {"Ctrl+Shift+H"}
    assert len({spec.id for spec in specs}) == len({spec.room for spec in specs}) == 2
