from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dutydesk.ui.widgets.choice_box import ChoiceBox


def test_the_wheel_never_changes_a_choice(theme, qtbot):
    box = ChoiceBox(theme, "类别")
    qtbot.addWidget(box)
    box.addItems(["来电", "去电"])
    event = QWheelEvent(
        box.rect().center(), box.rect().center(), box.rect().center(), box.rect().center(),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    box.wheelEvent(event)
    assert box.currentText() == "来电"
    assert not event.isAccepted()


def test_a_box_is_as_wide_as_before_once_the_type_is_small_again(theme, qtbot):
    holder = QWidget()
    row = QHBoxLayout(holder)
    box = ChoiceBox(theme, "类别")
    box.addItem(theme.icon("phone-incoming"), "来电")
    row.addWidget(box)
    row.addStretch(1)
    qtbot.addWidget(holder)
    holder.show()
    before = box.width(), box.minimumSizeHint()
    theme.set_scale(200)
    qtbot.waitUntil(lambda: box.width() > before[0])
    theme.set_scale(100)
    qtbot.waitUntil(lambda: (box.width(), box.minimumSizeHint()) == before)
