"""接班 in a room where nobody is on duty yet: posts, and the PIN of who takes over."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from dutydesk.domain.rostered_posts import RosteredPosts
from dutydesk.domain.shift import Posts
from dutydesk.ui.ask_dialog import AskDialog, Job
from dutydesk.ui.desk import Desk
from dutydesk.ui.shift.reading import ShiftRead, ShiftServices, slot_words
from dutydesk.ui.widgets.officer_choice import OfficerChoice
from dutydesk.ui.widgets.pin_field import PinField


class TakeOverDialog(AskDialog):
    """Starts the first shift; ``answered(Shift)``."""

    help_page = "shift"

    def __init__(
        self, desk: Desk, services: ShiftServices, read: ShiftRead, parent: QWidget
    ) -> None:
        super().__init__(desk, "接班", "接班", parent)
        self._services, self._read = services, read
        self.primary = OfficerChoice(desk.theme, "主班", "请选择")
        self.pin = PinField("主班口令", is_kept=True)
        self.lead = OfficerChoice(desk.theme, "带班领导", "暂不填")
        self.secondary = OfficerChoice(desk.theme, "副班", "无")
        self.standby = OfficerChoice(desk.theme, "备勤", "无")
        label = QLabel(slot_words(read.coming))
        self.form.addRow(QLabel("班次"), label)
        for word, field in (
            ("主班", self.primary),
            ("主班口令", self.pin),
            ("带班领导", self.lead),
            ("副班", self.secondary),
            ("备勤", self.standby),
        ):
            self.form.row(word, field)
        self.form.note("接班后，记录记在主班名下。以后每班都在“交接班”里交接。")
        for choice in (self.primary, self.secondary, self.standby):
            choice.show_officers(read.writers)
        self.lead.show_officers(read.leads)
        if not read.writers:
            self.say("还没有值班人员。请管理员先到“值班人员”里新增，再来接班。")
        self._propose(read.rostered)

    def _propose(self, rostered: RosteredPosts) -> None:
        """Choose whom the roster has on this shift; the cursor waits for what is missing."""
        self.primary.choose(rostered.primary_officer_id)
        self.lead.choose(rostered.lead_officer_id)
        self.secondary.choose(rostered.secondary_officer_id)
        self.standby.choose(rostered.standby_officer_id)
        (self.pin if self.primary.officer_id() else self.primary).setFocus()

    def job(self) -> Job | None:
        """Start the shift with the posts chosen."""
        primary = self.primary.officer_id()
        if primary is None:
            self.say("还没有选主班。请选好由谁接班。", self.primary)
            return None
        posts = Posts(
            primary,
            self.lead.officer_id(),
            self.secondary.officer_id(),
            self.standby.officer_id(),
        )
        by = self.desk.session.seat.actor
        return partial(self._services.shift.start, posts, self.pin.text(), by=by)
