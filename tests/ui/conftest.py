"""Fixtures of the desk: offscreen Qt, a theme, a clock that stands still."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from datetime import UTC, datetime

import pytest

from dutydesk import paths
from dutydesk.ui.fonts import load_screen_font, speak_chinese
from dutydesk.ui.theme import Theme
from dutydesk.ui.tokens import LookChoice
from tests.ui.sample_desk import sample_window


class StandingClock:
    """Tells 2026-11-21 02:15:31 in China until a test moves it."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 20, 18, 15, 31, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def tick(self) -> int:
        return 0


@pytest.fixture
def desk_clock():
    return StandingClock()


@pytest.fixture(scope="session")
def screen_font(qapp):
    speak_chinese(qapp)
    return load_screen_font(paths.resources_dir() / "fonts")


@pytest.fixture
def theme(screen_font, desk_clock):
    made = Theme(paths.resources_dir(), screen_font)
    made.choose(LookChoice.DAY, desk_clock.now())
    made.apply()
    return made


@pytest.fixture
def window(theme, desk_clock, qtbot):
    """Show the shell with invented facts, empty rooms and five running clocks."""
    made = sample_window(theme, desk_clock)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made
