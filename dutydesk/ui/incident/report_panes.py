"""The writing part of a report: figures old and new, entries to tell, the text, what to answer.

Rules of this file: what the panes show follows the text, whoever changes it; the figures and facts
compared are those of the last proposal, and the service compares once more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from dutydesk.domain.report_check import Finding
from dutydesk.domain.report_writing import EntryOffer, ReportWriting
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.findings_pane import FindingsPane
from dutydesk.ui.incident.new_entries_pane import NewEntriesPane
from dutydesk.ui.incident.report_text_pane import ReportTextPane
from dutydesk.ui.widgets.form_rows import FormRows
from dutydesk.ui.widgets.restyle import set_style

_PAUSE_MS = 150
_EDITED = "这句改过了，请在内容里自己删。"


class ReportPanes(QObject):
    """Owns the panes of one dialog; ``said(words)`` for a tick that could not be followed.

    ``reshaped`` when rows came or went, so that the window may grow.
    """

    said = Signal(str)
    reshaped = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        theme = desk.theme
        self.figures = QLabel()
        self.figures.setWordWrap(True)
        set_style(self.figures, tone="accent")
        self.entries = NewEntriesPane(theme)
        self.text = ReportTextPane(theme)
        self.findings = FindingsPane(theme)
        self._labels: list[tuple[QLabel, QWidget]] = []
        self._writing: ReportWriting | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.check)
        self.text.changed.connect(self._pause.start)
        self.entries.taken.connect(self._take_in)
        self.entries.left.connect(self._leave_out)

    def add_to(self, form: FormRows) -> None:
        """Add the rows, those with nothing to show hidden."""
        for word, pane in (
            ("数字", self.figures),
            ("新的记录", self.entries),
            ("内容", self.text),
            ("核对", self.findings),
        ):
            label = form.row(word, pane)
            if pane is not self.text:
                self._labels.append((label, pane))
                _show(label, pane, is_shown=False)

    def show_writing(self, writing: ReportWriting) -> bool:
        """Show another proposal; tell whether its text took the place of the one shown."""
        self._writing = writing
        is_shown = self.text.propose(writing.draft.body)
        self.text.trace_to(writing.statements)
        body = self.text.edit.toPlainText()
        self.entries.show_offers(writing.offers, body)
        self.figures.setText("、".join(writing.changes))
        self.check()
        return is_shown

    def check(self) -> tuple[Finding, ...]:
        """Compare text and record now; show and return what has to be answered."""
        self._pause.stop()
        body = self.text.edit.toPlainText()
        self.entries.follow(body)
        found = self._writing.findings(body) if self._writing else ()
        self.show_findings(found)
        return found

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show what has to be answered, as found here or by the service."""
        is_other = self.findings.show_findings(found)
        filled = {
            self.figures: bool(self.figures.text()),
            self.entries: bool(self.entries.offers),
            self.findings: bool(found),
        }
        for label, pane in self._labels:
            is_other |= pane.isHidden() is filled[pane]
            _show(label, pane, is_shown=filled[pane])
        if is_other:
            self.reshaped.emit()

    def reasons(self) -> Mapping[str, str]:
        """Return the answers by question."""
        return self.findings.reasons()

    def _take_in(self, offer: EntryOffer) -> None:
        self.text.take_in(offer.statement.text, self.entries.ordered())

    def _leave_out(self, offer: EntryOffer) -> None:
        if not self.text.leave_out(offer.statement.text):
            self.said.emit(_EDITED)


def _show(label: QLabel, pane: QWidget, *, is_shown: bool) -> None:
    label.setVisible(is_shown)
    pane.setVisible(is_shown)
