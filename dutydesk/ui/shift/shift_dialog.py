"""本班: who keeps the running shift beside its primary officer, weather, general situation."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.officer import Actor
from dutydesk.domain.shift import Posts, Presence, Shift
from dutydesk.services.shift import ShiftService
from dutydesk.ui.ask_dialog import AskDialog, Job
from dutydesk.ui.desk import Desk
from dutydesk.ui.shift.reading import ShiftRead, ShiftServices, slot_words
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.officer_choice import OfficerChoice
from dutydesk.wording import when
from dutydesk.wording.shift import PRESENCE


class ShiftDialog(AskDialog):
    """Changes posts, weather and situation of the running shift; ``answered(Shift)``."""

    help_page = "shift"

    def __init__(
        self, desk: Desk, services: ShiftServices, read: ShiftRead, parent: QWidget
    ) -> None:
        super().__init__(desk, "本班", "保存  Ctrl+S", parent)
        self._services, self._view = services, read.view
        self.weather = QLineEdit()
        self.lead = OfficerChoice(desk.theme, "带班领导", "未定")
        self.presence = ChoiceBox(desk.theme, "带班方式")
        self.secondary = OfficerChoice(desk.theme, "副班", "无")
        self.standby = OfficerChoice(desk.theme, "备勤", "无")
        self._build_rows(read)
        if read.view.shift is not None:
            # Posts are choices made in a second; only sentences are worth keeping.
            words = {"weather": self.weather, "situation": self.situation}
            self.keep(f"shift:{read.view.shift.id}", words).begin()
        QShortcut(QKeySequence("Ctrl+S"), self, self.submit)
        self.weather.setFocus()

    def job(self) -> Job | None:
        """Write what was changed."""
        shift = self._view.shift
        if shift is None:
            return None
        posts = Posts(
            shift.primary_officer_id or "",
            self.lead.officer_id(),
            self.secondary.officer_id(),
            self.standby.officer_id(),
        )
        words = (self.weather.text().strip(), self.situation.toPlainText().strip())
        change = _Change(posts, Presence(self.presence.currentData()), words)
        return partial(change.write, self._services.shift, shift, self.desk.session.seat.actor)

    def _build_rows(self, read: ShiftRead) -> None:
        for presence in Presence:
            self.presence.addItem(PRESENCE[presence], presence.value)
        shift, primary = read.view.shift, read.view.primary
        self.weather.setPlaceholderText("例如：多云转小雨，8到14度，东北风3级")
        self.form.addRow(QLabel("班次"), QLabel(slot_words(shift) if shift else ""))
        since = f"，{when.full(shift.started_at)} 接班" if shift and shift.started_at else ""
        self.form.addRow(QLabel("主班"), QLabel(f"{primary.name if primary else ''}{since}"))
        self.form.row("天气", self.weather)
        self.situation = self.text_row("值班概况", "本班总的情况，印在值班日志和交接班记录上")
        self.form.row("带班领导", self.lead)
        self.form.row("带班方式", self.presence)
        self.form.row("副班", self.secondary)
        self.form.row("备勤", self.standby)
        self.form.note("主班在“交接班”里更换。")
        self.lead.show_officers(read.leads)
        others = [one for one in read.writers if primary is None or one.id != primary.id]
        self.secondary.show_officers(others)
        self.standby.show_officers(others)
        if shift is not None:
            self._show(shift)
        self.accept_button.setEnabled(self.desk.session.seat.may_write)

    def _show(self, shift: Shift) -> None:
        self.weather.setText(shift.weather)
        self.situation.setPlainText(shift.general_situation)
        self.presence.setCurrentIndex(self.presence.findData(shift.presence.value))
        self.lead.choose(shift.lead_officer_id)
        self.secondary.choose(shift.secondary_officer_id)
        self.standby.choose(shift.standby_officer_id)


class _Change:
    """What the form says, written as far as it differs from the shift."""

    def __init__(self, posts: Posts, presence: Presence, words: tuple[str, str]) -> None:
        self._posts, self._presence, self._words = posts, presence, words

    def write(self, service: ShiftService, shift: Shift, by: Actor) -> Done[Shift]:
        """Write posts and words; nothing is written that stayed as it was."""
        done: Done[Shift] = Done(shift, Changes({}))
        touched: dict[str, frozenset[str]] = {}
        if (self._posts, self._presence) != (_posts_of(shift), shift.presence):
            done = service.change_posts(self._posts, self._presence, by=by)
            touched = dict(done.changes.touched)
        if self._words != (shift.weather, shift.general_situation):
            done = service.describe(*self._words, by=by)
            for table, ids in done.changes.touched.items():
                touched[table] = touched.get(table, frozenset()) | ids
        return Done(done.value, Changes(touched))


def _posts_of(shift: Shift) -> Posts:
    return Posts(
        shift.primary_officer_id or "",
        shift.lead_officer_id,
        shift.secondary_officer_id,
        shift.standby_officer_id,
    )
