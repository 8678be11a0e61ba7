import pytest
from PySide6.QtCore import Qt

from dutydesk.ui.widgets.flag_field import FlagField

KEY = Qt.Key


@pytest.fixture
def flag(qtbot):
    made = FlagField("已复述核对")
    qtbot.addWidget(made)
    made.show()
    return made


def test_space_goes_from_open_to_yes_to_no_and_back(flag, qtbot):
    seen = [(flag.value(), flag.text())]
    for _ in range(3):
        qtbot.keyClick(flag, KEY.Key_Space)
        seen.append((flag.value(), flag.text()))
    assert seen == [
        ("", "已复述核对"),
        ("yes", "已复述核对：是"),
        ("no", "已复述核对：否"),
        ("", "已复述核对"),
    ]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (KEY.Key_Y, "yes"),
        (KEY.Key_1, "yes"),
        (KEY.Key_N, "no"),
        (KEY.Key_0, "no"),
    ],
)
def test_one_key_answers(flag, qtbot, key, value):
    heard = []
    flag.edited.connect(lambda: heard.append(flag.value()))
    qtbot.keyClick(flag, key)
    qtbot.keyClick(flag, key)
    assert (flag.value(), heard) == (value, [value])
    qtbot.keyClick(flag, KEY.Key_Delete)
    assert flag.value() == ""


def test_only_somebody_is_heard_and_nothing_beside_it_jumps(flag, qtbot):
    heard, width = [], flag.sizeHint().width()
    flag.edited.connect(lambda: heard.append(1))
    for value in ("yes", "no", "", "odd"):
        flag.set_value(value)
        assert flag.sizeHint().width() == width
    assert (flag.value(), heard) == ("", [])


def test_keys_with_ctrl_go_on_to_the_window(flag, qtbot):
    qtbot.keyClick(flag, KEY.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert flag.value() == ""
