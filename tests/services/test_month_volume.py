from dataclasses import replace
from datetime import date, timedelta

from dutydesk.domain.handover import HandoverSide
from dutydesk.domain.paper_issue import PaperKind, PaperPurpose, PaperRequest
from tests.builders import Staff, draft
from tests.handover_builders import sign, stand_at
from tests.papers import reading

DAY = date(2026, 11, 20)


def test_a_volume_binds_every_shift_with_its_people(staffed: Staff) -> None:
    room = staffed.room
    room.duty_log.record(draft(room, "第一天"), by=staffed.by)
    stand_at(staffed, "2026-11-21 08:30")
    sign(staffed, HandoverSide.OUTGOING, staffed.admin)
    sign(staffed, HandoverSide.INCOMING, staffed.officer)
    room.duty_log.record(draft(room, "第二天"), by=staffed.by)
    volume = room.month_volume.volume(None)
    assert (volume.month, volume.unit, volume.is_practice) == (
        date(2026, 11, 1),
        "安和街道办事处值班室",
        True,
    )
    assert [(line.duty_date, line.shift, line.is_running) for line in volume.lines] == [
        (DAY, "全天班", False),
        (DAY + timedelta(days=1), "全天班", True),
    ]
    assert volume.lines[0].officers == "甲某"
    assert volume.lines[0].lead_officer == "丙某"
    sheets = list(volume.sheets)
    assert [entry.content for sheet in sheets for entry in sheet.entries] == ["第一天", "第二天"]
    assert list(volume.sheets) == sheets
    with room.store.reading() as tables:
        assert volume.journal_head == tables.journal.head()
        assert volume.journal_rows == tables.journal.count()
        handed = tables.handover.by_id(staffed.shift.id)
    assert handed is not None
    (head,) = volume.heads
    assert (head.duty_date, head.journal_head) == (DAY, handed.journal_head)
    assert len(head.groups) == 19


def test_a_month_in_which_nobody_kept_the_room_is_empty(staffed: Staff) -> None:
    for month in (date(2026, 10, 5), date(2026, 12, 1)):
        volume = staffed.room.month_volume.volume(month)
        assert (volume.month.month, volume.lines, list(volume.sheets)) == (month.month, (), [])


def test_days_without_a_shift_are_named_between_the_first_and_the_newest(staffed: Staff) -> None:
    room = staffed.room
    room.clock.forward(days=3)  # type: ignore[attr-defined]  # FixedClock
    with room.store.reading() as tables:
        running = tables.shift.running()
    assert running is not None

    later = replace(
        running,
        id=room.duty_log.new_id(),
        duty_date=DAY + timedelta(days=2),
        starts_at=running.starts_at + timedelta(days=2),
        ends_at=running.ends_at + timedelta(days=2),
    )
    done = replace(running, status=type(running.status).HANDED_OVER, ended_at=room.clock.now())
    with room.store.writing(actor="cli", action="test.hand_over") as work:
        work.tables.shift.put(done)
        work.tables.shift.put(later)
    lines = room.month_volume.volume(DAY).lines
    assert [(line.duty_date.day, line.shift) for line in lines] == [
        (20, "全天班"),
        (21, ""),
        (22, "全天班"),
    ]


def test_a_volume_is_made_from_one_snapshot_and_registered_by_its_month(staffed: Staff) -> None:
    room = staffed.room
    room.duty_log.record(draft(room, "第一天"), by=staffed.by)
    stand_at(staffed, "2026-11-21 08:30")
    sign(staffed, HandoverSide.OUTGOING, staffed.admin)
    sign(staffed, HandoverSide.INCOMING, staffed.officer)
    request = PaperRequest(PaperKind.MONTH_VOLUME, month=DAY)

    def interfere(number: int, _total: int, _words: str) -> None:
        if number == DAY.day:
            room.duty_log.record(draft(room, "做到一半又记一条"), by=staffed.by)

    composed, pdf = room.paper.make(request, interfere)
    assert "做到一半又记一条" not in reading.all_text(pdf)
    assert "做到一半又记一条" in reading.all_text(room.paper.make(request)[1])
    assert (composed.subject, composed.title) == ("2026-11", "值班日志合订本-2026-11")
    again, later = room.paper.make(request)
    assert later.sha256 != pdf.sha256
    assert room.paper.make(request)[1].sha256 == later.sha256
    issue = room.paper.issue(again, later, PaperPurpose.SAVED, by=staffed.by).value
    assert (issue.subject, issue.copy_no) == ("2026-11", 1)
