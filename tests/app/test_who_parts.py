"""谁管这事 from any room: what one is at is what is asked about."""

import pytest
from PySide6.QtCore import Qt

from dutydesk.app.who_parts import attach_who
from dutydesk.ui.responsibility.list_dialog import ResponsibilityListDialog
from dutydesk.ui.responsibility.who_dialog import WhoDialog
from tests.ui.conftest import desk_clock, screen_font, theme  # noqa: F401 - fixtures
from tests.ui.live_desk import insert, live_desk, settle
from tests.ui.looking import CTRL


@pytest.fixture
def calls():
    return []


@pytest.fixture
def live(staffed, theme, qtbot, calls):  # noqa: F811 - the fixture above
    made = live_desk(staffed.room, theme, qtbot)
    attach_who(made.room, made.desk, made.window, lambda _desk, *who: calls.append(who))
    return made


def test_one_key_asks_about_what_is_being_typed(live, calls, qtbot):
    form = live.panel().form
    insert(form.fields.text, "路边平房起火")
    live.press((Qt.Key.Key_W, CTRL | Qt.KeyboardModifier.ShiftModifier))
    settle()
    dialog = live.dialog(WhoDialog)
    assert dialog.query.text() == "路边平房起火"
    assert "119" in [dialog.table.item(row, 2).text() for row in range(dialog.table.rowCount())]
    qtbot.keyClick(dialog.query, Qt.Key.Key_D, CTRL)
    assert calls == [("119", "", "119")]
    # What was typed is still there: asking takes nothing away.
    assert form.fields.text.toPlainText() == "路边平房起火"


def test_the_list_opens_over_the_answer(live):
    live.press((Qt.Key.Key_W, CTRL | Qt.KeyboardModifier.ShiftModifier))
    settle()
    dialog = live.dialog(WhoDialog)
    assert dialog.query.text() == ""
    dialog.change.click()
    settle()
    assert live.dialog(ResponsibilityListDialog) is not None


def test_the_selected_incident_and_entry_are_asked_about(live):
    log = live.enter("duty_log")
    assert log.selected() is None
    live.press((Qt.Key.Key_W, CTRL | Qt.KeyboardModifier.ShiftModifier))
    settle()
    assert live.dialog(WhoDialog).query.text() == ""
