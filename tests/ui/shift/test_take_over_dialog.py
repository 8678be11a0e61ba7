"""The first shift of a new room is taken over by keys."""

from dutydesk.domain.roster import LEAD_POST
from dutydesk.ui.shift.take_over_dialog import TakeOverDialog
from tests.builders import PIN
from tests.roster_builders import nov, put
from tests.ui.handover.desk_over_room import KEY, open_shift, over_room


def unkept(made):
    return [words for words in made.notices() if "还没有人接班" in words]


def test_the_first_shift_is_taken_over_by_keys(empty):
    dialog = open_shift(empty, TakeOverDialog)
    empty.choose(dialog.primary, "乙某")
    empty.choose(dialog.lead, "丙某")
    empty.choose(dialog.standby, "甲某")
    empty.into(dialog.pin, PIN)
    empty.key(KEY.Key_Return)
    assert empty.no_dialog()
    view = empty.room.shift.view()
    assert (view.primary.name, view.lead.name, view.standby.name) == ("乙某", "丙某", "甲某")
    assert empty.desk.session.seat.name == "乙某"
    assert not unkept(empty)
    assert "11月20日 周五 08:30 起由乙某值班。" in empty.notices()


def test_a_wrong_pin_starts_nothing(empty):
    dialog = open_shift(empty, TakeOverDialog)
    empty.choose(dialog.primary, "乙某")
    empty.into(dialog.pin, "111111")
    empty.key(KEY.Key_Return)
    assert "口令不对" in dialog.answer.text()
    assert dialog.pin.text() == ""
    assert dialog.primary.currentText() == "乙某"
    assert empty.room.shift.view().shift is None


def test_nobody_chosen_is_said(empty):
    dialog = open_shift(empty, TakeOverDialog)
    empty.into(dialog.pin, PIN)
    empty.key(KEY.Key_Return)
    assert "还没有选主班" in dialog.answer.text()


def test_a_room_without_officers_says_where_to_enter_them(room, theme, qtbot):
    dialog = open_shift(over_room(room, theme, qtbot), TakeOverDialog)
    assert "值班人员" in dialog.answer.text()


def test_whom_the_roster_has_is_chosen_already(empty):
    put(empty.room, nov(20), "乙某")
    put(empty.room, nov(20), "丙某", LEAD_POST)
    dialog = open_shift(empty, TakeOverDialog)
    assert (dialog.primary.currentText(), dialog.lead.currentText()) == ("乙某", "丙某")
    assert dialog.pin.hasFocus()
    empty.type(PIN)
    empty.key(KEY.Key_Return)
    assert empty.room.shift.view().primary.name == "乙某"
