from dutydesk.domain.draft import Draft
from tests.builders import Staff


def test_a_draft_is_replaced_by_its_id_kept_by_form_and_never_journalled(staffed: Staff) -> None:
    store, now = staffed.room.store, staffed.room.clock.now()
    with store.reading() as tables:
        head = tables.journal.head()
    with store.unjournalled() as tables:
        tables.draft.save(Draft("1", "entry", {"text": "写到"}), now)
        tables.draft.save(Draft("2", "incident", {}), now)
        tables.draft.save(Draft("1", "entry", {"text": "写到一半 "}), now)
    with store.reading() as tables:
        assert tables.draft.all("entry") == [Draft("1", "entry", {"text": "写到一半 "}, now)]
        assert tables.journal.head() == head
    with store.unjournalled() as tables:
        tables.draft.drop("1")
        tables.draft.drop("没有")
    with store.reading() as tables:
        assert tables.draft.all("entry") == []
        assert len(tables.draft.all("incident")) == 1
