import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dutydesk.domain.report_draft import ReportState, StepKind
from dutydesk.ui.incident.draft_deed import DraftDeed
from dutydesk.ui.incident.draft_dialog import DraftDialog
from dutydesk.ui.incident.draft_steps import (
    ReasonDialog,
    ReceiptDialog,
    SendDialog,
    SignoffDialog,
)
from dutydesk.ui.incident.drafts_dialog import DraftsDialog
from dutydesk.ui.incident.report_dialog import ReportDialog
from dutydesk.ui.incident.sign_dialog import SignDialog
from tests.builders import PIN
from tests.report_builders import CLI, asked_for, ref, signed
from tests.services.test_incident_report import report
from tests.ui.incident.test_panel import CTRL, KEY, start
from tests.ui.incident.test_report_dialog import choose
from tests.ui.live_desk import settle


@pytest.fixture
def papers(live):
    asked = []
    live.enter("incident").deeds.show_paper = asked.append
    return asked


def deed(live):
    return live.panel("incident").findChild(DraftDeed)


def pressed(live, dialog, key, *modifier):
    """Press a key in a dialog that has the focus."""
    dialog.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    live.qtbot.keyClick(dialog.focusWidget() or dialog, key, *modifier)
    settle()


def drafts(live):
    live.window.activateWindow()
    live.qtbot.waitUntil(lambda: QApplication.activeWindow() is live.window)
    live.press((KEY.Key_E, CTRL))
    return live.dialog(DraftsDialog)


def begun(live, **facts):
    """Open an incident and write a report that is kept as a draft."""
    incident = start(live, **facts)
    live.enter("incident")
    draft = asked_for(live.room, incident, report_to=("区政府总值班室",), body="一处燃气泄漏。")
    done = live.room.report_draft.save(draft, by=live.desk.session.seat.actor)
    live.desk.hub.announce(done.changes)
    settle()
    return incident, done.value


def state(live, draft):
    return live.room.report_delivery.one(draft.id).state


def kept(live):
    """Write a report, keep it as a draft and give that."""
    start(live)
    live.enter("incident")
    live.press((KEY.Key_R, CTRL))
    dialog = live.dialog(ReportDialog)
    pressed(live, dialog, KEY.Key_S, CTRL)
    assert live.dialog(ReportDialog) is None
    (draft,) = live.room.report_draft.waiting()
    assert draft.state is ReportState.DRAFTING
    assert any("存为稿件" in text for text in live.notices())
    assert live.room.draft.of_form(f"report:{draft.incident_id}") == []
    return draft


def reviewed(live, box):
    """Have the draft reviewed with a PIN."""
    assert box.next.text() == "审核  Enter"
    pressed(live, box, KEY.Key_Return)
    review = live.dialog(SignoffDialog)
    choose(review.officer, "丙某")
    review.pin.setText(PIN)
    pressed(live, review, KEY.Key_Return, CTRL)


def signed_by_phone(live, box):
    """Have the draft signed by telephone."""
    pressed(live, box, KEY.Key_Return)
    sign = live.dialog(SignDialog)
    for reason in sign.findings.edits():
        reason.setText("以电话核实为准")
        reason.textEdited.emit(reason.text())
    choose(sign.how, "电话授权")
    sign.person.setText("丁副主任")
    pressed(live, sign, KEY.Key_Return, CTRL)


def test_a_report_goes_from_the_dialog_through_every_gate_by_keys(live, papers):
    draft = kept(live)
    box = drafts(live)
    assert box.focusWidget() is box.table
    assert box.next.text() == "送审  Enter"
    pressed(live, box, KEY.Key_Return)
    assert state(live, draft) is ReportState.UNDER_REVIEW
    reviewed(live, box)
    assert state(live, draft) is ReportState.AWAITING_SIGNATURE
    assert deed(live).waiting.text() == "稿件：待签发1"
    signed_by_phone(live, box)
    assert state(live, draft) is ReportState.SIGNED
    assert live.room.incident.incident(draft.incident_id).reports == ()
    box.paper.click()
    assert papers[-1].report_id == draft.id
    pressed(live, box, KEY.Key_Return)
    assert state(live, draft) is ReportState.SIGNED, "the same Enter must not send it"
    pressed(live, live.dialog(SendDialog), KEY.Key_Return, CTRL)
    (sent,) = live.room.incident.incident(draft.incident_id).reports
    assert (sent.signed_by, sent.issue_no) == ("丁副主任", 1)
    pressed(live, box, KEY.Key_Return)
    receipt = live.dialog(ReceiptDialog)
    receipt.person.setText("王某")
    pressed(live, receipt, KEY.Key_Return, CTRL)
    assert state(live, draft) is ReportState.ACKNOWLEDGED
    assert box.next.text() == "没有下一步"
    assert "签收　王某" in box.steps.lines.toPlainText()
    assert deed(live).waiting.isHidden()


def test_how_many_drafts_wait_is_read_whole_at_the_head_of_the_list(live):
    live.window.resize(1366, 768)
    live.enter("incident")
    label = deed(live).waiting
    for words in ("稿件：待签发1", "稿件：待审核1、待签发1、待报送2"):
        label.setText(words)
        label.show()
        settle()
        room = label.contentsRect()
        needed = label.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words)
        assert needed.height() <= room.height()
        assert label.fontMetrics().horizontalAdvance(words) <= room.width()


def test_after_a_step_by_its_button_enter_takes_the_next_one(live, papers):
    _, draft = begun(live)
    box = drafts(live)
    pressed(live, box, KEY.Key_Return)
    box.back.setFocus()
    pressed(live, box, KEY.Key_Space)
    back = live.dialog(ReasonDialog)
    back.reason.setText("数字再核")
    pressed(live, back, KEY.Key_Return, CTRL)
    assert state(live, draft) is ReportState.DRAFTING
    assert box.focusWidget() is box.table
    pressed(live, box, KEY.Key_Return)
    assert state(live, draft) is ReportState.UNDER_REVIEW


def test_a_review_begins_with_who_reviews_a_signature_with_the_pin(live, papers):
    begun(live)
    box = drafts(live)
    pressed(live, box, KEY.Key_Return)
    pressed(live, box, KEY.Key_Return)
    review = live.dialog(SignoffDialog)
    assert review.focusWidget() is review.officer
    choose(review.officer, "丙某")
    review.pin.setText(PIN)
    pressed(live, review, KEY.Key_Return, CTRL)
    pressed(live, box, KEY.Key_Return)
    sign = live.dialog(SignDialog)
    assert sign.officer.officer_id() is not None
    assert sign.focusWidget() is (sign.pin.focusProxy() or sign.pin)


def test_in_large_type_the_list_is_wide_and_what_waits_takes_no_line_of_it(live):
    live.enter("incident")
    waits, panel = deed(live), live.panel("incident")
    waits._list.resize(900, 300)
    settle()
    waits._place()
    assert panel.top.indexOf(waits.waiting) == 1
    waits._list.resize(340, 300)
    waits._place()
    assert panel.left.indexOf(waits.waiting) == 1


def test_what_is_on_its_way_stands_in_the_pane_and_is_counted_in_the_head(live):
    incident, draft = begun(live)
    section = deed(live).section
    assert section.texts() == ["首报　拟稿　拟稿甲某"]
    assert deed(live).waiting.isHidden()
    done = live.room.report_draft.submit(ref(live.room, draft), by=CLI)
    live.desk.hub.announce(done.changes)
    settle()
    assert section.texts() == ["首报　待审核　拟稿甲某"]
    assert deed(live).waiting.text() == "稿件：待审核1"
    done = live.room.report_draft.send_back(ref(live.room, draft), "地点不准", by=CLI)
    live.desk.hub.announce(done.changes)
    settle()
    assert section.texts()[1].endswith("：地点不准")
    done = live.room.report_draft.void(ref(live.room, draft), "不报了", by=CLI)
    live.desk.hub.announce(done.changes)
    settle()
    assert section.isHidden()
    assert deed(live).head.isHidden()
    assert incident.id


def test_a_reason_is_asked_where_it_is_sent_back_and_written_on_after(live):
    _, draft = begun(live)
    box = drafts(live)
    pressed(live, box, KEY.Key_Return)
    box.back.click()
    back = live.dialog(ReasonDialog)
    back.submit()
    assert "退回要写明原因" in back.answer.text()
    back.reason.setText("地点不准")
    pressed(live, back, KEY.Key_Return)
    assert state(live, draft) is ReportState.DRAFTING
    assert "退回　甲某：地点不准" in box.steps.lines.toPlainText()
    box.write.click()
    writing = live.dialog(DraftDialog)
    writing.text.setPlainText("三社区3号楼燃气泄漏。")
    pressed(live, writing, KEY.Key_S, CTRL)
    assert live.room.report_draft.draft(draft.id).body == "三社区3号楼燃气泄漏。"
    assert "三社区3号楼" in box.text.lines.toPlainText()


def test_verbs_that_do_not_fit_are_grey_and_a_refusal_is_said(live):
    _, draft = begun(live)
    box = drafts(live)
    assert [one.isEnabled() for one in (box.write, box.void, box.back, box.correct)] == [
        True,
        True,
        False,
        False,
    ]
    assert not box.paper.isEnabled()
    # Somebody else was quicker.
    live.room.report_draft.submit(ref(live.room, draft), by=CLI)
    box.go_on()
    assert "不能送审" in box.answer.text()
    box.reload()
    box.void.click()
    gone = live.dialog(ReasonDialog)
    gone.reason.setText("改由电话报")
    gone.submit()
    assert state(live, draft) is ReportState.VOID


def test_an_incident_without_drafts_says_how_one_begins(live):
    start(live)
    live.enter("incident")
    box = drafts(live)
    assert box.none.isVisibleTo(box)
    assert "Ctrl+R" in box.none.text()
    assert not box.next.isEnabled()
    box.go_on()
    assert live.dialog(ReasonDialog) is None


def test_a_receipt_is_noted_by_its_key_or_nothing_waits_for_one(live):
    incident = start(live)
    live.enter("incident")
    live.press((KEY.Key_D, CTRL))
    assert live.dialog(ReceiptDialog) is None
    assert any("没有等签收" in text for text in live.notices())
    sent = report(live.room, incident, "first", signed_by="丙某")
    live.panel("incident").reload()
    live.press((KEY.Key_D, CTRL))
    receipt = live.dialog(ReceiptDialog)
    receipt.person.setText("王某")
    pressed(live, receipt, KEY.Key_Return)
    found = live.room.report_delivery.one(sent.id)
    assert (found.state, found.acknowledged.person) == (ReportState.ACKNOWLEDGED, "王某")


def test_a_report_that_left_is_corrected_by_one_of_its_own(live, papers):
    incident = start(live)
    live.enter("incident")
    first = report(live.room, incident, "first", signed_by="丙某")
    live.panel("incident").reload()
    box = drafts(live)
    assert "直接报出" in box.steps.lines.toPlainText()
    box.correct.click()
    writing = live.dialog(DraftDialog)
    assert (writing.windowTitle(), writing.stage.isEnabled()) == ("更正第1期", False)
    assert writing.text.toPlainText() == first.body
    pressed(live, writing, KEY.Key_Return, CTRL)
    (draft,) = live.room.report_draft.waiting()
    assert (draft.corrects_report_id, draft.state) == (first.id, ReportState.UNDER_REVIEW)
    assert box.table.item(0, 0).text() == "首报更正"


def test_a_number_given_up_is_told_before(live, staffed):
    incident = start(live)
    live.enter("incident")
    made = signed(staffed, incident)
    live.panel("incident").reload()
    box = drafts(live)
    box.void.click()
    gone = live.dialog(ReasonDialog)
    said = [label.text() for label in gone.findChildren(type(box.none))]
    assert any("第1期作废后期号不再使用" in text for text in said)
    gone.reason.setText("改由电话报")
    gone.submit()
    one = live.room.report_delivery.one(made.id)
    assert (one.state, one.face.issue_no, one.steps[-1].step) == (
        ReportState.VOID,
        1,
        StepKind.VOIDED,
    )


def test_what_was_typed_into_a_step_is_there_when_it_is_opened_again(live):
    _, draft = begun(live)
    live.room.report_draft.submit(ref(live.room, draft), by=CLI)
    box = drafts(live)
    box.back.click()
    back = live.dialog(ReasonDialog)
    live.qtbot.keyClicks(back.reason, "abc")
    back.reject()
    settle()
    box.back.click()
    assert live.dialog(ReasonDialog).reason.text() == "abc"
