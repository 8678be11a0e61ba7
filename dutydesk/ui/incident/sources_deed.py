"""出处和核对 of sent reports: where each sentence came from, what was asked before it left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.report import Report
from dutydesk.domain.report_source import OriginKind
from dutydesk.domain.report_writing import ReportTrace
from dutydesk.services.incident import IncidentView
from dutydesk.services.incident_report import IncidentReportService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.lines_section import LinesSection
from dutydesk.ui.incident.panel import IncidentPanel
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.incident import MEDIUM
from dutydesk.wording.report import stage_line
from dutydesk.wording.report_check import kept_finding_words, origin_words

SOURCES = ActionSpec(
    "incident.sources", "看报告的出处和核对", "Ctrl+M", ActionGroup.VIEW, "list-checks"
)
VERBS = (SOURCES,)

Traced = tuple[Report, ReportTrace]
_ENTRY = Qt.ItemDataRole.UserRole
_WIDTH, _HEIGHT = 760, 560


class SourcesDeed(QObject):
    """Hangs on the room: one verb, and a section with what was asked of its reports."""

    def __init__(
        self,
        panel: IncidentPanel,
        service: IncidentReportService,
        show_entry: Callable[[str], object],
    ) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._service = panel, panel.desk, service
        self._show_entry = show_entry
        self.section = LinesSection(panel.desk.theme)
        self.section.add_button(f"看出处  {SOURCES.key}", self._open_by_button)
        self._head = panel.detail.add_section("报告核对", self.section)
        panel.deeds.add(SOURCES, self._open, self._reported)
        panel.view_shown.connect(self._read)
        view = panel.selected()
        if view is not None:
            self._read(view)

    def _reported(self) -> IncidentView | None:
        """Return the selected incident once it has a report, also after its end."""
        view = self._panel.selected()
        return view if view is not None and view.reports else None

    def _open_by_button(self) -> None:
        self._desk.actions.trigger(SOURCES.id)

    def _open(self, view: IncidentView) -> None:
        self._desk.runner.submit(
            partial(self._service.traces, view.incident.id), done=self._show_dialog
        )

    def _show_dialog(self, traced: Sequence[Traced]) -> None:
        word = self._panel.deeds.first_word
        dialog = SourcesDialog(self._desk, traced, word, self._panel.window())
        dialog.entry_wanted.connect(self._show_entry)
        dialog.open()

    def _read(self, view: IncidentView) -> None:
        self._head.setVisible(bool(view.reports))
        self.section.setVisible(bool(view.reports))
        if view.reports:
            job = partial(self._service.traces, view.incident.id)
            self._desk.runner.submit(job, done=partial(self._fill, view.incident.id))

    def _fill(self, incident_id: str, traced: Sequence[Traced]) -> None:
        view = self._panel.selected()
        if view is None or view.incident.id != incident_id:
            return
        word = self._panel.deeds.first_word
        lines = [
            (f"{report_name(report, word)}：{kept_finding_words(one)}", "soon")
            for report, trace in traced
            for one in trace.findings
        ]
        self.section.show_lines(lines or [("没有要说明的。", "muted")])


class SourcesDialog(QDialog):
    """One report at a time, the newest first; Enter on a sentence goes to its entry."""

    entry_wanted = Signal(str)
    help_page = "incident"

    def __init__(
        self, desk: Desk, traced: Sequence[Traced], first_word: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("出处和核对")
        theme = desk.theme
        self._traced = list(reversed(traced))
        self.which = ChoiceBox(theme, "哪一份报告")
        for report, _ in self._traced:
            self.which.addItem(report_name(report, first_word), report.id)
        self.lines = QListWidget()
        self.lines.setAccessibleName("每句话的出处")
        self.lines.setWordWrap(True)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setSpacing(theme.px(2))
        note = QLabel("在来自日志的一句上按回车，去看那条记录。")
        set_style(note, tone="muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        # Enter in the list is no way out of the window.
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        for widget in (self.which, self.lines, note, buttons):
            column.addWidget(widget)
        column.setStretch(1, 1)
        over = parent.window()
        self.resize(min(theme.px(_WIDTH), over.width()), min(theme.px(_HEIGHT), over.height()))
        self.which.currentIndexChanged.connect(self._show)
        self.lines.itemActivated.connect(self._go)
        self._show(0)
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, at: int) -> None:
        _, trace = self._traced[at]
        self.lines.clear()
        for sentence in trace.sentences:
            origin = sentence.origin
            item = QListWidgetItem(f"{sentence.text}\n　{origin_words(origin)}")
            item.setData(_ENTRY, origin.name if origin.kind is OriginKind.ENTRY else "")
            self.lines.addItem(item)
        for finding in trace.findings:
            self.lines.addItem(QListWidgetItem(f"▲ {kept_finding_words(finding)}"))
        if not self.lines.count():
            self.lines.addItem(QListWidgetItem("这份报告没有留下出处。"))
        self.lines.setCurrentRow(0)

    def _go(self, item: QListWidgetItem) -> None:
        entry_id = item.data(_ENTRY)
        if entry_id:
            self.accept()
            self.entry_wanted.emit(entry_id)


def report_name(report: Report, first_word: str) -> str:
    """Return 首报（书面）第1期."""
    issue = f"第{report.issue_no}期" if report.issue_no is not None else ""
    return f"{stage_line(report, first_word)}（{MEDIUM[report.medium]}）{issue}"
