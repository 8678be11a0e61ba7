import pytest
from PySide6.QtCore import Qt

from dutydesk.ui.tokens import LookChoice
from dutydesk.ui.widgets.search_edit import SearchEdit


@pytest.fixture
def edit(theme, qtbot):
    made = SearchEdit(theme, "查找", "几个词")
    qtbot.addWidget(made)
    made.resize(300, made.sizeHint().height())
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_the_cross_is_there_only_while_there_is_something_to_empty(edit, qtbot):
    assert not edit.cross.isVisible()
    edit.setFocus()
    qtbot.keyClicks(edit, "lm")
    assert edit.cross.isVisible()
    qtbot.mouseClick(edit.cross, Qt.MouseButton.LeftButton)
    assert edit.text() == ""
    assert not edit.cross.isVisible()
    assert edit.hasFocus()


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_cross_stands_in_the_middle_of_the_field_as_large_as_other_icons(
    theme, edit, qtbot, scale
):
    theme.set_scale(scale)
    edit.resize(600, edit.sizeHint().height())
    edit.setText("异味")
    place = edit.cross.geometry()
    assert abs(place.center().y() - edit.rect().center().y()) <= 1
    assert edit.rect().contains(place)
    ink = _ink(edit.cross.grab().toImage(), theme.colour("icon"))
    assert max(ink) - min(ink) >= theme.px(6)


def test_the_cross_has_the_ink_of_the_palette(theme, desk_clock, edit):
    edit.setText("异味")
    theme.choose(LookChoice.NIGHT, desk_clock.now())
    assert _ink(edit.cross.grab().toImage(), theme.colour("icon"))


def _ink(image, colour):
    return [
        row
        for row in range(image.height())
        if any(
            abs(image.pixelColor(at, row).lightness() - colour.lightness()) < 40
            for at in range(image.width())
        )
    ]
