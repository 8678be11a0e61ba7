from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.call_round import CallRound, CallTarget, TargetState
from dutydesk.domain.due_line import DueKind
from dutydesk.domain.duty_log import Correction
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.handover_facts import CountKind
from dutydesk.domain.officer import Actor, OfficerMayNot, OfficerRole
from dutydesk.domain.warning import WarningFinding, WarningState
from dutydesk.domain.warning import WarningStepKind as Kind
from dutydesk.domain.warning_color import WarningColor
from dutydesk.domain.warning_refusals import (
    WarningEnded,
    WarningEntryUnfit,
    WarningFieldMissing,
    WarningListed,
)
from tests.builders import PIN, Staff, draft
from tests.warning_builders import TEXT, WHOLE, at, step_draft, warning_draft


def told(room: DutyRoom) -> list[tuple[str, bool]]:
    _, entries = room.duty_log.entries_of_running_shift()
    assert {one.entry.kind for one in entries} <= {EntryKind.WARNING}
    return [(one.entry.text, one.entry.is_automatic) for one in entries]


def head(room: DutyRoom) -> str:
    with room.store.reading() as tables:
        return tables.journal.head()


def test_a_warning_is_registered_once_with_its_entry_in_the_log(staffed: Staff) -> None:
    room = staffed.room
    typed = warning_draft(room)
    made = room.warning.register(typed, by=staffed.by).value
    assert (made.warning_no, made.recorder, made.state) == (
        "2026-1",
        "甲某",
        WarningState.IN_FORCE,
    )
    again = room.warning.register(typed, by=staffed.by)
    assert (again.value, again.changes.touched) == (made, {})
    said = (
        f"区气象台11月20日8时18分发布暴雨橙色预警：{TEXT}；可能影响范围：全区；"
        "应采取的措施：停止户外作业；有效至11月20日11时18分"
    )
    assert told(room) == [(said, False)]
    file = room.warning.file("2026-1")
    assert (file.warning, file.steps, file.entry_no) == (made, (), 1)
    assert room.warning.of_entry(made.entry_id or "") == made


def test_both_clocks_stand_on_the_list_of_due_lines_until_they_are_done(staffed: Staff) -> None:
    room = staffed.room
    made = room.warning.register(warning_draft(room), by=staffed.by).value
    report, forward = room.warning.due()
    assert (report.kind, report.due_at, report.title) == (
        DueKind.WARNING_REPORT,
        at("08:30"),
        "暴雨橙色预警",
    )
    assert (forward.kind, forward.due_at) == (DueKind.WARNING_FORWARD, at("08:50"))
    assert report.is_clock
    assert not report.is_quiet
    room.warning.report(step_draft(made.id, Kind.REPORTED), by=staffed.by)
    room.warning.forward(
        step_draft(made.id, Kind.FORWARDED, "s2", to_whom="各社区", words="请转移低洼院落居民"),
        by=staffed.by,
    )
    assert room.warning.due() == []
    assert told(room)[1:] == [
        ("暴雨橙色预警（区气象台11月20日08:18发布）已报告丙某", True),
        ("暴雨橙色预警（区气象台11月20日08:18发布）已转发各社区。请转移低洼院落居民", True),
    ]
    # Acknowledged late by the wire: pressed twice, written once.
    before = head(room)
    room.warning.report(step_draft(made.id, Kind.REPORTED), by=staffed.by)
    assert head(room) == before


def test_the_unit_says_which_colours_have_clocks_and_how_long(staffed: Staff) -> None:
    room = staffed.room
    room.warning.register(warning_draft(room, color=WarningColor.BLUE), by=staffed.by)
    room.settings.put({"warning_report_minutes": 5}, by=staffed.by)
    assert [one.due_at for one in room.warning.due()] == [at("08:25"), at("08:50")]
    room.settings.put({"warning_clock_color": "yellow"}, by=staffed.by)
    assert room.warning.due() == []
    assert room.warning.limits().report == timedelta(minutes=5)


def test_a_warning_is_changed_by_another_and_its_response_goes_on(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    old = room.warning.register(warning_draft(room, color=WarningColor.BLUE), by=by).value
    room.warning.respond(
        step_draft(old.id, Kind.RESPONSE_STARTED, level=4, matter="防汛", to_whom=""), by=by
    )
    typed = warning_draft(room, replaces=old.id, received_at=at("08:28"))
    new = room.warning.change(typed, by=by).value
    assert (new.warning_no, new.replaces, new.response_level) == ("2026-2", old.id, 4)
    assert room.warning.change(typed, by=by).changes.touched == {}
    before = room.warning.file(old.id)
    assert (before.warning.state, before.warning.ended_at) == (
        WarningState.REPLACED,
        at("08:28"),
    )
    assert before.successor == new
    after = room.warning.file(new.id)
    assert after.replaced == before.warning
    assert [(one.kind, one.response_level) for one in after.steps] == [(Kind.RESPONSE_STARTED, 4)]
    assert after.steps[0].words == "接续2026-1暴雨蓝色预警的响应"
    assert [one.id for one in room.warning.open_warnings()] == [new.id]
    assert any(
        text == "暴雨蓝色预警（区气象台11月20日08:18发布）升级为"
        "暴雨橙色预警（区气象台11月20日08:18发布），编号2026-2"
        for text, _ in told(room)
    )
    with pytest.raises(WarningEnded):
        room.warning.change(warning_draft(room, replaces=old.id), by=by)
    with pytest.raises(RecordUnknown):
        room.warning.change(warning_draft(room, replaces="没有"), by=by)


def test_lifting_may_end_the_response_in_the_same_breath(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    for number, ends_response in enumerate((False, True)):
        one = room.warning.register(warning_draft(room), by=by).value
        start = step_draft(one.id, Kind.RESPONSE_STARTED, f"r{number}", level=3)
        room.warning.respond(start, by=by)
        lift = step_draft(one.id, Kind.LIFTED, f"l{number}", to_whom="")
        lifted = room.warning.lift(lift, by=by, ends_response=ends_response).value
        assert lifted.is_open is not ends_response
        assert room.warning.lift(lift, by=by).changes.touched == {}
        if not ends_response:
            end = step_draft(one.id, Kind.RESPONSE_ENDED, "end", to_whom="")
            room.warning.end_response(end, by=by)
    assert room.warning.open_warnings() == []
    assert [one.state for one in room.warning.warnings()] == [WarningState.LIFTED] * 2


def test_an_extension_and_a_note_are_steps_too(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    one = room.warning.register(warning_draft(room), by=by).value
    room.warning.extend(
        step_draft(one.id, Kind.EXTENDED, "e", to_whom="", until=at("15:00")), by=by
    )
    room.warning.note(step_draft(one.id, Kind.NOTED, "n", to_whom="", words="已张贴"), by=by)
    file = room.warning.file(one.id)
    assert file.warning.valid_to == at("15:00")
    assert [step.kind for step in file.steps] == [Kind.EXTENDED, Kind.NOTED]
    assert all(step.entry_id for step in file.steps)


def test_an_entry_of_the_log_becomes_a_warning_once(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    entry = room.duty_log.record(
        draft(room, kind=EntryKind.WARNING, text=WHOLE, source="区气象台"), by=by
    ).value
    typed = warning_draft(
        room,
        entry_id=entry.id,
        reported_at=at("08:24"),
        reported_to="丙某",
        forwarded_at=None,
    )
    made = room.warning.register(typed, by=by).value
    assert (made.entry_id, made.reported_at) == (entry.id, at("08:24"))
    assert len(told(room)) == 1
    assert [step.entry_id for step in room.warning.file(made.id).steps] == [entry.id]
    with pytest.raises(WarningListed):
        room.warning.register(warning_draft(room, entry_id=entry.id), by=by)


def test_a_warning_that_came_as_a_fax_is_registered_from_the_fax(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    fax = room.duty_log.record(
        draft(room, kind=EntryKind.FAX, text="大雾黄色预警", source="区应急局"), by=by
    ).value
    assert room.warning_text.read_entry(fax).issued_by == ""
    made = room.warning.register(warning_draft(room, entry_id=fax.id), by=by).value
    assert made.entry_id == fax.id
    counts = {one.kind: one.count for one in room.handover.draft().facts.counts}
    assert (counts[CountKind.INCOMING_DOCUMENT], counts[CountKind.WARNING]) == (1, 1)
    fix = Correction(room.duty_log.new_id(), "错", text="大雾黄色预警信号")
    struck = room.duty_log.record(draft(room, kind=EntryKind.FAX, text="大雾"), by=by).value
    room.duty_log.correct(struck.id, fix, by=by)
    with pytest.raises(WarningEntryUnfit):
        room.warning.register(warning_draft(room, entry_id=struck.id), by=by)


def test_what_is_refused_leaves_no_trace(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    viewer = room.officer.add("丁某", OfficerRole.VIEWER, PIN, by=Actor("cli")).value
    one = room.warning.register(warning_draft(room), by=by).value
    before = head(room)
    with pytest.raises(WarningFieldMissing):
        room.warning.register(warning_draft(room, kind=""), by=by)
    with pytest.raises(WarningFieldMissing):
        room.warning.register(warning_draft(room, reported_to="丙某"), by=by)
    with pytest.raises(WarningFieldMissing):
        room.warning.report(step_draft(one.id, Kind.REPORTED, to_whom=""), by=by)
    with pytest.raises(RecordUnknown):
        room.warning.report(step_draft("没有", Kind.REPORTED), by=by)
    with pytest.raises(OfficerMayNot):
        room.warning.register(warning_draft(room), by=Actor(viewer.id, viewer.id))
    assert head(room) == before


def test_findings_are_told_of_a_draft(staffed: Staff) -> None:
    room = staffed.room
    room.warning.register(warning_draft(room), by=staffed.by)
    odd = warning_draft(room, kind="暴雨", area="")
    assert room.warning.findings(odd) == (WarningFinding.NO_AREA, WarningFinding.SAME_IN_FORCE)
    assert room.warning.lead_name() == "丙某"


def test_the_call_rounds_of_a_warning_are_counted(staffed: Staff) -> None:
    room = staffed.room
    one = room.warning.register(warning_draft(room), by=staffed.by).value
    states = (TargetState.ANSWERED, TargetState.ANSWERED_BY_B, TargetState.TRYING)
    states = (*states, TargetState.ESCALATED, TargetState.SKIPPED)
    with room.store.writing(actor="cli", action="settings.save") as work:
        table = work.tables.call_round
        table.put(
            CallRound(
                id="c1",
                title="叫应防汛责任人",
                words="请上岗",
                warning_id=one.id,
                started_at=at("08:26"),
                started_by="甲某",
            )
        )
        target = CallTarget(id="t", round_id="c1", order_no=1, name="戊某", phone="")
        for number, state in enumerate(states):
            table.put_target(replace(target, id=f"t{number}", order_no=number, state=state))
    (count,) = room.warning.file(one.id).rounds
    assert (count.answered, count.escalated, count.total, count.is_running) == (2, 1, 4, True)


def test_the_tables_are_rebuilt_from_the_journal(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    one = room.warning.register(warning_draft(room), by=by).value
    room.warning.report(step_draft(one.id, Kind.REPORTED), by=by)
    room.warning.lift(step_draft(one.id, Kind.LIFTED, "l", to_whom=""), by=by)
    assert room.verification.verify().problems == ()


def test_handover_and_log_sheet_name_what_is_in_force(staffed: Staff) -> None:
    room, by = staffed.room, staffed.by
    one = room.warning.register(warning_draft(room), by=by).value
    (carried,) = room.handover.draft().facts.warnings
    assert (carried.id, carried.is_reported) == (one.id, False)
    _, (sheet,) = room.log_sheet.sheets(None)
    assert sheet.warnings == ("暴雨橙色预警（11月20日08:18发布）",)
    room.clock.forward(minutes=30)  # type: ignore[attr-defined]
    room.warning.respond(step_draft(one.id, Kind.RESPONSE_STARTED, "r", level=4), by=by)
    room.warning.lift(step_draft(one.id, Kind.LIFTED, "l", at=at("08:50"), to_whom=""), by=by)
    (still,) = room.handover.draft().facts.warnings
    assert (still.is_lifted, still.response_level) == (True, 4)
    _, (sheet,) = room.log_sheet.sheets(None)
    assert sheet.warnings == ("暴雨橙色预警（11月20日08:18发布），四级响应，11月20日08:50解除",)
