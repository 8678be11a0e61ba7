from datetime import date, timedelta

from dutydesk.assembly.clocks import FixedClock
from dutydesk.domain.incident import ExitReason
from dutydesk.domain.instants import china_instant
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from tests.builders import Staff
from tests.services.test_incident_report import CLI, opened, report

LEDGER = PaperRequest(PaperKind.INCIDENT_LEDGER)


def test_a_row_holds_the_chain_of_its_incident(staffed: Staff, clock: FixedClock) -> None:
    room = staffed.room
    fire = opened(room, injured=1, is_sensitive=True)
    clock.forward(minutes=20)
    phone = report(room, fire, "first", "phone")
    clock.forward(hours=9)
    first = report(room, fire, "first")
    report(room, fire, "follow_up")
    report(room, fire, "follow_up", "phone")
    final = report(room, fire, "final")
    room.incident.close(fire.id, by=CLI)
    ledger = room.incident_ledger.ledger(LEDGER)
    (row,) = ledger.rows
    assert (row.incident_no, row.casualties, row.status) == (
        "2026-001",
        "死亡2人、受伤1人",
        "已结束",
    )
    assert [(one.medium, one.sent_at) for one in row.first_reports] == [
        ("电话", phone.sent_at),
        ("书面", first.sent_at),
    ]
    assert first.late_by_minutes
    assert row.first_reports[1].judged == f"迟报{first.late_by_minutes}分"
    assert row.first_reports[1].is_late
    assert (row.follow_up_count, row.final_at) == (2, final.sent_at)
    assert (ledger.ended_count, ledger.late_count) == (1, 1)


def test_an_incident_belongs_to_the_day_it_was_received(staffed: Staff, clock: FixedClock) -> None:
    room = staffed.room
    clock.at = china_instant(date(2026, 12, 1), 0, 0)
    opened(room, title="月末", received_at=clock.now() - timedelta(minutes=1))
    opened(room, title="月初", received_at=clock.now())
    for month, title in ((date(2026, 11, 1), "月末"), (date(2026, 12, 1), "月初")):
        request = PaperRequest(PaperKind.INCIDENT_LEDGER, month=month)
        assert [row.title for row in room.incident_ledger.ledger(request).rows] == [title]


def test_an_exit_is_named_with_its_reason(staffed: Staff) -> None:
    room = staffed.room
    alarm = opened(room)
    room.incident.close(alarm.id, by=CLI, exit_reason=ExitReason.FALSE_ALARM, note="探测器故障")
    (row,) = room.incident_ledger.ledger(LEDGER).rows
    assert (row.exit_note, row.final_at, row.first_reports) == ("误报", None, ())


def test_a_correction_was_counted_as_one_more_follow_up(staffed: Staff) -> None:
    room = staffed.room
    fire = opened(room)
    report(room, fire, "first")
    wrong = report(room, fire, "follow_up")
    report(room, fire, "follow_up", corrects_report_id=wrong.id)
    assert room.incident_ledger.ledger(LEDGER).rows[0].follow_up_count == 1
