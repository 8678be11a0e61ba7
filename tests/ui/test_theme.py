import pytest
from PySide6.QtGui import QFontMetricsF, QPalette
from PySide6.QtWidgets import QLabel

from dutydesk import paths
from dutydesk.ui.theme import Theme
from dutydesk.ui.tokens import LookChoice


def test_lengths_and_letters_grow_together_and_lines_stay_thin(theme):
    assert (theme.measure("row"), theme.font().pixelSize()) == (32, 14)
    theme.set_scale(200)
    assert (theme.measure("row"), theme.font().pixelSize()) == (64, 28)
    assert (theme.measure("line"), theme.measure("practice_frame")) == (1, 6)


@pytest.mark.parametrize(("asked", "set_to"), [(50, 100), (100, 100), (200, 200), (400, 200)])
def test_the_type_size_stays_between_one_and_two_hundred(theme, asked, set_to):
    theme.set_scale(asked)
    assert theme.scale == set_to


def test_larger_and_smaller_go_step_by_step_and_stop_at_the_ends(theme):
    for _ in range(9):
        theme.larger()
    assert theme.scale == 200
    theme.smaller()
    assert theme.scale == 175
    for _ in range(9):
        theme.smaller()
    assert theme.scale == 100


@pytest.mark.parametrize("size", ["base", "small", "title", "large"])
@pytest.mark.parametrize("bold", [False, True])
def test_all_digits_are_equally_wide(theme, size, bold):
    metrics = QFontMetricsF(theme.font(size, bold=bold))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_a_change_reaches_the_application_and_is_announced_once(theme, qapp, desk_clock, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.choose(LookChoice.NIGHT, desk_clock.now())
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colour("window")
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(LookChoice.NIGHT, desk_clock.now())


def test_a_theme_starts_by_day_at_full_size(screen_font):
    made = Theme(paths.resources_dir(), screen_font)
    assert (made.scale, made.choice) == (100, LookChoice.CLOCK)
    assert QLabel().font() is not None
