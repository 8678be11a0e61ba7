import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dutydesk.ui.actions import (
    FORBIDDEN_KEYS,
    ActionGroup,
    ActionRegistry,
    ActionSpec,
    KeyForbidden,
    KeyTaken,
    key_text,
)


class Hand(QObject):
    def __init__(self):
        super().__init__()
        self.done = []

    def do(self):
        self.done.append(1)


@pytest.fixture
def owner(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(QLineEdit(made))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.mark.parametrize("key", [*sorted(FORBIDDEN_KEYS), "Shift+A", "A", "Alt+F1", "Space"])
def test_keys_of_the_input_method_are_refused(owner, key):
    with pytest.raises(KeyForbidden):
        ActionRegistry().add(ActionSpec("x", "某事", key), Hand().do, owner)


def test_one_key_has_one_meaning(owner):
    registry, hand = ActionRegistry(), Hand()
    registry.add(ActionSpec("a", "甲", "F2", also=("Ctrl+N",)), hand.do, owner)
    for key in ("F2", "Ctrl+N"):
        with pytest.raises(KeyTaken):
            registry.add(ActionSpec("b", "乙", key), hand.do, owner)
    with pytest.raises(KeyTaken):
        registry.add(ActionSpec("a", "甲"), hand.do, owner)


def test_a_function_key_works_while_someone_types(owner, qtbot):
    registry, hand = ActionRegistry(), Hand()
    registry.add(ActionSpec("a", "甲", "F2"), hand.do, owner)
    edit = owner.findChild(QLineEdit)
    edit.setFocus()
    qtbot.keyClicks(edit, "ab")
    qtbot.keyClick(edit, Qt.Key.Key_F2)
    assert hand.done == [1]
    assert edit.text() == "ab"


def test_a_locked_desk_keeps_only_what_is_allowed(owner):
    registry, hand = ActionRegistry(), Hand()
    registry.add(ActionSpec("a", "甲", "F2"), hand.do, owner)
    registry.add(ActionSpec("b", "乙", "F1", while_locked=True), hand.do, owner)
    registry.set_locked(locked=True)
    registry.add(ActionSpec("c", "丙", "F3"), hand.do, owner)
    assert [registry.is_usable(name) for name in "abc"] == [False, True, False]
    registry.trigger("a")
    assert hand.done == []
    registry.set_locked(locked=False)
    registry.trigger("a")
    assert hand.done == [1]


def test_actions_come_in_the_order_of_their_groups(owner):
    registry, hand = ActionRegistry(), Hand()
    registry.add(ActionSpec("d", "锁屏", "F12", ActionGroup.DESK), hand.do, owner)
    registry.add(ActionSpec("e", "记一条", "F2", ActionGroup.ENTRY), hand.do, owner)
    assert [spec.id for spec in registry.specs()] == ["e", "d"]


def test_the_actions_of_a_closed_widget_are_forgotten(qtbot, qapp):
    registry, hand = ActionRegistry(), Hand()
    owner = QWidget()
    registry.add(ActionSpec("a", "甲", "F2"), hand.do, owner)
    owner.deleteLater()
    qtbot.waitUntil(lambda: registry.specs() == [])


def test_keys_are_shown_as_they_stand_on_the_keyboard():
    assert key_text("Ctrl+Return") == "Ctrl+Enter"
    assert key_text("Ctrl+Up") == "Ctrl+↑"


def test_a_key_of_one_room_may_be_taken_elsewhere_in_either_order(owner):
    registry, inner = ActionRegistry(), QWidget(owner)
    registry.add(ActionSpec("inner", "改", "Ctrl+E"), Hand().do, inner, local=True)
    registry.add(ActionSpec("outer", "更正", "Ctrl+E"), Hand().do, owner)
    with pytest.raises(KeyTaken):
        registry.add(ActionSpec("third", "第三", "Ctrl+E"), Hand().do, owner)
