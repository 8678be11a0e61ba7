"""What has to be answered before a report goes out: each difference, and the reason it stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from dutydesk.domain.report_check import MAX_REASON, Finding
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.report_check import finding_words

_HINT = "在上面改正，或写为什么这样报"


class FindingsPane(QWidget):
    """A line and an input for each finding; a reason stays with its question, also while typing.

    ``edited`` when somebody types a reason.
    """

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, hint: str = _HINT) -> None:
        super().__init__(parent)
        self._theme, self._hint = theme, hint
        self._findings: tuple[Finding, ...] = ()
        self._reasons: dict[str, str] = {}
        self._rows: dict[str, tuple[QLabel, QLineEdit]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self.setAccessibleName("核对")

    def show_findings(self, findings: Sequence[Finding]) -> bool:
        """Show other questions; those still asked keep their input. Tell whether any changed."""
        if tuple(findings) == self._findings:
            return False
        self._findings = tuple(findings)
        asked = {one.key: one for one in findings}
        for key in [key for key in self._rows if key not in asked]:
            for widget in self._rows.pop(key):
                widget.hide()
                self._column.removeWidget(widget)
                widget.deleteLater()
        for key, finding in asked.items():
            if key not in self._rows:
                self._rows[key] = self._row(finding)
        return True

    def reasons(self) -> dict[str, str]:
        """Return what was typed for the questions that are still asked."""
        return {key: self._reasons.get(key, "") for key in self._rows}

    def first_open(self) -> QLineEdit | None:
        """Return the input of the first question without a reason."""
        empty = (edit for _, edit in self._rows.values() if not edit.text().strip())
        return next(empty, None)

    def edits(self) -> list[QLineEdit]:
        """Return the inputs in the order of the questions."""
        return [edit for _, edit in self._rows.values()]

    def texts(self) -> list[str]:
        """Return the questions as they are read."""
        return [label.text() for label, _ in self._rows.values()]

    def lines(self) -> dict[str, str]:
        """Return every reason as typed, also of what is not asked at the moment."""
        return {key: text for key, text in self._reasons.items() if text}

    def load_lines(self, lines: Mapping[str, str]) -> None:
        """Put reasons back as they were typed."""
        self._reasons = dict(lines)
        for key, (_, edit) in self._rows.items():
            edit.setText(self._reasons.get(key, ""))

    def _row(self, finding: Finding) -> tuple[QLabel, QLineEdit]:
        label = QLabel(f"▲ {finding_words(finding)}")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        set_style(label, tone="overdue")
        edit = QLineEdit(self._reasons.get(finding.key, ""))
        edit.setPlaceholderText(self._hint)
        edit.setMaxLength(MAX_REASON)
        edit.setAccessibleName(f"{finding_words(finding)}，原因")
        label.setBuddy(edit)

        def keep(text: str) -> None:
            self._reasons[finding.key] = text
            self.edited.emit()

        edit.textEdited.connect(keep)
        self._column.addWidget(label)
        self._column.addWidget(edit)
        return label, edit
