"""The command palette (Ctrl+K): type part of a verb, Enter does it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from dutydesk.ui.actions import ActionRegistry, ActionSpec, key_text
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style

Initials = Callable[[str], str]
_KEY_ROLE = Qt.ItemDataRole.UserRole + 1
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _no_initials(_word: str) -> str:
    return ""


def _stay(_action_id: str) -> None:
    """Do it where one is."""


class _KeyAtRight(QStyledItemDelegate):
    """Draws the key of an action at the right, so that keys stand under each other."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
        painter.save()
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.colour("muted"))
        side = self._theme.px(12)
        painter.drawText(rect.adjusted(0, 0, -side, 0), _RIGHT, str(index.data(_KEY_ROLE) or ""))
        painter.restore()


class CommandPalette(QDialog):
    """Lists every action that can be done now; ``initials`` gives 记一条 -> jyt once it is set.

    ``go`` is called with the id before it is done: it shows the room that the action needs.
    """

    help_page = "keys"

    def __init__(
        self,
        theme: Theme,
        actions: ActionRegistry,
        parent: QWidget | None = None,
        *,
        initials: Initials = _no_initials,
        go: Callable[[str], None] = _stay,
    ) -> None:
        super().__init__(parent)
        self._theme, self._actions, self._initials = theme, actions, initials
        self._go = go
        self.setWindowTitle("做什么")
        self.setModal(True)
        self._edit = QLineEdit()
        self._edit.setAccessibleName("找动作")
        self._edit.setPlaceholderText("输入动作的字或按键，如：锁屏、F8")
        self._list = QListWidget()
        self._list.setAccessibleName("动作")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setItemDelegate(_KeyAtRight(theme, self._list))
        self._none = QLabel("没有这个动作。换个说法，或按 Ctrl+/ 看全部按键。")
        set_style(self._none, tone="muted")
        self._none.setWordWrap(True)
        self._none.hide()
        self._column = column = QVBoxLayout(self)
        column.addWidget(self._edit)
        column.addWidget(self._none)
        column.addWidget(self._list, 1)
        self._edit.textChanged.connect(self._fill)
        self._edit.installEventFilter(self)
        self._list.itemClicked.connect(self._do)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._fill("")

    def words(self) -> list[str]:
        """Return the verbs listed now."""
        return [self._spec(at).word for at in range(self._list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self._list.count():
            step = 1 if key == Qt.Key.Key_Down else -1
            self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._list.currentItem() is not None and self._list.count():
                self._do(self._list.currentItem())
            return True
        return False

    def _fill(self, text: str) -> None:
        wanted = unicodedata.normalize("NFKC", text).strip().lower()
        self._list.clear()
        for spec in self._actions.specs():
            if self._actions.is_usable(spec.id) and self._matches(spec, wanted):
                item = QListWidgetItem(self._theme.icon(spec.icon or "chevron-right"), spec.word)
                item.setData(Qt.ItemDataRole.UserRole, spec.id)
                item.setData(_KEY_ROLE, key_text(spec.key) if spec.key else "")
                item.setData(Qt.ItemDataRole.AccessibleTextRole, _line(spec))
                self._list.addItem(item)
        self._none.setVisible(not self._list.count())
        self._list.setCurrentRow(0)

    def _matches(self, spec: ActionSpec, wanted: str) -> bool:
        texts = (spec.word.lower(), key_text(spec.key).lower(), self._initials(spec.word))
        return any(wanted in text for text in texts)

    def _do(self, item: QListWidgetItem) -> None:
        action_id = str(item.data(Qt.ItemDataRole.UserRole))
        self.accept()
        self._go(action_id)
        self._actions.trigger(action_id)

    def _spec(self, at: int) -> ActionSpec:
        wanted = self._list.item(at).data(Qt.ItemDataRole.UserRole)
        return next(spec for spec in self._actions.specs() if spec.id == wanted)

    def _restyle(self) -> None:
        side = self._theme.px(12)
        self._column.setContentsMargins(side, side, side, side)
        width, height = self._theme.px(480), self._theme.px(420)
        parent = self.parent()
        if isinstance(parent, QWidget):
            width, height = min(width, parent.width() - side), min(height, parent.height() - side)
        self.resize(width, height)


def _line(spec: ActionSpec) -> str:
    return f"{spec.word}　{key_text(spec.key)}" if spec.key else spec.word
