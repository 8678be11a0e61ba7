from dutydesk.domain.incident import IncidentChange, IncidentLevel
from dutydesk.ui.incident.decide_dialogs import GradeDialog
from tests.ui.incident.test_panel import CTRL, KEY, confirm, start, view
from tests.ui.live_desk import settle


def grading(live):
    return live.panel("incident").detail._grading


def changed(live, incident, **values):
    done = live.room.incident.update(
        incident.id, IncidentChange(values, "现场核实"), by=live.desk.session.seat.actor
    )
    live.desk.hub.announce(done.changes)
    settle()


def test_a_figure_that_moves_the_level_asks_for_a_new_decision(live):
    live.enter("incident")
    fire = start(live, deaths=2, level=IncidentLevel.ORDINARY)
    settle()
    assert "建议已变为" not in grading(live)["建议"].text()
    changed(live, fire, deaths=3)
    said = grading(live)["建议"].text()
    assert said.startswith("建议已变为较大（死亡3人，达到3人、不足10人")
    assert said.endswith("按 Ctrl+Y 认定。")
    live.press((KEY.Key_Y, CTRL))
    dialog = live.dialog(GradeDialog)
    dialog.level.setCurrentIndex(dialog.level.findText("较大"))
    confirm(live, GradeDialog)
    assert "建议已变为" not in grading(live)["建议"].text()
    decided = grading(live)["认定"].text()
    assert decided.startswith("较大，甲某")
    assert "死亡3人，达到3人" in decided
    assert "第三条" in decided


def test_a_near_miss_is_suggested_confirmed_and_shown_with_its_reason(live):
    live.enter("incident")
    start(live, level=IncidentLevel.ORDINARY)
    settle()
    assert grading(live)["涉险"].isHidden()
    changed(live, view(live).incident, at_risk=12)
    assert "建议认定为较大涉险事故：涉险12人" in grading(live)["涉险"].text()
    live.press((KEY.Key_Y, CTRL))
    dialog = live.dialog(GradeDialog)
    dialog.near_miss.mark.click()
    confirm(live, GradeDialog)
    found = view(live).incident
    assert found.is_serious_near_miss
    assert found.near_miss_reason.startswith("涉险12人，达到10人")
    assert grading(live)["涉险"].text().startswith("较大涉险事故，甲某")
    assert not live.panel("incident").detail._near_miss.isHidden()
    assert "较大涉险" in live.panel("incident").model.index(0).data()


def test_taking_a_near_miss_back_is_asked_for_a_reason(live):
    live.enter("incident")
    start(live, level=IncidentLevel.ORDINARY, is_serious_near_miss=True, near_miss_reason="危及")
    settle()
    live.press((KEY.Key_Y, CTRL))
    dialog = live.dialog(GradeDialog)
    dialog.near_miss.mark.click()
    dialog.submit()
    settle()
    assert "要写明依据" in dialog.answer.text()
    dialog.reason.setText("加油站已停用")
    confirm(live, GradeDialog)
    assert not view(live).incident.is_serious_near_miss
