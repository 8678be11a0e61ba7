"""A room of people entered for the first time: the cursor is where work begins."""

from PySide6.QtWidgets import QPushButton

from tests.e2e.conftest import CTRL, KEY, SHIFT, take_over


def test_enter_begins_what_an_empty_room_of_people_offers(officer):
    take_over(officer)
    for key, modifier, room, verb in (
        (KEY.Key_F10, SHIFT, "nil_report", "从通讯录列入社区"),
        (KEY.Key_F1, SHIFT, "roll_call", "开始点名"),
    ):
        officer.press(key, modifier)
        officer.room_shown(room)
        officer.wait(
            lambda verb=verb: (
                isinstance(officer.focus, QPushButton) and verb in officer.focus.text()
            )
        )
    officer.press(KEY.Key_F10, SHIFT)
    panel = officer.room_shown("nil_report")
    officer.press(KEY.Key_Return)
    officer.wait(lambda: panel.table.rowCount() > 0)
    officer.wait(panel.table.hasFocus)
    officer.press(KEY.Key_F8, CTRL)
    roster = officer.room_shown("roster")
    officer.wait(lambda: roster.view is not None and roster.view.is_checked)
    officer.wait(lambda: "还没有排班" in roster.head.state.text())
