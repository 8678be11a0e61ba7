from dutydesk.domain.incident_offer import IncidentOffer
from tests.builders import Staff, draft


def test_an_offer_comes_back_by_its_entry_and_while_it_is_open(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room, "通知"), by=staffed.by).value
    offer = IncidentOffer(id="1", entry_id=entry.id, words=("泄漏",), offered_at=room.clock.now())
    with room.store.writing(actor="cli", action="duty_log.record") as work:
        work.tables.incident_offer.put(offer)
    with room.store.reading() as tables:
        assert tables.incident_offer.of_entry(entry.id) == offer
        assert tables.incident_offer.open() == [offer]
        assert tables.incident_offer.of_entry("没有") is None
