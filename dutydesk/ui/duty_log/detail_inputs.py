"""The inputs of what each kind of entry is asked; what is typed, as it is kept.

Rules of this file: an input is made when its field is first shown; what was typed stays in it
while another kind is shown, and only what the kind asks is handed on.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from dutydesk.domain.clock import Clock
from dutydesk.domain.entry_detail import (
    DETAILS,
    MAX_NUMBER,
    DetailField,
    DetailType,
    field_of,
)
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.instants import to_text
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.field_text import empty, hold, on_edit, put_text, text_of
from dutydesk.ui.widgets.flag_field import FlagField
from dutydesk.ui.widgets.time_field import INSTANT, TimeField
from dutydesk.wording.entry_detail import CHOICE, DETAIL


class DetailInputs(QObject):
    """``edited`` when somebody changes one, ``submitted`` on Enter, ``changed`` by a time."""

    edited = Signal()
    submitted = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, clock: Clock, holder: QWidget) -> None:
        super().__init__(holder)
        self._theme, self._clock, self._holder = theme, clock, holder
        self._made: dict[DetailField, QWidget] = {}
        # What has no input yet, by name: a draft of another kind, or one that is folded away.
        self._waiting: dict[str, str] = {}
        self._is_held = False
        self.kind = EntryKind.INCOMING_CALL

    def input(self, name: str) -> QWidget:
        """Return the input of a field of the present kind; made when it is not there yet."""
        field = field_of(self.kind, name)
        if field is None:
            raise KeyError(name)
        if field not in self._made:
            texts = self.texts()
            self._made[field] = made = self._make(field)
            hold(made, is_held=self._is_held)
            self._put(made, name, texts)
        return self._made[field]

    def show_kind(self, kind: EntryKind) -> None:
        """Ask what this kind is asked from now on; what was typed comes along."""
        texts = self.texts()
        self.kind = kind
        for field in DETAILS[kind]:
            made = self._made.get(field)
            if made is not None and not text_of(made):
                self._put(made, field.name, texts)

    def filled(self) -> frozenset[str]:
        """Return the fields of the present kind in which something stands."""
        texts = self.texts()
        asked = (field.name for field in DETAILS[self.kind])
        return frozenset(name for name in asked if texts.get(name, "").strip())

    def texts(self) -> dict[str, str]:
        """Return everything typed, of other kinds too, as a draft keeps it."""
        found = dict(self._waiting)
        # Two kinds may offer other choices under one name: the present one has the last word.
        for field in sorted(self._made, key=lambda one: one in DETAILS[self.kind]):
            made = self._made[field]
            text = text_of(made)
            if text or field in DETAILS[self.kind]:
                found[field.name] = text
                if isinstance(made, TimeField):
                    found[field.name + INSTANT] = made.kept()
        return {name: text for name, text in found.items() if text}

    def load(self, texts: Mapping[str, str]) -> None:
        """Show what a draft kept."""
        self.clear()
        self._waiting = dict(texts)
        for field, made in self._made.items():
            self._put(made, field.name, texts)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show what stands on record."""
        texts = dict(values)
        for name, value in values.items():
            field = field_of(self.kind, name)
            if field is not None and field.type is DetailType.INSTANT:
                texts[name + INSTANT] = value
        self.load(texts)

    def values(self) -> dict[str, str]:
        """Return what is filled in and asked by the present kind, as it is kept."""
        found = {}
        for field in DETAILS[self.kind]:
            if field in self._made:
                value = _value(field, self._made[field])
            else:
                is_time = field.type is DetailType.INSTANT
                value = self._waiting.get(field.name + INSTANT * is_time, "").strip()
            if value:
                found[field.name] = value
        return found

    def unclear(self) -> tuple[QWidget, str] | None:
        """Return the first input that cannot be read, with what to say about it."""
        for field in DETAILS[self.kind]:
            made = self._made.get(field)
            if made is None or not text_of(made).strip():
                continue
            word = DETAIL[field.name]
            if isinstance(made, TimeField) and made.value() is None:
                how = "明天1000、1600" if field.is_ahead else "2315、昨天2315，或 t 表示现在"
                return made, f"{word}看不懂。可写 {how}，不写也可以。"
            if field.type is DetailType.NUMBER and not _is_number(_value(field, made)):
                return made, f"{word}看不懂。请写成 0 到 {MAX_NUMBER} 的数字，不写也可以。"
        return None

    def is_written(self) -> bool:
        """Tell whether words stand here that would be missed."""
        lines = [made for made in self._made.values() if isinstance(made, QLineEdit)]
        if any(line.text().strip() for line in lines):
            return True
        texts = {field.name for asked in DETAILS.values() for field in asked if _is_typed(field)}
        return any(text.strip() for name, text in self._waiting.items() if name in texts)

    def clear(self) -> None:
        """Take everything out."""
        self._waiting = {}
        for made in self._made.values():
            empty(made)

    def hold(self, *, is_held: bool) -> None:
        """Let no input take a change."""
        self._is_held = is_held
        for made in self._made.values():
            hold(made, is_held=is_held)

    def _put(self, made: QWidget, name: str, texts: Mapping[str, str]) -> None:
        text = texts.get(name, "")
        if isinstance(made, TimeField):
            made.show_kept(texts.get(name + INSTANT, ""), text)
        elif not text:
            empty(made)
        else:
            put_text(made, text)
        self._waiting.pop(name, None)
        self._waiting.pop(name + INSTANT, None)

    def _make(self, field: DetailField) -> QWidget:
        word = DETAIL[field.name]
        made: QWidget
        match field.type:
            case DetailType.INSTANT:
                made = time = TimeField(
                    self._theme, self._clock, word, self._holder, is_ahead=field.is_ahead
                )
                time.edit.setPlaceholderText(word)
                time.edit.returnPressed.connect(self.submitted)
                time.changed.connect(self.changed)
            case DetailType.CHOICE:
                made = self._choice(field, word)
                made.installEventFilter(self)
            case DetailType.FLAG:
                made = FlagField(word, self._holder)
                made.installEventFilter(self)
            case DetailType.TEXT | DetailType.NUMBER:
                made = line = QLineEdit(self._holder)
                line.setAccessibleName(word)
                line.setPlaceholderText(word)
                line.returnPressed.connect(self.submitted)
        on_edit(made, self._on_edited)
        return made

    def _choice(self, field: DetailField, word: str) -> ChoiceBox:
        box = ChoiceBox(self._theme, word, self._holder)
        box.addItem(word, "")
        for value in field.choices:
            box.addItem(CHOICE[field.name][value], value)
        return box

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand in on Enter from a list or a question too, as from every line."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            self.submitted.emit()
            return True
        return super().eventFilter(watched, event)

    def _on_edited(self, *_change: object) -> None:
        self.edited.emit()


def _is_typed(field: DetailField) -> bool:
    return field.type in {DetailType.TEXT, DetailType.NUMBER}


def _value(field: DetailField, made: QWidget) -> str:
    if isinstance(made, TimeField):
        at = made.value()
        return to_text(at) if at is not None else ""
    text = text_of(made)
    if field.type is DetailType.NUMBER:
        return unicodedata.normalize("NFKC", text).strip()
    return text.strip()


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text) <= MAX_NUMBER
