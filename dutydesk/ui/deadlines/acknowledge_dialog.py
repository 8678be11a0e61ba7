"""Who heard the alarm: names to choose from, Enter puts it on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.alarm import AcknowledgedAlarm, AlarmState, MissedAlarm
from dutydesk.domain.changes import Done
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.officer import Actor, Officer
from dutydesk.services.alarm import AlarmService
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.form_rows import FormRows
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.alarm import MISSED
from dutydesk.wording.sentences import sentence

_WIDTH = 480
_MOST, _ROWS = 6, 5


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """What is acknowledged: the alarms as the log will name them, and what the dialog shows.

    ``missed`` could not be heard when it was time, ``listed`` says them one by one.
    """

    service: AlarmService
    alarms: tuple[AcknowledgedAlarm, ...]
    states: Mapping[str, AlarmState]
    shown: Sequence[str]
    missed: tuple[MissedAlarm, ...] = ()
    listed: Sequence[str] = ()


class AcknowledgeDialog(QDialog):
    """``heard(keys, name)`` after COMMIT; the one who sits at the desk is chosen already."""

    help_page = "alarm"

    heard = Signal(tuple, str)

    def __init__(
        self,
        desk: Desk,
        officers: Sequence[Officer],
        matter: Acknowledgement,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._matter = desk, matter
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("确认报警")
        self.who = ChoiceBox(desk.theme, "确认人")
        self._answer = QLabel()
        self._buttons = QDialogButtonBox()
        self._accept = self._buttons.addButton("确认报警", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        for officer in officers:
            self.who.addItem(officer.name, officer.id)
        if not officers:
            self.who.addItem(desk.session.seat.name, None)
        sitting = desk.session.seat.actor.officer_id
        self.who.setCurrentIndex(max(0, self.who.findData(sitting)))
        self._build()

    def submit(self) -> None:
        """Put the acknowledgement on record; the dialog closes when it is."""
        officer_id = self.who.currentData()
        by = Actor(officer_id, officer_id) if officer_id else self._desk.session.seat.actor
        if not self._accept.isEnabled():
            return
        self._accept.setEnabled(False)
        self._desk.runner.submit(
            partial(
                self._matter.service.acknowledge,
                self._matter.alarms,
                self._matter.states,
                missed=self._matter.missed,
                by=by,
            ),
            done=self._done,
            failed=self._refused,
        )

    def reject(self) -> None:
        """Close without doing it; not while it is on its way to the record."""
        if self._accept.isEnabled():
            super().reject()

    def _build(self) -> None:
        theme = self._desk.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        for text in self._matter.shown[:_MOST]:
            column.addWidget(_label(text))
        left = len(self._matter.shown) - _MOST
        if left > 0:
            column.addWidget(_label(f"另有{left}项报警，一并确认。"))
        if self._matter.listed:
            column.addWidget(_label(f"{MISSED}的报警："))
            column.addWidget(self._missed_list())
        rows = FormRows(theme)
        rows.row("确认人", self.who)
        rows.note("值班日志会自动记一条：谁在什么时候听到了报警。报告仍要报出。")
        column.addLayout(rows)
        column.addWidget(self._answer)
        column.addWidget(self._buttons)
        set_style(self._answer, tone="overdue")
        self._answer.setWordWrap(True)
        self._answer.hide()
        set_style(self._accept, rank="primary")
        self._accept.setDefault(True)
        self._buttons.accepted.connect(self.submit)
        self._buttons.rejected.connect(self.reject)
        above = self.parentWidget()
        wide = min(theme.px(_WIDTH), above.width()) if above is not None else theme.px(_WIDTH)
        self.setMinimumWidth(wide)
        # Words that wrap need their height for this very width.
        self.setMinimumHeight(column.totalHeightForWidth(wide))
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def _missed_list(self) -> QListWidget:
        """List what nobody could hear, in the order it should have been heard."""
        listed, theme = QListWidget(), self._desk.theme
        listed.setAccessibleName(f"{MISSED}的报警")
        listed.addItems(self._matter.listed)
        listed.setWordWrap(True)
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = min(len(self._matter.listed), _ROWS)
        listed.setFixedHeight(theme.px(8) + rows * 2 * listed.fontMetrics().height())
        return listed

    def _done(self, done: Done[str]) -> None:
        self._desk.hub.announce(done.changes, self)
        self.heard.emit(tuple(alarm.key for alarm in self._matter.alarms), done.value)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._accept.setEnabled(True)
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._answer.setText(sentence(error))
        self._answer.show()


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
