"""The field for a person or unit: pinyin, initials, Chinese or number tail; a list under it.

The field starts with the input method off, because initials are letters; 中/英 turns it on. The
list is a child of the window, not a window of its own: it never takes the focus from the field.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QWidget,
)

from dutydesk.domain.dataclass import dataclass
from dutydesk.ui.tasks import Runner
from dutydesk.ui.theme import Theme

_ROWS = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """One line of the list: what is taken, its name, and what tells it from its namesakes."""

    value: object
    name: str
    detail: str = ""


class PersonPicker(QWidget):
    """Searches while typing; ``picked(value, name)`` by Enter, Tab or click.

    What matches nobody stays as plain text: a caller need not be in the contacts.
    """

    picked = Signal(object, str)
    edited = Signal(str)
    submitted = Signal()

    def __init__(
        self,
        theme: Theme,
        runner: Runner,
        search: Callable[[str], Sequence[Candidate]],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._runner, self._search = theme, runner, search
        self._asked = 0
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText("姓名、拼音首字母、号码尾数")
        self._language = QToolButton()
        self._language.setCheckable(True)
        self._list = QListWidget(self)
        self._list.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.edit, 1)
        self._row.addWidget(self._language)
        self.setFocusProxy(self.edit)
        self._prepare()

    def write_chinese(self) -> None:
        """Begin with the input method on: where a name is written rather than looked up."""
        self._language.setChecked(True)

    def go_on(self) -> None:
        """Go to the field behind this one, past the button of the input method."""
        self._language.setFocus(Qt.FocusReason.TabFocusReason)
        self.focusNextChild()

    def text(self) -> str:
        """Return what stands in the field."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text in without searching."""
        self.edit.setText(text)

    def clear(self) -> None:
        """Empty the field and close the list."""
        self.edit.clear()
        self._close_list()

    def is_open(self) -> bool:
        """Tell whether the list is shown."""
        return self._list.isVisible()

    def candidates(self) -> list[Candidate]:
        """Return the lines of the list."""
        return [_candidate(self._list.item(at)) for at in range(self._list.count())]

    def _prepare(self) -> None:
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName("可选的人")
        self._list.itemClicked.connect(self._take)
        self._language.toggled.connect(self._set_chinese)
        self._set_chinese(on=False)
        self.edit.textEdited.connect(self._look_up)
        self.edit.installEventFilter(self)
        self._theme.changed.connect(self._restyle)
        self._restyle()

    def _set_chinese(self, on: bool) -> None:
        self.edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on)
        self._language.setText("中" if on else "英")
        words = "现在可输入汉字，点此改为字母" if on else "现在输入字母，点此改为汉字"
        self._language.setToolTip(words)
        self._language.setAccessibleName(words)

    def _look_up(self, text: str) -> None:
        self.edited.emit(text)
        self._asked += 1
        if not text.strip():
            self._close_list()
            return
        self._runner.submit(
            partial(self._search, text.strip()), done=partial(self._show_found, self._asked)
        )

    def _show_found(self, asked: int, found: Sequence[Candidate]) -> None:
        if asked != self._asked:
            return
        self._list.clear()
        for candidate in found:
            item = QListWidgetItem("　".join(filter(None, (candidate.name, candidate.detail))))
            item.setData(Qt.ItemDataRole.UserRole, candidate)
            self._list.addItem(item)
        if not found:
            self._close_list()
            return
        self._list.setCurrentRow(0)
        self._place_list()

    def _place_list(self) -> None:
        window = self.window()
        self._list.setParent(window)
        rows = min(self._list.count(), _ROWS)
        height = rows * self._list.sizeHintForRow(0) + 2 * self._list.frameWidth()
        width = max(self.edit.width(), self._theme.px(320))
        below = self.edit.mapTo(window, QPoint(0, self.edit.height()))
        top = below.y()
        if top + height > window.height():
            top = max(0, below.y() - self.edit.height() - height)
        left = min(below.x(), max(0, window.width() - width))
        self._list.setGeometry(left, top, min(width, window.width()), height)
        self._list.show()
        self._list.raise_()

    def _close_list(self) -> None:
        self._asked += 1
        self._list.hide()

    def _take(self, item: QListWidgetItem) -> None:
        candidate = _candidate(item)
        self.edit.setText(candidate.name)
        self._close_list()
        self.picked.emit(candidate.value, candidate.name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event)
        if event.type() is QEvent.Type.FocusOut:
            self._close_list()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        is_enter = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if not self.is_open():
            if is_enter:
                self.submitted.emit()
            return is_enter
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            step = 1 if key == Qt.Key.Key_Down else -1
            count = self._list.count()
            self._list.setCurrentRow((self._list.currentRow() + step) % count)
            return True
        if key == Qt.Key.Key_Escape:
            self._close_list()
            return True
        if is_enter or key == Qt.Key.Key_Tab:
            self._take(self._list.currentItem())
            # Whoever listened has moved the focus on already: Tab must not move it once more.
            return is_enter or not self.edit.hasFocus()
        return False

    def _restyle(self) -> None:
        self._row.setSpacing(self._theme.px(4))
        self._language.setFixedWidth(self._theme.px(36))
        if self.is_open():
            self._place_list()


def _candidate(item: QListWidgetItem) -> Candidate:
    held = item.data(Qt.ItemDataRole.UserRole)
    if not isinstance(held, Candidate):
        raise TypeError
    return held
