from PySide6.QtCore import Qt

from dutydesk.domain.incident_offer import OfferOutcome
from dutydesk.ui.incident.same_incident import SameIncidentLine
from tests.builders import draft
from tests.handover_builders import fire
from tests.ui.live_desk import CTRL, SHIFT, settle

SAME = (Qt.Key.Key_S, CTRL | SHIFT)


def known_fire(staffed):
    room = staffed.room
    return room.incident.incident(fire(staffed, room.clock.now())).incident


def line_of(live):
    found = live.panel("incident").findChildren(SameIncidentLine)
    assert len(found) == 1
    return found[0]


def begun(live, staffed, text):
    room = live.room
    known = known_fire(staffed)
    entry = room.duty_log.record(draft(room, text, source=known.place), by=staffed.by).value
    panel = live.enter("incident")
    panel.begin_from(entry)
    line = line_of(live)
    line.look()
    settle()
    return known, entry, line


def test_a_second_report_of_one_place_and_kind_is_asked_about_and_joined(live, staffed):
    known, entry, line = begun(live, staffed, "又有人来电说火灾还在烧")
    assert f"是否同一事件？{known.incident_no}" in line.line.text()
    live.press(SAME)
    settle()
    offer = live.room.incident_offer.offer_of(entry.id)
    assert offer is not None
    assert (offer.outcome, offer.incident_id) == (OfferOutcome.SAME_INCIDENT, known.id)
    assert len(live.room.incident.incidents()) == 1
    assert live.panel("incident").form.is_empty()


def test_without_an_entry_the_key_only_shows_the_incident(live, staffed):
    known = known_fire(staffed)
    panel = live.enter("incident")
    panel.begin()
    panel.form.fields.place.setText(known.place)
    line = line_of(live)
    line.look()
    settle()
    assert not line.line.isHidden()
    live.press(SAME)
    settle()
    assert panel.selected().incident.id == known.id
    _, entries = live.room.duty_log.entries_of_running_shift()
    assert not any("同一事件" in one.entry.text for one in entries)


def test_another_place_is_not_asked_about(live, staffed):
    known_fire(staffed)
    panel = live.enter("incident")
    panel.begin()
    panel.form.fields.place.setText("远处的另一个地方")
    line = line_of(live)
    line.look()
    settle()
    assert line.line.isHidden()
    panel.form.fields.place.clear()
    line.look()
    assert line.line.isHidden()
