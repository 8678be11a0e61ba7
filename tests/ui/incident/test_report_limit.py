from datetime import timedelta

from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.ui.incident.report_limit import ReportLimit
from dutydesk.ui.widgets.form_rows import FormRows
from tests.ui.incident.test_panel import start, view

FIRST = ReportStage.FIRST


def test_a_late_report_is_asked_once_until_the_stage_is_another(live):
    start(live)
    limit = ReportLimit(live.desk, view(live), ReportMedium.PHONE, "首报")
    limit.add_to(FormRows(live.desk.theme))
    now = live.room.clock.now()
    assert not limit.wants_reason(FIRST, now)
    late = now + timedelta(minutes=40)
    limit.judge(FIRST, late)
    assert "迟报，已超10分" in limit.judged.text()
    assert limit.wants_reason(FIRST, late)
    assert not limit.wants_reason(FIRST, late)
    limit.ask_anew()
    assert limit.wants_reason(FIRST, late)
    limit.ask_anew()
    limit.late_reason.setText("线路不通")
    assert not limit.wants_reason(FIRST, late)
    limit.judge(ReportStage.VERIFICATION, now)
    assert limit.judged.text() == "没有规定时限。"
    limit.judge(FIRST, None)
    assert limit.judged.text() == ""
