import pytest

from dutydesk.assembly.clocks import FixedClock
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import IncidentChange, IncidentLevel
from dutydesk.domain.incident_notice import DraftNotice
from tests.builders import Staff, draft
from tests.report_builders import ref, send, signed
from tests.services.test_incident_report import CLI, opened, report


def test_a_dossier_holds_everything_on_record(staffed: Staff, clock: FixedClock) -> None:
    room = staffed.room
    call = room.duty_log.record(draft(room, "市场起火"), by=staffed.by).value
    fire = opened(room, origin_entry_id=call.id, situation="砖木平房")
    clock.forward(minutes=10)
    report(room, fire, "first", "phone")
    first = report(room, fire, "first", body="第一段\n第二段")
    change = IncidentChange({"injured": 2}, "核实", IncidentLevel.RELATIVELY_SERIOUS)
    room.incident.update(fire.id, change, by=CLI)
    report(room, fire, "first", corrects_report_id=first.id, bypass_reason="区级线路中断")
    told = DraftNotice(
        id=room.incident_handling.new_id(),
        incident_id=fire.id,
        party="119",
        answer="两车已出动",
        told_at=clock.now(),
    )
    room.incident_handling.notify(told, by=staffed.by)
    dossier = room.incident_dossier.dossier(fire.incident_no)
    assert dossier.incident_no == fire.incident_no
    assert [one.body for one in dossier.reports][1] == ("第一段", "第二段")
    assert dossier.reports[2].marks == ("更正第1期", "越级上报：区级线路中断")
    assert [one.level for one in dossier.gradings] == ["未定级", "较大"]
    assert dossier.entries[0].text == "市场起火"
    assert ("受伤", "2人") in dossier.figures
    assert ("基本情况", "砖木平房") in dossier.texts
    sorts = [one.sort for one in dossier.timeline]
    assert (sorts.count("报告"), sorts.count("通报")) == (3, 1)
    assert [part.title for part in dossier.parts] == [
        "稿件流转",
        "通报情况",
        "先期处置",
        "结束时未了事项",
        "复盘",
        "整改",
        "归档",
    ]
    assert dossier.parts[1].rows[0][1:4] == ("119", "电话", "两车已出动")
    assert [one.at for one in dossier.timeline] == sorted(one.at for one in dossier.timeline)
    assert {one.name for one in dossier.clocks} >= {"首报（电话）", "首报（书面）"}
    assert room.incident_dossier.dossier(fire.id) == dossier


def test_limits_that_were_missed_stand_out(staffed: Staff, clock: FixedClock) -> None:
    room = staffed.room
    fire = opened(room, level=IncidentLevel.SERIOUS)
    clock.forward(hours=5)
    report(room, fire, "first", late_reason="传真故障")
    clocks = {one.name: one for one in room.incident_dossier.dossier(fire.id).clocks}
    assert clocks["首报（书面）"].is_missed
    assert clocks["首报（书面）"].reason == "传真故障"
    assert clocks["首报（书面）"].result.startswith("迟报")
    assert clocks["首报（电话）"].is_missed
    assert clocks["首报（电话）"].sent_at is None


def test_an_unknown_incident_is_refused(staffed: Staff) -> None:
    with pytest.raises(RecordUnknown):
        staffed.room.incident_dossier.dossier("2026-999")


def test_a_number_that_was_given_up_is_accounted_for(staffed: Staff) -> None:
    room = staffed.room
    fire = opened(room)
    draft = signed(staffed, fire)
    room.report_draft.void(ref(room, draft), "改由电话报", by=CLI)
    chain = room.incident_dossier.dossier(fire.id).parts[0]
    assert chain.title == "稿件流转"
    assert [(row[1], row[2]) for row in chain.rows][-2:] == [
        ("首报　第1期", "签发"),
        ("首报　第1期", "作废"),
    ]
    assert chain.rows[-1][4] == "改由电话报"


def test_who_reviewed_and_signed_a_report_and_how_is_said(staffed: Staff) -> None:
    room = staffed.room
    fire = opened(room)
    send(room, signed(staffed, fire))
    (part,) = room.incident_dossier.dossier(fire.id).reports
    assert part.signed_by.startswith("丙某（")


def test_the_limits_of_follow_ups_and_the_orders_of_a_call_were_missing(staffed: Staff) -> None:
    room = staffed.room
    fire = opened(room, level=IncidentLevel.SERIOUS)
    call = report(
        room, fire, "first", "phone", receiver="赵某", instruction="全力搜救", is_read_back=True
    )
    report(room, fire, "first")
    follow_up = report(room, fire, "follow_up")
    assert follow_up.due_at is not None
    dossier = room.incident_dossier.dossier(fire.id)
    (line,) = [one for one in dossier.clocks if one.name == "续报一（书面）"]
    assert (line.due_at, line.sent_at, line.result) == (follow_up.due_at, call.sent_at, "按时")
    assert [one.due_at for one in dossier.clocks] == sorted(one.due_at for one in dossier.clocks)
    (told,) = [one for one in dossier.reports if one.instruction]
    assert (told.instruction, told.receiver) == ("全力搜救", "赵某（已复述核对）")
