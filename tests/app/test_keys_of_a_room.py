"""No room gives one key to two of its verbs, in the desk as the program connects it."""

from collections import defaultdict

import pytest

from tests.ui.conftest import desk_clock, screen_font, theme  # noqa: F401 - fixtures
from tests.ui.whole_desk import whole_desk


@pytest.mark.parametrize("room_id", ["duty_desk", "duty_log", "open_item", "incident"])
def test_each_key_of_a_room_has_one_verb(staffed, theme, qtbot, room_id):  # noqa: F811
    whole = whole_desk(staffed.room, theme, qtbot)
    whole.window.enter(room_id)
    verbs = defaultdict(list)
    for spec in whole.window.desk.actions.specs():
        if spec.id.startswith(f"{room_id}."):
            for key in filter(None, (spec.key, *spec.also)):
                verbs[key].append(spec.id)
    assert {key: ids for key, ids in verbs.items() if len(ids) > 1} == {}
    assert verbs
