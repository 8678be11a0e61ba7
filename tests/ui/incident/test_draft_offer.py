from dutydesk.domain.report_draft import ReportState
from dutydesk.ui.incident.draft_offer import DraftOffer
from dutydesk.ui.incident.report_dialog import ReportDialog
from tests.ui.incident.test_report_dialog import opened


def offer(live):
    dialog = opened(live)
    return dialog, dialog.findChild(DraftOffer)


def test_a_written_report_is_kept_as_it_stands(live):
    dialog, verbs = offer(live)
    dialog.report_to.setText("区政府总值班室，区应急局")
    dialog.text.setPlainText("一处燃气泄漏。")
    verbs.save.click()
    (draft,) = live.room.report_draft.waiting()
    assert draft.state is ReportState.DRAFTING
    assert draft.report_to == ("区政府总值班室", "区应急局")
    assert (draft.body, draft.drafted_by) == ("一处燃气泄漏。", "甲某")
    assert live.dialog(ReportDialog) is None
    assert live.room.incident.incidents()[0].reports == ()


def test_it_may_be_handed_in_at_once(live):
    _, verbs = offer(live)
    verbs.hand_in.click()
    (draft,) = live.room.report_draft.waiting()
    assert draft.state is ReportState.UNDER_REVIEW
    assert any("待审核" in text for text in live.notices())


def test_a_time_that_cannot_be_read_is_said_here_too(live):
    dialog, verbs = offer(live)
    dialog.sent_at.edit.setText("啊")
    verbs.save.click()
    assert "啊" in dialog.answer.text()
