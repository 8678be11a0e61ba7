"""One limit that is no report: what is done, when, in what words, in time or late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.deadline_task import OTHER_TASKS, DeadlineTask, DraftTask, IncidentTask
from dutydesk.domain.report_clock import ClockStatus, ReportClock, answered_task
from dutydesk.domain.typed_time import TypedTimeUnclear
from dutydesk.services.incident import IncidentView
from dutydesk.services.incident_task import IncidentTaskService
from dutydesk.ui.ask_dialog import Job
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording import when
from dutydesk.wording.deadline_task import TASK, TASK_DONE, TASK_NOTE, immediately

_WHY_LATE = "已经超时。请写超时原因；来不及写，就再按一次记下。"
_NO_LIMIT = "没有规定时限，照样记下。"


class TaskDialog(LongDialog):
    """Offers what is still owed, the first due first; what was done once is not offered again.

    Like a late report, a late task is asked for its reason once.
    """

    help_page = "incident"

    def __init__(
        self,
        desk: Desk,
        service: IncidentTaskService,
        matter: tuple[IncidentView, Sequence[IncidentTask]],
        parent: QWidget,
    ) -> None:
        view, done = matter
        super().__init__(desk, f"其他时限：{view.incident.title}", "记下  Ctrl+Enter", parent)
        self._service, self._view = service, view
        # Made once: what was written but not acknowledged is not written twice.
        self._task_id = service.new_id()
        self._was_asked = False
        self.task = ChoiceBox(desk.theme, "事项")
        self.done_at = TimeField(desk.theme, desk.clock, "完成时间")
        self.judged, self.late_reason = QLabel(), QLineEdit()
        self.judged.setWordWrap(True)
        for task in owed(view.clocks, done):
            self.task.addItem(f"{TASK[task]}：{TASK_DONE[task]}", task.value)
        self.form.row("事项", self.task)
        self.form.row("完成时间", self.done_at)
        self.form.row("时限", self.judged)
        self._late_label = self.form.row("超时原因", self.late_reason)
        self.note = self.text_row("说明")
        self.task.activated.connect(self._on_task)
        self.done_at.changed.connect(self._judge)
        self.done_at.set_now()
        desk.hub.minute.connect(self._on_minute)
        fields = {"task": self.task, "note": self.note, "late_reason": self.late_reason}
        words = self.keep(f"incident_task:{view.incident.id}", fields)
        words.taken_up.connect(lambda _changed: self._on_task())
        self._on_task()
        words.begin()
        self.task.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Job | None:
        at = self._at()
        if at is None:
            raise TypedTimeUnclear(self.done_at.text())
        late_reason = self.late_reason.text().strip()
        if self._is_late(at) and not late_reason and not self._was_asked:
            self._was_asked = True
            self.say(_WHY_LATE, self.late_reason)
            return None
        draft = DraftTask(
            id=self._task_id,
            incident_id=self._view.incident.id,
            task=self._task(),
            done_at=at,
            note=self.note.toPlainText().strip(),
            late_reason=late_reason,
        )
        return partial(self._service.record, draft, by=self.desk.session.seat.actor)

    def _task(self) -> DeadlineTask:
        return DeadlineTask(self.task.currentData())

    def _at(self) -> datetime | None:
        # The field knows minutes; "now" must not fall before an event some seconds ago.
        return self.desk.clock.now() if self.done_at.is_now else self.done_at.value()

    def _clock(self, at: datetime) -> ReportClock | None:
        return answered_task(self._view.clocks, self._task(), at)

    def _is_late(self, at: datetime) -> bool:
        clock = self._clock(at)
        is_upgrade = clock is not None and clock.status is ClockStatus.REPORT_NOW_AFTER_UPGRADE
        return clock is not None and not is_upgrade and at > clock.due_at

    def _on_task(self, _at: int = 0) -> None:
        self._was_asked = False
        self.note.setPlaceholderText(TASK_NOTE[self._task()])
        self._judge()

    def _on_minute(self, _now: datetime) -> None:
        self.done_at.go_on()

    def _judge(self) -> None:
        at = self._at()
        is_late = at is not None and self._is_late(at)
        self._late_label.setVisible(is_late)
        self.late_reason.setVisible(is_late)
        set_style(self.judged, tone="overdue" if is_late else "muted")
        clock = self._clock(at) if at is not None else None
        if at is None or clock is None:
            self.judged.setText(_NO_LIMIT if at is not None else "")
            return
        due = when.near(clock.due_at, self.desk.clock.now())
        if clock.status is ClockStatus.REPORT_NOW_AFTER_UPGRADE:
            said = f"{immediately(clock.task)}，不算超时"
        else:
            said = f"{'超时' if is_late else '按时'}，{when.left(clock.due_at, at)}"
        self.judged.setText(f"应在{due}前，{said}。")


def owed(clocks: Sequence[ReportClock], done: Sequence[IncidentTask]) -> list[DeadlineTask]:
    """Return what may be put on record, what runs out first in front."""
    running = [one.task for one in clocks if one.is_open and one.task in OTHER_TASKS]
    once = {one.task for one in done} - {DeadlineTask.NIL_REPORT}
    return [task for task in dict.fromkeys((*running, *OTHER_TASKS)) if task not in once]
