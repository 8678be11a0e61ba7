from datetime import timedelta

import pytest

from dutydesk.domain.duty_log import AHEAD_ALLOWED, MAX_FIELD, Recorder
from dutydesk.domain.instants import from_iso
from dutydesk.domain.open_item import OpenItem, OpenItemStatus
from dutydesk.domain.open_item_progress import (
    DraftProgress,
    FollowedItem,
    OpenItemStillOpen,
    ProgressInFuture,
    ProgressKind,
    ProgressTextMissing,
    ProgressTextTooLong,
    ReopenReasonMissing,
    Step,
    accept_progress,
    closed,
    closing_at,
    latest_notes,
    reopened,
)

NOW = from_iso("2026-11-30T23:59")
WHO = Recorder("甲某", None)
ITEM = OpenItem(
    id="项",
    title="路面塌陷",
    owner="市政处",
    status=OpenItemStatus.OPEN,
    created_at=NOW,
    created_shift_id="班",
    due_at=NOW + timedelta(hours=1),
)


def typed(text: str, **span: float) -> DraftProgress:
    return DraftProgress(id="注", item_id="项", text=text, at=NOW + timedelta(**span))


def at(number: int) -> Step:
    return Step(f"步{number}", WHO, NOW + timedelta(minutes=number))


def test_a_note_keeps_when_it_happened_and_when_it_was_written() -> None:
    note = accept_progress(typed("市政已到场 ", minutes=-20), WHO, NOW)
    assert (note.kind, note.text) == (ProgressKind.NOTE, "市政已到场 ")
    assert (note.at, note.recorded_at) == (NOW - timedelta(minutes=20), NOW)


def test_a_note_needs_words_that_fit_and_a_time_that_has_come() -> None:
    with pytest.raises(ProgressTextMissing):
        accept_progress(typed(" \u3000"), WHO, NOW)
    with pytest.raises(ProgressTextTooLong) as long:
        accept_progress(typed("字" * (MAX_FIELD + 1)), WHO, NOW)
    assert (long.value.length, long.value.limit) == (MAX_FIELD + 1, MAX_FIELD)
    accept_progress(typed("字" * MAX_FIELD), WHO, NOW)
    limit = AHEAD_ALLOWED.total_seconds()
    accept_progress(typed("到场", seconds=limit), WHO, NOW)
    with pytest.raises(ProgressInFuture):
        accept_progress(typed("到场", seconds=limit + 1), WHO, NOW)


def test_an_item_is_closed_taken_up_again_and_closed_anew_and_every_step_stays() -> None:
    first = closed(ITEM, "已修好", at(1))
    again = reopened(first.item, "又塌了", at(2))
    assert again.item == ITEM
    last = closed(again.item, "已重修", at(3))
    steps = (*first.progress, *again.progress, *last.progress)
    assert [(one.kind.value, one.text) for one in steps] == [
        ("closed", "已修好"),
        ("reopened", "又塌了"),
        ("closed", "已重修"),
    ]
    expected = {
        None: (at(3).now, "已重修"),
        0: None,
        1: (at(1).now, "已修好"),
        2: None,
        3: (at(3).now, "已重修"),
    }
    for minute, closing in expected.items():
        then = None if minute is None else at(minute).now
        assert closing_at(last.item, steps, then) == closing, minute


def test_an_item_closed_before_steps_were_kept_says_so_itself() -> None:
    old = closed(ITEM, "已修好", at(1)).item
    assert closing_at(old, (), at(1).now) == (at(1).now, "已修好")
    assert closing_at(old, (), at(0).now) is None


def test_only_a_closed_item_is_taken_up_again_and_with_a_reason() -> None:
    with pytest.raises(OpenItemStillOpen):
        reopened(ITEM, "又塌了", at(1))
    done = closed(ITEM, "已修好", at(1)).item
    with pytest.raises(ReopenReasonMissing):
        reopened(done, " ", at(2))


def test_the_latest_steps_are_shown_oldest_first() -> None:
    steps = tuple(accept_progress(typed(f"第{n}步"), WHO, NOW) for n in range(5))
    assert [one.text for one in latest_notes(steps)] == ["第2步", "第3步", "第4步"]
    assert latest_notes(()) == ()
    followed = FollowedItem(ITEM, (*steps, *closed(ITEM, "完", at(1)).progress))
    assert followed.latest is not None
    assert (followed.latest.text, followed.notes) == ("完", steps)
