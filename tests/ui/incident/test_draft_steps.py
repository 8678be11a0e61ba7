from datetime import timedelta

import pytest

from dutydesk.domain.report_draft import ReportState
from dutydesk.ui.incident.draft_steps import SendDialog
from tests.report_builders import signed
from tests.ui.duty_log.test_entry_form import fill_disk, free_disk
from tests.ui.incident.test_draft_deed import drafts, pressed, state
from tests.ui.incident.test_panel import CTRL, KEY, start, view


@pytest.fixture
def sending(live, staffed):
    """Open the dialog that sends a signed report, so many minutes after the receipt."""

    def open_it(minutes):
        incident = start(live)
        live.enter("incident")
        draft = signed(staffed, incident, body="一处燃气泄漏。")
        live.room.clock.forward(minutes=minutes)
        live.panel("incident").reload()
        box = drafts(live)
        pressed(live, box, KEY.Key_Return)
        return draft, live.dialog(SendDialog)

    return open_it


def test_a_signed_report_that_leaves_late_is_asked_once_for_its_reason(live, sending):
    draft, dialog = sending(300)
    assert "迟报" in dialog.limit.judged.text()
    pressed(live, dialog, KEY.Key_Return, CTRL)
    assert "再按一次报送" in dialog.answer.text()
    assert dialog.focusWidget() is dialog.late_reason
    assert state(live, draft) is ReportState.SIGNED
    dialog.late_reason.setText("线路不通")
    pressed(live, dialog, KEY.Key_Return, CTRL)
    (sent,) = view(live).reports
    assert (sent.is_met, sent.late_reason) == (False, "线路不通")


def test_one_in_time_shows_its_limit_and_no_row_for_a_reason(live, sending):
    draft, dialog = sending(5)
    assert "按时" in dialog.limit.judged.text()
    assert not dialog.late_reason.isVisibleTo(dialog)
    sent_at = live.room.clock.now() + timedelta(hours=9)
    dialog.at.edit.setText(f"{sent_at:%Y-%m-%d %H%M}")
    dialog.at.edit.setText("乱写")
    assert not dialog.limit.judged.text()
    dialog.at.set_now()
    pressed(live, dialog, KEY.Key_Return, CTRL)
    assert state(live, draft) is ReportState.SENT


def test_a_report_sent_on_a_full_disk_stays_signed_and_what_was_typed_stays(live, sending):
    draft, dialog = sending(300)
    dialog.receiver.setText("王某")
    dialog.late_reason.setText("线路不通" * 200)
    fill_disk(live.room)
    pressed(live, dialog, KEY.Key_Return, CTRL)
    free_disk(live.room)
    assert live.dialog(SendDialog) is dialog
    assert "满" in dialog.answer.text()
    assert (dialog.receiver.text(), dialog.late_reason.text()) == ("王某", "线路不通" * 200)
    assert state(live, draft) is ReportState.SIGNED
    pressed(live, dialog, KEY.Key_Return, CTRL)
    (sent,) = view(live).reports
    assert (sent.receiver, sent.late_reason) == ("王某", "线路不通" * 200)
