from datetime import timedelta

import pytest

from dutydesk.domain.absence_change import cancel, change, come_back
from dutydesk.domain.absence_notice import AbsenceState, Filing
from dutydesk.domain.absence_refusals import (
    AbsenceBackInFuture,
    AbsenceCancelled,
    AbsenceChangeReasonMissing,
    AbsenceChangesNothing,
    AbsenceEnded,
    AbsenceEndsBeforeStart,
    AbsenceNotBegun,
    AbsenceOverlaps,
)
from tests.absence_builders import FILED, absence_change, at, notice

LATER = Filing(FILED + timedelta(hours=1), "乙某")


def test_a_change_is_a_new_version_that_keeps_what_stood_before():
    one = notice()
    draft = absence_change(one.id, ends_at=at("11-24 18:00"), place=one.place, acting_phone="")
    new, made = change(one, draft, [one], LATER)
    assert (new.version, new.ends_at, new.acting_phone) == (2, at("11-24 18:00"), "")
    assert (new.filed_at, new.recorder) == (one.filed_at, one.recorder)
    assert made.before == {"ends_at": "2026-11-23T10:00:00Z", "acting_phone": "19900000021"}
    assert (made.version, made.recorder, made.changed_at) == (2, "乙某", LATER.now)


def test_a_change_has_a_reason_and_changes_something_that_holds():
    one = notice()
    with pytest.raises(AbsenceChangeReasonMissing):
        change(one, absence_change(one.id, change_reason=" ", place="外省"), [], LATER)
    with pytest.raises(AbsenceChangesNothing):
        change(one, absence_change(one.id, place=one.place), [], LATER)
    with pytest.raises(AbsenceEndsBeforeStart):
        change(one, absence_change(one.id, ends_at=one.starts_at), [], LATER)


def test_only_other_times_ask_about_an_overlap_again():
    one, other = notice(), notice()
    assert change(one, absence_change(one.id, place="外省"), [one, other], LATER)
    longer = absence_change(one.id, ends_at=at("11-25 18:00"))
    with pytest.raises(AbsenceOverlaps):
        change(one, longer, [one, other], LATER)
    assert change(one, longer, [one, other], Filing(FILED, "乙某", is_overlap_meant=True))


def test_what_is_cancelled_or_over_changes_no_more():
    one = notice()
    cancelled, made = cancel(one, "c", "会议取消", LATER)
    assert (cancelled.is_cancelled, cancelled.version, made.is_cancellation) == (True, 2, True)
    assert cancelled.state(FILED) is AbsenceState.CANCELLED
    with pytest.raises(AbsenceCancelled):
        change(cancelled, absence_change(one.id, place="外省"), [], LATER)
    with pytest.raises(AbsenceCancelled):
        come_back(cancelled, one.starts_at, one.ends_at)
    with pytest.raises(AbsenceChangeReasonMissing):
        cancel(one, "c", "", LATER)
    back = come_back(one, one.starts_at, one.ends_at)
    assert (back.state(one.ends_at), back.is_running) == (AbsenceState.BACK, False)
    with pytest.raises(AbsenceEnded):
        cancel(back, "c", "会议取消", LATER)


def test_a_return_lies_between_the_departure_and_now():
    one = notice()
    with pytest.raises(AbsenceNotBegun):
        come_back(one, one.starts_at - timedelta(seconds=1), one.ends_at)
    now = one.starts_at + timedelta(hours=1)
    assert come_back(one, now + timedelta(minutes=10), now)
    with pytest.raises(AbsenceBackInFuture):
        come_back(one, now + timedelta(minutes=10, seconds=1), now)
