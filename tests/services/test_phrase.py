from dataclasses import replace

import pytest

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.phrase import PhraseKnown, PhraseTextMissing
from tests.builders import Staff
from tests.handover_builders import BY


def texts(phrases: list) -> list[str]:
    return [one.text for one in phrases]


def test_a_new_room_is_offered_the_shipped_ones_most_typical_first(staffed: Staff) -> None:
    offered = staffed.room.phrase.offered()
    assert offered == staffed.room.phrase.phrases()
    assert len({one.kind for one in offered[:9]}) == 9, "the digits reach nine kinds"


def test_those_of_the_chosen_kind_come_first(staffed: Staff) -> None:
    offered = staffed.room.phrase.offered(kind=EntryKind.PATROL)
    kinds = [one.kind for one in offered]
    assert kinds[:5].count(EntryKind.PATROL) == 3
    assert set(kinds[:5]) == {EntryKind.PATROL, None}


def test_what_was_chosen_comes_up(staffed: Staff) -> None:
    phrase = staffed.room.phrase
    last = phrase.offered()[-1]
    phrase.used(last.id)
    assert phrase.offered()[0] == last


@pytest.mark.parametrize(
    "typed", ["卫星电话", "wxdh", "weixing", "ＷＸＤＨ", "卫星 电量", "wx 电量"]
)
def test_one_is_found_by_chinese_pinyin_and_initials(staffed: Staff, typed: str) -> None:
    (found,) = staffed.room.phrase.offered(typed)
    assert found.text.startswith("卫星电话")


def test_what_matches_nothing_finds_nothing(staffed: Staff) -> None:
    assert staffed.room.phrase.offered("飞碟") == []
    assert staffed.room.phrase.offered("qqqq") == []


def test_the_unit_adds_changes_and_switches_off(staffed: Staff) -> None:
    service = staffed.room.phrase
    mine = service.new("  桥面结冰，已撒盐。 ", EntryKind.PATROL)
    done = service.put(mine, by=BY)
    assert done.changes.ids("phrase") == {mine.id}
    assert service.phrases()[-1].text == "桥面结冰，已撒盐。"
    service.put(mine, by=BY)
    assert texts(service.phrases()).count("桥面结冰，已撒盐。") == 1, "twice is once"
    service.put(replace(mine, text="{地点}结冰，已撒盐。"), by=BY)
    assert texts(service.offered("结冰")) == ["{地点}结冰，已撒盐。"]
    service.put(replace(mine, is_active=False), by=BY)
    assert service.offered("结冰") == []
    assert not service.phrases()[-1].is_active


def test_what_is_refused_is_not_written(staffed: Staff) -> None:
    service = staffed.room.phrase
    before = service.phrases()
    with pytest.raises(PhraseTextMissing):
        service.put(service.new(" ", None), by=BY)
    with pytest.raises(PhraseKnown):
        service.put(service.new(before[0].text, before[0].kind), by=BY)
    assert service.phrases() == before


def test_the_unit_decides_the_order(staffed: Staff) -> None:
    service = staffed.room.phrase
    first, second, third = service.phrases()[:3]
    service.move(third.id, -1, by=BY)
    assert [one.id for one in service.phrases()[:3]] == [first.id, third.id, second.id]
    service.move(first.id, 1, by=BY)
    assert [one.id for one in service.phrases()[:3]] == [third.id, first.id, second.id]
    service.move(third.id, -5, by=BY)
    assert service.phrases()[0].id == third.id
    with pytest.raises(RecordUnknown):
        service.move("nobody", 1, by=BY)


def test_an_older_room_takes_the_shipped_ones_it_has_not(staffed: Staff) -> None:
    service = staffed.room.phrase
    assert service.take_shipped(by=BY).value == 0
    off = replace(service.phrases()[0], is_active=False)
    service.put(off, by=BY)
    with staffed.room.store.writing(actor="test", action="test") as work:
        for one in work.tables.phrase.all()[1:]:
            work.rows.remove("phrase", one.id)
    done = service.take_shipped(by=BY)
    assert done.value == len(service.phrases()) - 1
    assert off in service.phrases(), "what was switched off stays so"
    assert service.phrases()[0] == off
