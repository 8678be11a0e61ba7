import pytest

from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.officer import Actor
from dutydesk.domain.watch_word import WatchWordExists, WatchWordUnfit
from dutydesk.store.watch_word import shipped_words
from tests.builders import Staff


def test_a_new_room_has_the_shipped_words_as_its_own(staffed: Staff) -> None:
    words = staffed.room.watch_word.words()
    assert [one.word for one in words] == [one.word for one in shipped_words()]
    assert not any(one.id.startswith("shipped") for one in words)


def test_every_kind_a_word_suggests_is_on_the_list_of_kinds(staffed: Staff) -> None:
    kinds = staffed.room.incident.kinds()
    for one in staffed.room.watch_word.words():
        assert not one.kind or (one.category and one.kind in kinds[one.category]), one


def test_a_word_is_added_behind_all_others_and_switched_off(staffed: Staff) -> None:
    service = staffed.room.watch_word
    made = service.new("停电", IncidentCategory.ACCIDENT, "供电中断")
    assert service.put(made, by=staffed.by).value == made
    assert service.words()[-1] == made
    assert not service.put(made, by=staffed.by).changes.touched
    service.switch(made.id, is_active=False, by=staffed.by)
    assert service.watch().mentioned("全镇停电") == ()
    assert service.words()[-1].word == "停电"


def test_what_does_not_fit_is_refused(staffed: Staff) -> None:
    service = staffed.room.watch_word
    with pytest.raises(WatchWordUnfit):
        service.put(service.new("火"), by=staffed.by)
    with pytest.raises(WatchWordExists):
        service.put(service.new("泄漏"), by=staffed.by)
    with pytest.raises(RecordUnknown):
        service.switch("没有", is_active=False, by=staffed.by)


def test_a_room_of_before_has_the_shipped_words_until_it_changes_one(staffed: Staff) -> None:
    room = staffed.room
    with room.store.writing(actor="program", action="room.create") as work:
        for one in room.watch_word.words():
            work.rows.remove("watch_word", one.id)
    room.offering.forget()
    assert room.watch_word.watch().mentioned("燃气泄漏") == ("泄漏",)
    first = room.watch_word.words()[0]
    room.watch_word.switch(first.id, is_active=False, by=Actor("cli"))
    words = room.watch_word.words()
    assert len(words) == len(shipped_words())
    assert [one.word for one in words if not one.is_active] == [first.word]
    assert not any(one.id.startswith("shipped") for one in words)
