from dutydesk.domain.incident_offer import OfferOutcome, Settlement
from dutydesk.store.offering import Offering, settle
from tests.builders import Staff, draft


def test_the_words_are_read_once_until_they_change(staffed: Staff) -> None:
    room = staffed.room
    offering = Offering(room.ids)
    with room.store.reading() as tables:
        first = offering.watch(tables)
        assert offering.watch(tables) is first
        offering.forget()
        assert offering.watch(tables) is not first


def test_settling_what_made_no_offer_does_nothing(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room, "燃气泄漏"), by=staffed.by).value
    said = Settlement(OfferOutcome.NOT_NEEDED, room.clock.now(), "甲某")
    with room.store.writing(actor="cli", action="incident.open") as work:
        settle(work.tables, "没有", said)
        settle(work.tables, entry.id, said)
        settle(work.tables, entry.id, said)
        assert len(work.rows.images) == 1
