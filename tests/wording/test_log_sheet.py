from dataclasses import replace

import pytest

from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.entry_detail import DETAILS
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_text
from dutydesk.wording.entry_detail import TOGETHER
from dutydesk.wording.log_sheet import HANDLED, RESULTS, sheet_columns
from tests.builders import Staff, detail_sample, draft


@pytest.fixture
def entry(staffed: Staff) -> LogEntry:
    return staffed.room.duty_log.record(draft(staffed.room), by=staffed.by).value


@pytest.mark.parametrize("kind", list(EntryKind))
def test_no_detail_of_any_kind_is_left_out(entry: LogEntry, kind: EntryKind) -> None:
    columns = sheet_columns(replace(entry, kind=kind, details=detail_sample(kind)))
    shown = sum(map(len, (columns.handling, columns.result, columns.particulars)))
    asked = [one.name for one in DETAILS[kind] if one.name not in TOGETHER]
    assert shown + bool(columns.urgency) == len(asked)


def test_what_was_done_and_what_came_of_it_stand_in_their_columns(entry: LogEntry) -> None:
    told = replace(
        entry,
        handling="已转物业",
        details={
            "already_told": "消防",
            "read_back": "yes",
            "reported_to": "丙某",
            "reported_at": "2026-11-20T18:20:00Z",
            "result": "已恢复",
        },
    )
    columns = sheet_columns(told)
    assert columns.handling == ("已转物业", "已告知：消防", "报告领导：丙某（11月21日02:20）")
    assert columns.result == ("已恢复",)
    assert columns.particulars == ("已复述核对：是",)


def test_only_an_unusual_urgency_is_said(entry: LogEntry) -> None:
    fax = replace(entry, kind=EntryKind.FAX, details={"urgency": "extra_urgent"})
    assert sheet_columns(fax).urgency == "特急"
    assert sheet_columns(replace(fax, details={"urgency": "ordinary"})).urgency == ""
    assert sheet_columns(entry).urgency == ""


def test_every_name_of_the_columns_is_asked_by_some_kind() -> None:
    names = {one.name for asked in DETAILS.values() for one in asked}
    assert names >= HANDLED | RESULTS


def test_a_time_of_the_day_of_the_entry_is_said_without_its_day(entry: LogEntry) -> None:
    """Six lines of a narrow column said 11月26日 again beside an entry of that day."""
    details = {"reported_to": "丙某", "reported_at": "2026-11-20T00:50:00Z"}
    told = replace(entry, at=from_text("2026-11-20T00:45:00Z"), details=details)
    assert sheet_columns(told).handling == (
        *filter(None, [told.handling]),
        "报告领导：丙某（08:50）",
    )
    night = replace(told, at=from_text("2026-11-19T15:59:00Z"))
    assert sheet_columns(night).handling[-1] == "报告领导：丙某（11月20日08:50）"
