from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent

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
