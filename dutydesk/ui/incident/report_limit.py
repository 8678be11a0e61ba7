"""The limit a report is held against while it is written: met or late, and why late."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QLabel, QLineEdit

from dutydesk.domain.deadline import ClockStatus, ReportClock, answered_clock
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.services.incident import IncidentView
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.form_rows import FormRows
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import when
from dutydesk.wording.incident import clock_title


def why_late(verb: str) -> str:
    """Return what is asked of a late report once; ``verb`` is what the button says."""
    return f"这份报告迟了。请写迟报原因；来不及写，就再按一次{verb}。"


WHY_LATE = why_late("报出")


class ReportLimit:
    """A line that judges and an input for the reason, shown only for what is late.

    A late report is asked for its reason once; asked again it goes without one, for nothing may
    hold up a report.
    """

    def __init__(
        self, desk: Desk, view: IncidentView, medium: ReportMedium, first_word: str
    ) -> None:
        self._desk, self._view, self._medium = desk, view, medium
        self._first_word = first_word
        self._was_asked = False
        self.judged, self.late_reason = QLabel(), QLineEdit()
        self.judged.setWordWrap(True)
        self.late_reason.setPlaceholderText("例如：等现场核实，线路不通")

    def add_to(self, form: FormRows) -> None:
        """Add both rows."""
        form.row("时限", self.judged)
        self._label = form.row("迟报原因", self.late_reason)

    def ask_anew(self) -> None:
        """Ask for the reason again: another stage has another limit."""
        self._was_asked = False

    def wants_reason(self, stage: ReportStage, at: datetime) -> bool:
        """Tell once whether a reason is missing."""
        clock = self._clock(stage, at)
        is_missing = clock is not None and _is_late(clock, at) and not self._has_reason()
        if is_missing and not self._was_asked:
            self._was_asked = True
            return True
        return False

    def judge(self, stage: ReportStage, at: datetime | None) -> None:
        """Say how a report of this stage stands at an instant."""
        clock = self._clock(stage, at) if at is not None else None
        is_late = clock is not None and at is not None and _is_late(clock, at)
        self._label.setVisible(is_late)
        self.late_reason.setVisible(is_late)
        set_style(self.judged, tone="overdue" if is_late else "muted")
        if clock is None or at is None:
            self.judged.setText("没有规定时限。" if at is not None else "")
            return
        due = when.near(clock.due_at, self._desk.clock.now())
        title = clock_title(clock, self._first_word)
        if clock.status is ClockStatus.REPORT_NOW_AFTER_UPGRADE:
            said = "升级后应立即补报，不算迟报"
        elif is_late:
            said = f"迟报，{when.left(clock.due_at, at)}"
        else:
            said = f"按时，{when.left(clock.due_at, at)}"
        self.judged.setText(f"{title}应在{due}前，{said}。")

    def _has_reason(self) -> bool:
        return bool(self.late_reason.text().strip())

    def _clock(self, stage: ReportStage, at: datetime) -> ReportClock | None:
        return answered_clock(self._view.clocks, stage, self._medium, at)


def _is_late(clock: ReportClock, at: datetime) -> bool:
    return clock.status is not ClockStatus.REPORT_NOW_AFTER_UPGRADE and at > clock.due_at
