import pytest

from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.near_miss import NearMissDecision
from dutydesk.ui.incident.near_miss_field import NearMissField
from tests.incident_builders import incident

ACCIDENT = IncidentCategory.ACCIDENT


@pytest.fixture
def field(live):
    made = NearMissField(live.desk)
    live.qtbot.addWidget(made)
    made.show()
    return made


def test_the_figures_speak_and_never_mark(field, live):
    field.ask(live.room.incident, ACCIDENT, {"at_risk": 9})
    assert not field.advice.isVisible()
    field.ask(live.room.incident, ACCIDENT, {"at_risk": 10})
    assert "建议认定为较大涉险事故：涉险10人" in field.advice.text()
    assert field.advice.isVisible()
    assert field.decision() == NearMissDecision(is_one=False)


def test_the_reason_is_chosen_from_figure_and_circumstances_or_typed(field, live):
    field.ask(live.room.incident, ACCIDENT, {"trapped": 3})
    assert not field.reason.isVisible()
    field.mark.click()
    assert field.reason.isVisible()
    assert not field.advice.isVisible()
    offered = [field.reason.itemText(at) for at in range(field.reason.count())]
    assert offered[0].startswith("被困和失踪3人，达到3人")
    assert [one.split("。")[0] for one in offered[1:]] == [
        "对环境造成严重污染",
        "危及重要场所和设施安全",
    ]
    field.reason.setCurrentIndex(2)
    assert field.values()["near_miss_reason"].startswith("危及重要场所")
    field.reason.lineEdit().setText("危及加油站")
    assert field.values() == {"is_serious_near_miss": True, "near_miss_reason": "危及加油站"}


def test_a_new_answer_keeps_what_was_typed(field, live):
    field.mark.click()
    field.reason.setEditText("危及加油站")
    field.ask(live.room.incident, ACCIDENT, {"at_risk": 10})
    assert field.reason.currentText() == "危及加油站"
    field.ask(live.room.incident, None, {})
    assert field.reason.count() == 0
    assert field.reason.currentText() == "危及加油站"


def test_a_draft_comes_back_and_what_is_on_record_is_shown(field):
    lines = {"is_serious_near_miss": "1", "near_miss_reason": "危及"}
    field.load_lines(lines)
    assert field.lines() == lines
    field.load_lines({})
    assert field.lines() == {"is_serious_near_miss": "", "near_miss_reason": ""}
    field.load(incident(is_serious_near_miss=True, near_miss_reason="危及加油站"))
    assert field.decision() == NearMissDecision(is_one=True, reason="危及加油站")


def test_while_saving_nothing_changes(field):
    field.mark.click()
    field.set_locked(is_locked=True)
    assert not field.mark.isEnabled()
    assert not field.reason.isEnabled()
    field.set_locked(is_locked=False)
    assert field.reason.isEnabled()
