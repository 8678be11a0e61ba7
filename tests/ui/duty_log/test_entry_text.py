import pytest
from PySide6.QtCore import Qt

from dutydesk.ui.duty_log.entry_text import EntryText
from tests.ui.live_desk import SHIFT


@pytest.fixture
def text(theme, qtbot):
    made = EntryText(theme)
    qtbot.addWidget(made)
    made.restyle()
    made.show()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_hands_in_and_writes_nothing(text, qtbot, key):
    text.setPlainText("来电")
    with qtbot.waitSignal(text.submitted):
        qtbot.keyClick(text, key)
    assert text.toPlainText() == "来电"


def test_shift_and_enter_begin_a_line(text, qtbot):
    qtbot.keyClicks(text, "a")
    with qtbot.assertNotEmitted(text.submitted):
        qtbot.keyClick(text, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClicks(text, "b")
    assert len(text.toPlainText().splitlines()) == 2


def test_two_lines_have_room_at_every_type_size(text, theme):
    for scale in (100, 200):
        theme.set_scale(scale)
        text.restyle()
        text.setFont(theme.font())
        assert text.height() >= 2 * text.fontMetrics().lineSpacing()
