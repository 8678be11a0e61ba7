"""The list of phrases over the quick entry: a digit takes one, letters or Chinese narrow it.

It is a child of the window and no window of its own, opened only by the officer. Keys that come
before the list is read are kept and done once it is: nobody waits to be allowed to type.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.phrase import Phrase
from dutydesk.ui.duty_log.entry_look import kind_icon
from dutydesk.ui.tasks import Runner
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.phrase import phrase_kind

Offer = Callable[[str], Sequence[Phrase]]

_DIGITS = 9
_DIGIT_TEXTS = frozenset("0123456789")
_ROWS = 10
_HINT = "按 1–9 选用，Enter 用选中的，Tab 换汉字或字母，0 编辑常用语，Esc 关闭"
_NONE = "没有合适的常用语。换个说法，或按 0 编辑常用语。"
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _DIGITS,
    Qt.Key.Key_PageUp: -_DIGITS,
}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_TABS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class PhraseList(QFrame):
    """``chosen(Phrase)`` by digit, Enter or click; ``edit_wanted`` by 0; ``left`` by Esc."""

    chosen = Signal(object)
    edit_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, runner: Runner, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._runner = theme, runner
        self._offer: Offer = _nothing
        self._asked = 0
        self._is_reading = False
        self._ahead: list[QKeyEvent] = []
        self._over: QWidget | None = None
        self._room: QWidget | None = None
        self.edit, self.language = QLineEdit(), QToolButton()
        self.rows, self._none, self._hint = QListWidget(), QLabel(_NONE), QLabel(_HINT)
        self._build()
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def open_over(self, form: QWidget, room: QWidget, offer: Offer) -> None:
        """Open above a form, inside its room: what stands over the room may be an alarm.

        ``offer`` is asked on the runner for what fits the words typed.
        """
        self._over, self._room, self._offer = form, room, offer
        self._ahead.clear()
        self.edit.clear()
        self.rows.clear()
        self._read("")
        self._place()
        self.show()
        self.raise_()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_list(self) -> None:
        """Close it; what was asked for is no longer waited for."""
        self._asked += 1
        self._is_reading = False
        self.hide()

    def phrases(self) -> list[Phrase]:
        """Return what is listed."""
        return [self._phrase(at) for at in range(self.rows.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and event.type() is QEvent.Type.FocusOut:
            self._ahead.clear()
            self.close_list()
        elif (
            watched is self.edit
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
        ):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface", edge="all")
        self.edit.setAccessibleName("找常用语")
        self.edit.setPlaceholderText("常用语：拼音、首字母或汉字")
        self.rows.setAccessibleName("常用语")
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setProperty("bare", True)
        self.language.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.language.setCheckable(True)
        for label in (self._none, self._hint):
            set_style(label, tone="muted")
            label.setWordWrap(True)
        self._none.hide()
        top = QHBoxLayout()
        top.addWidget(self.edit, 1)
        top.addWidget(self.language)
        self._column = QVBoxLayout(self)
        self._column.addLayout(top)
        self._column.addWidget(self._none)
        self._column.addWidget(self.rows, 1)
        self._column.addWidget(self._hint)
        self.edit.textEdited.connect(self._read)
        self.edit.installEventFilter(self)
        self.rows.itemClicked.connect(self._take)
        self.language.toggled.connect(self._set_chinese)
        self._set_chinese(on=False)

    def _set_chinese(self, on: bool) -> None:
        self.edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on)
        QApplication.inputMethod().update(Qt.InputMethodQuery.ImEnabled)
        self.language.setText("中" if on else "英")
        words = "现在可输入汉字，点此改为字母" if on else "现在输入字母，点此改为汉字"
        self.language.setToolTip(words)
        self.language.setAccessibleName(words)

    def _read(self, text: str) -> None:
        self._asked += 1
        self._is_reading = True
        self._runner.submit(
            partial(self._offer, text.strip()), done=partial(self._show, self._asked)
        )

    def _show(self, asked: int, phrases: Sequence[Phrase]) -> None:
        if asked != self._asked:
            return
        self._is_reading = False
        self.rows.clear()
        for number, phrase in enumerate(phrases, 1):
            self.rows.addItem(self._item(number, phrase))
        self.rows.setCurrentRow(0)
        self._none.setVisible(not phrases)
        self._do_what_came_ahead()

    def _item(self, number: int, phrase: Phrase) -> QListWidgetItem:
        # A figure space is as wide as a digit: the words stand under each other.
        digit = str(number) if number <= _DIGITS else "\u2007"
        kind = phrase_kind(phrase.kind)
        icon = self._theme.icon(kind_icon(phrase.kind) if phrase.kind else "message-square")
        item = QListWidgetItem(icon, f"{digit}  {kind.ljust(4, '　')}  {phrase.text}")
        item.setData(Qt.ItemDataRole.UserRole, phrase)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{digit} {kind} {phrase.text}")
        item.setToolTip(phrase.text)
        return item

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._leave()
            return True
        is_plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        is_digit = is_plain and event.text() in _DIGIT_TEXTS
        is_command = key in _ENTER or key in _STEPS or is_digit
        if self._is_reading and (is_command or self._ahead):
            self._ahead.append(_copy(event))
            return True
        if key in _TABS:
            self.language.toggle()
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif key in _ENTER:
            self._take(self.rows.currentItem())
        elif is_digit:
            self._digit(int(event.text()))
        else:
            return False
        return True

    def _step(self, steps: int) -> None:
        last = self.rows.count() - 1
        self.rows.setCurrentRow(min(max(self.rows.currentRow() + steps, 0), last))

    def _digit(self, digit: int) -> None:
        if digit == 0:
            self.close_list()
            self.edit_wanted.emit()
        elif digit <= self.rows.count():
            self._take(self.rows.item(digit - 1))

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            phrase = item.data(Qt.ItemDataRole.UserRole)
            self.close_list()
            self.chosen.emit(phrase)

    def _leave(self) -> None:
        self._ahead.clear()
        self.close_list()
        self.left.emit()

    def _do_what_came_ahead(self) -> None:
        """Give the keys that came too early to whatever has the focus by then."""
        keys, self._ahead = self._ahead, []
        for key in keys:
            focus = QApplication.focusWidget()
            if focus is not None:
                QApplication.sendEvent(focus, key)

    def _phrase(self, at: int) -> Phrase:
        phrase = self.rows.item(at).data(Qt.ItemDataRole.UserRole)
        if not isinstance(phrase, Phrase):
            raise TypeError
        return phrase

    def _place(self) -> None:
        """Stand on the upper edge of the form, as high as the list needs and the room has."""
        over, room, window = self._over, self._room, self.parentWidget()
        if over is None or room is None or window is None:
            return
        at, top = over.mapTo(window, QPoint(0, 0)), room.mapTo(window, QPoint(0, 0)).y()
        row = self._theme.measure("row")
        rest = self.edit.sizeHint().height() + self._hint.sizeHint().height()
        wanted = _ROWS * row + rest + self._theme.px(40)
        # Where the form leaves no room for three rows, the list lies over the form.
        bottom = at.y() if at.y() - top > rest + 3 * row else top + room.height()
        height = min(wanted, bottom - top)
        width = min(over.width(), window.width() - at.x())
        self.setGeometry(at.x(), bottom - height, width, height)

    def _restyle(self) -> None:
        theme = self._theme
        side = theme.px(8)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.px(4))
        self._hint.setFont(theme.font("small"))
        self.language.setFixedWidth(theme.px(36))
        self.rows.setIconSize(QSize(theme.px(16), theme.px(16)))
        if self.isVisible():
            self._place()


def _nothing(_text: str) -> Sequence[Phrase]:
    return ()


def _copy(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
