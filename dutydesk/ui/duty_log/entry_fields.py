"""The inputs of the quick entry; what is typed, as values.

A new input is one line in ``inputs``, one in ``draft`` and one in ``_lay_out``: clearing, keeping,
loading and holding go over the list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from dutydesk.domain.duty_log import DraftEntry
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import from_text, to_text
from dutydesk.ui.desk import Desk
from dutydesk.ui.duty_log.entry_look import kind_icon
from dutydesk.ui.duty_log.entry_rows import LEAST, EntryRows, Places
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.field_text import empty, hold, is_writing, on_edit, put_text, text_of
from dutydesk.ui.widgets.person_picker import Candidate, PersonPicker
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording.duty_log import ENTRY_FIELD, ENTRY_KIND

KINDS = tuple(EntryKind)

_TEXT_ROWS = 2
# Below this height of the window, at 100 % type, the log would have room for one entry.
_LOW = 480

# Behind the name of an input for a time: the instant that was meant when it was typed.
_INSTANT = "_instant"


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
        self.time = TimeField(theme, desk.clock, ENTRY_FIELD["at"])
        self.kind = ChoiceBox(theme, ENTRY_FIELD["kind"])
        self.caller = PersonPicker(theme, desk.runner, find_callers, "来电单位或人")
        self.phone, self.handling, self.instruction = QLineEdit(), QLineEdit(), QLineEdit()
        self.text = QPlainTextEdit()
        self.is_open_item = QCheckBox("列入未办结")
        self.due = TimeField(theme, desk.clock, "办理时限", is_ahead=True)
        self.save = QPushButton("记下  Enter")
        # By the names that drafts on file have; one that is missing here is lost with a draft.
        self.inputs: dict[str, QWidget] = {
            "at": self.time,
            "kind": self.kind,
            "caller": self.caller,
            "phone": self.phone,
            "text": self.text,
            "handling": self.handling,
            "instruction": self.instruction,
            "open_item": self.is_open_item,
            "due": self.due,
        }
        self._source = self._person = ""
        self._proposed: str | None = None
        self._is_locked = False
        self._build()
        self._connect()
        theme.changed.connect(self._restyle)
        self._restyle()

    def is_empty(self) -> bool:
        """Tell whether nothing was typed that would be missed."""
        written = filter(is_writing, self.inputs.values())
        return not any(text_of(field).strip() for field in written)

    def clear(self) -> None:
        """Empty everything; the time shown is taken anew when the first character is typed."""
        self._source = self._person = ""
        for field in self.inputs.values():
            empty(field)
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
        content = {name: text_of(field) for name, field in self.inputs.items()}
        for name, field in self.inputs.items():
            if isinstance(field, TimeField):
                content[name + _INSTANT] = _kept_instant(field)
        return {**content, "source": self._source, "person": self._person}

    def load(self, content: Mapping[str, str]) -> None:
        """Show what a draft kept; what it does not name, an older version did not know."""
        self._proposed = None
        for name, field in self.inputs.items():
            empty(field)
            if isinstance(field, TimeField):
                _show_instant(field, content.get(name + _INSTANT, ""), content.get(name, ""))
            else:
                put_text(field, content.get(name, ""))
        self._source, self._person = content.get("source", ""), content.get("person", "")

    def draft(self, draft_id: str, at: datetime) -> DraftEntry:
        """Return what is typed as an entry that happened at ``at``."""
        return DraftEntry(
            id=draft_id,
            kind=EntryKind(text_of(self.kind)),
            text=text_of(self.text),
            at=at,
            source=self._source if self._person else self.caller.text(),
            person=self._person,
            phone=text_of(self.phone),
            handling=text_of(self.handling),
            instruction=text_of(self.instruction),
        )

    def show_caller(self, caller: Caller) -> None:
        """Fill in who calls or is called."""
        self._source, self._person = caller.source, caller.person
        self.caller.set_text(" ".join(part for part in (caller.source, caller.person) if part))
        self.phone.setText(caller.phone)

    def choose_kind(self, kind: EntryKind) -> None:
        """Choose a kind by key; not while the entry is on its way to the record."""
        if not self._is_locked:
            self.kind.setCurrentIndex(KINDS.index(kind))
            self.edited.emit()

    def set_locked(self, *, is_locked: bool) -> None:
        """Hold everything as it is while it is being saved."""
        self._is_locked = is_locked
        for field in self.inputs.values():
            hold(field, is_held=is_locked)
        self.save.setEnabled(not is_locked)

    def _build(self) -> None:
        for kind in KINDS:
            self.kind.addItem(ENTRY_KIND[kind], kind.value)
        for name, hint in (
            ("phone", ENTRY_FIELD["phone"]),
            ("text", "内容。Enter 记下，Shift+Enter 换行"),
            ("handling", "处理情况，可以不填"),
            ("instruction", "领导批示，可以不填"),
        ):
            field = self.inputs[name]
            field.setAccessibleName(ENTRY_FIELD[name])
            field.setProperty("placeholderText", hint)
        self.due.edit.setPlaceholderText("何时前办")
        self.text.setTabChangesFocus(True)
        set_style(self.save, rank="primary")
        self._lay_out()
        self.due.hide()
        self.time.set_now()

    def _lay_out(self) -> None:
        places = Places(
            when=(self.time, self.kind),
            who=((self.caller, 3), (self.phone, 1)),
            text=self.text,
            beside=(self.handling, self.instruction),
            end=(self.is_open_item, self.due, self.save),
        )
        self.rows = EntryRows(self, self._desk.theme, places)

    def _connect(self) -> None:
        self.text.installEventFilter(self)
        for field in self.inputs.values():
            on_edit(field, self._on_edited)
            # Enter in the caller field goes on to the text.
            if isinstance(field, QLineEdit | TimeField):
                line = field if isinstance(field, QLineEdit) else field.edit
                line.returnPressed.connect(self.submitted)
        self.time.edit.textEdited.connect(self._on_time_by_hand)
        for time in (self.time, self.due):
            time.changed.connect(self._arrange)
        self.text.textChanged.connect(self._arrange)
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

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            # One of the fields asks for another width: the rows may have to be cut elsewhere.
            self.rows.arrange(self.width())
        return is_done

    def _to_text(self) -> None:
        self.text.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_picked(self, value: object, _name: str) -> None:
        if isinstance(value, Caller):
            self.show_caller(value)
        self.edited.emit()
        self._to_text()

    def _on_caller_edited(self, _text: str) -> None:
        self._source = self._person = ""

    def _on_time_by_hand(self, _text: str) -> None:
        self._proposed = None

    def _on_edited(self, *_change: object) -> None:
        self.edited.emit()

    def _on_open_item(self, is_open: bool) -> None:
        self.due.setVisible(is_open)
        self._arrange()

    def _arrange(self) -> None:
        self._fold()
        self.rows.arrange(self.width())

    def _fold(self) -> None:
        """Keep what is optional away in a low window until there is a text it belongs to."""
        low = self.window().height() < self._desk.theme.px(_LOW)
        optional = (self.handling, self.instruction)
        is_wanted = any(text_of(one).strip() for one in (self.text, *optional)) or any(
            one.hasFocus() for one in optional
        )
        self.rows.fold(is_folded=low and not is_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _restyle(self) -> None:
        theme = self._desk.theme
        self.rows.restyle()
        metrics = QFontMetrics(theme.font())
        self.text.setFixedHeight(_TEXT_ROWS * metrics.lineSpacing() + theme.px(16))
        self.phone.setMinimumWidth(metrics.horizontalAdvance("0000-00000000") + theme.px(18))
        self.caller.setMinimumWidth(theme.px(LEAST))
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
