"""What else the whole log can do stands above it, as far as there is room."""

import pytest

from dutydesk.domain.log_search import LogSearch
from dutydesk.ui.duty_log.log_keys import CLEAR, IN_CONTEXT
from dutydesk.ui.duty_log.log_line import LogLine

TALL = 700


@pytest.fixture
def line(theme, qtbot):
    made = LogLine(theme)
    qtbot.addWidget(made)
    made.resize(890, 32)
    made.show()
    made.show_line("共 58 条", LogSearch())
    made.fit(TALL)
    return made


def verbs(line):
    return [one.text() for one in line.verbs if one.isVisible()]


def test_a_new_officer_sees_the_verbs_that_no_other_button_shows(line):
    assert verbs(line) == ["前后  Ctrl+J", "常用条件  Ctrl+S", "登记簿  Ctrl+Shift+P"]
    assert not line.clear.isVisible()


def test_each_button_says_what_it_wants(line, qtbot):
    line.show_line("找到 1 条", LogSearch("路面"))
    wanted = []
    line.wanted.connect(wanted.append)
    line.clear.click()
    line.verbs[0].click()
    assert wanted == [CLEAR.id, IN_CONTEXT.id]


def test_where_width_is_short_the_last_verb_goes_first(line):
    line.resize(330, 32)
    assert verbs(line) == ["前后  Ctrl+J"]
    line.resize(890, 32)
    line.show_line("找到 1 条", LogSearch("路面", source="区", person="李某", phone="0000"))
    assert verbs(line)
    assert line.conditions.width() >= 100


def test_a_low_room_gives_the_line_to_the_list(line):
    line.fit(300)
    assert verbs(line) == []
