from dataclasses import replace

from tests.builders import Staff


def test_officers_are_found_by_id_and_name_and_listed_as_entered(staffed: Staff) -> None:
    with staffed.room.store.reading() as tables:
        assert tables.officer.all() == [staffed.admin, staffed.officer, staffed.lead]
        assert tables.officer.by_id(staffed.lead.id) == staffed.lead
        assert tables.officer.by_name("乙某") == staffed.officer
        assert tables.officer.by_id(None) is None
        assert tables.officer.by_name("没有") is None


def test_a_pin_hash_is_replaced_and_lies_apart(staffed: Staff) -> None:
    store, officer = staffed.room.store, staffed.officer
    with store.writing(actor="test", action="test.put") as work:
        work.tables.officer.put(replace(officer, phone="119"))
        work.tables.officer.set_pin_hash(officer.id, "一")
        work.tables.officer.set_pin_hash(officer.id, "二")
    assert work.changes.touched == {"officer": frozenset({officer.id})}
    with store.reading() as tables:
        assert tables.officer.pin_hash(officer.id) == "二"
        assert tables.officer.pin_hash("没有") is None
        assert tables.officer.by_name("乙某") == replace(officer, phone="119")


def test_an_officer_changed_in_a_transaction_is_read_as_changed_there(staffed: Staff) -> None:
    store, officer = staffed.room.store, staffed.officer
    with store.writing(actor="test", action="test.put") as work:
        assert work.tables.officer.by_id(officer.id) == officer
        work.tables.officer.put(replace(officer, phone="119"))
        assert work.tables.officer.by_id(officer.id) == replace(officer, phone="119")
