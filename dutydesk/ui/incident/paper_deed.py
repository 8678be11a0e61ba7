"""Every paper of the selected incident, printed or as a Word file (Ctrl+Shift+P)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.instants import china
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.report import Report, ReportMedium
from dutydesk.services.incident import IncidentView
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.ask_dialog import AskDialog
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.panel import IncidentPanel
from dutydesk.ui.papers.word_deed import WordDeed
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording.incident import FIRST_WORD
from dutydesk.wording.paper import PAPER_KIND
from dutydesk.wording.report import stage_line
from dutydesk.wording.when import moment

PAPERS = ActionSpec(
    "incident.papers",
    "打印或导出本件的纸",
    "Ctrl+Shift+P",
    ActionGroup.VIEW,
    "printer",
    room="突发事件",
)
VERBS = (PAPERS,)

_PDF, _WORD = "pdf", "word"


@dataclass(frozen=True, slots=True)
class PaperOutlets:
    """How a paper leaves: its preview, or the Word file and the templates."""

    show: Callable[[PaperRequest], object]
    word: WordDeed


class IncidentPaperDeed(QObject):
    """Hung on the room of incidents by the application; an ended incident has its papers too."""

    def __init__(self, panel: IncidentPanel, outlets: PaperOutlets) -> None:
        super().__init__(panel)
        self._panel, self._outlets = panel, outlets
        panel.deeds.add(PAPERS, self.ask, panel.selected)

    def ask(self, view: IncidentView) -> None:
        """Ask which paper, and how."""
        word = self._panel.deeds.first_word
        desk, window = self._panel.desk, self._panel.window()
        IncidentPaperDialog(desk, self._outlets, (view, word), window).open()


class IncidentPaperDialog(AskDialog):
    """Nothing is written here: the preview prints and saves, the Word file asks where to."""

    help_page = "papers"

    def __init__(
        self, desk: Desk, outlets: PaperOutlets, shown: tuple[IncidentView, str], parent: QWidget
    ) -> None:
        super().__init__(desk, "打印或导出本件的纸", "继续", parent)
        self._outlets = outlets
        view, word = shown
        self._requests = papers_of(view, word)
        self.paper, self.format = ChoiceBox(desk.theme, "哪张纸"), ChoiceBox(desk.theme, "格式")
        for at, (words, _) in enumerate(self._requests):
            self.paper.addItem(words, at)
        self.format.addItem("预览、打印，或存为 PDF", _PDF)
        self.format.addItem("存为 Word 文件，用 WPS 修改", _WORD)
        self.templates = QPushButton("取出 Word 模板，改成本单位的样式")
        self.templates.setAutoDefault(False)
        self.templates.clicked.connect(self._take_out)
        self.form.row("哪张纸", self.paper)
        self.form.row("格式", self.format)
        self.form.row("模板", self.templates)
        may = desk.session.seat.may_write
        self.format.setEnabled(may)
        self.templates.setEnabled(may)
        self.paper.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Show the paper, or write its Word file."""
        request = self._requests[int(self.paper.currentData())][1]
        is_word = self.format.currentData() == _WORD
        self.accept()
        if is_word:
            self._outlets.word.write(request)
        else:
            self._outlets.show(request)

    def _take_out(self) -> None:
        self.accept()
        self._outlets.word.take_out_templates()


def papers_of(
    view: IncidentView, first_word: str = FIRST_WORD
) -> Sequence[tuple[str, PaperRequest]]:
    """Return every paper of an incident, the report sent last first, with its words."""
    reports = sorted(view.reports, key=lambda one: (one.sent_at, one.recorded_at))
    found = [_of_report(one, first_word) for one in reversed(reports)]
    incident = view.incident
    dossier = PaperRequest(PaperKind.INCIDENT_DOSSIER, incident_id=incident.id)
    found.append((PAPER_KIND[PaperKind.INCIDENT_DOSSIER], dossier))
    received = china(incident.received_at).date()
    ledger = PaperRequest(PaperKind.INCIDENT_LEDGER, month=received)
    word = PAPER_KIND[PaperKind.INCIDENT_LEDGER]
    found.append((f"{word}　{received.year}年{received.month}月", ledger))
    return found


def _of_report(report: Report, first_word: str) -> tuple[str, PaperRequest]:
    is_written = report.medium is ReportMedium.WRITTEN
    kind = PaperKind.SPECIAL_REPORT if is_written else PaperKind.PHONE_REPORT_SHEET
    issue = f"　第{report.issue_no}期" if report.issue_no is not None else ""
    said = f"{PAPER_KIND[kind]}　{stage_line(report, first_word)}{issue}　{moment(report.sent_at)}"
    return said, PaperRequest(kind, report_id=report.id)
