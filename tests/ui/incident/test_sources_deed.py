from PySide6.QtCore import Qt

from dutydesk.domain.report import DraftReport, ReportMedium, ReportStage
from dutydesk.ui.incident.sources_deed import SourcesDeed, SourcesDialog
from tests.builders import draft
from tests.ui.incident.test_panel import CTRL, KEY, start, view
from tests.ui.live_desk import settle


def reported(live):
    incident = start(live)
    actor = live.desk.session.seat.actor
    made = draft(live.room, "阀门已关闭", source="安和三社区", incident_id=incident.id)
    entry = live.room.duty_log.record(made, by=actor).value
    service = live.room.incident_report
    written = service.writing(incident.id, ReportStage.FIRST, ReportMedium.WRITTEN).draft
    sent = DraftReport(
        id=service.new_id(),
        incident_id=incident.id,
        stage=ReportStage.FIRST,
        medium=ReportMedium.WRITTEN,
        sent_at=live.room.clock.now(),
        report_to=("区政府总值班室",),
        body=f"{written.body}\n请求支援，三人死亡。",
    )
    done = service.report(sent, by=actor)
    live.desk.hub.announce(done.changes)
    return entry


def test_what_was_asked_of_a_report_stands_in_the_pane(live):
    reported(live)
    panel = live.enter("incident")
    deed = panel.findChild(SourcesDeed)
    assert deed.section.texts() == [
        "首报（书面）第1期：文中写死亡3人，登记的是正在核实。原因：没有写原因"
    ]


def test_every_sentence_of_a_sent_report_leads_to_its_entry(live):
    entry = reported(live)
    live.enter("incident")
    live.press((KEY.Key_M, CTRL))
    dialog = live.dialog(SourcesDialog)
    lines = [dialog.lines.item(n).text() for n in range(dialog.lines.count())]
    told = next(n for n, line in enumerate(lines) if "阀门已关闭" in line)
    assert f"来自日志第{entry.no}条" in lines[told]
    assert any("请求支援" in line and "自拟" in line for line in lines)
    live.qtbot.keyClick(dialog.lines, Qt.Key.Key_Return)
    assert dialog.isVisible(), "a fact is no entry"
    dialog.lines.setCurrentRow(told)
    live.qtbot.keyClick(dialog.lines, Qt.Key.Key_Return)
    settle()
    assert live.window.room() is live.panel("duty_log")
    assert live.panel("duty_log").selected().entry.id == entry.id


def test_without_a_report_there_is_nothing_to_see(live):
    start(live)
    panel = live.enter("incident")
    assert not panel.findChild(SourcesDeed).section.isVisibleTo(panel)
    live.press((KEY.Key_M, CTRL))
    assert live.dialog(SourcesDialog) is None
    assert view(live).reports == ()
