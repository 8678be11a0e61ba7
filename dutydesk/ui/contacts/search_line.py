"""The search field of the contacts: letters by default, arrows move the list below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.search_edit import SearchEdit

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_PageUp: -10,
}


class SearchLine(QWidget):
    """``edited(text)``; ``stepped(rows)`` by arrows; ``entered`` on Enter."""

    edited = Signal(str)
    stepped = Signal(int)
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        hint = "汉字、拼音、首字母、号码尾数、单位  F3"
        self.edit = SearchEdit(theme, "查找联系人", hint)
        self.language = QToolButton()
        self.language.setCheckable(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.edit, 1)
        self._row.addWidget(self.language)
        self.setFocusProxy(self.edit)
        self.language.toggled.connect(self._set_chinese)
        self._set_chinese(on=False)
        self.edit.textChanged.connect(self.edited)
        self.edit.returnPressed.connect(self.entered)
        self.edit.installEventFilter(self)
        theme.changed.connect(self._restyle)
        self._restyle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self.stepped.emit(step)
                return True
        return super().eventFilter(watched, event)

    def _set_chinese(self, on: bool) -> None:
        # Initials typed with the input method on would go to the input method.
        self.edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on)
        self.language.setText("中" if on else "英")
        words = "现在可输入汉字，点此改为字母" if on else "现在输入字母，点此改为汉字"
        self.language.setToolTip(words)
        self.language.setAccessibleName(words)

    def _restyle(self) -> None:
        self._row.setSpacing(self._theme.px(4))
        self.language.setFixedWidth(self._theme.px(36))
