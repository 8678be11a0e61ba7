"""Former handovers: a lead signs and reviews them later."""

from dutydesk.domain.shift import ShiftStatus
from dutydesk.ui.handover.dialogs import CountersignDialog, ReviewDialog
from tests.builders import PIN
from tests.handover_builders import hand_over
from tests.ui.handover.desk_over_room import KEY, press


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
