from datetime import timedelta
from uuid import uuid4

import pytest

from dutydesk.domain import nil_report as domain
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.nil_report import DraftNilReportChase
from dutydesk.domain.reporting_unit import ReachResult
from tests.builders import Staff
from tests.reporting_builders import DUE, list_units, report_draft


def head(staff: Staff) -> str:
    with staff.room.store.reading() as tables:
        return tables.journal.head()


def texts(staff: Staff) -> list[str]:
    _, listed = staff.room.duty_log.entries_of_running_shift()
    return [one.entry.text for one in listed]


def chase(unit_id: str, **changes: object) -> DraftNilReportChase:
    values = {
        "id": str(uuid4()), "unit_id": unit_id, "due_at": DUE, "result": ReachResult.ANSWERED,
    }  # fmt: skip
    return DraftNilReportChase(**{**values, **changes})  # type: ignore[arg-type]


def test_a_nil_report_is_written_once_and_the_log_is_not_told(staffed: Staff) -> None:
    room = staffed.room
    one, *_ = list_units(staffed)
    draft = report_draft(one.id, reporter="王某")
    made = room.nil_report.take(draft, by=staffed.by).value
    assert (made.is_nil, made.is_late, made.recorder, made.entry_id) == (True, False, "甲某", None)
    assert room.nil_report.take(draft, by=staffed.by).changes.touched == {}
    assert texts(staffed) == []


def test_a_report_with_content_is_told_by_the_log_and_a_correction_goes_on(staffed: Staff) -> None:
    room = staffed.room
    one, *_ = list_units(staffed)
    first = room.nil_report.take(
        report_draft(one.id, content="3号楼停水，已报水务。", reporter="王某"), by=staffed.by
    ).value
    (listed,) = room.duty_log.entries_of_running_shift()[1]
    entry = listed.entry
    assert (entry.id, entry.kind) == (first.entry_id, EntryKind.INCOMING_CALL)
    assert (entry.source, entry.person, entry.phone) == (one.name, "王某", one.phone)
    with pytest.raises(domain.NilReportStands):
        room.nil_report.take(report_draft(one.id), by=staffed.by)
    second = room.nil_report.take(
        report_draft(one.id, correction_reason="误报"), by=staffed.by
    ).value
    assert (second.correction_of, second.is_nil) == (first.id, True)
    with room.store.reading() as tables:
        later = tables.duty_log.by_id(second.entry_id)
    assert later.entry.continuation_of == first.entry_id
    assert "原报“3号楼停水，已报水务”" in later.entry.text


def test_what_comes_after_the_cut_off_is_late_unless_it_was_said_before(staffed: Staff) -> None:
    room = staffed.room
    one, two, _ = list_units(staffed)
    room.clock.at = DUE + timedelta(minutes=10)
    late = room.nil_report.take(report_draft(one.id), by=staffed.by).value
    in_time = room.nil_report.take(report_draft(two.id, reported_at=DUE), by=staffed.by).value
    assert (late.is_late, in_time.is_late) == (True, False)


def test_a_group_is_taken_whole_or_not_at_all(staffed: Staff) -> None:
    room = staffed.room
    units = list_units(staffed)
    drafts = [report_draft(one.id, reporter="工作群") for one in units]
    before = head(staffed)
    with pytest.raises(RecordUnknown):
        room.nil_report.take_many([*drafts, report_draft("没有")], by=staffed.by)
    assert head(staffed) == before
    made = room.nil_report.take_many(drafts, by=staffed.by).value
    assert len(made) == 3
    assert room.nil_report_board.view(DUE).board.is_all_nil
    assert room.nil_report.take_many(drafts, by=staffed.by).changes.touched == {}


def test_a_call_is_kept_and_may_bring_the_report(staffed: Staff) -> None:
    room = staffed.room
    one, two, _ = list_units(staffed)
    room.clock.at = DUE + timedelta(minutes=5)
    silent = chase(one.id, result=ReachResult.NO_ANSWER, is_nil=True)
    made = room.nil_report.chase(silent, by=staffed.by)
    assert (made.value.phone, set(made.changes.touched)) == (one.phone, {"nil_report_chase"})
    assert room.nil_report.chase(silent, by=staffed.by).changes.touched == {}
    told = room.nil_report.chase(chase(two.id, person="李某", is_nil=True), by=staffed.by)
    assert set(told.changes.touched) == {"nil_report_chase", "nil_report"}
    board = room.nil_report_board.view(DUE).board
    assert len(board.lines[0].chases) == 1
    assert (board.lines[1].report.reporter, board.lines[1].is_late) == ("李某", True)


def test_the_log_is_told_once_of_each_stand(staffed: Staff) -> None:
    room = staffed.room
    units = list_units(staffed)
    room.clock.at = DUE + timedelta(minutes=5)
    room.nil_report.take_many(
        [report_draft(one.id, reported_at=DUE) for one in units[:2]], by=staffed.by
    )
    first = room.nil_report.summarize(DUE, "s1", by=staffed.by).value
    assert first.text == (
        "17:00零报告汇总：截至11月20日17时5分，应报3个社区，零报告2个；安和三社区未报。"
    )
    assert room.nil_report.summarize(DUE, "s1", by=staffed.by).changes.touched == {}
    with pytest.raises(domain.NilReportSummaryStands):
        room.nil_report.summarize(DUE, "s2", by=staffed.by)
    room.nil_report.take(report_draft(units[2].id), by=staffed.by)
    second = room.nil_report.summarize(DUE, "s3", by=staffed.by).value
    assert second.text == (
        "17:00零报告汇总：截至11月20日17时，本辖区未接报突发事件，各项工作运行平稳。"
        "安和三社区迟报。"
    )
    with room.store.reading() as tables:
        entry = tables.duty_log.by_id(second.entry_id).entry
    assert entry.continuation_of == first.entry_id


def test_what_is_refused_leaves_no_trace(staffed: Staff) -> None:
    room = staffed.room
    one, *_ = list_units(staffed)
    before = head(staffed)
    with pytest.raises(RecordUnknown):
        room.nil_report.take(report_draft("没有"), by=staffed.by)
    with pytest.raises(domain.NilReportUnasked):
        room.nil_report.take(report_draft(one.id, DUE - timedelta(days=1)), by=staffed.by)
    with pytest.raises(domain.NilReportTimeUnfit):
        room.nil_report.take(report_draft(one.id, DUE + timedelta(hours=1)), by=staffed.by)
    with pytest.raises(domain.NilReportAhead):
        room.nil_report.take(report_draft(one.id, reported_at=DUE), by=staffed.by)
    assert head(staffed) == before
