"""通报、先期处置、指挥: their sheets by key, and what of it stands in the detail pane."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel

from dutydesk.domain.changes import Done
from dutydesk.domain.command_hq import CommandHq
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.incident import Incident, IncidentChange, IncidentLevel
from dutydesk.services.incident import IncidentService, IncidentView
from dutydesk.services.incident_handling import HandlingSheet, IncidentHandlingService
from dutydesk.ui.actions import ActionGroup, ActionSpec
from dutydesk.ui.incident.action_sheet import ActionSheet
from dutydesk.ui.incident.decide_dialogs import GradeDialog
from dutydesk.ui.incident.lines_section import LinesSection
from dutydesk.ui.incident.notice_sheet import NoticeSheet
from dutydesk.ui.incident.panel import IncidentPanel
from dutydesk.ui.incident.told_people import FindPeople
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.wording import incident_handling as words

NOTIFY = ActionSpec(
    "incident.notify", "通报选中的事件", "Ctrl+I", ActionGroup.ENTRY, "phone-outgoing"
)
ACTIONS = ActionSpec(
    "incident.actions", "记先期处置", "Ctrl+Shift+D", ActionGroup.ENTRY, "list-checks"
)
TAKE_IN = ActionSpec(
    "incident.take_in", "把通报和先期处置列入处置情况", "", ActionGroup.ENTRY, "file-input"
)
VERBS = (NOTIFY, ACTIONS, TAKE_IN)
_REASON = "列入通报和先期处置"


@dataclass(frozen=True, slots=True)
class HandlingServices:
    """What the sheets ask of the services."""

    handling: IncidentHandlingService
    incident: IncidentService
    find_people: FindPeople


class HandlingDeed(QObject):
    """Hangs on the room: three verbs, three sections, and a row of the grade dialog."""

    def __init__(self, panel: IncidentPanel, services: HandlingServices) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._services = panel, panel.desk, services
        theme = panel.desk.theme
        self.command, self.told, self.done = (LinesSection(theme) for _ in range(3))
        self._call_hq = self.command.add_button("通报指挥部", self.notify)
        self._notify = self.told.add_button(f"通报  {NOTIFY.key}", self.notify)
        self._tick = self.done.add_button(f"先期处置  {ACTIONS.key}", self.note_actions)
        self._take_in = self.done.add_button("列入处置情况", self.take_in)
        for word, section in (
            ("指挥", self.command),
            ("通报", self.told),
            ("先期处置", self.done),
        ):
            panel.detail.add_section(word, section)
        panel.deeds.add(NOTIFY, self._ask(self._open_notices), self._open_file)
        panel.deeds.add(ACTIONS, self._ask(self._open_actions), self._open_file)
        panel.deeds.add(TAKE_IN, lambda _view: self.take_in())
        panel.deeds.grading = self._tell_command
        panel.view_shown.connect(self._read)
        view = panel.selected()
        if view is not None:
            self._read(view)

    def notify(self) -> None:
        """Open the sheet of calls for the selected incident."""
        self._desk.actions.trigger(NOTIFY.id)

    def note_actions(self) -> None:
        """Open the sheet of first actions for the selected incident."""
        self._desk.actions.trigger(ACTIONS.id)

    def take_in(self) -> None:
        """Write what was done and who was told into 处置情况, what stands there already once."""
        view = self._panel.selected()
        if view is not None and not view.incident.is_closed:
            self._desk.runner.submit(
                partial(self._services.handling.sheet, view.incident.id), done=self._write_in
            )

    def _open_file(self) -> IncidentView | None:
        """Return the selected incident unless it is in the archive; calls come after its end."""
        view = self._panel.selected()
        is_open = view is not None and not view.incident.is_archived
        return view if is_open and self._desk.session.seat.may_write else None

    def _ask(self, show: Callable[[HandlingSheet], None]) -> Callable[[IncidentView], None]:
        def ask(view: IncidentView) -> None:
            job = partial(self._services.handling.sheet, view.incident.id)
            self._desk.runner.submit(job, done=show)

        return ask

    def _open_notices(self, sheet: HandlingSheet) -> None:
        services, window = self._services, self._panel.window()
        NoticeSheet(self._desk, services.handling, services.find_people, sheet, window).open()

    def _open_actions(self, sheet: HandlingSheet) -> None:
        ActionSheet(self._desk, self._services.handling, sheet, self._panel.window()).open()

    def _write_in(self, sheet: HandlingSheet) -> None:
        incident = sheet.incident
        measures = words.measures_with(incident.measures, sheet.parties, sheet.actions)
        if measures == incident.measures:
            text = "处置情况里已经写全，没有新的可列入。"
            self._desk.notices.put(Notice("incident.take_in", NoticeKind.HINT, text))
            return
        change = IncidentChange({"measures": measures}, _REASON)
        job = partial(
            self._services.incident.update, incident.id, change, by=self._desk.session.seat.actor
        )
        self._desk.runner.submit(job, done=self._taken_in)

    def _taken_in(self, done: Done[Any]) -> None:
        self._desk.hub.announce(done.changes, self)
        text = "已列入处置情况，报告会带上。"
        self._desk.notices.put(Notice("incident.take_in", NoticeKind.DONE, text))

    def _read(self, view: IncidentView) -> None:
        job = partial(self._services.handling.sheet, view.incident.id)
        self._desk.runner.submit(job, done=self._show)

    def _show(self, sheet: HandlingSheet) -> None:
        chosen = self._panel.selected()
        if chosen is None or chosen.incident.id != sheet.incident.id:
            return
        now = self._desk.clock.now()
        self.command.show_lines([(words.command_words(sheet.command, sheet.incident), "")])
        untold = "、".join(one.party for one in sheet.parties if one.told is None)
        calls = sorted(
            (one for line in sheet.parties for one in line.notices), key=lambda one: one.told_at
        )
        told = [(words.notice_line(one, now), "" if one.is_reached else "soon") for one in calls]
        left = [(f"○ 还没有通报：{untold}", "muted")] if untold else [("● 都已通报", "done")]
        self.told.show_lines([*told, *left])
        taken = sorted(
            (one for line in sheet.actions for one in line.taken), key=lambda one: one.done_at
        )
        ticks = [(words.action_words(one, now), "") for one in taken]
        self.done.show_lines(ticks or [("还没有记。", "muted")])
        self._allow(sheet.incident)

    def _allow(self, incident: Incident) -> None:
        may_write = self._desk.session.seat.may_write
        for button in (self._call_hq, self._notify, self._tick):
            button.setEnabled(may_write and not incident.is_archived)
        self._take_in.setEnabled(may_write and not incident.is_closed)

    def _tell_command(self, dialog: GradeDialog, view: IncidentView) -> None:
        """Say in the dialog of grading who would command at the level chosen there."""
        label = QLabel()
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        dialog.form.row("由谁指挥", label)
        job = partial(self._services.handling.commands, view.incident.id)
        shown = partial(_follow_level, dialog, label, view.incident)
        self._desk.runner.submit(job, done=shown)


def _follow_level(
    dialog: GradeDialog,
    label: QLabel,
    incident: Incident,
    commands: dict[IncidentLevel, CommandHq | None],
) -> None:
    def follow() -> None:
        level = IncidentLevel(dialog.level.currentData() or IncidentLevel.UNCLASSIFIED)
        label.setText(words.level_command_words(commands[level], incident, level))

    dialog.level.currentIndexChanged.connect(follow)
    follow()
