from dutydesk.domain.draft import Draft
from tests.builders import Staff, draft


def test_a_draft_is_kept_in_place_of_itself_until_it_is_dropped(staffed: Staff) -> None:
    service = staffed.room.draft
    service.keep(Draft("1", "entry", {"text": "来"}))
    service.keep(Draft("2", "incident", {"title": "火灾"}))
    service.keep(Draft("1", "entry", {"text": "来电"}))
    (kept,) = service.of_form("entry")
    assert kept.content == {"text": "来电"}
    assert kept.saved_at == staffed.room.clock.now()
    service.drop("1")
    service.drop("1")
    assert service.of_form("entry") == []
    assert len(service.of_form("incident")) == 1


def test_a_draft_is_gone_once_its_entry_is_on_record(staffed: Staff) -> None:
    room = staffed.room
    typed = draft(room)
    room.draft.keep(Draft(typed.id, "entry", {"text": "写到一半"}))
    room.duty_log.record(typed, by=staffed.by)
    assert room.draft.of_form("entry") == []


def test_a_draft_is_no_part_of_the_record(staffed: Staff) -> None:
    room = staffed.room
    with room.store.reading() as tables:
        before = tables.journal.head()
    room.draft.keep(Draft("1", "entry", {"text": "来电"}))
    with room.store.reading() as tables:
        assert tables.journal.head() == before
