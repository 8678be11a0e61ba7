from datetime import timedelta

import pytest

from dutydesk.domain.handover import (
    CheckResult,
    HandoverStatus,
)
from dutydesk.domain.handover_facts import (
    FaultWithoutNote,
    FirstReportOverdue,
    HandoverBlocked,
    OpenItemWithoutOwner,
    SamePersonBothSides,
)
from dutydesk.domain.report import DraftReport, ReportMedium, ReportStage
from dutydesk.services.handover import CheckFill, Filling, ThingFill
from tests.builders import Staff, item_draft
from tests.handover_builders import (
    BY,
    INCOMING,
    OUTGOING,
    fire,
    sign,
    stand_at,
)


def journal_rows(staffed: Staff) -> int:
    with staffed.room.store.reading() as tables:
        return tables.journal.count()


def blocks_of(staffed: Staff) -> tuple[object, ...]:
    return staffed.room.handover.draft().blocking


def test_one_person_cannot_sign_both_sides(staffed: Staff) -> None:
    sign(staffed, OUTGOING, staffed.admin)
    before = journal_rows(staffed)
    with pytest.raises(HandoverBlocked) as refusal:
        sign(staffed, INCOMING, staffed.admin)
    assert refusal.value.blocks == (SamePersonBothSides("甲某"),)
    assert journal_rows(staffed) == before


def test_the_officer_on_duty_cannot_sign_first_as_the_incoming_one(staffed: Staff) -> None:
    with pytest.raises(HandoverBlocked):
        sign(staffed, INCOMING, staffed.admin)
    assert staffed.room.handover.draft().signatures == ()


def test_an_overdue_first_report_blocks_until_somebody_writes_a_note(staffed: Staff) -> None:
    received = staffed.room.clock.now()
    fire(staffed, received)
    stand_at(staffed, "2026-11-20 08:40")
    assert blocks_of(staffed) == ()
    stand_at(staffed, "2026-11-20 14:00")
    overdue = blocks_of(staffed)
    assert overdue
    assert all(isinstance(block, FirstReportOverdue) for block in overdue)
    with pytest.raises(HandoverBlocked):
        sign(staffed, OUTGOING, staffed.admin)
    with pytest.raises(HandoverBlocked):
        sign(staffed, INCOMING, staffed.officer)
    sign(staffed, OUTGOING, staffed.admin, note="现场失联，正在核实，已报带班领导")
    assert blocks_of(staffed) == ()
    assert sign(staffed, INCOMING, staffed.officer).handover.status is HandoverStatus.COMPLETED


def test_a_first_report_made_in_both_media_no_longer_blocks(staffed: Staff) -> None:
    received = staffed.room.clock.now()
    incident_id = fire(staffed, received)
    stand_at(staffed, "2026-11-20 14:00")
    for medium in ReportMedium:
        report = DraftReport(
            id=staffed.room.duty_log.new_id(),
            incident_id=incident_id,
            stage=ReportStage.FIRST,
            medium=medium,
            sent_at=received + timedelta(minutes=20),
            report_to=("区政府总值班室",),
        )
        staffed.room.incident_report.report(report, by=BY)
    assert blocks_of(staffed) == ()
    (running,) = staffed.room.handover.draft().facts.incidents
    assert running.next_stage is not ReportStage.FIRST


def test_an_open_item_without_owner_blocks_also_between_the_signatures(staffed: Staff) -> None:
    room = staffed.room
    sign(staffed, OUTGOING, staffed.admin)
    item = room.open_item.open(item_draft("路面塌陷", owner=" "), by=BY).value
    with pytest.raises(HandoverBlocked) as refusal:
        sign(staffed, INCOMING, staffed.officer)
    assert refusal.value.blocks == (OpenItemWithoutOwner("路面塌陷"),)
    room.open_item.change(item_draft("路面塌陷", owner="市政处", id=item.id), by=BY)
    assert sign(staffed, INCOMING, staffed.officer).handover.is_over


def test_a_fault_without_note_blocks_and_every_reason_is_told_at_once(staffed: Staff) -> None:
    room = staffed.room
    line = room.handover.draft().checks[0]
    faults = Filling(
        checks=(CheckFill(line.item_id, CheckResult.ABNORMAL, " "),),
        things=(ThingFill("手电筒", "2支", CheckResult.ABNORMAL),),
    )
    room.handover.fill(faults, by=BY)
    room.open_item.open(item_draft("路面塌陷", owner=""), by=BY)
    with pytest.raises(HandoverBlocked) as refusal:
        sign(staffed, OUTGOING, staffed.admin)
    assert refusal.value.blocks == (
        OpenItemWithoutOwner("路面塌陷"),
        FaultWithoutNote(line.name),
        FaultWithoutNote("手电筒"),
    )
