from dutydesk.domain.errors import StoreBusy
from dutydesk.ui.incident.report_dialog import ReportDialog
from tests.ui.incident.test_panel import CTRL, KEY, start


def opened(live):
    start(live)
    live.enter("incident")
    live.press((KEY.Key_R, CTRL))
    return live.dialog(ReportDialog)


def choose(box, word):
    box.setCurrentIndex(box.findText(word))
    box.activated.emit(box.currentIndex())


def test_another_medium_brings_its_own_text(live):
    dialog = opened(live)
    spoken = dialog.text.toPlainText()
    choose(dialog.medium, "书面")
    assert dialog.text.toPlainText() != spoken
    assert "一、基本情况" in dialog.text.toPlainText()


def test_a_text_written_by_hand_is_never_overwritten(live):
    dialog = opened(live)
    live.qtbot.keyClicks(dialog.text, "x")
    written = dialog.text.toPlainText()
    choose(dialog.medium, "书面")
    assert dialog.text.toPlainText() == written


def test_a_chain_that_does_not_fit_is_refused_in_place(live):
    dialog = opened(live)
    choose(dialog.stage, "续报")
    dialog.submit()
    assert dialog.answer.text() == "还没有首次报告，不能续报。请先作首次报告。"
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
    choose(dialog.medium, "书面")
    live.qtbot.keyClicks(dialog.text, "x")
    written = dialog.text.toPlainText()
    dialog.sent_at.edit.setText("0830")
    dialog.reject()
    live.room.clock.forward(minutes=4)
    live.press((KEY.Key_R, CTRL))
    again = live.dialog(ReportDialog)
    assert again.text.toPlainText() == written
    assert again.medium.currentText() == "书面"
    assert again.sent_at.value() == live.room.clock.now().replace(second=0), "it goes out now"
    again.submit()
    report = live.room.incident.incidents()[0].reports[0]
    assert (report.medium.value, report.body) == ("written", written)
    assert live.room.draft.of_form(f"report:{report.incident_id}") == []


def test_a_report_left_open_past_its_limit_is_recorded_as_late(live):
    dialog = opened(live)
    assert "按时" in dialog.judged.text()
    live.room.clock.forward(minutes=45)
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


def test_looking_at_another_medium_is_not_writing(live):
    dialog = opened(live)
    choose(dialog.medium, "书面")
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
    choose(again.medium, "书面")
    assert "一、基本情况" in again.text.toPlainText()


def test_a_report_that_was_written_but_not_answered_is_not_written_twice(live, monkeypatch):
    service = live.room.incident_report
    real = service.report

    def written_and_lost(*args, **more):
        real(*args, **more)
        raise StoreBusy

    def no_proposal(*_args):
        raise StoreBusy

    monkeypatch.setattr(service, "proposal", no_proposal)
    dialog = opened(live)
    dialog.report_to.setText("区政府总值班室")
    dialog.receiver.setText("王某")
    monkeypatch.setattr(service, "report", written_and_lost)
    dialog.submit()
    assert dialog.isVisible()
    monkeypatch.setattr(service, "report", real)
    dialog.submit()
    assert len(live.room.incident.incidents()[0].reports) == 1


def test_a_paper_without_a_signer_is_asked_for_one_with_the_cursor_there(live):
    dialog = opened(live)
    choose(dialog.medium, "书面")
    dialog.signed_by.clear()
    dialog.submit()
    assert "签发人" in dialog.answer.text()
    assert dialog.focusWidget() is dialog.signed_by
    dialog.signed_by.setText("丁某")
    dialog.submit()
    assert live.room.incident.incidents()[0].reports[0].signed_by == "丁某"
