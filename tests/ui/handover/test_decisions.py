"""Relief by one side, staying on, countersigning and reviewing later, the unit's own checklist."""

import pytest
from PySide6.QtCore import Qt

from dutydesk.domain.handover import HandoverStatus
from dutydesk.domain.shift import ShiftStatus
from dutydesk.ui.handover.checklist_dialog import ChecklistDialog
from dutydesk.ui.handover.dialogs import (
    CountersignDialog,
    ForcedReliefDialog,
    ReviewDialog,
    StayOnDialog,
)
from tests.builders import PIN
from tests.handover_builders import hand_over
from tests.ui import looking

KEY = Qt.Key


def press(morning, button):
    button.setFocus()
    morning.key(KEY.Key_Space)


def fill_relief(morning, dialog, reason):
    morning.choose(dialog.incoming, "乙某")
    morning.into(dialog.pin, PIN)
    morning.choose(dialog.lead, "丙某")
    morning.into(dialog.lead_pin, PIN)
    dialog.reason.setPlainText(reason)


def test_relief_by_one_side_passes_duty_with_a_reason_and_two_pins(morning, staffed):
    press(morning, morning.page.signs.force)
    dialog = morning.dialog(ForcedReliefDialog)
    fill_relief(morning, dialog, "交班人突发疾病送医")
    press(morning, dialog.accept_button)
    assert morning.no_dialog()
    over = morning.room.handover.last_completed()
    assert over.handover.status is HandoverStatus.FORCED
    assert morning.desk.session.seat.actor.officer_id == staffed.officer.id
    assert "单方交接，原因：交班人突发疾病送医" in morning.page.passed.what.text()


def test_relief_by_one_side_needs_its_reason_and_keeps_what_was_chosen(morning):
    press(morning, morning.page.signs.force)
    dialog = morning.dialog(ForcedReliefDialog)
    fill_relief(morning, dialog, " ")
    press(morning, dialog.accept_button)
    assert "要写明原因" in dialog.answer.text()
    assert dialog.incoming.currentText() == "乙某"
    assert (dialog.pin.text(), dialog.lead_pin.text()) == ("", "")
    assert morning.room.handover.last_completed() is None


def test_nobody_relieves_himself(morning):
    press(morning, morning.page.signs.force)
    dialog = morning.dialog(ForcedReliefDialog)
    fill_relief(morning, dialog, "无人接班")
    morning.choose(dialog.incoming, "甲某")
    press(morning, dialog.accept_button)
    assert "不能自己接自己的班" in dialog.answer.text()


def test_staying_on_is_an_entry_in_the_log(morning):
    press(morning, morning.page.signs.stay)
    dialog = morning.dialog(StayOnDialog)
    press(morning, dialog.accept_button)
    assert "要写明原因" in dialog.answer.text()
    dialog.reason.setPlainText("接班人堵车")
    press(morning, dialog.accept_button)
    assert morning.no_dialog()
    _, entries = morning.room.duty_log.entries_of_running_shift()
    assert entries[-1].entry.text == "接班人未到，继续值守。原因：接班人堵车"


def test_a_lead_countersigns_and_reviews_afterwards(morning, staffed):
    hand_over(staffed)
    page = morning.page
    page.reload()
    press(morning, page.records.countersign)
    dialog = morning.dialog(CountersignDialog)
    morning.choose(dialog.who, "丙某")
    morning.into(dialog.pin, PIN)
    morning.key(KEY.Key_Return)
    assert morning.no_dialog()
    assert morning.room.handover.last_completed().countersigned_at is not None
    assert "丙某已会签" in page.records.table.item(0, 4).text()
    assert not page.records.countersign.isEnabled()
    press(morning, page.records.review)
    dialog = morning.dialog(ReviewDialog)
    morning.choose(dialog.who, "丙某")
    dialog.text.setPlainText("处置及时")
    morning.into(dialog.pin, PIN)
    morning.key(KEY.Key_Return)
    assert morning.no_dialog()
    with staffed.room.store.reading() as tables:
        shift = tables.shift.by_id(staffed.shift.id)
    assert (shift.status, shift.review) == (ShiftStatus.REVIEWED, "处置及时")


def test_a_second_review_is_refused_in_words(morning, staffed):
    hand_over(staffed)
    morning.page.reload()
    for _ in range(2):
        press(morning, morning.page.records.review)
        dialog = morning.dialog(ReviewDialog)
        morning.choose(dialog.who, "丙某")
        dialog.text.setPlainText("已阅")
        morning.into(dialog.pin, PIN)
        morning.key(KEY.Key_Return)
    assert "审阅意见不再改动" in dialog.answer.text()


def test_the_checklist_changes_behind_an_administrators_pin(morning):
    press(morning, morning.page.checks.edit_list)
    dialog = morning.dialog(ChecklistDialog)
    assert not dialog.add.isEnabled()
    morning.into(dialog.gate.pin, PIN)
    morning.key(KEY.Key_Return)
    assert dialog.name.hasFocus()
    dialog.group.setText("设备")
    morning.type("UPS2")
    morning.key(KEY.Key_Return)
    names = [line.name for line in morning.room.handover.draft().checks]
    assert names[-1] == "UPS2"
    shown = [row.line.name for row in morning.page.checks.rows()]
    assert shown.index("UPS2") == shown.index("电源、UPS") + 1
    dialog.table.selectRow(0)
    press(morning, dialog.remove)
    assert [line.name for line in morning.room.handover.draft().checks] == names[1:]


def test_an_empty_name_is_refused_in_words(morning):
    press(morning, morning.page.checks.edit_list)
    dialog = morning.dialog(ChecklistDialog)
    morning.into(dialog.gate.pin, PIN)
    morning.key(KEY.Key_Return)
    morning.key(KEY.Key_Return)
    assert "项目名称没有填" in dialog._answer.text()


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("name", ["force", "stay"])
def test_no_decision_is_clipped_unnamed_or_foreign(morning, theme, scale, name):
    theme.set_scale(scale)
    press(morning, getattr(morning.page.signs, name))
    dialog = morning.dialog(ForcedReliefDialog if name == "force" else StayOnDialog)
    morning.qtbot.waitUntil(lambda: looking.clipped_texts(dialog) == [])
    assert looking.unnamed(dialog) == []
    assert looking.english(dialog) == set()
    theme.set_scale(100)
