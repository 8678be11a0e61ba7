"""The help pages name only keys that the desk has, and each room leads to a page of its own."""

import re

import pytest

from dutydesk import paths
from dutydesk.ui.actions import key_text
from dutydesk.ui.help.pages import HelpShelf
from tests.ui.conftest import desk_clock, screen_font, theme  # noqa: F401 - fixtures
from tests.ui.whole_desk import whole_desk

SHELF = HelpShelf(paths.resources_dir() / "help")
_WITH = r"(?:Ctrl\+|Shift\+)"
NAMED = re.compile(rf"{_WITH}*F\d{{1,2}}|{_WITH}+(?:Enter|[A-Z0-9↑+/=-](?![a-z]))")

# Keys of windows that open over the desk, of the log's own field, and of every form.
ELSEWHERE = {"Ctrl+P", "Ctrl+S", "Ctrl+Enter", "Shift+Enter", "Ctrl+C", "Ctrl+V"}


@pytest.fixture
def window(staffed, theme, qtbot):  # noqa: F811 - the fixtures above
    made = whole_desk(staffed.room, theme, qtbot).window
    for name in made.rooms:
        made.enter(name)
    return made


def keys_of(window):
    specs = window.desk.actions.specs()
    return {key_text(key) for spec in specs for key in (spec.key, *spec.also) if key}


def named_in(text):
    return set(NAMED.findall(text))


def test_every_key_named_in_the_help_is_a_key_of_the_desk(window):
    known = keys_of(window) | ELSEWHERE
    wrong = {page.name: named_in(page.text) - known for page in SHELF.pages}
    assert {name: keys for name, keys in wrong.items() if keys} == {}


def test_every_room_has_its_help_page(window):
    names = {page.name for page in SHELF.pages}
    pages = {name: window.panel(name).help_page for name in window.rooms}
    assert {name for name, page in pages.items() if page not in names or page == "index"} == set()


def test_keys_are_found_in_words():
    assert named_in("按 F2 或 Ctrl+1 到 Ctrl+9，Shift+F8、Ctrl+↑，Ctrl++ 和 Ctrl+-") == {
        "F2",
        "Ctrl+1",
        "Ctrl+9",
        "Shift+F8",
        "Ctrl+↑",
        "Ctrl++",
        "Ctrl+-",
    }
