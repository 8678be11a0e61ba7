"""What is done with the selected incident: reported, updated, graded, ended, shown on paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.report import Report, ReportMedium
from dutydesk.services.duty_log import DutyLogService
from dutydesk.services.incident import IncidentService, IncidentView
from dutydesk.services.incident_report import IncidentReportService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.decide_dialogs import EndDialog, GradeDialog
from dutydesk.ui.incident.phone_dialog import PhoneDialog
from dutydesk.ui.incident.report_dialog import ReportDialog
from dutydesk.ui.incident.update_dialog import UpdateDialog
from dutydesk.ui.widgets.empty_state import EmptyWords
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording import when
from dutydesk.wording.incident import FIRST_WORD, MEDIUM
from dutydesk.wording.report import stage_line

ShowPaper = Callable[[PaperRequest], object]

EMPTY = EmptyWords(
    "siren",
    "没有突发事件",
    "登记后两个时限立即开始计时。值班台里选中一条记录按 Ctrl+I，内容自动带过来。",
    "登记一件  Ctrl+N",
)
NEW = ActionSpec(
    "incident.new", "登记一件突发事件", "Ctrl+N", ActionGroup.ENTRY, "plus", room="突发事件"
)
SAVE = ActionSpec(
    "incident.save",
    "登记突发事件",
    "Ctrl+Return",
    ActionGroup.ENTRY,
    "siren",
    also=("Ctrl+Enter",),
)
PHONE = ActionSpec(
    "incident.phone_report", "用电话报告选中的事件", "Ctrl+B", ActionGroup.ENTRY, "phone"
)
REPORT = ActionSpec(
    "incident.report", "书面报告选中的事件", "Ctrl+R", ActionGroup.ENTRY, "megaphone"
)
UPDATE = ActionSpec("incident.update", "更新选中的事件", "Ctrl+U", ActionGroup.ENTRY, "pencil")
GRADE = ActionSpec("incident.grade", "认定事件等级", "Ctrl+Y", ActionGroup.ENTRY, "badge-check")
END = ActionSpec("incident.end", "结束选中的事件", "Ctrl+J", ActionGroup.ENTRY, "check")
VERBS = (NEW, PHONE, REPORT, UPDATE, GRADE, END)


@dataclass(frozen=True, slots=True)
class Services:
    """What the room asks of the services."""

    incident: IncidentService
    report: IncidentReportService
    duty_log: DutyLogService


class IncidentDeeds(QObject):
    """Opens the dialogs; ``ready`` gives the incident that may be worked on, None when none.

    ``report_begun(ReportDialog)`` before it is shown, for whoever has verbs to add.
    """

    report_begun = Signal(object)

    def __init__(
        self,
        desk: Desk,
        services: Services,
        show_paper: ShowPaper,
        ready: Callable[[], IncidentView | None],
        panel: QWidget,
    ) -> None:
        super().__init__(panel)
        self._desk, self._services, self.show_paper = desk, services, show_paper
        self._ready, self._panel = ready, panel
        self.first_word = FIRST_WORD
        self.ending: Callable[[EndDialog, IncidentView], object] | None = None
        self.grading: Callable[[GradeDialog, IncidentView], object] | None = None
        self.show_entry: Callable[[str], object] | None = None
        self.more: Callable[[str, Callable[[], object], Callable[[], bool]], object] | None = None
        for spec, handler in self.verbs():
            desk.actions.add(spec, handler, panel, local=True)

    def verbs(self) -> tuple[tuple[ActionSpec, Callable[[], None]], ...]:
        """Return what can be done, in the order of the buttons."""
        return (
            (PHONE, self.phone),
            (REPORT, self.report),
            (UPDATE, self.update),
            (GRADE, self.grade),
            (END, self.end),
        )

    def add(
        self,
        spec: ActionSpec,
        handler: Callable[[IncidentView], object],
        chosen: Callable[[], IncidentView | None] | None = None,
    ) -> None:
        """Give the room one verb more, with its key and in 更多.

        ``handler`` is given the incident, if ``chosen`` gives one; without it the incident must
        still be worked on.
        """
        find = chosen or self._ready

        def act() -> None:
            view = find()
            if view is not None:
                handler(view)

        self._desk.actions.add(spec, act, self._panel, local=True)
        if self.more is not None:
            self.more(f"{spec.word}  {spec.key}".rstrip(), act, lambda: find() is not None)

    def phone(self) -> None:
        """Report it by telephone."""
        view = self._ready()
        if view is not None:
            services = self._services.report, self._services.duty_log
            window = self._panel.window()
            dialog = PhoneDialog(self._desk, services, view, window, self.first_word)
            dialog.answered.connect(self._on_reported)
            dialog.open()

    def report(self) -> None:
        """Report it on paper."""
        view = self._ready()
        if view is not None:
            service, window = self._services.report, self._panel.window()
            dialog = ReportDialog(self._desk, service, view, window, self.first_word)
            dialog.answered.connect(self._on_reported)
            dialog.entry_wanted.connect(self._on_entry_wanted)
            self.report_begun.emit(dialog)
            dialog.open()

    def update(self) -> None:
        """Put new facts on record."""
        view, window = self._ready(), self._panel.window()
        if view is not None:
            UpdateDialog(self._desk, self._services.incident, view.incident, window).open()

    def grade(self) -> None:
        """Decide on the level."""
        view, window = self._ready(), self._panel.window()
        if view is not None:
            dialog = GradeDialog(self._desk, self._services.incident, view, window)
            if self.grading is not None:
                self.grading(dialog, view)
            dialog.open()

    def end(self) -> None:
        """End it, after the final report or as an exit."""
        view, window = self._ready(), self._panel.window()
        if view is not None:
            dialog = EndDialog(self._desk, self._services.incident, view, window)
            if self.ending is not None:
                self.ending(dialog, view)
            dialog.open()

    def show_report(self, report: Report) -> None:
        """Show a written report as the paper it left as."""
        self.show_paper(PaperRequest(PaperKind.SPECIAL_REPORT, report_id=report.id))

    def show_text(self, report: Report) -> None:
        """Show what was said by telephone."""
        self._desk.messages.tell(f"{report.title}　{when.full(report.sent_at)}", report.body)

    def _on_entry_wanted(self, entry_id: str) -> None:
        if self.show_entry is not None:
            self.show_entry(entry_id)

    def _on_reported(self, report: object) -> None:
        if not isinstance(report, Report):
            return  # kept as a draft
        said = f"{stage_line(report, self.first_word)}（{MEDIUM[report.medium]}）已报出"
        if report.medium is ReportMedium.WRITTEN:
            text = f"{said}，第{report.issue_no}期。"
            show = partial(self.show_report, report)
            notice = Notice("incident.reported", NoticeKind.DONE, text, "预览和打印", show)
        else:
            notice = Notice("incident.reported", NoticeKind.DONE, f"{said}，已记入值班日志。")
        self._desk.notices.put(notice)
