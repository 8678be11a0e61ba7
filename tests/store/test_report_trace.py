import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.report_check import FindingKind, ReportFinding
from dutydesk.domain.report_source import Origin, OriginKind, Statement, source_of, trace
from dutydesk.domain.report_writing import ReportTrace
from dutydesk.store import driver
from tests.incident_builders import RECEIVED, incident, report

FACT = Origin(OriginKind.FACT, "deaths", "死亡2人")


def kept(room: DutyRoom) -> tuple[str, ReportTrace]:
    sent = report("first", "phone", RECEIVED, body="死亡2人。有关情况将续报。")
    traced = trace(sent.body, [Statement("死亡2人。", FACT)])
    sources = tuple(source_of(one, f"s{no}", sent.id, no) for no, one in enumerate(traced, 1))
    finding = ReportFinding(
        id="f",
        report_id=sent.id,
        finding=FindingKind.FIGURE_FELL,
        subject="deaths",
        expected="3",
        found="2",
        reason="重复统计",
        answered_by="甲某",
        answered_at=RECEIVED,
    )
    with room.store.writing(actor="cli", action="test") as work:
        work.tables.incident.put(incident())
        work.tables.report.append(sent)
        for source in sources:
            work.tables.report_trace.append_source(source)
        work.tables.report_trace.append_finding(finding)
    return sent.id, ReportTrace(sources, (finding,))


def test_sources_and_findings_come_back_in_order(room: DutyRoom) -> None:
    report_id, wanted = kept(room)
    with room.store.reading() as tables:
        assert tables.report_trace.of_report(report_id) == wanted
        assert tables.report_trace.of_report("nothing") == ReportTrace()


@pytest.mark.parametrize("table", ["report_source", "report_finding"])
def test_what_was_kept_is_never_changed(room: DutyRoom, table: str) -> None:
    kept(room)
    connection = driver.connect(str(room.store.path))
    for sql in (f"UPDATE {table} SET report_id = report_id", f"DELETE FROM {table}"):
        with pytest.raises(driver.Error, match="append-only"):
            connection.execute(sql)
    connection.close()
