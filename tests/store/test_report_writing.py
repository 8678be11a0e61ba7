"""What a report is made from, in a real room: entries, earlier reports, figures reported last."""

from typing import Any

from dutydesk.assembly.clocks import FixedClock
from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.incident import IncidentChange
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.domain.report_source import OriginKind, trace
from dutydesk.domain.report_writing import ReportWriting
from dutydesk.domain.withdrawal import Withdrawal
from tests.builders import Staff, draft
from tests.services.test_incident_report import CLI, opened, report


def record(staffed: Staff, text: str, incident_id: str, **changes: Any) -> LogEntry:
    room = staffed.room
    made = draft(room, text, source="安和三社区", incident_id=incident_id, **changes)
    return room.duty_log.record(made, by=staffed.by).value


def writing(
    room: DutyRoom, incident_id: str, stage: str, medium: str = "written"
) -> ReportWriting:
    return room.incident_report.writing(incident_id, ReportStage(stage), ReportMedium(medium))


def test_a_follow_up_offers_what_was_recorded_since_the_last_paper(
    staffed: Staff, clock: FixedClock
) -> None:
    room = staffed.room
    incident = opened(room)
    old = record(staffed, "消防车到场", incident.id)
    report(room, incident, "first")
    clock.forward(minutes=10)
    new = record(staffed, "明火已扑灭", incident.id)
    made = writing(room, incident.id, "follow_up")
    assert [(one.entry.id, one.is_taken) for one in made.offers] == [
        (old.id, False),
        (new.id, True),
    ]
    assert "明火已扑灭" in made.draft.body
    assert made.draft.body.count("消防车到场") == 1, "it stands there from the first report"


def test_lines_of_the_program_and_struck_entries_are_not_offered(staffed: Staff) -> None:
    room = staffed.room
    incident = opened(room)
    wrong = record(staffed, "死亡3人", incident.id)
    room.withdrawal.withdraw(wrong.id, Withdrawal("撤", "听错"), by=staffed.by)
    assert writing(room, incident.id, "first").offers == ()


def test_the_entry_it_began_with_is_not_told_again(staffed: Staff) -> None:
    room = staffed.room
    first = room.duty_log.record(draft(room, "丰收市场起火"), by=staffed.by).value
    incident = opened(room, origin_entry_id=first.id)
    assert "来电" not in writing(room, incident.id, "first").draft.body


def test_words_written_by_hand_are_carried_into_the_next_paper_and_all_into_the_final(
    staffed: Staff, clock: FixedClock
) -> None:
    room = staffed.room
    incident = opened(room)
    by_hand = "街道已开放社区活动室安置群众。"
    body = writing(room, incident.id, "first").draft.body
    report(room, incident, "first", body=body.replace("三、", f"{by_hand}\n三、"))
    clock.forward(minutes=10)
    follow = writing(room, incident.id, "follow_up")
    handled = follow.draft.body.split("二、处置情况")[1].split("三、")[0]
    assert by_hand in handled
    (found,) = [one for one in trace(follow.draft.body, follow.statements) if one.text == by_hand]
    assert found.origin.kind is OriginKind.REPORT
    assert found.origin.said.startswith("首报 第1期")
    report(room, incident, "follow_up", body="截至现在，处置完毕。")
    clock.forward(minutes=10)
    assert by_hand not in writing(room, incident.id, "follow_up").draft.body
    assert by_hand in writing(room, incident.id, "final").draft.body


def test_figures_are_compared_with_the_last_report_by_whichever_medium(
    staffed: Staff, clock: FixedClock
) -> None:
    room = staffed.room
    incident = opened(room)
    report(room, incident, "first", "phone")
    clock.forward(minutes=10)
    room.incident.update(incident.id, IncidentChange({"deaths": 3}, "医院回报"), by=CLI)
    made = writing(room, incident.id, "first")
    assert made.changes == ("死亡3人（上次报告2人）",)
    assert made.before["deaths"] == 2
    assert writing(room, opened(room).id, "first").changes == ()


def test_an_edited_proposal_is_traced_to_its_entry_and_kept_as_the_entry_then_stood(
    staffed: Staff, clock: FixedClock
) -> None:
    room = staffed.room
    incident = opened(room)
    report(room, incident, "first")
    clock.forward(minutes=10)
    entry = record(staffed, "明火已扑灭，正在清理", incident.id)
    body = writing(room, incident.id, "follow_up").draft.body
    sent = report(
        room, incident, "follow_up", body=body.replace("正在清理", "正清理现场") + "\n请示支援。"
    )
    sources = room.incident_report.trace(sent.id).sources
    said = {sent.body[one.start_index : one.stop_index]: one for one in sources}
    told = next(one for text, one in said.items() if "正清理现场" in text)
    assert told.entry_id == entry.id
    assert f"第{entry.no}条" in told.said
    assert said["请示支援。"].origin is OriginKind.HAND
