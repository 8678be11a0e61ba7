from dutydesk.domain.incident import IncidentCategory
from dutydesk.ui.incident.suggestion_line import SuggestionLine
from tests.ui.held_runner import HeldRunner
from tests.ui.whole_desk import whole_desk

FIRE = (IncidentCategory.ACCIDENT, "火灾")


def test_without_a_kind_it_says_what_is_missing(live):
    line = SuggestionLine(live.desk, live.room.incident)
    assert "选好种类" in line.text()
    line.ask(FIRE, {"deaths": 10})
    assert "建议重大" in line.text()
    line.ask(None, {"deaths": 10})
    assert "选好种类" in line.text()


def test_an_answer_that_comes_late_does_not_overwrite_the_newer_question(staffed, theme, qtbot):
    runner = HeldRunner()
    live = whole_desk(staffed.room, theme, qtbot, runner=runner)
    line = SuggestionLine(live.desk, live.room.incident)
    runner.is_held = True
    line.ask(FIRE, {"deaths": 10})
    line.ask(None, {})
    runner.release()
    assert "选好种类" in line.text()
