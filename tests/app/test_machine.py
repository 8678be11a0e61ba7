"""What a machine keeps: palette, type size, the place of the window."""

import json

import pytest
from PySide6.QtWidgets import QWidget

from dutydesk.app.machine import WINDOW_FILE, LookKeeper, keep_place, put_back, wear
from dutydesk.services.workstation import WorkstationService
from dutydesk.ui.tokens import LookChoice
from tests.ui.conftest import *  # noqa: F403 -- the theme of the desk


@pytest.fixture
def workstation(tmp_path):
    return WorkstationService(tmp_path / "workstation.toml")


def test_keys_that_change_the_look_are_remembered(theme, workstation, desk_clock, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    LookKeeper(theme, workstation, owner)
    theme.larger()
    theme.choose(LookChoice.NIGHT, desk_clock.now())
    kept = workstation.all()
    assert (kept["palette"], kept["type_scale"]) == ("night", 110)
    theme.choice, theme.scale = LookChoice.CLOCK, 100
    wear(theme, workstation)
    assert (theme.choice, theme.scale) == (LookChoice.NIGHT, 110)


@pytest.mark.parametrize(
    ("text", "scale"), [('palette = "pink"\n', 100), ("type_scale = 900\n", 200), ("{", 100)]
)
def test_unfit_values_are_the_usual_ones(theme, tmp_path, text, scale):
    (tmp_path / "workstation.toml").write_text(text)
    theme.choice = LookChoice.CLOCK
    wear(theme, WorkstationService(tmp_path / "workstation.toml"))
    assert (theme.choice, theme.scale) == (LookChoice.CLOCK, scale)


def test_a_machine_that_cannot_be_written_goes_on(theme, tmp_path, qtbot):
    (tmp_path / "file").write_text("")
    owner = QWidget()
    qtbot.addWidget(owner)
    LookKeeper(theme, WorkstationService(tmp_path / "file" / "x.toml"), owner)
    theme.larger()
    keep_place(owner, tmp_path / "file")


def test_a_window_comes_back_where_it_stood(tmp_path, qtbot):
    first, second = QWidget(), QWidget()
    for window in (first, second):
        qtbot.addWidget(window)
    first.setGeometry(20, 30, 500, 400)
    first.show()
    keep_place(first, tmp_path)
    put_back(second, tmp_path)
    assert second.geometry() == first.geometry()


@pytest.mark.parametrize(
    "kept",
    [
        {"x": 9000, "y": 9000, "width": 500, "height": 400, "maximized": False},
        {"x": "a"},
        [],
        None,
    ],
)
def test_a_window_is_always_seen(tmp_path, qtbot, kept):
    if kept is not None:
        (tmp_path / WINDOW_FILE).write_text(json.dumps(kept))
    window = QWidget()
    qtbot.addWidget(window)
    put_back(window, tmp_path)
    assert window.isVisible()
    assert window.screen().availableGeometry().intersects(window.geometry())
