from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from dutydesk.domain.errors import StoreDamaged
from dutydesk.ui.deadlines.clock_line import in_order
from dutydesk.ui.deadlines.panel import DeadlinePanel
from tests.ui import sample_desk as sample


@pytest.fixture
def panel(theme, desk_clock, qtbot):
    lines = in_order(sample.sample_lines(desk_clock))
    made = DeadlinePanel(sample.sample_desk(theme, desk_clock), lambda: lines)
    qtbot.addWidget(made)
    made.resize(300, 700)
    made.show()
    return made


def test_lines_stand_by_due_time_and_items_are_counted(panel):
    assert [line.key for line in panel.lines()] == ["1", "2", "3", "4", "5"]
    assert panel._counts.text() == "未办结 2"


def test_enter_opens_what_the_line_is_about(panel, qtbot):
    panel._list.setCurrentIndex(panel._model.index(1))
    with qtbot.waitSignal(panel.opened) as caught:
        qtbot.keyClick(panel._list, Qt.Key.Key_Return)
    assert caught.args == ["2"]


def test_a_second_that_changes_nothing_repaints_nothing(panel, desk_clock, qtbot):
    hub = panel._desk.hub
    desk_clock.at += timedelta(seconds=29)
    hub.beat()
    with qtbot.assertNotEmitted(panel._model.dataChanged):
        desk_clock.at += timedelta(seconds=1)
        hub.beat()
    with qtbot.waitSignal(panel._model.dataChanged):
        desk_clock.at += timedelta(seconds=60)
        hub.beat()


def test_the_narrow_form_shows_two_lines_and_says_how_many_more(panel):
    button = QPushButton("确认报警  F11")
    panel.add_button(button)
    panel.set_strip(is_strip=True)
    assert panel._more.text().startswith("还有 3 项")
    assert panel.height() == 2 * panel._list.sizeHintForRow(0)
    assert not button.isVisible()
    panel.set_strip(is_strip=False)
    assert button.isVisible()
    assert panel.width() == 300


@pytest.mark.parametrize("is_strip", [False, True])
def test_a_file_that_cannot_be_read_is_not_taken_for_nothing_running(
    theme, desk_clock, qtbot, is_strip
):
    answers = [StoreDamaged("room.db", "malformed")]

    def read():
        if answers:
            raise answers[0]
        return sample.sample_lines(desk_clock)

    made = DeadlinePanel(sample.sample_desk(theme, desk_clock), read)
    made.set_strip(is_strip=is_strip)
    qtbot.addWidget(made)
    made.show()
    assert "读不出来" in made._unread.text()
    assert made._unread.isVisible()
    assert not made._none.isVisible()
    answers.clear()
    desk_clock.at += timedelta(minutes=1)
    made._desk.hub.beat()
    assert len(made.lines()) == 5
    assert not made._unread.isVisible()
    answers.append(StoreDamaged("room.db", "malformed"))
    made.reload()
    assert len(made.lines()) == 5, "the last lines stay"
    assert made._unread.isVisible()


def test_a_fault_while_reading_is_said_and_not_swallowed(panel):
    def fault():
        raise ZeroDivisionError

    panel._read = fault
    with pytest.raises(ZeroDivisionError):
        panel.reload()
    assert panel._unread.isVisible()


def test_the_same_lines_again_keep_the_chosen_one(panel):
    panel._list.setCurrentIndex(panel._model.index(2))
    panel.reload()
    assert panel._list.currentIndex().row() == 2


def test_the_model_keeps_the_rules_of_qt(panel, qtmodeltester):
    qtmodeltester.check(panel._model)
