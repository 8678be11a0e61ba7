"""Search through the index equals a plain scan; pages and lists equal what was appended."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.assembly.clocks import FixedClock, seeded_ids
from dutydesk.assembly.opening import create_room
from dutydesk.assembly.room import DutyRoom, NewRoom
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.entry_link import Continued
from dutydesk.domain.instants import from_iso
from dutydesk.domain.log_search import LogSearch, searched_text
from dutydesk.domain.officer import Actor
from dutydesk.domain.search_text import folded, holds, query_words
from tests.builders import Staff, draft

CLI = Actor("cli")

# Few characters, so that texts and queries meet often; every way in which typing differs.
LETTERS = "燃气氣后後裡值班3７aAＡß，。 　-\"'*():ﬁ①²İée\u0301\u200b\x00朴\U00020000\n"
TEXTS = [
    "3号楼燃气异味，已通知燃气公司",
    "值班室来电：气象台发布暴雨橙色预警",
    "ＡＢＣ大厦ａ座消防栓漏水 No.７－２",
    "Straße 12（涉外）ﬁre STRASSE",
    "燃",
    "气",
    "，。！？",
    "119 110 120；12345、１２３４５",
    "燃气 燃 气 气燃",
    "a b c ab bc abc",
    "\U00020000\U00020001 生僻字",
    "e\u0301 é É",
    "OR AND NOT NEAR(燃 气)",
    'body:"燃气"*',
    "值班值班值班",
    "İstanbul i̇stanbul",
    "氣象臺發佈暴雨警報，值班室裡燃氣洩漏",
    "\uf900\ufa0e\U0002f800 部首⽓⽕，後門",
]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DutyRoom]:
    """One room with entries of every kind, made once: searching changes nothing."""
    clock = FixedClock(from_iso("2026-11-20T08:30"))
    folder: Path = tmp_path_factory.mktemp("search") / "room"
    room = create_room(folder, NewRoom("值班室", is_practice=True), clock, seeded_ids(clock, 3))
    for place, text in enumerate(TEXTS):
        other = TEXTS[-place - 1]
        kind = list(EntryKind)[place % 5]
        values = draft(room, text, kind=kind, source=other[:6], phone=f"1990000{place:04d}")
        room.duty_log.record(values, by=CLI)
    yield room
    room.close()


def plainly(room: DutyRoom, search: LogSearch) -> list[str]:
    """Look through every entry without an index, newest first."""
    rowids = room.duty_log.all_rowids()
    entries = room.duty_log.page(rowids)
    words = query_words(search.text)
    return [
        entries[rowid].entry.id
        for rowid in reversed(rowids)
        if words
        and holds(words, searched_text(entries[rowid].entry))
        and (not search.kinds or entries[rowid].entry.kind in search.kinds)
    ]


def found(room: DutyRoom, search: LogSearch) -> list[str]:
    hits = room.duty_log.find(search)
    assert hits.total_at_least == len(hits.entries) == len(hits.rowids)
    return [listed.entry.id for listed in hits.entries]


@settings(max_examples=600, deadline=None)
@given(st.text(LETTERS, min_size=1, max_size=6))
def test_any_typed_words_find_what_a_plain_scan_finds(full: DutyRoom, query: str) -> None:
    assert found(full, LogSearch(query)) == (plainly(full, LogSearch(query)))


@settings(max_examples=600, deadline=None)
@given(
    st.sampled_from(TEXTS),
    st.integers(0, 20),
    st.integers(1, 8),
    st.none() | st.sampled_from(list(EntryKind)[:5]),
)
def test_any_piece_of_a_text_finds_what_a_plain_scan_finds(
    full: DutyRoom, text: str, start: int, length: int, kind: EntryKind | None
) -> None:
    piece = text[start : start + length].strip()
    if piece:
        search = LogSearch(piece, kinds=(kind,) if kind else ())
        assert found(full, search) == plainly(full, search)
        # Cut between a letter and its accent, a piece is no part of the text as searched.
        if kind is None and folded(piece) in folded(text):
            assert found(full, search)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*LETTERS, "燃气", "值班", "119"]), min_size=2, max_size=4))
def test_several_words_must_all_be_there(full: DutyRoom, words: list[str]) -> None:
    search = LogSearch(" ".join(words))
    assert found(full, search) == plainly(full, search)


def test_a_very_long_query_is_answered(full: DutyRoom) -> None:
    assert found(full, LogSearch("燃气" * 3000)) == []
    assert len(found(full, LogSearch(" ".join(["燃气"] * 3000)))) > 0


def test_a_limit_cuts_the_hits_and_not_the_count(full: DutyRoom) -> None:
    every = full.duty_log.find(LogSearch("气"))
    two = full.duty_log.find(LogSearch("气", limit=2))
    assert two.total_at_least == every.total_at_least > 2
    assert two.entries == every.entries[:2]
    assert two.is_capped is False


def test_pages_are_the_entries_of_their_numbers(full: DutyRoom) -> None:
    rowids = full.duty_log.all_rowids()
    assert len(rowids) == len(TEXTS)
    page = full.duty_log.page(rowids[3:6])
    assert [page[rowid].entry.text for rowid in rowids[3:6]] == TEXTS[3:6]
    assert full.duty_log.page([]) == {}
    calls = full.duty_log.all_rowids(EntryKind.INCOMING_CALL)
    assert calls == rowids[::5]


def test_the_count_of_a_common_word_stops_at_a_thousand(tmp_path: Path) -> None:
    clock = FixedClock(from_iso("2026-11-20T08:30"))
    ids = seeded_ids(clock, 3)
    room = create_room(tmp_path / "room", NewRoom("值班室", is_practice=True), clock, ids)
    first: ListedEntry = room.duty_log.entry(
        room.duty_log.record(draft(room, "燃气 0"), by=CLI).value.id
    )
    from dataclasses import replace

    with room.store.writing(actor="test", action="test.many") as work:
        for no in range(2, 1101):
            at = clock.now() - timedelta(seconds=no)
            entry = replace(first.entry, id=ids.new(), no=no, at=at, text=f"燃气 {no}")
            work.tables.duty_log.append(entry)
    hits = room.duty_log.find(LogSearch("燃气", limit=3))
    assert (hits.total_at_least, hits.is_capped) == (1000, True)
    assert [one.entry.no for one in hits.entries] == [1100, 1099, 1098]
    room.close()


def test_a_continuation_names_the_day_and_number_of_what_it_goes_on_with(staffed: Staff) -> None:
    room = staffed.room
    first = room.duty_log.record(draft(room, "来电"), by=staffed.by).value
    later = room.duty_log.record(draft(room, "又来", continuation_of=first.id), by=staffed.by)
    found = room.duty_log.entry(later.value.id)
    assert found.continues == Continued(staffed.shift.duty_date, 1)
    assert room.duty_log.entry(first.id).continues is None
    with room.store.reading() as tables:
        listed = tables.duty_log.by_rowids(tables.duty_log.rowids())
    assert [one.continues for one in listed.values()] == [None, found.continues]
