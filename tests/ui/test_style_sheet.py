import re

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from dutydesk.ui.style_sheet import style_sheet
from dutydesk.ui.tokens import Look


@pytest.mark.parametrize("look", list(Look))
def test_every_role_is_filled_in_and_every_colour_is_of_the_palette(theme, look):
    palette = theme.tokens.palettes[look]
    sheet = style_sheet(palette, theme.measure)
    assert "$" not in sheet
    assert set(re.findall(r"#[0-9A-F]{6}", sheet)) <= set(palette.values())


@pytest.mark.parametrize("scale", [100, 125, 150, 200])
def test_buttons_and_fields_are_high_enough_to_hit(theme, qtbot, scale):
    theme.set_scale(scale)
    button, edit = QPushButton("记下"), QLineEdit()
    for widget, least in ((button, "target"), (edit, "row")):
        qtbot.addWidget(widget)
        widget.show()
        assert widget.sizeHint().height() >= theme.measure(least)


def test_the_focus_ring_does_not_move_what_is_in_the_field(theme, qtbot):
    edit = QLineEdit("02:15")
    qtbot.addWidget(edit)
    with qtbot.waitActive(edit):
        edit.show()
        edit.activateWindow()
    edit.setFocus()
    focused = edit.sizeHint()
    edit.clearFocus()
    assert edit.sizeHint() == focused
