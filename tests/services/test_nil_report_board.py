from datetime import date, timedelta

from dutydesk.domain.cut_off import due_key
from dutydesk.domain.due_line import DueKind
from dutydesk.domain.instants import from_iso
from tests.builders import Staff
from tests.reporting_builders import DUE, list_units, report_draft

DAY = timedelta(days=1)


def test_time_limits_are_quiet_before_the_cut_off_and_name_who_is_missing(staffed: Staff) -> None:
    room = staffed.room
    assert room.nil_report_board.due() == []
    units = list_units(staffed)
    assert room.nil_report_board.due() == []
    room.clock.at = DUE - timedelta(hours=1)
    (ahead,) = room.nil_report_board.due()
    assert (ahead.title, ahead.due_at, ahead.is_quiet) == ("3个社区待报", DUE, False)
    room.clock.at = DUE + timedelta(minutes=1)
    (line,) = room.nil_report_board.due()
    assert (line.kind, line.room, line.record_id) == (
        DueKind.NIL_REPORT,
        "nil_report",
        due_key(DUE),
    )
    assert (line.title, line.due_at) == ("3个社区未报", DUE)
    drafts = [report_draft(one.id) for one in units]
    room.nil_report.take_many(drafts, by=staffed.by)
    assert room.nil_report_board.due() == []


def test_the_view_begins_with_the_cut_off_in_hand_and_steps_through_the_days(
    staffed: Staff,
) -> None:
    room = staffed.room
    assert room.nil_report_board.view().board.lines == ()
    list_units(staffed)
    view = room.nil_report_board.view()
    assert (view.board.due_at, view.in_hand) == (DUE, DUE)
    board = room.nil_report_board
    assert board.step(DUE, -1) == DUE - DAY
    assert board.step(DUE - DAY, 1) == DUE
    assert board.step(DUE, 1) == DUE
    room.settings.put({"nil_report_times": []}, by=staffed.by)
    assert board.view().board is None
    assert board.step(DUE, -1) == DUE
    assert board.due() == []


def test_the_month_holds_every_cut_off_that_came(staffed: Staff) -> None:
    room = staffed.room
    units = list_units(staffed)
    room.nil_report.take(report_draft(units[0].id), by=staffed.by)
    room.clock.at = from_iso("2026-11-22T18:00")
    month = room.nil_report_board.month(date(2026, 11, 22))
    assert [board.due_at for board in month.boards] == [DUE, DUE + DAY, DUE + 2 * DAY]
    assert [len(board.missing) for board in month.boards] == [2, 3, 3]
    assert list(month.units) == units
    assert room.nil_report_board.month(date(2026, 10, 1)).boards == ()


def test_the_entry_of_a_report_with_content_is_found(staffed: Staff) -> None:
    room = staffed.room
    one, two, _ = list_units(staffed)
    content = room.nil_report.take(report_draft(one.id, content="停电"), by=staffed.by).value
    nil = room.nil_report.take(report_draft(two.id), by=staffed.by).value
    assert room.nil_report_board.entry(content).text == "停电"
    assert room.nil_report_board.entry(nil) is None
