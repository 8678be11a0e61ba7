import pytest

from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.report import ReportMedium
from dutydesk.domain.settings import TWO_SHIFT_PATTERN
from dutydesk.domain.shift import ShiftKind, ShiftNotRunning
from dutydesk.store.handover_view import live_view, shift_on_duty, view_of
from tests.builders import Staff, draft
from tests.handover_builders import BY, fire, hand_over, stand_at


def test_a_shift_that_waits_for_its_officer_is_not_handed_over(room) -> None:
    room.duty_log.record(draft(room), by=BY)
    with room.store.reading() as tables, pytest.raises(ShiftNotRunning):
        shift_on_duty(tables)


def test_a_handover_is_found_live_by_the_running_shift_and_frozen_by_the_old_one(
    staffed: Staff,
) -> None:
    now = stand_at(staffed, "2026-11-21 08:30")
    with staffed.room.store.reading() as tables:
        assert view_of(tables, staffed.shift.id, now) == live_view(tables, now)
        with pytest.raises(RecordUnknown):
            view_of(tables, "没有", now)
    done = hand_over(staffed)
    later = stand_at(staffed, "2026-12-24 08:30")
    with staffed.room.store.reading() as tables:
        assert view_of(tables, staffed.shift.id, later) == done
        assert live_view(tables, later).handover.id == done.handover.incoming_shift_id


@pytest.mark.parametrize(
    ("when", "late"),
    [("2026-11-20 18:30", 0), ("2026-11-20 18:31", 1), ("2026-11-20 23:00", 2)],
)
def test_a_first_report_is_overdue_after_its_minute_not_at_it(
    staffed: Staff, when: str, late: int
) -> None:
    from tests.incident_builders import at

    stand_at(staffed, "2026-11-20 18:00")
    fire(staffed, at("2026-11-20 18:00"))
    now = stand_at(staffed, when)
    with staffed.room.store.reading() as tables:
        view = live_view(tables, now)
    assert len(view.blocking) == late
    (incident,) = view.facts.incidents
    assert incident.next_medium is ReportMedium.PHONE
    assert incident.next_due_at == at("2026-11-20 18:30")


def test_a_draft_in_the_day_shift_looks_forward_to_the_night(staffed: Staff) -> None:
    staffed.room.settings.put({"shift_pattern": TWO_SHIFT_PATTERN}, by=BY)
    hand_over(staffed)
    now = stand_at(staffed, "2026-11-20 12:00")
    with staffed.room.store.reading() as tables:
        expected = live_view(tables, now).facts.incoming_shift
    assert (expected.duty_date.isoformat(), expected.kind) == ("2026-11-20", ShiftKind.NIGHT)
