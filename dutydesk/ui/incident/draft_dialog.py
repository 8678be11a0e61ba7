"""Writing a draft: one that is begun, one that was sent back, or one that corrects a report."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.report import DraftReport, ReportStage
from dutydesk.ui.ask_dialog import Job
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.draft_services import DraftServices
from dutydesk.ui.incident.report_text_pane import ReportTextPane
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.receivers import line_of, units_in
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording.incident import stage_word

SAVE, HAND_IN = "存为稿件  Ctrl+S", "送审  Ctrl+Enter"


@dataclass(frozen=True, slots=True)
class DraftMatter:
    """What is written on: the draft as it stands, with the id it keeps.

    ``form`` is the name under which what was typed is kept; ``mark`` says what it corrects.
    """

    asked: DraftReport
    form: str
    mark: str = ""


class DraftDialog(LongDialog):
    """Ctrl+Enter hands it in, Ctrl+S leaves it on the desk; a correction keeps its stage."""

    help_page = "report_draft"

    def __init__(
        self, desk: Desk, services: DraftServices, matter: DraftMatter, parent: QWidget
    ) -> None:
        title = f"更正{matter.mark}" if matter.mark else "稿件"
        super().__init__(desk, title, HAND_IN, parent)
        self._services, self._asked = services, matter.asked
        self.step_id = services.draft.new_id()
        self.stage = ChoiceBox(desk.theme, "阶段")
        self.report_to, self.copy_to = QLineEdit(), QLineEdit()
        self.writing = ReportTextPane(desk.theme)
        self.text = self.writing.edit
        self._fill(matter.mark)
        self.save_button = self.also(SAVE, self._save)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(partial(self.do, self._save))
        fields = {
            "stage": self.stage,
            "report_to": self.report_to,
            "copy_to": self.copy_to,
            "text": self.text,
        }
        self.keep(matter.form, fields).begin()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Job:
        by = self.desk.session.seat.actor
        return partial(self._services.draft.hand_in, self._draft(), self.step_id, by=by)

    def _save(self) -> Job:
        by = self.desk.session.seat.actor
        return partial(self._services.draft.save, self._draft(), by=by)

    def _draft(self) -> DraftReport:
        asked = self._asked
        return DraftReport(
            id=asked.id,
            incident_id=asked.incident_id,
            stage=ReportStage(self.stage.currentData()),
            medium=asked.medium,
            sent_at=self.desk.clock.now(),
            report_to=units_in(self.report_to.text()),
            copy_to=units_in(self.copy_to.text()),
            receiver=asked.receiver,
            body=self.text.toPlainText(),
            corrects_report_id=asked.corrects_report_id,
            bypass_reason=asked.bypass_reason,
        )

    def _fill(self, mark: str) -> None:
        for stage in ReportStage:
            self.stage.addItem(stage_word(stage, self._services.first_word()), stage.value)
        self.stage.setCurrentIndex(self.stage.findData(self._asked.stage.value))
        self.stage.setEnabled(self._asked.corrects_report_id is None)
        self.report_to.setText(line_of(self._asked.report_to))
        self.copy_to.setText(line_of(self._asked.copy_to))
        self.report_to.setPlaceholderText("几个单位用顿号隔开")
        self.text.setPlainText(self._asked.body)
        if mark:
            self.form.row("更正", QLabel(mark))
        for word, field in (
            ("阶段", self.stage),
            ("报给", self.report_to),
            ("抄送", self.copy_to),
            ("内容", self.writing),
        ):
            self.form.row(word, field)
