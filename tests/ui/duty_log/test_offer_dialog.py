from PySide6.QtCore import Qt

from dutydesk.domain.incident import DraftIncident, IncidentCategory
from dutydesk.domain.incident_offer import OfferOutcome
from dutydesk.ui.duty_log.offer_dialog import OfferDialog
from tests.builders import draft
from tests.ui.live_desk import settle


def opened(live, staffed, *, with_incident=False):
    room, similar = live.room, []
    entry = room.duty_log.record(draft(room, "安和三社区燃气泄漏"), by=staffed.by).value
    if with_incident:
        made = DraftIncident(
            id="事",
            title="安和三社区燃气泄漏",
            category=IncidentCategory.ACCIDENT,
            kind="燃气泄漏",
            place="安和三社区",
            received_at=room.clock.now(),
        )
        similar = [room.incident.open(made, by=staffed.by).value]
    matter = (room.duty_log.entry(entry.id), similar)
    dialog = OfferDialog(live.desk, room.incident_offer, matter, live.window)
    dialog.open()
    settle()
    return entry, dialog


def test_a_dismissal_is_on_record_with_its_note(live, staffed, qtbot):
    entry, dialog = opened(live, staffed)
    dialog.note.insert("用户误拨")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    settle()
    offer = live.room.incident_offer.offer_of(entry.id)
    assert (offer.outcome, offer.note) == (OfferOutcome.NOT_NEEDED, "用户误拨")


def test_an_incident_it_may_belong_to_comes_first(live, staffed, qtbot):
    entry, dialog = opened(live, staffed, with_incident=True)
    assert dialog.outcome.currentText().startswith("与2026-001")
    dialog.submit()
    settle()
    offer = live.room.incident_offer.offer_of(entry.id)
    assert (offer.outcome, offer.incident_id) == (OfferOutcome.SAME_INCIDENT, "事")
