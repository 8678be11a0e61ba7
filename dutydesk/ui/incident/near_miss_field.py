"""The decision on 较大涉险: a mark, its reason, and what the figures say to it meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from dutydesk.domain.incident import Figures, Incident, IncidentCategory
from dutydesk.domain.near_miss import NearMissChoices, NearMissDecision
from dutydesk.services.incident import IncidentService
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.near_miss import circumstance_reason, near_miss_advice, near_miss_reason

_MARK = "较大涉险事故，至少按较大的时限报"
_HINT = "认定依据，可选可写；不写就用数字给出的依据"


class NearMissField(QWidget):
    """``edited`` at every change of mark or reason; the program never sets the mark."""

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = 0
        self.mark = QCheckBox(_MARK)
        self.reason = ChoiceBox(desk.theme, "涉险依据")
        self.advice = QLabel()
        self._build()
        desk.theme.changed.connect(self._restyle)
        self._restyle()

    def ask(
        self,
        service: IncidentService,
        category: IncidentCategory | None,
        figures: Mapping[str, int | None],
    ) -> None:
        """Ask the criteria of the unit what they say to a category and its figures."""
        self._asked += 1
        if category is None:
            self._show(self._asked, NearMissChoices())
            return
        job = partial(service.near_miss_choices, category, Figures(**figures))
        self._desk.runner.submit(job, done=partial(self._show, self._asked))

    def load(self, incident: Incident) -> None:
        """Show what is on record."""
        self.mark.setChecked(incident.is_serious_near_miss)
        self.reason.setEditText(incident.near_miss_reason)
        self._allow()

    def decision(self) -> NearMissDecision:
        """Return what is decided here."""
        return NearMissDecision(self.mark.isChecked(), self.reason.currentText().strip())

    def values(self) -> dict[str, object]:
        """Return the two facts by field name; without the mark there is no reason."""
        is_one = self.mark.isChecked()
        reason = self.reason.currentText().strip() if is_one else ""
        return {"is_serious_near_miss": is_one, "near_miss_reason": reason}

    def lines(self) -> dict[str, str]:
        """Return both as typed, for a draft."""
        return {
            "is_serious_near_miss": "1" if self.mark.isChecked() else "",
            "near_miss_reason": self.reason.currentText(),
        }

    def load_lines(self, lines: Mapping[str, str]) -> None:
        """Put a draft back as it was typed."""
        self.mark.setChecked(bool(lines.get("is_serious_near_miss")))
        self.reason.setEditText(lines.get("near_miss_reason", ""))
        self._allow()

    def set_locked(self, *, is_locked: bool) -> None:
        """Hold both as they are while they are being saved."""
        self.mark.setEnabled(not is_locked)
        self.reason.setEnabled(not is_locked and self.mark.isChecked())

    def sizeHint(self) -> QSize:
        # A long reason in the list must not push the form beyond the desk.
        return QSize(self.mark.sizeHint().width(), super().sizeHint().height())

    def _build(self) -> None:
        self.reason.setEditable(True)
        self.reason.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.reason.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        line = QLineEdit()
        line.setPlaceholderText(_HINT)
        line.setAccessibleName("涉险依据")
        # The frame is the box's own; the field inside must not draw a second one.
        line.setStyleSheet("border: 0; padding: 0; min-height: 0; background: transparent;")
        self.reason.setLineEdit(line)
        self.reason.setCompleter(None)  # type: ignore[arg-type]  # unknown to the stubs
        self.advice.setWordWrap(True)
        self.advice.setTextFormat(Qt.TextFormat.PlainText)
        self.advice.hide()
        set_style(self.advice, tone="soon")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.mark, self.reason, self.advice):
            column.addWidget(part)
        self.setFocusProxy(self.mark)
        self.mark.toggled.connect(self._on_edit)
        self.reason.editTextChanged.connect(self._on_edit)
        self._allow()

    def _show(self, asked: int, choices: NearMissChoices) -> None:
        if asked != self._asked:
            return
        text = self.reason.currentText()
        self.reason.blockSignals(True)
        self.reason.clear()
        if choices.found is not None:
            self.reason.addItem(near_miss_reason(choices.found))
        for one in choices.circumstances:
            self.reason.addItem(circumstance_reason(one))
        self.reason.setCurrentIndex(-1)
        self.reason.setEditText(text)
        self.reason.blockSignals(False)
        self.advice.setText(near_miss_advice(choices.found))
        self._say()

    def _say(self) -> None:
        """Speak of the figures only until somebody has marked it."""
        self.advice.setVisible(bool(self.advice.text()) and not self.mark.isChecked())

    def _allow(self) -> None:
        self.reason.setEnabled(self.mark.isChecked())
        self.reason.setVisible(self.mark.isChecked())
        self._say()

    def _on_edit(self, _value: object) -> None:
        self._allow()
        self.edited.emit()

    def _restyle(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(self._desk.theme.px(4))
