from PySide6.QtCore import Qt

from dutydesk.domain.duty_log import Correction
from dutydesk.ui.entry_verbs import EntryVerbs
from dutydesk.ui.open_item.item_dialogs import ItemDialog
from tests.builders import draft
from tests.ui.live_desk import CTRL, settle
from tests.ui.whole_desk import whole_desk

KEY = Qt.Key
OPEN_ITEM = (KEY.Key_T, CTRL)


def test_an_entry_of_the_whole_log_is_listed_by_one_key(staffed, theme, qtbot):
    live = whole_desk(staffed.room, theme, qtbot)
    entry = draft(live.room, "路灯不亮")
    live.room.duty_log.record(entry, by=staffed.by)
    panel = live.enter("duty_log")
    panel.reload()
    panel.table.selectRow(0)
    panel.table.setFocus()
    settle()
    live.press(OPEN_ITEM)
    assert live.dialog(ItemDialog).title.text() == "路灯不亮"


def test_a_struck_entry_begins_nothing_and_it_says_why(staffed, theme, qtbot):
    live = whole_desk(staffed.room, theme, qtbot)
    entry = draft(live.room, "路灯不亮")
    room = live.room
    room.duty_log.record(entry, by=staffed.by)
    room.duty_log.correct(
        entry.id, Correction(room.duty_log.new_id(), "错", text="路灯全灭"), by=staffed.by
    )
    panel = live.enter("duty_log")
    verbs = panel.findChild(EntryVerbs)
    verbs._chosen = lambda: room.duty_log.entry(entry.id)
    verbs.list_open()
    assert live.dialog(ItemDialog) is None
    assert any("已经划去" in text for text in live.notices())
