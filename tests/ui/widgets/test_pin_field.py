from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from dutydesk.ui.widgets.pin_field import PinField


def test_a_pin_is_digits_hidden_and_gone_after_enter(qtbot):
    field = PinField("口令")
    qtbot.addWidget(field)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    assert not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    qtbot.keyClicks(field, "12a3 4")
    with qtbot.waitSignal(field.entered) as caught:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert caught.args == ["1234"]
    assert field.text() == ""


def test_full_width_digits_are_taken_as_digits(qtbot):
    field = PinField("口令")
    qtbot.addWidget(field)
    field.insert("２４6")
    assert field.take() == "246"
    assert field.text() == ""


def test_enter_in_an_empty_field_does_nothing(qtbot):
    field = PinField("口令")
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.entered):
        qtbot.keyClick(field, Qt.Key.Key_Return)
