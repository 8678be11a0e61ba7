"""Relief by one side, staying on, countersigning, reviewing."""

from dutydesk.ui.handover.dialogs import (
    CountersignDialog,
    ForcedReliefDialog,
    ReviewDialog,
    StayOnDialog,
)
from tests.builders import PIN
from tests.handover_builders import hand_over
from tests.ui.handover.desk_over_room import KEY, fill_relief, press


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


def test_reasons_typed_are_there_again_after_escape(morning):
    for button, kind in (
        (morning.page.signs.stay, StayOnDialog),
        (morning.page.signs.force, ForcedReliefDialog),
    ):
        press(morning, button)
        morning.into(morning.dialog(kind).reason, "jam on the road")
        morning.key(KEY.Key_Escape)
        press(morning, button)
        assert morning.dialog(kind).reason.toPlainText() == "jam on the road"
        morning.key(KEY.Key_Escape)


def test_review_and_countersigning_begin_in_their_first_field(morning, staffed):
    hand_over(staffed)
    morning.page.reload()
    for button, kind in (
        (morning.page.records.review, ReviewDialog),
        (morning.page.records.countersign, CountersignDialog),
    ):
        press(morning, button)
        dialog = morning.dialog(kind)
        assert dialog.focusWidget() is dialog.who
        morning.key(KEY.Key_Escape)
