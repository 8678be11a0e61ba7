"""越级上报: a tick, and why a level was skipped."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from dutydesk.ui.theme import Theme

NO_REASON = "越级上报要写明理由。请补上，或去掉勾。"


class BypassField(QWidget):
    """The reason is asked for only once the tick is set, and counts only with it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark, self.why = QCheckBox("越级上报，同时报告被越过的上一级"), QLineEdit()
        self.why.setPlaceholderText("理由，例如：情况紧急，与区政府联系不上")
        self.why.setAccessibleName("越级理由")
        self.why.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.mark)
        column.addWidget(self.why)
        self.mark.toggled.connect(self.why.setVisible)
        self.setFocusProxy(self.mark)

    def inputs(self) -> dict[str, QWidget]:
        """Return what is kept as a draft, by name."""
        return {"is_bypass": self.mark, "bypass_reason": self.why}

    def reason(self) -> str:
        """Return why a level was skipped; empty when none was."""
        return self.why.text().strip() if self.mark.isChecked() else ""

    @property
    def is_missing(self) -> bool:
        """Tell whether a level was skipped and nobody said why."""
        return self.mark.isChecked() and not self.reason()
