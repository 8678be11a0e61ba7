from dataclasses import replace
from datetime import date, timedelta

import pytest

from dutydesk.domain.drill import (
    NothingToReplay,
    come_in,
    drill_of,
    hidden_numbers,
    review_events,
)
from dutydesk.domain.duty_log import ListedEntry, LogEntry
from dutydesk.domain.entry_kind import EntryKind
from tests.incident_builders import at

DAY = date(2026, 11, 20)
FIRST = at("2026-11-20 09:12")


def entry(no, when, kind=EntryKind.INCOMING_CALL, **changes):
    facts = {
        "id": f"e{no}",
        "shift_id": "s1",
        "no": no,
        "at": when,
        "kind": kind,
        "source": "安和一社区",
        "person": "李某",
        "phone": "",
        "text": "居民反映3号楼燃气异味",
        "handling": "已通知燃气公司",
        "instruction": "",
        "officer_id": None,
        "recorder": "甲某",
        "recorded_at": when,
        "is_late": False,
    }
    return LogEntry(**{**facts, **changes})


def listed(*entries):
    return [ListedEntry(one, DAY) for one in entries]


def test_what_came_in_comes_in_again_and_what_was_done_does_not():
    drill = drill_of(
        "值班室",
        DAY,
        listed(
            entry(2, FIRST + timedelta(minutes=30), EntryKind.FAX, text="防汛通知"),
            entry(1, FIRST),
            entry(3, FIRST, EntryKind.OUTGOING_CALL),
            entry(4, FIRST, EntryKind.PATROL),
            entry(5, FIRST, is_automatic=True),
        ),
    )
    assert [(one.no, one.kind) for one in drill.events] == [
        (1, EntryKind.INCOMING_CALL),
        (2, EntryKind.FAX),
    ]
    assert drill.starts_at == FIRST - timedelta(minutes=1)
    assert "燃气公司" not in str(drill)


def test_an_entry_that_was_corrected_comes_in_as_it_was_corrected():
    old = ListedEntry(entry(1, FIRST), DAY, corrected_by="e2")
    new = ListedEntry(entry(2, FIRST, text="5号楼", correction_of="e1"), DAY)
    assert [one.text for one in drill_of("值班室", DAY, [old, new]).events] == ["5号楼"]


def test_a_day_without_calls_cannot_be_replayed():
    with pytest.raises(NothingToReplay):
        drill_of("值班室", DAY, listed(entry(1, FIRST, EntryKind.PATROL)))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("回电13800001234", "回电138****34"),
        ("0575-8888123", "0575-****23"),
        ("11月20日16时前报126人", "11月20日16时前报126人"),
    ],
)
def test_numbers_that_would_ring_are_hidden_and_figures_stay(text, shown):
    assert hidden_numbers(text) == shown


def drill():
    return drill_of(
        "值班室",
        DAY,
        listed(
            entry(1, FIRST),
            entry(
                2,
                FIRST + timedelta(hours=1),
                EntryKind.SUPERIOR_NOTICE,
                source="区政府总值班室",
                person="",
                text="16时前报送防汛值守情况",
            ),
        ),
    )


def test_only_what_has_come_in_by_now_is_there():
    assert [one.no for one in come_in(drill(), FIRST)] == [1]
    assert [one.no for one in come_in(drill(), FIRST + timedelta(hours=1))] == [1, 2]
    assert come_in(drill(), FIRST - timedelta(seconds=1)) == ()


def test_an_event_is_judged_by_the_entry_that_says_the_same():
    made = [
        entry(1, FIRST, recorded_at=FIRST + timedelta(minutes=3), text="安和一社区3号楼燃气异味"),
        entry(
            2,
            FIRST,
            recorded_at=FIRST + timedelta(hours=1, minutes=9),
            source="区总值班室",
            text="下午16时前报送防汛值守情况",
        ),
    ]
    found = review_events(drill(), made, FIRST + timedelta(hours=2))
    assert [(one.entry_no, one.delay_minutes, one.is_in_time) for one in found] == [
        (1, 3, True),
        (2, 9, False),
    ]


def test_what_nobody_logged_is_missed_and_one_entry_logs_one_event():
    twice = replace(drill(), events=(drill().events[0], replace(drill().events[0], no=2)))
    made = [entry(1, FIRST, recorded_at=FIRST + timedelta(minutes=1))]
    found = review_events(twice, made, FIRST + timedelta(hours=2))
    assert [one.entry_no for one in found] == [1, None]
    other = [entry(1, FIRST, source="", person="", text="巡查办公楼正常")]
    assert review_events(drill(), other, FIRST)[0].entry_no is None


def test_an_entry_from_before_the_call_logs_it_not():
    made = [entry(1, FIRST, recorded_at=FIRST - timedelta(minutes=1))]
    assert review_events(drill(), made, FIRST)[0].logged_at is None
