"""其他时限: what is done within a limit besides reports, by key and in the detail pane."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from dutydesk.domain.deadline_task import DeadlineTask, IncidentTask
from dutydesk.domain.report_clock import ReportClock
from dutydesk.services.incident import IncidentView
from dutydesk.services.incident_task import IncidentTaskService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.incident.lines_section import LinesSection
from dutydesk.ui.incident.panel import IncidentPanel
from dutydesk.ui.incident.task_dialog import TaskDialog
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording.deadline_task import TASK, TASK_DONE, task_words

RECORD = ActionSpec(
    "incident.task", "记其他时限已办", "Ctrl+Shift+B", ActionGroup.ENTRY, "circle-check"
)
VERBS = (RECORD,)
_NONE = "没有报告以外的时限。定级、列为敏感或按规则需要时，这里开始计时。"

Found = tuple[IncidentTask, ...]


class TaskDeed(QObject):
    """Hangs on the room: one verb, and a section with what was done and what is still owed."""

    def __init__(self, panel: IncidentPanel, service: IncidentTaskService) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._service = panel, panel.desk, service
        self.section = LinesSection(panel.desk.theme)
        self.button = self.section.add_button(f"已办  {RECORD.key}", self._trigger)
        panel.detail.add_section("其他时限", self.section)
        panel.deeds.add(RECORD, self._ask)
        panel.view_shown.connect(self._read)
        view = panel.selected()
        if view is not None:
            self._read(view)

    def _trigger(self) -> None:
        self._desk.actions.trigger(RECORD.id)

    def _ask(self, view: IncidentView) -> None:
        job = partial(self._service.tasks, view.incident.id)
        self._desk.runner.submit(job, done=partial(self._open, view))

    def _open(self, view: IncidentView, done: Found) -> None:
        dialog = TaskDialog(self._desk, self._service, (view, done), self._panel.window())
        dialog.answered.connect(self._on_done)
        dialog.open()

    def _on_done(self, task: IncidentTask) -> None:
        text = f"{TASK[task.task]}{TASK_DONE[task.task]}，已记入值班日志。"
        self._desk.notices.put(Notice("incident.task", NoticeKind.DONE, text))

    def _read(self, view: IncidentView) -> None:
        job = partial(self._service.tasks, view.incident.id)
        self._desk.runner.submit(job, done=partial(self._show, view))

    def _show(self, view: IncidentView, done: Found) -> None:
        chosen = self._panel.selected()
        if chosen is None or chosen.incident.id != view.incident.id:
            return
        now = self._desk.clock.now()
        lines = [(task_words(one, now), "overdue" if one.late_by_minutes else "") for one in done]
        waiting = dict.fromkeys(TASK[one.task] for one in view.clocks if _is_open_task(one))
        if waiting:
            lines.append((f"○ 在计时的有{'、'.join(waiting)}，见上面“时限”。", "muted"))
        self.section.show_lines(lines or [(_NONE, "muted")])
        may_write = self._desk.session.seat.may_write
        self.button.setEnabled(may_write and not view.incident.is_closed)


def _is_open_task(clock: ReportClock) -> bool:
    return clock.is_open and clock.task is not DeadlineTask.REPORT
