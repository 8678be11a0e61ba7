"""Relief by one side, staying on, countersigning and reviewing later, the unit's own checklist."""

import pytest

from dutydesk.domain.handover import HandoverStatus
from dutydesk.ui.handover.dialogs import (
    ForcedReliefDialog,
    StayOnDialog,
)
from tests.ui import looking
from tests.ui.handover.desk_over_room import (
    fill_relief,
    press,
)


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
