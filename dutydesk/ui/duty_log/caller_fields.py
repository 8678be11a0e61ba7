"""The two inputs for who is at the other side, named and asked as the kind has it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit

from dutydesk.domain.entry_detail import COMMON
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.ui.desk import Desk
from dutydesk.ui.duty_log.caller import Caller, FindCallers
from dutydesk.ui.widgets.field_text import text_of
from dutydesk.ui.widgets.person_picker import PersonPicker
from dutydesk.wording.duty_log import ENTRY_FIELD
from dutydesk.wording.entry_detail import CALLER

_HINT = "拼音首字母、号码尾数"
# The least width of a field to type in, at 100 % type.
_LEAST = 140


class CallerFields(QObject):
    """``picked`` when somebody was chosen from the contacts, ``done`` on Enter."""

    picked = Signal()
    done = Signal()

    def __init__(self, desk: Desk, find_callers: FindCallers, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = desk.theme
        self._kind = EntryKind.INCOMING_CALL
        self._source = self._person = ""
        self.caller = PersonPicker(desk.theme, desk.runner, find_callers, CALLER[self._kind])
        self.phone = QLineEdit()
        self.phone.setAccessibleName(ENTRY_FIELD["phone"])
        self.phone.setPlaceholderText(ENTRY_FIELD["phone"])
        self.caller.submitted.connect(self.done)
        self.caller.picked.connect(self._on_picked)
        self.caller.edited.connect(self._on_edited)

    def show_kind(self, kind: EntryKind) -> None:
        """Ask for the other side as this kind does."""
        self._kind = kind
        self.phone.setVisible("phone" in COMMON[kind])
        self.caller.edit.setAccessibleName(CALLER[kind])
        self.caller.edit.setPlaceholderText(f"{CALLER[kind]}、{_HINT}")
        if self._person:
            self.caller.set_text(self._words())

    def show_caller(self, caller: Caller) -> None:
        """Fill in who calls or is called."""
        self._source, self._person = caller.source, caller.person
        self.caller.set_text(self._words() or caller.source)
        self.phone.setText(caller.phone)

    def other_side(self) -> Caller:
        """Return who calls or is called; what is typed is a unit where the kind asks for one."""
        asked = COMMON[self._kind]
        typed, has_source = self.caller.text(), "source" in asked
        source = self._source if self._person else typed
        person = self._person if self._person or has_source else typed
        phone = text_of(self.phone) if "phone" in asked else ""
        return Caller(source if has_source else "", person, phone)

    def kept(self) -> dict[str, str]:
        """Return whom the words in the field stand for, as a draft keeps it."""
        return {"source": self._source, "person": self._person}

    def load(self, content: Mapping[str, str]) -> None:
        """Take back what ``kept`` returned; the words are back already."""
        self._source, self._person = content.get("source", ""), content.get("person", "")

    def forget(self) -> None:
        """Stand for nobody from the contacts any more."""
        self._source = self._person = ""

    def restyle(self) -> None:
        """Take the measures of the type size now set."""
        theme = self._theme
        number = QFontMetrics(theme.font()).horizontalAdvance("0000-00000000")
        self.phone.setMinimumWidth(number + theme.px(18))
        self.caller.setMinimumWidth(theme.px(_LEAST))

    def _words(self) -> str:
        source = self._source if "source" in COMMON[self._kind] else ""
        return " ".join(part for part in (source, self._person) if part)

    def _on_picked(self, value: object, _name: str) -> None:
        if isinstance(value, Caller):
            self.show_caller(value)
        self.picked.emit()

    def _on_edited(self, _text: str) -> None:
        self.forget()
