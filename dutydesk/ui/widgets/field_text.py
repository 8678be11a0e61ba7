"""What stands in an input, as text: read, put back, emptied, held and listened to, whatever it is.

Rules of this file: one place knows every kind of input, so that a form is a list of inputs and
a new kind of input is one more branch here.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from dutydesk.ui.widgets.flag_field import FlagField
from dutydesk.ui.widgets.person_picker import PersonPicker
from dutydesk.ui.widgets.time_field import TimeField

_TICKED = "1"


def text_of(field: QWidget) -> str:
    """Return what stands in an input; of a list the value, of a box whether it is ticked."""
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return str(field.currentData() or "")
    if isinstance(field, FlagField):
        return field.value()
    if isinstance(field, QCheckBox):
        return _TICKED if field.isChecked() else ""
    if isinstance(field, QLineEdit | TimeField | PersonPicker):
        return field.text()
    raise TypeError(type(field).__name__)


def put_text(field: QWidget, text: str) -> None:
    """Put back what ``text_of`` returned; a choice that is offered no more changes nothing."""
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    elif isinstance(field, QComboBox):
        at = next((n for n in range(field.count()) if str(field.itemData(n) or "") == text), -1)
        if at >= 0:
            field.setCurrentIndex(at)
    elif isinstance(field, FlagField):
        field.set_value(text)
    elif isinstance(field, QCheckBox):
        field.setChecked(text == _TICKED)
    elif isinstance(field, PersonPicker):
        field.set_text(text)
    else:
        _line_of(field).setText(text)


def empty(field: QWidget) -> None:
    """Take what was typed out; a list goes back to its first word, which is the usual one."""
    if isinstance(field, QComboBox):
        field.setCurrentIndex(0)
    elif isinstance(field, PersonPicker):
        field.clear()
    else:
        put_text(field, "")


def is_writing(field: QWidget) -> bool:
    """Tell whether somebody writes here what would be missed; times and choices are soon made."""
    return isinstance(field, QPlainTextEdit | QLineEdit | PersonPicker)


def hold(field: QWidget, *, is_held: bool) -> None:
    """Let an input take no change; a line keeps the cursor where it was."""
    if isinstance(field, QPlainTextEdit):
        field.setReadOnly(is_held)
    elif isinstance(field, QComboBox | QCheckBox):
        field.setEnabled(not is_held)
    else:
        _line_of(field).setReadOnly(is_held)


def on_edit(field: QWidget, slot: Callable[..., object]) -> None:
    """Call ``slot`` when somebody changes an input, not when the program fills it."""
    if isinstance(field, QPlainTextEdit):
        # Qt tells nothing else here; who fills it in blocks the signals of the form.
        field.textChanged.connect(slot)
    elif isinstance(field, QComboBox):
        field.activated.connect(slot)
    elif isinstance(field, FlagField):
        field.edited.connect(slot)
    elif isinstance(field, QCheckBox):
        field.toggled.connect(slot)
    else:
        _line_of(field).textEdited.connect(slot)


def _line_of(field: QWidget) -> QLineEdit:
    if isinstance(field, QLineEdit):
        return field
    if isinstance(field, TimeField | PersonPicker):
        return field.edit
    raise TypeError(type(field).__name__)
