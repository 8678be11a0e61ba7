"""The inputs of the quick entry and how they stand; what is typed, as values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.duty_log import DraftEntry, EntryKind
from dutydesk.domain.instants import from_text, to_text
from dutydesk.ui.desk import Desk
from dutydesk.ui.duty_log.entry_look import kind_icon
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.person_picker import Candidate, PersonPicker
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording.duty_log import ENTRY_KIND

KINDS = tuple(EntryKind)

_TEXT_ROWS = 2

# The least width of a field to type in, at 100 % type.
_LEAST = 140
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls or is called, as filled in from the contacts."""

    source: str
    person: str
    phone: str


FindCallers = Callable[[str], Sequence[Candidate]]


class EntryFields(QWidget):
    """Holds what is typed; ``edited`` at every change, ``submitted`` on Enter or the button."""

    edited = Signal()
    submitted = Signal()

    def __init__(
        self, desk: Desk, find_callers: FindCallers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self.time = TimeField(theme, desk.clock, "时间")
        self.kind = ChoiceBox(theme, "类别")
        self.caller = PersonPicker(theme, desk.runner, find_callers, "来电单位或人")
        self.phone, self.handling = QLineEdit(), QLineEdit()
        self.text = QPlainTextEdit()
        self.is_open_item = QCheckBox("列入未办结")
        self.due = TimeField(theme, desk.clock, "办理时限", is_ahead=True)
        self.save = QPushButton("记下  Enter")
        self._source = self._person = ""
        self._proposed: str | None = None
        self._build()
        self._connect()
        theme.changed.connect(self._restyle)
        self._restyle()

    def is_empty(self) -> bool:
        """Tell whether nothing was typed that would be missed."""
        return not any(
            field.strip()
            for field in (
                self.text.toPlainText(),
                self.caller.text(),
                self.phone.text(),
                self.handling.text(),
            )
        )

    def clear(self) -> None:
        """Empty everything; the time shown is taken anew when the first character is typed."""
        self._source = self._person = ""
        self.kind.setCurrentIndex(0)
        for field in (self.caller, self.phone, self.text, self.handling, self.due):
            field.clear()
        self.is_open_item.setChecked(False)
        self.propose_time()

    @property
    def is_time_taken(self) -> bool:
        """Tell whether the time stands: by F2, by hand or by a draft."""
        return self.time.text() != self._proposed

    def take_time(self) -> None:
        """Take the time of this key press for the entry."""
        self.time.set_now()
        self._proposed = None

    def propose_time(self) -> None:
        """Show the time of this moment until something is typed."""
        self.time.set_now()
        self._proposed = self.time.text()

    def content(self) -> dict[str, str]:
        """Return what is typed, as a draft keeps it."""
        return {
            "at": self.time.text(),
            "at_instant": _kept_instant(self.time),
            "kind": str(self.kind.currentData()),
            "caller": self.caller.text(),
            "source": self._source,
            "person": self._person,
            "phone": self.phone.text(),
            "text": self.text.toPlainText(),
            "handling": self.handling.text(),
            "open_item": "1" if self.is_open_item.isChecked() else "",
            "due": self.due.text(),
            "due_instant": _kept_instant(self.due),
        }

    def load(self, content: Mapping[str, str]) -> None:
        """Show what a draft kept."""
        self._proposed = None
        _show_instant(self.time, content.get("at_instant", ""), content.get("at", ""))
        self.kind.setCurrentIndex(max(0, self.kind.findData(content.get("kind", ""))))
        self.caller.set_text(content.get("caller", ""))
        self._source, self._person = content.get("source", ""), content.get("person", "")
        self.phone.setText(content.get("phone", ""))
        self.text.setPlainText(content.get("text", ""))
        self.handling.setText(content.get("handling", ""))
        self.is_open_item.setChecked(content.get("open_item", "") == "1")
        _show_instant(self.due, content.get("due_instant", ""), content.get("due", ""))

    def draft(self, draft_id: str, at: datetime) -> DraftEntry:
        """Return what is typed as an entry that happened at ``at``."""
        return DraftEntry(
            id=draft_id,
            kind=EntryKind(self.kind.currentData()),
            text=self.text.toPlainText(),
            at=at,
            source=self._source if self._person else self.caller.text(),
            person=self._person,
            phone=self.phone.text(),
            handling=self.handling.text(),
        )

    def show_caller(self, caller: Caller) -> None:
        """Fill in who calls or is called."""
        self._source, self._person = caller.source, caller.person
        self.caller.set_text(" ".join(part for part in (caller.source, caller.person) if part))
        self.phone.setText(caller.phone)

    def choose_kind(self, kind: EntryKind) -> None:
        """Choose a kind by key."""
        self.kind.setCurrentIndex(KINDS.index(kind))
        self.edited.emit()

    def set_locked(self, *, is_locked: bool) -> None:
        """Hold everything as it is while it is being saved."""
        for field in (self.text, self.phone, self.handling):
            field.setReadOnly(is_locked)
        for edit in (self.time.edit, self.caller.edit, self.due.edit):
            edit.setReadOnly(is_locked)
        self.save.setEnabled(not is_locked)

    def _build(self) -> None:
        for kind in KINDS:
            self.kind.addItem(ENTRY_KIND[kind], kind.value)
        for field, word, hint in (
            (self.phone, "号码", "号码"),
            (self.text, "内容", "内容。Enter 记下，Shift+Enter 换行"),
            (self.handling, "处理情况", "处理情况，可以不填"),
        ):
            field.setAccessibleName(word)
            field.setPlaceholderText(hint)
        self.due.edit.setPlaceholderText("何时前办")
        self.text.setTabChangesFocus(True)
        set_style(self.save, rank="primary")
        self._lay_out()
        self.due.hide()
        self.time.set_now()

    def _lay_out(self) -> None:
        self._when, self._who, self._end = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for widget in (self.time, self.kind):
            self._when.addWidget(widget)
        self._who.addWidget(self.caller, 3)
        self._who.addWidget(self.phone, 1)
        for button in (self.is_open_item, self.due, self.save):
            self._end.addWidget(button)
        self._top, self._low = QBoxLayout(_BESIDE), QBoxLayout(_BESIDE)
        self._top.addLayout(self._when)
        self._top.addLayout(self._who, 1)
        self._low.addWidget(self.handling, 1)
        self._low.addLayout(self._end)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addWidget(self.text)
        self._column.addLayout(self._low)

    def _connect(self) -> None:
        self.text.installEventFilter(self)
        for field in (self.time.edit, self.phone, self.handling, self.due.edit):
            field.returnPressed.connect(self.submitted)
            field.textEdited.connect(self.edited)
        self.time.edit.textEdited.connect(self._on_time_by_hand)
        self.text.textChanged.connect(self.edited)
        for time in (self.time, self.due):
            time.changed.connect(self._arrange)
        self.kind.activated.connect(self.edited)
        self.is_open_item.toggled.connect(self._on_open_item)
        self.caller.submitted.connect(self._to_text)
        self.caller.picked.connect(self._on_picked)
        self.caller.edited.connect(self._on_caller_edited)
        self.save.clicked.connect(self.submitted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.text
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.submitted.emit()
            return True
        return super().eventFilter(watched, event)

    def _on_time_by_hand(self, _text: str) -> None:
        self._proposed = None

    def _to_text(self) -> None:
        self.text.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_picked(self, value: object, _name: str) -> None:
        if isinstance(value, Caller):
            self.show_caller(value)
        self.edited.emit()
        self._to_text()

    def _on_caller_edited(self, _text: str) -> None:
        self._source = self._person = ""
        self.edited.emit()

    def _on_open_item(self, is_open: bool) -> None:
        self.due.setVisible(is_open)
        self._arrange()
        self.edited.emit()

    def _arrange(self) -> None:
        """Put the second half of a row below the first where both do not fit."""
        gap = self._column.spacing()
        least = self._desk.theme.px(_LEAST)
        top = self._when.sizeHint().width() + self._who.minimumSize().width() + gap
        low = self._end.sizeHint().width() + least + gap
        for row, need in ((self._top, top), (self._low, low)):
            row.setDirection(_BESIDE if need <= self.width() else _BELOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _restyle(self) -> None:
        theme = self._desk.theme
        for layout in (self._column, self._top, self._low, self._when, self._who, self._end):
            layout.setSpacing(theme.px(8))
        metrics = QFontMetrics(theme.font())
        self.text.setFixedHeight(_TEXT_ROWS * metrics.lineSpacing() + theme.px(16))
        self.phone.setMinimumWidth(metrics.horizontalAdvance("0000-00000000") + theme.px(18))
        self.caller.setMinimumWidth(theme.px(_LEAST))
        for number, kind in enumerate(KINDS):
            self.kind.setItemIcon(number, theme.icon(kind_icon(kind)))
        self._arrange()


def _kept_instant(field: TimeField) -> str:
    """Return the instant a field means now: 23:50 means another day once midnight has passed."""
    at = field.value()
    return to_text(at) if at is not None else ""


def _show_instant(field: TimeField, kept: str, typed: str) -> None:
    if kept:
        field.set_value(from_text(kept))
    else:
        field.edit.setText(typed)
