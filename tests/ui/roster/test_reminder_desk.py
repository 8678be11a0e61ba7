from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from dutydesk.domain.roster import LEAD_POST, PRIMARY_POST, SECONDARY_POST
from dutydesk.domain.roster_edit import DraftSlot, RosterPerson
from dutydesk.domain.shift import ShiftKind
from dutydesk.ui.roster.panel import RosterPanel
from dutydesk.ui.roster.reminder_dialog import ReminderDialog
from tests.roster_office import put
from tests.ui import looking
from tests.ui.live_desk import CTRL, SHIFT, settle

KEY = Qt.Key


def duty_day(live):
    return live.room.roster_duty.reminder().today.day


def fill(live, day, *posts):
    for post_id, name in posts:
        put(live.room, day, post_id, name)


def test_a_key_tells_who_is_on_from_any_room_with_numbers_to_copy_and_the_way_to_the_roster(live):
    day = duty_day(live) + timedelta(days=1)
    fill(live, day, (LEAD_POST, "丙某"), (PRIMARY_POST, "甲某"))
    live.press((KEY.Key_F8, CTRL | SHIFT))
    dialog = live.dialog(ReminderDialog)
    assert looking.clipped_texts(dialog) == []
    assert "缺副班" in " ".join(label.text() for label in dialog.findChildren(looking.QLabel))
    dialog.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "主班 甲某 19900000001" in text
    assert text.startswith("【今日值班】")
    dialog.roster.click()
    settle()
    assert live.dialog(ReminderDialog) is None
    assert isinstance(live.window.room(), RosterPanel)


def test_the_desk_says_when_tomorrow_lacks_somebody_until_the_seat_is_filled(live):
    day = duty_day(live) + timedelta(days=1)
    assert not any("值班表" in one for one in live.notices())
    fill(live, day, (LEAD_POST, "丙某"), (PRIMARY_POST, "甲某"))
    live.go_on(hours=1)
    assert any("值班表缺副班" in one for one in live.notices())
    done = live.room.roster.put(_draft(live, day), by=live.desk.session.seat.actor)
    live.desk.hub.announce(done.changes)
    assert not any("值班表缺" in one for one in live.notices())


def _draft(live, day):
    person = RosterPerson("乙某")
    return DraftSlot(live.room.roster.new_id(), day, ShiftKind.FULL, SECONDARY_POST, 1, person)
