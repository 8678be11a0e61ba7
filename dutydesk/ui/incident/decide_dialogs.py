"""The decisions a person takes on an incident: its level, and its end."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.incident import GRADES, ExitReason, IncidentLevel
from dutydesk.domain.incident_closing import LooseEnd, LooseEndUnanswered
from dutydesk.domain.near_miss import NearMissDecision
from dutydesk.domain.report import has_final, is_reported_out
from dutydesk.services.incident import IncidentService, IncidentView
from dutydesk.ui.ask_dialog import Job
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.loose_end_fields import LooseEndFields
from dutydesk.ui.incident.near_miss_field import NearMissField
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording.incident import EXIT_REASON, LEVEL, suggestion_reason
from dutydesk.wording.sentences import sentence


class GradeDialog(LongDialog):
    """The program suggests, a person decides; without own words its reason is kept."""

    help_page = "incident"

    def __init__(
        self, desk: Desk, service: IncidentService, view: IncidentView, parent: QWidget
    ) -> None:
        super().__init__(desk, f"认定等级：{view.incident.title}", "认定", parent)
        self._service, self._view = service, view
        self.level, self.reason = ChoiceBox(desk.theme, "等级"), QLineEdit()
        self.level.addItem("请选择", None)
        for level in GRADES:
            self.level.addItem(LEVEL[level], level.value)
        self._choose(view)
        self.near_miss = NearMissField(desk)
        self.near_miss.load(view.incident)
        self.near_miss.ask(service, view.incident.category, view.incident.figures())
        suggestion = QLabel(suggestion_reason(view.suggestion))
        suggestion.setWordWrap(True)
        suggestion.setTextFormat(Qt.TextFormat.PlainText)
        is_suggested = view.suggestion.figure is not None
        self.reason.setPlaceholderText(
            "不写就用参考等级的依据" if is_suggested else "没有参考等级，请写明依据"
        )
        self.reason.returnPressed.connect(self.submit)
        self.form.row("参考等级", suggestion)
        self.form.row("等级", self.level)
        self.form.row("认定依据", self.reason)
        self.form.row("涉险", self.near_miss)
        self.form.note("等级升高，时限按新等级从同一起点重新算。")
        self.keep(
            f"grade:{view.incident.id}",
            {"level": self.level, "reason": self.reason, "near_miss": self.near_miss},
        ).begin()
        self.level.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Job | None:
        chosen, incident = self.level.currentData(), self._view.incident
        near_miss = self._near_miss()
        if not chosen and not near_miss.values(incident):
            self.say("还没有选等级。请选好后再按认定。", self.level)
            return None
        level = IncidentLevel(chosen) if chosen else None
        is_graded = level is not None and (
            level is not incident.level or incident.level_confirmed_by is None
        )
        suggestion = self._view.suggestion
        if is_graded and suggestion.figure is None and not self.reason.text().strip():
            # The program has no reason to lend: its words would say that it does not know.
            self.say("没有参考等级，认定依据要自己写。", self.reason)
            return None
        return partial(
            self._service.confirm_level,
            incident.id,
            level,
            self.reason.text(),
            near_miss=near_miss,
            by=self.desk.session.seat.actor,
        )

    def _near_miss(self) -> NearMissDecision:
        """Return the decision; who takes it back says why in the one field of reasons."""
        found = self.near_miss.decision()
        return found if found.is_one else NearMissDecision(is_one=False, reason=self.reason.text())

    def _choose(self, view: IncidentView) -> None:
        for level in (view.incident.level, view.suggestion.level):
            at = self.level.findData(level.value)
            if at >= 0:
                self.level.setCurrentIndex(at)
                return


class EndDialog(LongDialog):
    """Ends after the final report, or as 误报/非突发事件 with a note."""

    help_page = "incident"

    def __init__(
        self, desk: Desk, service: IncidentService, view: IncidentView, parent: QWidget
    ) -> None:
        super().__init__(desk, f"结束：{view.incident.title}", "结束", parent)
        self._service, self._view = service, view
        self.ends = LooseEndFields(self, ())
        self.how, self.note = ChoiceBox(desk.theme, "怎样结束"), QLineEdit()
        is_reported = is_reported_out(view.reports)
        if is_reported:
            self.how.addItem("终报已报出，处置完毕", None)
        for exit_reason in ExitReason:
            self.how.addItem(EXIT_REASON[exit_reason], exit_reason.value)
        self.note.setPlaceholderText("误报、非突发事件要写依据")
        self.note.returnPressed.connect(self.submit)
        self.form.row("怎样结束", self.how)
        self.form.row("依据", self.note)
        if not is_reported:
            missing = "终报只报过电话" if has_final(view.reports) else "还没有终报"
            self.form.note(
                f"{missing}，只能按误报或非突发事件结束。处置完毕请先报书面终报（Ctrl+R）。"
            )
        self.keep(f"end:{view.incident.id}", {"how": self.how, "note": self.note}).begin()
        self.how.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_about(self, ends: Sequence[LooseEnd]) -> None:
        """Ask what becomes of what is still open, once that has been read."""
        self.ends = LooseEndFields(self, ends)
        self.accept_button.setEnabled(True)
        self._fit()

    def job(self) -> Job | None:
        missing = self.ends.unanswered()
        if missing is not None:
            end, edit = missing
            self.say(sentence(LooseEndUnanswered(end.words)), edit)
            return None
        chosen = self.how.currentData()
        return partial(
            self._service.close,
            self._view.incident.id,
            exit_reason=ExitReason(chosen) if chosen else None,
            note=self.note.text(),
            answers=self.ends.answers(),
            by=self.desk.session.seat.actor,
        )
