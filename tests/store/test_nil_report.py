from datetime import timedelta

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.nil_report import NilReportChase, NilReportSummary
from dutydesk.domain.reporting_unit import ReachResult
from dutydesk.store import driver
from tests.builders import Staff, draft
from tests.reporting_builders import DUE, report, unit

DAY = timedelta(days=1)


def test_reports_are_found_by_cut_off_and_the_newest_word_stands(room: DutyRoom) -> None:
    first, later = report("甲", id="1"), report("甲", id="2", due_at=DUE + DAY)
    second = report(
        "甲", id="3", is_nil=False, content="停电", correction_of="1", correction_reason="补报"
    )
    with room.store.writing(actor="cli", action="nil_report.take") as work:
        work.tables.reporting_unit.put(unit("甲"))
        table = work.tables.nil_report
        for one in (first, later, second):
            table.append(one)
        assert table.of_due(DUE) == [first, second]
        assert table.standing("甲", DUE) == second
        assert table.standing("乙", DUE) is None
        assert table.between(DUE, DUE + DAY) == [first, second]
        assert table.by_id("2") == later


def test_a_report_is_corrected_once_and_never_changed(room: DutyRoom) -> None:
    with room.store.writing(actor="cli", action="nil_report.take") as work:
        work.tables.reporting_unit.put(unit("甲"))
        work.tables.nil_report.append(report("甲", id="1"))
    for sql in ("UPDATE nil_report SET content = 'x'", "DELETE FROM nil_report"):
        with (
            pytest.raises(driver.IntegrityError, match="append-only"),
            room.store.writing(actor="cli", action="nil_report.take") as work,
        ):
            work.rows.query(sql)


def test_calls_and_what_the_log_was_told_are_kept(staffed: Staff) -> None:
    room = staffed.room
    entry = room.duty_log.record(draft(room), by=staffed.by).value
    chase = NilReportChase(
        id="c", unit_id="甲", due_at=DUE, at=DUE, result=ReachResult.NO_ANSWER, phone="1",
        person="", answer="", officer_id=None, recorder="甲某",
    )  # fmt: skip
    told = [
        NilReportSummary(
            id=str(n), due_at=DUE, text=f"第{n}次", at=DUE, recorder="甲某", entry_id=entry.id
        )
        for n in range(2)
    ]
    with room.store.writing(actor="cli", action="nil_report.chase") as work:
        table = work.tables.nil_report
        work.tables.reporting_unit.put(unit("甲"))
        table.append_chase(chase)
        for one in told:
            table.append_summary(one)
        assert (table.chases_of(DUE), table.chase("c")) == ([chase], chase)
        assert table.summary(DUE) == told[1]
        assert table.summary_by_id("0") == told[0]
        assert table.summary(DUE + DAY) is None
