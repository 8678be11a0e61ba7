"""Who is rung now: name, number, what to say, what was answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.call_round import CallChannel, CallParty
from dutydesk.ui.call_round.big_number import BigNumber
from dutydesk.ui.call_round.sheet_state import SheetState
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import call_round as words

_ALL_DONE = "都叫完了。按 Ctrl+J 结束叫应。"
_ENDED = "这次叫应已结束。要再叫，按 Ctrl+J。"
_WORDS_LINES, _STORY_LINES = 3, 4


class AnswerEdit(QLineEdit):
    """What was answered; ↓ and ↑ go through what is often answered, and never over what is typed.

    No list comes up: one with the keys of its own would take them from the results.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("答复")
        self.setPlaceholderText("答复，可以不填；↓ 常用语")
        self._often: tuple[str, ...] = ()

    def offer(self, texts: Sequence[str]) -> None:
        """Set what is offered."""
        self._often = tuple(texts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and is_plain and self._often and self.text() in ("", *self._often):
            turn = ("", *self._often)
            self.setText(turn[(turn.index(self.text()) + step) % len(turn)])
            self.textEdited.emit(self.text())
            return
        super().keyPressEvent(event)


class CallCard(QWidget):
    """One target at hand; ``words`` is kept by whoever owns the card."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_lowest = False
        self._told = ("", "")
        self.name, self.number, self.turn = QLabel(), BigNumber(theme), QLabel()
        self.say, self.story = QPlainTextEdit(), QPlainTextEdit()
        self.words = AnswerEdit()
        self.channel = ChoiceBox(theme, "方式")
        self._build()
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def chosen_channel(self) -> CallChannel:
        """Return how the target is reached now."""
        return CallChannel(self.channel.currentData())

    def show_target(self, state: SheetState, target_id: str) -> None:
        """Show whom to ring; without anybody, what is to be done."""
        if not target_id:
            self._show_nobody(state)
            return
        target, call = state.targets[target_id], state.next_call(target_id)
        role = target.role if call.party is CallParty.A else words.CALL_PARTY[call.party]
        about = target.name if call.party is not CallParty.A else ""
        name = words.who(target.unit if not about else "", call.name or target.name, role)
        if about:
            name = f"{name}（关于{words.who(target.unit, about)}）"
        self._told = (name, f"　{words.CALL_PARTY[call.party]} 第{call.try_no}次")
        self._show_name()
        self.number.show_number(call.phone or words.NO_PHONE)
        note = f"　{target.note}" if target.note else ""
        stands = words.TARGET_STATE[target.state]
        self.turn.setText(f"{words.try_words(call, state.call_round.max_tries)}　{stands}{note}")
        set_style(self.turn, tone="muted" if call.phone else "overdue")
        self._write(self.say, state.call_round.words)
        lines = [words.attempt_words(one) for one in reversed(state.attempts[target_id])]
        b = words.who("", target.b_name, target.b_phone)
        self._write(self.story, "\n".join([*lines, f"B角：{b}" if b else "没有登记B角"]))

    def clear_answer(self) -> None:
        """Begin anew for another target."""
        self.words.clear()
        self.channel.setCurrentIndex(0)

    def give_way(self, *, is_low: bool, is_lowest: bool) -> None:
        """Leave out what can be read elsewhere where the room is low."""
        self._is_lowest = is_lowest
        self.number.give_way(is_lowest=is_lowest)
        self.turn.setVisible(not is_lowest)
        self._show_name()
        self.story.setVisible(not is_low)
        self.say.setVisible(not is_lowest)

    def allow(self, *, may_write: bool) -> None:
        """Take answers, or none."""
        self.words.setEnabled(may_write)
        self.channel.setEnabled(may_write)

    def _show_name(self) -> None:
        """Say which try it is beside the name where its own line is left out."""
        name, turn = self._told
        self.name.setText(f"{name}{turn}" if self._is_lowest else name)

    def _show_nobody(self, state: SheetState) -> None:
        self._told = (_ALL_DONE if state.is_running else _ENDED, "")
        self._show_name()
        self.number.show_number("")
        self.turn.setText("")
        self._write(self.say, state.call_round.words)
        self._write(self.story, "")

    def _build(self) -> None:
        set_style(self, ground="surface")
        for label in (self.name, self.turn):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        for pane, name in ((self.say, "要说的话"), (self.story, "叫过几次")):
            pane.setReadOnly(True)
            pane.setTabChangesFocus(True)
            pane.setAccessibleName(name)
            pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for channel in CallChannel:
            self.channel.addItem(words.CALL_CHANNEL[channel], channel.value)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.name, self.number, self.turn):
            self._column.addWidget(widget)
        self._row = QHBoxLayout()
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.channel)
        self._column.addLayout(self._row)
        self._column.addWidget(self.say, 2)
        self._column.addWidget(self.story, 1)
        # Where both panes are left out, the rest stays at the top.
        self._column.addStretch(0)

    @staticmethod
    def _write(pane: QPlainTextEdit, text: str) -> None:
        if pane.toPlainText() != text:
            pane.setPlainText(text)

    def _restyle(self) -> None:
        theme = self._theme
        self._column.setSpacing(theme.px(6))
        self._row.setSpacing(theme.px(8))
        self.name.setFont(theme.font("title", bold=True))
        line = self.say.fontMetrics().lineSpacing()
        for pane, lines in ((self.say, _WORDS_LINES), (self.story, _STORY_LINES)):
            pane.setMinimumHeight(line + theme.px(14))
            pane.setMaximumHeight(line * lines * 2 + theme.px(16))
