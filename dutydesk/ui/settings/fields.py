"""The input for one setting, chosen by what it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from dutydesk.domain.settings import NUMBERS, SettingValue
from dutydesk.ui.settings.pattern_editor import PatternEditor
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording.settings import (
    PALETTE,
    RULE_SET,
    SETTING,
    UNGRADED_LEVEL,
    WARNING_CLOCK_COLOR,
)

_CHOICES: Mapping[str, Mapping[str, str] | Mapping[int, str]] = {
    "rule_set": RULE_SET,
    "ungraded_level": UNGRADED_LEVEL,
    "first_report_word": {"首报": "首报", "初报": "初报"},
    "warning_clock_color": WARNING_CLOCK_COLOR,
    "palette": PALETTE,
    "type_scale": {scale: f"{scale}%" for scale in (100, 110, 125, 150, 175, 200)},
}
# A widget, how to read it, how to show a value in it.
Made = tuple[QWidget, Callable[[], SettingValue], Callable[[SettingValue], None]]

# By the last word of a key: what is counted.
_UNITS = {"minutes": "分钟", "hours": "小时", "days": "天", "mb": "兆"}
_LINES = 3


class _LinesEdit(QPlainTextEdit):
    """A few lines high, at every type size."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setTabChangesFocus(True)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        line = QFontMetrics(self._theme.font()).lineSpacing()
        self.setFixedHeight(line * _LINES + self._theme.px(16))


class SettingField(QObject):
    """A widget with a value; ``changed`` at every edit."""

    changed = Signal()

    def __init__(self, theme: Theme, key: str, default: SettingValue) -> None:
        super().__init__()
        self.key = key
        self.widget, self._get, self._set = self._made(theme, key, default)
        self.widget.setAccessibleName(SETTING[key][0])

    def value(self) -> SettingValue:
        """Return what stands in the field."""
        return self._get()

    def set_value(self, value: SettingValue) -> None:
        """Show a value."""
        self._set(value)

    def _made(self, theme: Theme, key: str, default: SettingValue) -> Made:
        if key == "shift_pattern":
            return self._pattern(theme)
        if key in _CHOICES:
            return self._choice(theme, key)
        if isinstance(default, bool):
            return self._switch(key)
        if isinstance(default, int):
            return self._number(key)
        return self._lines(theme) if isinstance(default, list) else self._text()

    def _pattern(self, theme: Theme) -> Made:
        editor = PatternEditor(theme)
        editor.changed.connect(self.changed)

        def show(value: SettingValue) -> None:
            editor.set_value(cast("list[dict[str, str]]", value))

        return editor, lambda: list(editor.value()), show

    def _choice(self, theme: Theme, key: str) -> Made:
        box = ChoiceBox(theme, SETTING[key][0])
        for value, word in _CHOICES[key].items():
            box.addItem(word, value)
        box.activated.connect(self.changed)

        def show(value: SettingValue) -> None:
            box.setCurrentIndex(box.findData(value))

        return box, box.currentData, show

    def _switch(self, key: str) -> Made:
        box = QCheckBox(SETTING[key][0])
        box.toggled.connect(self.changed)
        return box, box.isChecked, lambda value: box.setChecked(bool(value))

    def _number(self, key: str) -> Made:
        box, allowed = QSpinBox(), NUMBERS[key]
        box.setRange(allowed[0], allowed[-1])
        box.setSuffix(f" {_UNITS[key.rpartition('_')[2]]}")
        # The style sheet leaves the little arrows too small to hit; keys and typing change it.
        box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        box.valueChanged.connect(self.changed)
        return box, box.value, lambda value: box.setValue(cast("int", value))

    def _lines(self, theme: Theme) -> Made:
        edit = _LinesEdit(theme)
        edit.textChanged.connect(self.changed)

        def lines() -> SettingValue:
            return [line.strip() for line in edit.toPlainText().splitlines() if line.strip()]

        def show(value: SettingValue) -> None:
            edit.setPlainText("\n".join(cast("Sequence[str]", value)))

        return edit, lines, show

    def _text(
        self,
    ) -> Made:
        edit = QLineEdit()
        edit.textEdited.connect(self.changed)
        return edit, edit.text, lambda value: edit.setText(str(value))
