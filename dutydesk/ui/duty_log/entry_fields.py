"""The inputs of the quick entry; what is typed, as values.

A new input is one line in ``inputs``, one in ``draft`` and one in ``_lay_out``: clearing, keeping,
loading and holding go over the list. What only some kinds are asked is in ``details``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from dutydesk.domain.duty_log import DraftEntry
from dutydesk.domain.entry_detail import COMMON
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.ui.desk import Desk
from dutydesk.ui.duty_log.caller import FindCallers
from dutydesk.ui.duty_log.caller_fields import CallerFields
from dutydesk.ui.duty_log.detail_area import DetailArea, tab_stops
from dutydesk.ui.duty_log.detail_keys import unfold
from dutydesk.ui.duty_log.entry_look import kind_icon
from dutydesk.ui.duty_log.entry_rows import EntryRows, Places
from dutydesk.ui.duty_log.entry_text import EntryText
from dutydesk.ui.duty_log.event_time import EventTime
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.field_text import empty, hold, is_writing, on_edit, put_text, text_of
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.tab_order import in_order
from dutydesk.ui.widgets.time_field import INSTANT, TimeField
from dutydesk.wording.duty_log import ENTRY_FIELD, ENTRY_KIND

KINDS = tuple(EntryKind)

# Below this height of the window, at 100 % type, the log would have room for one entry.
_LOW = 480

# Before the name of a detail, as a draft keeps it.
_DETAIL = "detail."


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
        self.time = EventTime(theme, desk.clock)
        self.kind = ChoiceBox(theme, ENTRY_FIELD["kind"])
        self.who = CallerFields(desk, find_callers, self)
        self.caller, self.phone = self.who.caller, self.who.phone
        self.handling, self.instruction = QLineEdit(), QLineEdit()
        self.text = EntryText(theme)
        self.is_open_item = QCheckBox("列入未办结")
        self.due = TimeField(theme, desk.clock, "办理时限", is_ahead=True)
        self.more = QPushButton("更多  Ctrl+M")
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
        beside = {"handling": self.handling, "instruction": self.instruction}
        self.details = DetailArea(theme, desk.clock, beside, self)
        self._is_locked = False
        self._build()
        self._connect()
        theme.changed.connect(self._restyle)
        self._restyle()

    def is_empty(self) -> bool:
        """Tell whether nothing was typed that would be missed."""
        written = filter(is_writing, self.inputs.values())
        is_typed = any(text_of(field).strip() for field in written)
        return not is_typed and not self.details.inputs.is_written()

    def clear(self) -> None:
        """Empty everything; the time shown is taken anew when the first character is typed."""
        self.who.forget()
        for field in self.inputs.values():
            empty(field)
        self.details.clear()
        self._follow_kind()
        self.time.propose()

    def content(self) -> dict[str, str]:
        """Return what is typed, as a draft keeps it."""
        content = {name: text_of(field) for name, field in self.inputs.items()}
        for name, field in self.inputs.items():
            if isinstance(field, TimeField):
                content[name + INSTANT] = field.kept()
        details = {_DETAIL + name: text for name, text in self.details.lines().items()}
        return {**content, **details, **self.who.kept()}

    def load(self, content: Mapping[str, str]) -> None:
        """Show what a draft kept; what it does not name, an older version did not know."""
        for name, field in self.inputs.items():
            empty(field)
            if isinstance(field, TimeField):
                field.show_kept(content.get(name + INSTANT, ""), content.get(name, ""))
            else:
                put_text(field, content.get(name, ""))
        self.who.load(content)
        kept = {name: text for name, text in content.items() if name.startswith(_DETAIL)}
        self.details.load({name.removeprefix(_DETAIL): text for name, text in kept.items()})
        self._follow_kind()

    def draft(self, draft_id: str, at: datetime) -> DraftEntry:
        """Return what is typed as an entry that happened at ``at``: only what its kind asks."""
        asked = COMMON[self.chosen_kind]
        caller = self.who.other_side()
        return DraftEntry(
            id=draft_id,
            kind=self.chosen_kind,
            text=text_of(self.text),
            at=at,
            source=caller.source,
            person=caller.person,
            phone=caller.phone,
            handling=text_of(self.handling) if "handling" in asked else "",
            instruction=text_of(self.instruction) if "instruction" in asked else "",
            details=self.details.inputs.values(),
        )

    @property
    def chosen_kind(self) -> EntryKind:
        """Return the kind that is chosen."""
        return EntryKind(text_of(self.kind))

    def unclear(self) -> tuple[QWidget, str] | None:
        """Return the first input that cannot be read, with what to say about it."""
        if self.time.value() is None:
            return self.time, "时间看不懂。可写 2315、昨天2315，或 t 表示现在。"
        due = self.due
        if self.is_open_item.isChecked() and due.value() is None and due.text().strip():
            return due, "办理时限看不懂。可写 明天1000、1600，不写也可以。"
        return self.details.inputs.unclear()

    def choose_kind(self, kind: EntryKind) -> None:
        """Choose a kind by key; not while the entry is on its way to the record."""
        if not self._is_locked:
            self.kind.setCurrentIndex(KINDS.index(kind))
            self._follow_kind()
            self.edited.emit()

    def set_locked(self, *, is_locked: bool) -> None:
        """Hold everything as it is while it is being saved."""
        self._is_locked = is_locked
        for field in self.inputs.values():
            hold(field, is_held=is_locked)
        self.details.inputs.hold(is_held=is_locked)
        self.save.setEnabled(not is_locked)

    def _build(self) -> None:
        for kind in KINDS:
            self.kind.addItem(ENTRY_KIND[kind], kind.value)
        for name in ("handling", "instruction"):
            field = self.inputs[name]
            field.setAccessibleName(ENTRY_FIELD[name])
            field.setProperty("placeholderText", ENTRY_FIELD[name])
        self.due.edit.setPlaceholderText("何时前办")
        set_style(self.save, rank="primary")
        self._lay_out()
        self.due.hide()
        self._follow_kind()
        self.time.set_now()

    def _lay_out(self) -> None:
        places = Places(
            when=(self.time, self.kind),
            who=((self.caller, 3), (self.phone, 1)),
            text=self.text,
            details=self.details,
            tasks=(self.is_open_item, self.due),
            end=(self.more, self.save),
        )
        self.rows = EntryRows(self, self._desk.theme, places)

    def _connect(self) -> None:
        self.text.submitted.connect(self.submitted)
        for field in self.inputs.values():
            on_edit(field, self._on_edited)
            # Enter in the caller field goes on to the text.
            if isinstance(field, QLineEdit | TimeField):
                line = field if isinstance(field, QLineEdit) else field.edit
                line.returnPressed.connect(self.submitted)
        for time in (self.time, self.due):
            time.changed.connect(self._arrange)
        self.text.textChanged.connect(self._arrange)
        self.kind.activated.connect(self._on_kind)
        self.details.edited.connect(self._on_edited)
        self.details.submitted.connect(self.submitted)
        self.details.arranged.connect(self._on_arranged)
        self.more.clicked.connect(partial(unfold, self.details, self.text))
        self.is_open_item.toggled.connect(self._on_open_item)
        self.who.done.connect(self._to_text)
        self.who.picked.connect(self._on_picked)
        self.save.clicked.connect(self.submitted)

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            # One of the fields asks for another width: the rows may have to be cut elsewhere.
            self.rows.arrange(self.width())
        return is_done

    def _to_text(self) -> None:
        self.text.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_picked(self) -> None:
        self.edited.emit()
        self._to_text()

    def _on_kind(self, _at: int) -> None:
        self._follow_kind()

    def _follow_kind(self) -> None:
        """Ask what the chosen kind is asked, and only that."""
        kind = self.chosen_kind
        self.details.show_kind(kind)
        self.who.show_kind(kind)
        self.more.setVisible(self.details.has_further)
        self._on_arranged()

    def _on_arranged(self) -> None:
        end = (self.is_open_item, self.due.edit, self.more, self.save)
        in_order(self.text, *tab_stops(self.details.shown()), *end)
        self._arrange()

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
        is_wanted = (
            bool(text_of(self.text).strip())
            or self.details.is_unfolded
            or self.details.is_written()
            or any(one.hasFocus() for one in tab_stops(self.details.shown()))
        )
        self.rows.fold(is_folded=low and not is_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _restyle(self) -> None:
        theme = self._desk.theme
        self.rows.restyle()
        self.details.restyle()
        self.text.restyle()
        self.who.restyle()
        for number, kind in enumerate(KINDS):
            self.kind.setItemIcon(number, theme.icon(kind_icon(kind)))
        self._arrange()
