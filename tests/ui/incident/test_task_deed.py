"""Limits that are no reports: their section in the pane."""

from dutydesk.domain.incident import ExitReason, IncidentCategory, IncidentLevel
from dutydesk.ui.incident.task_deed import TaskDeed
from dutydesk.ui.incident.task_dialog import TaskDialog
from tests.ui.incident.test_panel import CTRL, KEY, confirm, start
from tests.ui.live_desk import SHIFT, settle


def deed(live):
    return live.panel("incident").findChild(TaskDeed)


def test_the_pane_says_what_runs_and_what_was_done(live):
    start(live, level=IncidentLevel.SERIOUS)
    live.enter("incident")
    assert deed(live).section.texts() == ["○ 在计时的有对外发布、新闻发布会，见上面“时限”。"]
    live.press((KEY.Key_B, CTRL | SHIFT))
    confirm(live, TaskDialog)
    shown = deed(live).section.texts()
    assert shown[0].startswith("对外发布已发布　")
    assert "按时" in shown[0]
    assert shown[1] == "○ 在计时的有新闻发布会，见上面“时限”。"
    told = [one.text for one in live.desk.notices.notices() if one.key == "incident.task"]
    assert told == ["对外发布已发布，已记入值班日志。"]


def test_without_such_limits_the_pane_says_when_they_begin(live):
    start(live, level=IncidentLevel.ORDINARY)
    live.enter("incident")
    (line,) = deed(live).section.texts()
    assert line.startswith("没有报告以外的时限")
    assert deed(live).button.isEnabled()


def test_of_an_ended_incident_nothing_is_put_on_record(live):
    started = start(live, category=IncidentCategory.NATURAL, kind="洪涝")
    done = live.room.incident.close(
        started.id,
        by=live.desk.session.seat.actor,
        exit_reason=ExitReason.FALSE_ALARM,
        note="误报",
    )
    live.desk.hub.announce(done.changes)
    panel = live.enter("incident")
    panel.which.setCurrentIndex(1)
    panel.reload()
    settle()
    assert not deed(live).button.isEnabled()
    live.press((KEY.Key_B, CTRL | SHIFT))
    assert live.dialog(TaskDialog) is None
