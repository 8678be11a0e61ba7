from dutydesk.domain.deadline_task import DeadlineTask
from dutydesk.domain.incident import IncidentCategory, IncidentChange, IncidentLevel
from dutydesk.ui.incident.task_dialog import TaskDialog
from tests.ui.incident.test_panel import CTRL, KEY, start
from tests.ui.live_desk import SHIFT


def opened(live, **facts):
    started = start(live, **facts)
    live.enter("incident")
    return started, again(live)


def again(live):
    live.press((KEY.Key_B, CTRL | SHIFT))
    return live.dialog(TaskDialog)


def words(dialog):
    return [dialog.task.itemText(at) for at in range(dialog.task.count())]


def test_what_runs_out_first_is_offered_first_and_what_was_done_no_more(live):
    facts = {"category": IncidentCategory.NATURAL, "kind": "洪涝", "level": IncidentLevel.SERIOUS}
    started, dialog = opened(live, **facts)
    assert words(dialog)[:3] == ["对外发布：已发布", "受灾群众救助：已到位", "新闻发布会：已召开"]
    assert "按时，还剩" in dialog.judged.text()
    dialog.note.setPlainText("街道公众号")
    dialog.submit()
    (task,) = live.room.incident_task.tasks(started.id)
    assert (task.task, task.note, task.is_met) == (
        DeadlineTask.PUBLIC_STATEMENT,
        "街道公众号",
        True,
    )
    assert "对外发布：已发布" not in words(again(live))


def test_a_late_task_is_asked_for_its_reason_once(live):
    started, dialog = opened(live, level=IncidentLevel.SERIOUS)
    assert not dialog.late_reason.isVisibleTo(dialog)
    live.room.clock.forward(hours=5)
    live.desk.hub.beat()
    assert "超时，已超1小时" in dialog.judged.text()
    dialog.submit()
    assert "超时原因" in dialog.answer.text()
    assert dialog.focusWidget() is dialog.late_reason
    dialog.submit()
    (task,) = live.room.incident_task.tasks(started.id)
    assert (task.is_met, task.late_by_minutes) == (False, 60)


def test_after_a_rise_too_late_nobody_is_late(live):
    started = start(live, level=IncidentLevel.ORDINARY)
    live.room.clock.forward(hours=6)
    change = IncidentChange({}, "伤亡上升", IncidentLevel.SERIOUS)
    done = live.room.incident.update(started.id, change, by=live.desk.session.seat.actor)
    live.desk.hub.announce(done.changes)
    live.enter("incident")
    dialog = again(live)
    assert "升级后应立即办，不算超时" in dialog.judged.text()
    assert not dialog.late_reason.isVisibleTo(dialog)


def test_what_has_no_limit_is_kept_and_a_time_that_cannot_be_is_refused(live):
    started, dialog = opened(live, level=IncidentLevel.ORDINARY)
    assert dialog.judged.text() == "没有规定时限，照样记下。"
    dialog.done_at.edit.setText("啊")
    dialog.submit()
    assert "啊" in dialog.answer.text()
    dialog.done_at.set_now()
    dialog.submit()
    assert live.room.incident_task.tasks(started.id)[0].due_at is None


def test_a_note_left_half_written_is_there_when_the_dialog_opens_again(live):
    started, dialog = opened(live, level=IncidentLevel.SERIOUS)
    dialog.task.setCurrentIndex(1)
    dialog.task.activated.emit(1)
    dialog.note.setPlainText("在会议中心召开")
    dialog.reject()
    dialog = again(live)
    assert dialog.note.toPlainText() == "在会议中心召开"
    dialog.submit()
    (task,) = live.room.incident_task.tasks(started.id)
    assert task.note == "在会议中心召开"
