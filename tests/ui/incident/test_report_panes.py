from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.ui.incident.report_panes import ReportPanes
from dutydesk.ui.widgets.form_rows import FormRows
from tests.ui.incident.test_panel import start, view


def shown(live, **facts):
    start(live, **facts)
    panes = ReportPanes(live.desk, live.window)
    panes.add_to(FormRows(live.desk.theme))
    service = live.room.incident_report
    written = service.writing(view(live).incident.id, ReportStage.FIRST, ReportMedium.WRITTEN)
    assert panes.show_writing(written)
    return panes


def test_what_the_program_wrote_has_nothing_to_answer(live):
    assert shown(live, deaths=2).check() == ()


def test_the_panes_follow_the_text_after_a_pause(live):
    panes = shown(live, deaths=2)
    panes.text.edit.setPlainText("三人死亡。")
    live.qtbot.waitUntil(lambda: bool(panes.findings.edits()))
    assert not panes.findings.isHidden()
    (key,) = panes.reasons()
    assert "deaths" in key


def test_a_sentence_that_was_edited_is_not_taken_out_by_its_tick(live):
    panes = shown(live)
    told = []
    panes.said.connect(told.append)
    assert not panes.text.leave_out("没有这一句。")
    panes.entries.left.emit(_offer())
    assert told == ["这句改过了，请在内容里自己删。"]


def _offer():
    from tests.ui.incident.test_new_entries_pane import offers

    return offers()[0]
