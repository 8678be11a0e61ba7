from dataclasses import replace
from datetime import date

import pytest

from dutydesk.domain.duty_log import SEARCHED, ListedEntry, LogEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.entry_link import Continued
from dutydesk.wording.duty_log import ENTRY_FIELD, ENTRY_KIND, continues, origin, remarks
from tests.builders import Staff, draft


@pytest.fixture
def entry(staffed: Staff) -> LogEntry:
    typed = draft(staffed.room, source="安和三社区", person="李某", phone="19900007531")
    return staffed.room.duty_log.record(typed, by=staffed.by).value


def test_every_kind_and_every_field_that_can_be_too_long_has_its_word() -> None:
    assert set(ENTRY_KIND) == set(EntryKind)
    assert set(SEARCHED) <= set(ENTRY_FIELD)


def test_where_an_entry_came_from_leaves_out_what_is_empty(entry: LogEntry) -> None:
    assert origin(entry) == "安和三社区 李某 19900007531"
    assert origin(replace(entry, source="", phone="")) == "李某"


def test_what_stands_beside_the_text_leaves_out_what_is_empty(entry: LogEntry) -> None:
    assert remarks(entry) == []
    full = replace(entry, handling="已转办", instruction="速办", correction_reason="听错")
    assert remarks(full) == ["处理：已转办", "领导批示：速办", "更正原因：听错"]


def test_the_fields_of_the_kind_stand_between_what_was_done_and_what_was_ordered(
    entry: LogEntry,
) -> None:
    full = replace(entry, handling="已转办", instruction="速办", details={"already_told": "消防"})
    assert remarks(full) == ["处理：已转办", "已告知：消防", "领导批示：速办"]


def test_a_continuation_names_the_day_of_another_shift(entry: LogEntry) -> None:
    today = date(2026, 11, 20)
    listed = ListedEntry(entry, today, continues=Continued(today, 12))
    assert continues(listed) == "接第12条"
    assert continues(replace(listed, continues=Continued(date(2026, 11, 19), 3))) == (
        "接11月19日第3条"
    )
    assert continues(replace(listed, continues=None)) == ""
