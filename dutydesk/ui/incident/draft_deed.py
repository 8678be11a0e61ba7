"""稿件 in the room of incidents: its keys, its section of the pane, how many wait."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel

from dutydesk.domain.changes import Changes
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.report_draft import FollowedReport, ReportDraft, ReportState
from dutydesk.services.incident import IncidentView
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.incident.draft_offer import DraftOffer
from dutydesk.ui.incident.draft_services import DraftServices
from dutydesk.ui.incident.draft_steps import ReceiptDialog
from dutydesk.ui.incident.drafts_dialog import DraftsDialog
from dutydesk.ui.incident.lines_section import LinesSection
from dutydesk.ui.incident.panel import IncidentPanel
from dutydesk.ui.incident.report_dialog import ReportDialog
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.report_draft import (
    followed_words,
    kept_words,
    state_tone,
    step_words,
    waiting_words,
)

DRAFTS = ActionSpec("incident.drafts", "稿件和签发", "Ctrl+E", ActionGroup.ENTRY, "signature")
RECEIPT = ActionSpec("incident.receipt", "记签收", "Ctrl+D", ActionGroup.ENTRY, "stamp")
VERBS = (DRAFTS, RECEIPT)
_TABLES = ("report_draft", "report_step", "incident_report")
# From this width on there is room beside the title.
_WIDE = 560
_NO_RECEIPT = "这件事没有等签收的书面报告。"
_SHOWN = frozenset({ReportState.ACKNOWLEDGED, ReportState.VOID})

_Read = tuple[str, Sequence[FollowedReport], Sequence[ReportDraft]]


class DraftDeed(QObject):
    """Hangs on the room; a section is there only while something is on its way."""

    def __init__(self, panel: IncidentPanel, services: DraftServices) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._services = panel, panel.desk, services
        self.section = LinesSection(panel.desk.theme)
        self.section.add_button(f"稿件  {DRAFTS.key}", self.open)
        self._receipt = self.section.add_button(f"记签收  {RECEIPT.key}", self.acknowledge)
        self.head = panel.detail.add_section("稿件", self.section)
        self.waiting = QLabel()
        set_style(self.waiting, tone="soon")
        self.waiting.hide()
        panel.left.insertWidget(1, self.waiting)
        self._list = panel.view.parentWidget() or panel
        self._list.installEventFilter(self)
        panel.deeds.add(DRAFTS, self._open, self._chosen)
        panel.deeds.add(RECEIPT, self._ask_receipt, self._chosen)
        panel.deeds.report_begun.connect(self._offer)
        panel.view_shown.connect(self._read)
        panel.desk.hub.committed.connect(self._on_committed)
        panel.desk.theme.changed.connect(self._restyle)
        self._restyle()
        self._count()
        view = panel.selected()
        if view is not None:
            self._read(view)

    def open(self) -> None:
        """Open the drafts of the selected incident."""
        self._desk.actions.trigger(DRAFTS.id)

    def acknowledge(self) -> None:
        """Ask who acknowledged the report sent last."""
        self._desk.actions.trigger(RECEIPT.id)

    def _chosen(self) -> IncidentView | None:
        """Return the selected incident; receipts and corrections come after its end as well."""
        return self._panel.selected() if self._desk.session.seat.may_write else None

    def _open(self, view: IncidentView) -> None:
        window = self._panel.window()
        DraftsDialog(self._desk, self._services, view, self._show_paper, window).open()

    def _show_paper(self, report_id: str) -> None:
        self._panel.deeds.show_paper(PaperRequest(PaperKind.SPECIAL_REPORT, report_id=report_id))

    def _ask_receipt(self, view: IncidentView) -> None:
        job = partial(self._services.delivery.of_incident, view.incident.id)
        self._desk.runner.submit(job, done=self._show_receipt, failed=self._failed)

    def _show_receipt(self, found: Sequence[FollowedReport]) -> None:
        open_ones = [one for one in found if one.state is ReportState.SENT]
        if not open_ones:
            self._desk.notices.put(Notice("incident.receipt", NoticeKind.HINT, _NO_RECEIPT))
            return
        one, window = open_ones[-1], self._panel.window()
        ReceiptDialog(self._desk, self._services, one, window).open()

    def _offer(self, dialog: ReportDialog) -> None:
        DraftOffer(dialog, self._services.draft)
        dialog.answered.connect(self._on_answered)

    def _on_answered(self, value: object) -> None:
        if isinstance(value, ReportDraft):
            notice = Notice("incident.drafted", NoticeKind.DONE, kept_words(value))
            self._desk.notices.put(notice)

    def _read(self, view: IncidentView) -> None:
        incident_id = view.incident.id

        def read() -> _Read:
            service = self._services
            found = service.delivery.of_incident(incident_id)
            return incident_id, found, service.draft.waiting()

        self._desk.runner.submit(read, done=self._show, failed=self._failed)

    def _show(self, read: _Read) -> None:
        incident_id, found, waiting = read
        self._show_waiting(waiting)
        view = self._panel.selected()
        if view is None or view.incident.id != incident_id:
            return
        word, now = self._services.first_word(), self._desk.clock.now()
        shown = [one for one in found if one.state not in _SHOWN]
        lines = []
        for one in shown:
            lines.append((followed_words(one, word), state_tone(one.state)))
            if one.state is ReportState.DRAFTING and len(one.steps) > 1:
                lines.append((f"　　{step_words(one.steps[-1], now)}", "muted"))
        self.section.show_lines(lines)
        self._receipt.setVisible(any(one.state is ReportState.SENT for one in shown))
        for widget in (self.head, self.section):
            widget.setVisible(bool(shown))

    def _count(self) -> None:
        self._desk.runner.submit(
            self._services.draft.waiting, done=self._show_waiting, failed=self._failed
        )

    def _show_waiting(self, drafts: Sequence[ReportDraft]) -> None:
        words = waiting_words(list(drafts))
        self.waiting.setText(words)
        self.waiting.setVisible(bool(words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move what waits beside the title, or below it where the list is narrow."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        is_wide = self._list.width() >= self._desk.theme.px(_WIDE)
        head, column = self._panel.top, self._panel.left
        if is_wide == (head.indexOf(self.waiting) >= 0):
            return
        (column if is_wide else head).removeWidget(self.waiting)
        (head if is_wide else column).insertWidget(1, self.waiting)
        self._restyle()

    def _restyle(self) -> None:
        px = self._desk.theme.px
        is_below = self._panel.left.indexOf(self.waiting) >= 0
        sides = (px(12), 0, px(12), px(8)) if is_below else (0, 0, 0, 0)
        self.waiting.setContentsMargins(*sides)
        self.waiting.setWordWrap(is_below)

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if not changes.names(*_TABLES):
            return
        view = self._panel.selected()
        if view is not None:
            self._read(view)
        else:
            self._count()

    def _failed(self, error: Exception) -> None:
        """Leave what is shown where the record cannot be read; the room itself says so."""
        if not isinstance(error, Refusal | StoreError):
            raise error
