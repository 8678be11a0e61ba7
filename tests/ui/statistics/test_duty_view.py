"""The page of the duty itself in the room of figures, by keys."""

from PySide6.QtCore import Qt

from dutydesk.domain.entry_kind import EntryKind
from tests.builders import draft
from tests.ui.live_desk import settle


def choose(box, at):
    box.setCurrentIndex(at)
    box.activated.emit(at)
    settle()


def test_the_duty_is_shown_instead_of_the_reports_and_follows_the_log(live, qtbot):
    panel = live.enter("statistics")
    choose(panel.about, 1)
    qtbot.waitUntil(lambda: len(panel.duty.charts) == 5)
    assert panel.duty.isVisible()
    assert not panel.figures.isVisible()
    assert not panel.counted.isVisible()
    before = panel.duty.summary.text()
    room, by = live.room, live.desk.session.seat.actor
    done = room.duty_log.record(draft(room, kind=EntryKind.INCOMING_CALL), by=by)
    live.desk.hub.announce(done.changes, None)
    settle()
    assert panel.duty.summary.text() != before
    chart = panel.duty.charts[-1]
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert "值班1次" in chart.said.text()
    choose(panel.about, 0)
    assert not panel.duty.isVisible()
