"""The choice of a kind: type a part of its name or open the list; its category comes with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from dutydesk.domain.incident import IncidentCategory
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording.incident import CATEGORY

Kind = tuple[IncidentCategory, str]


class KindBox(ChoiceBox):
    """``chosen`` at every change; what is typed and is no kind stays to be refused by name."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "种类", parent)
        self.setEditable(True)
        self._kept: Kind | None = None
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        line = QLineEdit()
        line.setPlaceholderText("例如 火灾、道路交通事故，可写几个字再选")
        line.setAccessibleName("种类")
        # The frame is the box's own; the field inside must not draw a second one.
        line.setStyleSheet("border: 0; padding: 0; min-height: 0; background: transparent;")
        self.setLineEdit(line)
        self.setCurrentIndex(-1)
        self.editTextChanged.connect(self._changed)

    def show_kinds(self, kinds: Mapping[IncidentCategory, Sequence[str]]) -> None:
        """Fill the list, keeping what stands in the field."""
        text = self.currentText()
        self.blockSignals(True)
        self.clear()
        for category, names in kinds.items():
            for name in names:
                self.addItem(f"{name}　{CATEGORY[category]}", (category.value, name))
        self.setCurrentIndex(-1)
        self.setEditText(text)
        self.blockSignals(False)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)

    def kind(self) -> Kind | None:
        """Return category and kind; None when the text names none of the list."""
        text = self.currentText().strip()
        for at in range(self.count()):
            category, name = self.itemData(at)
            if text in {name, self.itemText(at)}:
                return IncidentCategory(category), str(name)
        # The unit may have taken it off since; an incident of it stays what it is.
        return self._kept if self._kept is not None and text == self._kept[1] else None

    def set_kind(self, category: IncidentCategory, name: str) -> None:
        """Choose a kind."""
        for at in range(self.count()):
            if tuple(self.itemData(at)) == (category.value, name):
                self.setCurrentIndex(at)
                return
        self.setEditText(name)

    def keep_kind(self, category: IncidentCategory, name: str) -> None:
        """Choose the kind on record, which counts also when it is no longer on the list."""
        self._kept = (category, name)
        self.set_kind(category, name)

    def _changed(self, _text: str) -> None:
        self.chosen.emit()
