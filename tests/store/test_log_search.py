"""Filters alone and together with words find what a look at every entry finds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutydesk.assembly.clocks import FixedClock, seeded_ids
from dutydesk.assembly.opening import create_room
from dutydesk.assembly.room import DutyRoom, NewRoom
from dutydesk.domain.duty_log import Correction, ListedEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_iso
from dutydesk.domain.log_search import LogSearch, searched_text
from dutydesk.domain.officer import Actor, OfficerRole
from dutydesk.domain.phone import digits
from dutydesk.domain.search_text import folded, holds, query_words
from dutydesk.domain.shift import Posts
from tests.builders import PIN, draft
from tests.domain.test_log_search import ASKED

SOURCES = ("区气象台", "區氣象臺", "安和三社区", "Ａ座 物业", "")
PEOPLE = ("王五", "赵六", "趙 六", "")
PHONES = ("19900007531", "199-0000-7531", "０６３１-5200000", "内线8012", "")
TEXTS = ("3号楼燃气异味", "燃氣洩漏", "无事", "119")
KINDS = list(EntryKind)[:3]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DutyRoom]:
    """Two officers' entries of all sorts; some late, some corrected, some open."""
    clock = FixedClock(from_iso("2026-11-20T08:30"))
    folder: Path = tmp_path_factory.mktemp("filters") / "room"
    room = create_room(folder, NewRoom("值班室", is_practice=True), clock, seeded_ids(clock, 5))
    cli = Actor("cli")
    first = room.officer.add("甲某", OfficerRole.ADMIN, PIN, by=cli).value
    second = room.officer.add("乙某", OfficerRole.DUTY_OFFICER, PIN, by=cli).value
    room.shift.start(Posts(first.id), PIN, by=cli)
    for place in range(120):
        values = draft(
            room,
            TEXTS[place % 4],
            kind=KINDS[place % 3],
            source=SOURCES[place % 5],
            person=PEOPLE[place // 2 % 4],
            phone=PHONES[place // 3 % 5],
            at=clock.now() - timedelta(minutes=20 * (place % 2)),
        )
        officer = (first, second)[place // 7 % 2]
        by = Actor(officer.id, officer.id)
        entry = room.duty_log.record(values, by=by, open_item=place % 11 == 0).value
        if place % 13 == 0:
            fix = Correction(room.duty_log.new_id(), "听错", text="4号楼燃气异味")
            room.duty_log.correct(entry.id, fix, by=by)
        if place % 22 == 0:
            item = room.open_item.open_items()[-1]
            room.open_item.close(item.id, "已办结", by=by)
    yield room
    room.close()


def is_wanted(listed: ListedEntry, search: LogSearch, open_ids: set[str]) -> bool:
    """Decide one entry by looking at it."""
    entry, day = listed.entry, listed.duty_date
    return all(
        (
            holds(query_words(search.text), searched_text(entry)),
            search.since is None or day >= search.since,
            search.until is None or day <= search.until,
            not search.kinds or entry.kind in search.kinds,
            folded(search.source).strip() in folded(entry.source),
            folded(search.person).strip() in folded(entry.person),
            digits(search.phone) in digits(entry.phone),
            search.officer_id in (None, entry.officer_id),
            not search.is_open or entry.id in open_ids,
            not search.is_late or entry.is_late,
            not search.is_corrected or listed.is_struck,
        )
    )


SEARCHES: dict[str, st.SearchStrategy[Any]] = {
    "text": st.sampled_from(["", "燃气", "燃氣 楼", "气", "，", "无"]),
    "since": st.sampled_from([None, date(2026, 11, 20), date(2026, 11, 21)]),
    "until": st.sampled_from([None, date(2026, 11, 20), date(2026, 11, 19)]),
    "kinds": st.lists(st.sampled_from(KINDS), max_size=2, unique=True).map(tuple),
    "source": st.sampled_from(["", "气象", "社", "a座 物", " "]),
    "person": st.sampled_from(["", "赵", "六", "王五", "无此人"]),
    "phone": st.sampled_from(["", "7531", "0000-75", "1", "8012", "转"]),
    "is_open": st.booleans(),
    "is_late": st.booleans(),
    "is_corrected": st.booleans(),
}


def test_every_filter_is_tried() -> None:
    assert set(SEARCHES) == ASKED - {"officer_id"}, "try it in SEARCHES, decide it in is_wanted"


@settings(max_examples=400, deadline=None)
@given(
    st.builds(LogSearch, **SEARCHES),
    st.sampled_from([None, 0, 1]),
)
def test_every_filter_together_finds_what_a_plain_look_finds(
    many: DutyRoom, search: LogSearch, officer: int | None
) -> None:
    if officer is not None:
        search = replace(search, officer_id=many.officer.officers()[officer].id)
    search = replace(search, limit=1000)
    rowids = many.duty_log.all_rowids()
    entries = many.duty_log.page(rowids)
    open_ids = {
        item.origin_entry_id for item in many.open_item.open_items() if item.origin_entry_id
    }
    plain = [rowid for rowid in reversed(rowids) if is_wanted(entries[rowid], search, open_ids)]
    assert list(many.duty_log.find(search).rowids) == ([] if search.is_empty() else plain)


def test_going_on_behind_what_was_shown_leaves_nothing_out(many: DutyRoom) -> None:
    search = LogSearch("燃气", limit=1000)
    every = many.duty_log.find(search).rowids
    shown: list[int] = []
    more = many.duty_log.find(replace(search, limit=7)).rowids
    while more:
        shown += more
        more = many.duty_log.find(replace(search, limit=7, before=shown[-1])).rowids
    assert tuple(shown) == every
    assert len(every) > 14
