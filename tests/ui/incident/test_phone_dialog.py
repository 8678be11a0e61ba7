import pytest

from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import StoreBusy
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.ui.incident.phone_dialog import PhoneDialog
from tests.ui.incident.test_panel import CTRL, KEY, confirm, start, view


def opened(live, **facts):
    start(live, **facts)
    live.enter("incident")
    live.press((KEY.Key_B, CTRL))
    return live.dialog(PhoneDialog)


def test_a_call_is_on_record_with_two_keys(live):
    dialog = opened(live)
    assert dialog.focusWidget() is dialog.receiver
    assert dialog.report_to.text()
    assert "有关情况将续报。" in dialog.text.toPlainText()
    confirm(live, PhoneDialog)
    (made,) = view(live).reports
    assert (made.medium, made.stage) == (ReportMedium.PHONE, ReportStage.FIRST)
    assert made.sent_at == live.room.clock.now()


def test_the_time_is_that_of_the_key_press_however_long_the_call_lasts(live):
    dialog = opened(live)
    began = live.room.clock.now()
    live.go_on(minutes=4, seconds=30)
    dialog.submit()
    assert view(live).reports[0].sent_at == began


def test_what_was_answered_is_kept_and_an_order_is_a_directive(live):
    dialog = opened(live)
    dialog.receiver.setText("王某 值班长")
    dialog.already_told.setText("区应急局02:20")
    dialog.instruction.setText("先疏散楼上居民")
    live.qtbot.keyClick(dialog.read_back, KEY.Key_Space)
    dialog.submit()
    made = view(live).reports[0]
    assert (made.receiver, made.already_told) == ("王某 值班长", "区应急局02:20")
    assert (made.instruction, made.is_read_back) == ("先疏散楼上居民", True)
    (line,) = live.room.directive.open_lines()
    entries = live.room.duty_log.entries_of_incident(made.incident_id)
    order = next(one.entry for one in entries if one.entry.kind is EntryKind.DIRECTIVE)
    assert (order.text, order.person) == ("先疏散楼上居民", "王某 值班长")
    assert line.entry_id == order.id
    assert any("已复述核对" in one.entry.text for one in entries)


def test_a_call_that_was_written_but_not_answered_is_not_written_twice(live, monkeypatch):
    dialog = opened(live)
    dialog.instruction.setText("先疏散")
    log, real = live.room.duty_log, live.room.duty_log.record

    def lost(*args, **more):
        raise StoreBusy

    monkeypatch.setattr(log, "record", lost)
    dialog.submit()
    assert dialog.isVisible()
    assert dialog.answer.text()
    monkeypatch.setattr(log, "record", real)
    dialog.submit()
    assert len(view(live).reports) == 1
    assert len(live.room.directive.open_lines()) == 1


def test_a_late_call_is_asked_for_its_reason_once(live):
    start(live)
    live.enter("incident")
    live.go_on(minutes=40)
    live.press((KEY.Key_B, CTRL))
    dialog = live.dialog(PhoneDialog)
    assert "迟报，已超10分" in dialog.limit.judged.text()
    dialog.submit()
    assert dialog.focusWidget() is dialog.limit.late_reason
    dialog.submit()
    assert view(live).reports[0].late_by_minutes == 10


def test_a_call_left_half_written_is_there_again(live):
    dialog = opened(live)
    live.qtbot.keyClicks(dialog.receiver, "wang")
    dialog.reject()
    live.press((KEY.Key_B, CTRL))
    again = live.dialog(PhoneDialog)
    assert again.receiver.text() == "wang"
    again.submit()
    made = view(live).reports[0]
    assert live.room.draft.of_form(f"phone_report:{made.incident_id}") == []


def test_another_stage_brings_its_own_text_but_never_over_a_hand_written_one(live):
    dialog = opened(live)
    first = dialog.text.toPlainText()
    dialog.stage.setCurrentIndex(dialog.stage.findText("终报"))
    dialog.stage.activated.emit(dialog.stage.currentIndex())
    assert dialog.text.toPlainText() != first
    live.qtbot.keyClicks(dialog.text, "x")
    written = dialog.text.toPlainText()
    dialog.stage.setCurrentIndex(dialog.stage.findText("首报"))
    dialog.stage.activated.emit(dialog.stage.currentIndex())
    assert dialog.text.toPlainText() == written


def test_bad_input_is_refused_with_a_sentence_and_stays(live):
    dialog = opened(live)
    dialog.sent_at.edit.setText("啊")
    dialog.submit()
    assert "啊" in dialog.answer.text()
    dialog.sent_at.edit.setText("2026-11-20 0850")
    dialog.submit()
    assert "晚于现在" in dialog.answer.text()
    dialog.sent_at.set_now()
    dialog.report_to.clear()
    dialog.submit()
    assert "报给哪个单位" in dialog.answer.text()
    assert view(live).reports == ()


@pytest.mark.parametrize("odd", ["<b>火</b>&", "长" * 10_000, "😀🚒"])
def test_odd_words_are_kept_as_they_were_said(live, odd):
    dialog = opened(live)
    dialog.text.setPlainText(odd)
    dialog.submit()
    assert view(live).reports[0].body == odd
