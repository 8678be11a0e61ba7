"""What the whole log lists, asked without a window."""

from dataclasses import replace

import pytest

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.log_search import LogSearch
from dutydesk.ui.duty_log.log_listing import NO_HIT, LogLister
from tests.builders import Staff, draft


@pytest.fixture
def lister(staffed: Staff) -> LogLister:
    for text in ("燃气一", "燃气二", "无事"):
        staffed.room.duty_log.record(draft(staffed.room, text), by=staffed.by)
    return LogLister(staffed.room.duty_log, staffed.room.clock.now)


def test_nothing_asked_lists_everything_newest_first(lister: LogLister) -> None:
    listing = lister.listing(LogSearch())
    assert (list(listing.rowids), listing.words) == ([3, 2, 1], "共 3 条")
    of_a_kind = lister.listing(LogSearch(kinds=(EntryKind.FAX,)))
    assert (list(of_a_kind.rowids), of_a_kind.words) == ([], NO_HIT)


def test_hits_come_with_their_words_to_mark(lister: LogLister) -> None:
    listing = lister.listing(LogSearch("燃氣"))
    assert (listing.words, listing.marked, listing.has_more) == ("找到 2 条", ("燃气",), False)
    assert [listing.rows[rowid].entry.text for rowid in listing.rowids] == ["燃气二", "燃气一"]


def test_what_is_behind_follows(lister: LogLister) -> None:
    assert list(lister.more(LogSearch("燃气"), 2)) == [1]
    assert lister.more(replace(LogSearch("燃气"), is_late=True), 2) == {}


def test_a_number_goes_to_its_entry_within_the_day(lister: LogLister) -> None:
    listing = lister.listing(LogSearch("#2"))
    assert (listing.chosen, listing.marked) == (2, ())
    assert len(listing.rowids) == 3
    assert lister.listing(LogSearch("1119#2")).words == "11月19日没有第2条。"


def test_a_number_before_any_duty_finds_nothing(room) -> None:  # type: ignore[no-untyped-def]
    assert LogLister(room.duty_log, room.clock.now).listing(LogSearch("#1")).words == NO_HIT


def test_the_day_around_a_hit_keeps_its_marks(lister: LogLister, staffed: Staff) -> None:
    listing = lister.day(staffed.shift.duty_date, 2, ("燃气",))
    assert (listing.chosen, listing.marked, len(listing.rowids)) == (2, ("燃气",), 3)
