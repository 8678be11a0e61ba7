from dutydesk.ui.incident.report_dialog import ReportDialog
from tests.ui.incident.test_report_dialog import opened


def test_a_skipped_level_needs_a_reason_and_stands_in_report_and_log(live):
    dialog = opened(live)
    assert isinstance(dialog, ReportDialog)
    assert not dialog.bypass.why.isVisibleTo(dialog)
    dialog.bypass.mark.setChecked(True)
    assert dialog.bypass.why.isVisibleTo(dialog)
    dialog.submit()
    assert "越级上报要写明理由" in dialog.answer.text()
    assert dialog.focusWidget() is dialog.bypass.why
    dialog.bypass.why.setText("与区政府联系不上")
    dialog.submit()
    (report,) = live.room.incident.incidents()[0].reports
    assert report.bypass_reason == "与区政府联系不上"
    entries = live.room.duty_log.entries_of_incident(report.incident_id)
    assert any("越级上报（与区政府联系不上）" in one.entry.text for one in entries)


def test_without_the_tick_a_reason_does_not_count(live):
    dialog = opened(live)
    dialog.bypass.mark.setChecked(True)
    dialog.bypass.why.setText("写错了")
    dialog.bypass.mark.setChecked(False)
    dialog.submit()
    (report,) = live.room.incident.incidents()[0].reports
    assert report.bypass_reason == ""
