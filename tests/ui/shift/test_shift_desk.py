"""Taking over a new room, and the running shift: posts, weather, situation, by keys."""

import pytest

from dutydesk.domain.shift import ShiftStatus
from dutydesk.ui.shift.shift_dialog import ShiftDialog
from dutydesk.ui.shift.take_over_dialog import TakeOverDialog
from tests.builders import draft
from tests.ui import looking
from tests.ui.handover.desk_over_room import open_shift


def unkept(made):
    return [words for words in made.notices() if "还没有人接班" in words]


def test_a_new_room_says_how_to_take_over_and_still_takes_entries(empty):
    assert unkept(empty)
    empty.room.duty_log.record(draft(empty.room), by=empty.desk.session.seat.actor)
    assert unkept(empty)
    assert empty.room.shift.view().shift.status is ShiftStatus.AWAITING


def test_the_key_opens_one_window_only(kept):
    open_shift(kept, ShiftDialog)
    kept.desk.actions.trigger("shift.open")
    kept.dialog(ShiftDialog)


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("kind", [TakeOverDialog, ShiftDialog])
def test_no_window_of_the_shift_is_clipped_unnamed_or_foreign(request, theme, scale, kind):
    made = request.getfixturevalue("empty" if kind is TakeOverDialog else "kept")
    theme.set_scale(scale)
    dialog = open_shift(made, kind)
    made.qtbot.waitUntil(lambda: looking.clipped_texts(dialog) == [])
    assert looking.unnamed(dialog) == []
    assert looking.english(dialog) <= {"S"}
    reached = looking.reached_by_tab(dialog, made.qtbot)
    assert dialog.accept_button in reached
    theme.set_scale(100)
