import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.withdrawal import Withdrawal
from dutydesk.ui.duty_log.correct_dialog import CorrectDialog
from dutydesk.ui.duty_log.entry_deeds import EntryDeeds, EntryServices
from dutydesk.ui.duty_log.withdraw_dialog import WithdrawDialog
from tests.builders import draft
from tests.ui.live_desk import CTRL, SHIFT

KEY = Qt.Key
WITHDRAW = (KEY.Key_E, CTRL | SHIFT)


@pytest.fixture
def deeds(live):
    """Hang the deeds on both rooms, as the application does."""
    room = live.room
    services = EntryServices(room.duty_log, room.withdrawal)
    log = live.enter("duty_log")
    EntryDeeds(log, services, log.selected, "duty_log")
    desk = live.enter("duty_desk")
    EntryDeeds(desk, services, desk.log.pointed_at, "duty_desk")
    return live


@pytest.fixture
def entry(staffed):
    room = staffed.room
    return room.duty_log.record(draft(room, "2号楼进水"), by=staffed.by).value


@pytest.mark.parametrize("room_id", ["duty_desk", "duty_log"])
def test_one_key_takes_an_entry_back_in_both_rooms(entry, deeds, room_id):
    deeds.enter(room_id).reload()
    deeds.press(WITHDRAW)
    dialog = deeds.dialog(WithdrawDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "撤回第1条"


@pytest.mark.parametrize("room_id", ["duty_desk", "duty_log"])
def test_the_key_that_corrects_at_the_desk_corrects_in_the_whole_log_too(entry, deeds, room_id):
    deeds.enter(room_id).reload()
    deeds.press((KEY.Key_E, CTRL))
    assert deeds.dialog(CorrectDialog) is not None


def test_what_was_withdrawn_says_so_instead(entry, deeds, staffed):
    live = deeds
    live.room.withdrawal.withdraw(entry.id, Withdrawal("撤", "记重了"), by=staffed.by)
    panel = live.panel()
    panel.reload()
    panel.view.setCurrentIndex(panel.model.index(1, 0))
    for key, dialog in ((WITHDRAW, WithdrawDialog), ((KEY.Key_E, CTRL), CorrectDialog)):
        live.press(key)
        assert live.dialog(dialog) is None
        assert "已由第2条撤回" in live.desk.notices.notices()[0].text
        live.desk.notices.take_down("correct")
    panel.view.setCurrentIndex(panel.model.index(2, 0))
    live.press(WITHDRAW)
    assert live.dialog(WithdrawDialog) is None
    assert "第2条是撤回的记录" in live.desk.notices.notices()[0].text


def test_the_row_of_a_withdrawn_entry_tells_where_and_why(entry, deeds, staffed):
    live = deeds
    live.room.withdrawal.withdraw(entry.id, Withdrawal("撤", "记重了"), by=staffed.by)
    panel = live.panel()
    panel.reload()
    row = panel.model.index(1, 0)
    assert "已撤回，见第2条" in row.data(Qt.ItemDataRole.ToolTipRole)
    assert "记重了" in row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "撤回第1条：记重了" in panel.model.index(2, 0).data()
    assert panel.log.meant() is None


def test_with_nothing_on_record_the_key_does_nothing(deeds):
    deeds.press(WITHDRAW)
    assert deeds.dialog(WithdrawDialog) is None


def test_from_what_was_withdrawn_no_incident_begins_and_it_says_why(entry, deeds, staffed):
    live = deeds
    live.room.withdrawal.withdraw(entry.id, Withdrawal("撤", "记重了"), by=staffed.by)
    panel, wanted = live.panel(), []
    panel.incident_wanted.connect(wanted.append)
    panel.reload()
    live.press((KEY.Key_I, CTRL))
    assert wanted == []
    assert "是撤回的记录" in live.desk.notices.notices()[0].text
