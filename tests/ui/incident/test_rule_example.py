from dutydesk.domain.incident import IncidentCategory
from dutydesk.ui.incident.rule_example import RuleExample
from tests.incident_builders import preset


def example(live):
    made = RuleExample(live.desk, live.room.deadline_rule.book())
    live.qtbot.addWidget(made)
    return made


def heads(made):
    return [line.split("　")[0] for line in made.lines.texts()]


def test_the_clocks_of_an_example_are_said_with_their_time(live):
    made = example(live)
    assert heads(made)[:2] == ["● 首报（电话）", "● 首报（书面）"]
    assert "接报后1小时内" in made.lines.texts()[0]
    assert "报出时间" in made.told.text()
    made.level.setCurrentIndex(0)
    made.level.activated.emit(0)
    assert "接报后30分钟内" in made.lines.texts()[0]


def test_a_rule_brings_the_example_it_is_about(live):
    made = example(live)
    made.follow(next(one for one in preset("statute") if one.kind == "干旱"))
    assert made.category.currentData() == IncidentCategory.NATURAL.value
    assert made.kind.currentText() == "干旱"


def test_an_example_that_cannot_be_says_why(live):
    made = example(live)
    made.occurred_at.set_value(live.room.clock.now().replace(hour=23))
    assert "晚于接报时间" in made.lines.texts()[0]
    made.received_at.edit.setText("啊")
    assert "啊" in made.lines.texts()[0]
