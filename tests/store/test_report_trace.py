from dataclasses import replace

import pytest

from dutydesk.assembly.room import DutyRoom
from dutydesk.domain.personal_word import Masker
from dutydesk.domain.report import Report
from dutydesk.domain.report_check import FindingKind, ReportFinding
from dutydesk.domain.report_source import Origin, OriginKind, Statement, source_of, trace
from dutydesk.domain.report_writing import ReportTrace
from dutydesk.store import driver
from tests.incident_builders import RECEIVED, incident, report

FACT = Origin(OriginKind.FACT, "deaths", "死亡2人")


def kept(room: DutyRoom) -> tuple[Report, ReportTrace]:
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
    return sent, ReportTrace(sources, (finding,), tuple(traced))


def test_sources_and_findings_come_back_in_order(room: DutyRoom) -> None:
    sent, wanted = kept(room)
    with room.store.reading() as tables:
        assert tables.report_trace.of_report(sent) == wanted
        assert tables.report_trace.of_report(replace(sent, id="nothing")) == ReportTrace()


def test_masked_words_are_masked_in_their_sentences_and_sources(room: DutyRoom) -> None:
    sent, _ = kept(room)
    with room.store.reading() as tables:
        trace = tables.report_trace.of_report(sent, Masker(("死亡", "重复统计")))
    assert "死亡" not in trace.sentences[0].text
    assert "死亡" not in trace.sources[0].said
    assert "死亡" not in trace.sentences[0].origin.said
    assert trace.findings[0].reason != "重复统计"
    assert [one.start for one in trace.sentences] == [0, 5], "places in the text that left"


@pytest.mark.parametrize("table", ["report_source", "report_finding"])
def test_what_was_kept_is_never_changed(room: DutyRoom, table: str) -> None:
    kept(room)
    connection = driver.connect(str(room.store.path))
    for sql in (f"UPDATE {table} SET report_id = report_id", f"DELETE FROM {table}"):
        with pytest.raises(driver.Error, match="append-only"):
            connection.execute(sql)
    connection.close()
