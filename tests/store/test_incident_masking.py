from tests.builders import Staff, draft
from tests.services.test_incident_masking import NAME, ended, masking


def test_only_entries_of_a_masked_incident_are_masked(staffed: Staff) -> None:
    room = staffed.room
    incident = ended(staffed)
    other = room.duty_log.record(draft(room, f"{NAME}来访。"), by=staffed.by).value
    room.incident_masking.decide(masking(staffed, incident), by=staffed.by)
    with room.store.reading() as tables:
        raw = [*tables.duty_log.of_incident(incident.id), tables.duty_log.by_id(other.id)]
        listed = [one for one in raw if one is not None]
        shown = tables.incident_masking.entries(listed)
    assert shown[-1] == listed[-1]
    assert not any(NAME in one.entry.text for one in shown[:-1])
    assert [one.entry.id for one in shown] == [one.entry.id for one in listed]


def test_decisions_come_back_in_order(staffed: Staff) -> None:
    room = staffed.room
    incident = ended(staffed)
    done = room.incident_masking.decide(masking(staffed, incident), by=staffed.by).value
    with room.store.reading() as tables:
        assert tables.incident_masking.of_incident(incident.id) == (done,)
        assert tables.incident_masking.by_id(done.id) == done
        assert tables.incident_masking.by_id("none") is None
        assert tables.incident_masking.masker("none") is None
