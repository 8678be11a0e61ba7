"""Enter on a corrected entry names the entry that holds now, in both lists of the log."""

from PySide6.QtCore import Qt

from dutydesk.domain.duty_log import Correction
from tests.builders import draft

KEY = Qt.Key


def correct(staffed, entry, text):
    correction = Correction(id=staffed.room.duty_log.new_id(), reason="听错", text=text)
    return staffed.room.duty_log.correct(entry.id, correction, by=staffed.by).value


def test_enter_on_a_struck_row_says_which_row_to_correct(live, staffed):
    log = staffed.room.duty_log
    old = log.record(draft(staffed.room, "1号楼"), by=staffed.by).value
    correct(staffed, correct(staffed, old, "2号楼"), "3号楼")
    panel = live.enter("duty_log")
    panel.table.choose(panel.model.rowCount() - 1)
    panel.table.setFocus()
    live.press(KEY.Key_Return)
    said = [notice.text for notice in live.desk.notices.notices()]
    assert said == ["第1条已更正过。请选更正后的第3条。"]
    front = live.enter("duty_desk")
    front.reload()
    live.desk.notices.take_down("correct")
    front.view.setCurrentIndex(front.model.index(1, 0))
    front.view.setFocus()
    live.press(KEY.Key_Return)
    assert [notice.text for notice in live.desk.notices.notices()] == said
