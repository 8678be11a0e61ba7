from datetime import UTC, datetime, timedelta

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.incident import ExitReason
from tests.builders import Staff, draft
from tests.services.test_incident import CLI, opened, report


def test_only_what_lies_between_the_instants_is_read(staffed: Staff) -> None:
    room = staffed.room
    fire = opened(room)
    report(room, fire, "first", "phone")
    false_alarm = opened(room)
    room.incident.close(
        false_alarm.id, by=CLI, exit_reason=ExitReason.FALSE_ALARM, note="核实无火情"
    )
    now, minute = room.clock.now(), timedelta(minutes=1)
    with room.store.reading() as tables:
        assert [one.is_exit for one in tables.statistics.incidents(now, now + minute)] == [
            False,
            True,
        ]
        assert tables.statistics.incidents(now - minute, now) == []
        (sent,) = tables.statistics.reports(now, now + minute)
        assert tables.statistics.reports(now - minute, now) == []
        assert tables.statistics.first_year() == 2026
    assert (sent.incident_no, sent.stage, sent.medium) == (fire.incident_no, "first", "phone")
    assert sent.is_met is True
    assert sent.due_at is not None


def test_hours_count_what_people_wrote_once(staffed: Staff) -> None:
    room = staffed.room
    for text in ("甲", "乙"):
        room.duty_log.record(draft(room, text), by=staffed.by)
    opened(room)
    now = room.clock.now()
    with room.store.reading() as tables:
        (found,) = tables.statistics.entries(now - timedelta(hours=1), now + timedelta(hours=1))
    assert found.count == 2
    assert found.hour == now.replace(minute=0, second=0, microsecond=0)


def test_the_first_year_is_that_of_the_first_shift_and_a_new_room_has_none(
    room: DutyRoom,
) -> None:
    with room.store.reading() as tables:
        assert tables.statistics.first_year() is None


def test_a_room_without_incidents_counts_from_its_first_shift(staffed: Staff) -> None:
    with staffed.room.store.reading() as tables:
        assert tables.statistics.first_year() == 2026


def test_what_came_in_on_new_years_night_offered_the_year_before_as_well(staffed: Staff) -> None:
    room = staffed.room
    opened(room, received_at=datetime(2025, 12, 31, 17, 0, tzinfo=UTC))
    with room.store.reading() as tables:
        assert tables.statistics.first_year() == 2026
