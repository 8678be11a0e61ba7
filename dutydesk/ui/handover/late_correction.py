"""Corrections after handover: a strip until a leader has seen them, and where he says he has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from dutydesk.domain.changes import Changes
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.late_correction import LateCorrection
from dutydesk.domain.officer import Officer
from dutydesk.services.late_correction import LateCorrectionService
from dutydesk.services.officer import OfficerService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.ask_dialog import AskDialog, Job
from dutydesk.ui.desk import Desk
from dutydesk.ui.handover.section import plain
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.ui.widgets.officer_choice import OfficerChoice
from dutydesk.ui.widgets.pin_field import PinField
from dutydesk.wording.late_correction import LATE_CORRECTION, change_lines, entry_line, notice

SEE = ActionSpec(
    "late_correction.see", "阅知交班后更正", "Ctrl+Shift+Y", ActionGroup.DESK, "signature"
)
_KEY = "late_correction"
_WIDE = 640

Unseen = Sequence[tuple[LateCorrection, ListedEntry]]
# With the words that stood before, by the correction's id, and who may have seen them.
_Read = tuple[Unseen, Mapping[str, str], Sequence[Officer]]


class LateCorrectionDialog(AskDialog):
    """Shows each of them; a leader acknowledges all shown with his PIN."""

    help_page = "handover"

    def __init__(
        self,
        desk: Desk,
        service: LateCorrectionService,
        read: _Read,
        parent: QWidget,
    ) -> None:
        super().__init__(desk, LATE_CORRECTION, "已阅知", parent)
        unseen, originals, officers = read
        self._service = service
        self._ids = frozenset(late.id for late, _ in unseen)
        self.setMinimumWidth(min(desk.theme.px(_WIDE), parent.window().width()))
        for late, listed in unseen:
            lines = change_lines(listed, originals.get(late.id, ""))
            self.form.addRow(plain("\n".join([entry_line(listed), *lines])))
        self.lead = OfficerChoice(desk.theme, "带班领导", "请选择")
        self.lead.show_officers(one for one in officers if one.may_lead and one.is_active)
        self.lead.choose(desk.session.seat.actor.officer_id)
        self.pin = PinField("带班领导口令", is_kept=True)
        self.form.row("带班领导", self.lead)
        self.form.row("带班领导口令", self.pin)
        self.form.note("阅知以前，这些更正印在每次的交接班记录上。")
        self.lead.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Job | None:
        """Acknowledge what is shown; what came meanwhile waits for the next time."""
        lead = self.lead.officer_id()
        if lead is None:
            self.say("还没有选带班领导。", self.lead)
            return None
        by = self.desk.session.seat.actor
        return partial(self._service.see, self._ids, lead, self.pin.text(), by=by)


class LateCorrections(QObject):
    """Lives as long as the window: keeps the strip true and opens the dialog."""

    def __init__(
        self, desk: Desk, service: LateCorrectionService, officers: OfficerService, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._service, self._officers = desk, service, officers
        self._window = window
        desk.actions.add(SEE, self.open, window)
        desk.hub.committed.connect(self._on_committed)
        self.reload()

    def reload(self) -> None:
        """Read what no leader has seen."""
        self._desk.runner.submit(self._service.unseen, done=self._show, failed=self._failed)

    def open(self) -> None:
        """Show them to a leader."""
        if self._desk.session.seat.may_write:
            self._desk.runner.submit(self._read, done=self._ask, failed=self._failed)

    def _read(self) -> _Read:
        service = self._service
        return service.unseen(), service.originals(), self._officers.officers()

    def _ask(self, read: _Read) -> None:
        if read[0]:
            LateCorrectionDialog(self._desk, self._service, read, self._window).open()
        else:
            words = "没有待阅知的交班后更正。"
            self._desk.notices.put(Notice(_KEY, NoticeKind.HINT, words))

    def _show(self, unseen: Unseen) -> None:
        if not unseen:
            self._desk.notices.take_down(_KEY)
            return
        words = notice(len(unseen))
        self._desk.notices.put(
            Notice(_KEY, NoticeKind.WARNING, words, "看一看…", self.open, stays=True)
        )

    def _on_committed(self, changes: Changes, _initiator: object) -> None:
        if changes.names("late_correction"):
            self.reload()

    def _failed(self, error: Exception) -> None:
        """Leave the strip as it is where the record cannot be read."""
        if not isinstance(error, Refusal | StoreError):
            raise error
