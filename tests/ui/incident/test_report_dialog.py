from dataclasses import replace

import pytest

from dutydesk.domain.errors import StoreBusy
from dutydesk.domain.incident import IncidentChange
from dutydesk.ui.incident.report_dialog import ReportDialog
from tests.builders import draft
from tests.ui.held_runner import HeldRunner
from tests.ui.incident.test_panel import CTRL, KEY, start, view


def opened(live):
    start(live)
    live.enter("incident")
    live.press((KEY.Key_R, CTRL))
    return live.dialog(ReportDialog)


def choose(box, word):
    box.setCurrentIndex(box.findText(word))
    box.activated.emit(box.currentIndex())


def test_another_stage_brings_its_own_text(live):
    dialog = opened(live)
    first = dialog.text.toPlainText()
    assert "一、基本情况" in first
    choose(dialog.stage, "终报")
    assert "一、事件概况" in dialog.text.toPlainText()


def test_a_text_written_by_hand_is_never_overwritten(live):
    dialog = opened(live)
    live.qtbot.keyClicks(dialog.text, "x")
    written = dialog.text.toPlainText()
    choose(dialog.stage, "终报")
    assert dialog.text.toPlainText() == written


def test_a_chain_that_does_not_fit_is_refused_in_place(live):
    dialog = opened(live)
    choose(dialog.stage, "续报")
    dialog.submit()
    assert dialog.answer.text() == "还没有第一份书面报告，不能续报。请先报出第一份书面报告。"
    assert dialog.isVisible()
    dialog.sent_at.edit.setText("啊")
    dialog.submit()
    assert "啊" in dialog.answer.text()


def test_units_may_be_parted_by_any_comma(live):
    dialog = opened(live)
    dialog.report_to.setText("区政府总值班室，区应急局、")
    dialog.receiver.setText("王某")
    dialog.submit()
    report = live.room.incident.incidents()[0].reports[0]
    assert report.report_to == ("区政府总值班室", "区应急局")
    assert (report.receiver, report.signed_by) == ("王某", "丙某")


def test_a_report_left_half_written_is_there_when_the_dialog_opens_again(live):
    dialog = opened(live)
    live.qtbot.keyClicks(dialog.text, "x")
    written = dialog.text.toPlainText()
    dialog.sent_at.edit.setText("0830")
    dialog.reject()
    live.room.clock.forward(minutes=4)
    live.press((KEY.Key_R, CTRL))
    again = live.dialog(ReportDialog)
    assert again.text.toPlainText() == written
    assert again.sent_at.value() == live.room.clock.now().replace(second=0), "it goes out now"
    again.submit()
    report = live.room.incident.incidents()[0].reports[0]
    assert (report.medium.value, report.body) == ("written", written)
    assert live.room.draft.of_form(f"report:{report.incident_id}") == []


def test_a_report_left_open_past_its_limit_is_recorded_as_late(live):
    dialog = opened(live)
    assert "按时" in dialog.judged.text()
    live.room.clock.forward(minutes=75)
    live.desk.hub.beat()
    assert dialog.sent_at.value() == live.room.clock.now().replace(second=0)
    assert "迟报，已超15分" in dialog.judged.text()
    assert dialog.late_reason.isVisibleTo(dialog)
    dialog.submit()
    assert "迟报原因" in dialog.answer.text()
    dialog.submit()
    report = live.room.incident.incidents()[0].reports[0]
    assert (report.sent_at, report.is_met) == (live.room.clock.now(), False)
    assert report.late_by_minutes == 15


def test_a_time_typed_by_hand_stays_while_the_clock_goes_on(live):
    dialog = opened(live)
    now = dialog.sent_at.text()
    dialog.sent_at.edit.selectAll()
    live.qtbot.keyClicks(dialog.sent_at.edit, now)
    live.room.clock.forward(minutes=45)
    live.desk.hub.beat()
    assert dialog.sent_at.text() == now
    assert "按时" in dialog.judged.text()


def test_looking_at_another_stage_is_not_writing(live):
    dialog = opened(live)
    choose(dialog.stage, "终报")
    dialog.reject()
    assert live.desk.notices.notices() == []


def test_a_left_report_can_be_begun_anew(live):
    dialog = opened(live)
    proposed = dialog.text.toPlainText()
    live.qtbot.keyClicks(dialog.text, "x")
    dialog.reject()
    live.press((KEY.Key_R, CTRL))
    again = live.dialog(ReportDialog)
    again._words.anew.click()
    assert again.text.toPlainText() == proposed
    choose(again.stage, "终报")
    assert "一、事件概况" in again.text.toPlainText()


def test_a_report_that_was_written_but_not_answered_is_not_written_twice(live, monkeypatch):
    service = live.room.incident_report
    real = service.report

    def written_and_lost(*args, **more):
        real(*args, **more)
        raise StoreBusy

    def no_proposal(*_args):
        raise StoreBusy

    monkeypatch.setattr(service, "writing", no_proposal)
    dialog = opened(live)
    dialog.report_to.setText("区政府总值班室")
    dialog.receiver.setText("王某")
    dialog.signed_by.setText("丙某")
    monkeypatch.setattr(service, "report", written_and_lost)
    dialog.submit()
    assert dialog.isVisible()
    monkeypatch.setattr(service, "report", real)
    dialog.submit()
    assert len(live.room.incident.incidents()[0].reports) == 1


def test_a_paper_without_a_signer_is_asked_for_one_with_the_cursor_there(live):
    dialog = opened(live)
    dialog.signed_by.clear()
    dialog.submit()
    assert "签发人" in dialog.answer.text()
    assert dialog.focusWidget() is dialog.signed_by
    dialog.signed_by.setText("丁某")
    dialog.submit()
    assert live.room.incident.incidents()[0].reports[0].signed_by == "丁某"


def seen(live, text, incident_id):
    """Record an entry of the incident, as the duty desk does."""
    made = draft(live.room, text, source="安和三社区", incident_id=incident_id)
    done = live.room.duty_log.record(made, by=live.desk.session.seat.actor)
    live.desk.hub.announce(done.changes)
    return done.value


def test_what_text_and_record_say_differently_is_mended_or_gets_its_reason(live):
    dialog = opened(live)
    dialog.text.setPlainText("截至现在，三人死亡。")
    dialog.submit()
    assert "文中写死亡3人，登记的是正在核实" in dialog.answer.text()
    (reason,) = dialog.panes.findings.edits()
    assert dialog.focusWidget() is reason
    assert view(live).reports == ()
    live.qtbot.keyClicks(reason, "119")
    dialog.submit()
    (sent,) = view(live).reports
    (kept,) = live.room.incident_report.trace(sent.id).findings
    assert (kept.found, kept.reason) == ("3", "119")


def test_a_mended_text_needs_no_reason(live):
    dialog = opened(live)
    proposed = dialog.text.toPlainText()
    dialog.text.setPlainText("三人死亡。")
    dialog.submit()
    assert dialog.panes.findings.isVisibleTo(dialog)
    dialog.text.setPlainText(proposed)
    live.qtbot.waitUntil(lambda: not dialog.panes.findings.isVisibleTo(dialog))
    dialog.submit()
    assert len(view(live).reports) == 1


def test_the_record_that_changed_meanwhile_is_asked_about_by_the_service(live):
    dialog = opened(live)
    incident = view(live).incident
    dialog.text.setPlainText("情况如下。")
    change = IncidentChange({"deaths": 2}, "医院回报")
    live.room.incident.update(incident.id, change, by=live.desk.session.seat.actor)
    dialog.submit()
    assert "登记死亡2人，文中没有写" in dialog.answer.text()
    assert dialog.panes.findings.texts() == ["▲ 登记死亡2人，文中没有写"]
    assert view(live).reports == ()


def test_a_follow_up_ticks_what_was_recorded_since(live):
    dialog = opened(live)
    dialog.submit()
    incident = view(live).incident
    live.room.clock.forward(minutes=10)
    entry = seen(live, "阀门已关闭", incident.id)
    live.press((KEY.Key_R, CTRL))
    follow = live.dialog(ReportDialog)
    panes = follow.panes
    assert follow.stage.currentText() == "续报"
    assert [one.entry.id for one in panes.entries.offers] == [entry.id]
    assert "阀门已关闭" in follow.text.toPlainText()
    panes.entries.setFocus()
    live.qtbot.keyClick(panes.entries, KEY.Key_Space)
    assert "阀门已关闭" not in follow.text.toPlainText()
    live.qtbot.keyClick(panes.entries, KEY.Key_Space)
    assert "阀门已关闭" in follow.text.toPlainText()
    assert not panes.text.is_by_hand, "ticks are no words of the officer's own"


def test_the_source_of_the_sentence_under_the_cursor_is_one_key_away(live):
    dialog = opened(live)
    dialog.submit()
    incident = view(live).incident
    live.room.clock.forward(minutes=10)
    entry = seen(live, "阀门已关闭", incident.id)
    live.press((KEY.Key_R, CTRL))
    follow = live.dialog(ReportDialog)
    cursor = follow.text.textCursor()
    cursor.setPosition(follow.text.toPlainText().index("阀门已关闭"))
    follow.text.setTextCursor(cursor)
    assert f"来自日志第{entry.no}条" in follow.writing.source.toolTip()
    follow.text.setFocus()
    live.qtbot.waitUntil(follow.text.hasFocus)
    live.qtbot.keyClick(follow.text, KEY.Key_M, CTRL)
    assert not follow.isVisible()
    assert live.window.room() is live.panel("duty_log")
    assert live.panel("duty_log").selected().entry.id == entry.id


def test_figures_are_shown_old_and_new(live):
    start(live, deaths=2)
    live.enter("incident")
    live.press((KEY.Key_R, CTRL))
    live.dialog(ReportDialog).submit()
    actor = live.desk.session.seat.actor
    change = IncidentChange({"deaths": 3}, "医院回报")
    live.room.incident.update(view(live).incident.id, change, by=actor)
    live.press((KEY.Key_R, CTRL))
    follow = live.dialog(ReportDialog)
    assert follow.panes.figures.text() == "死亡3人（上次报告2人）"
    assert "死亡3人（上次报告2人）" in follow.text.toPlainText()


def test_ctrl_enter_before_the_text_came_says_so_and_sends_nothing(live):
    runner = HeldRunner()
    runner.is_held = True
    start(live)
    live.enter("incident")
    dialog = ReportDialog(
        replace(live.desk, runner=runner), live.room.incident_report, view(live), live.window
    )
    live.qtbot.addWidget(dialog)
    dialog.open()
    dialog.submit()
    assert "内容还在写" in dialog.answer.text()
    runner.release()
    assert "请看一遍" in dialog.answer.text()
    assert dialog.text.toPlainText()
    assert view(live).reports == ()


@pytest.mark.parametrize("odd", ["<b>火</b>&", "长" * 10_000, "火\x01灾", "😀🚒", "甲\n\n乙"])
def test_an_odd_text_is_sent_as_it_stands(live, odd):
    dialog = opened(live)
    dialog.text.setPlainText(odd)
    dialog.submit()
    assert view(live).reports[0].body == odd


def test_a_time_ahead_is_refused_and_the_text_stays(live):
    dialog = opened(live)
    dialog.text.setPlainText("情况如下。")
    dialog.sent_at.edit.setText("2026-11-20 0850")
    dialog.submit()
    assert "晚于现在" in dialog.answer.text()
    assert dialog.text.toPlainText() == "情况如下。"
    assert view(live).reports == ()
