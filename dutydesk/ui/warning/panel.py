"""预警, the room of warnings: in force first; told in time, responded to, changed, lifted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.warning import WarningNotice
from dutydesk.domain.warning_clock import WarningLimits
from dutydesk.services.warning import WarningFile
from dutydesk.ui.desk import Desk
from dutydesk.ui.ledger_room import LedgerLook, LedgerRoom
from dutydesk.ui.warning import keys
from dutydesk.ui.warning.rows import COLUMNS, row_of, story
from dutydesk.ui.warning.step_dialogs import (
    EndResponseDialog,
    ExtendDialog,
    ForwardDialog,
    LiftDialog,
    NoteDialog,
    ReportDialog,
    RespondDialog,
    StepDialog,
)
from dutydesk.ui.warning.warning_dialog import WarningDialog, WarningServices, WarningStart
from dutydesk.ui.widgets.empty_state import EmptyWords
from dutydesk.wording import warning as words

_EMPTY = EmptyWords(
    "cloud-sun",
    "没有在效的预警",
    "收到预警就登记：10分钟内报告、30分钟内转发由时限盯着，一直跟到解除。",
    "登记一条  Ctrl+N",
)
# Lines of the story, where the room is high and where it is low; in pixels at 100 % type.
_LINES, _FEW_LINES, _LOW = 7, 2, 440
_TABLES = ("warning", "warning_step", "warning_kind", "call_round", "call_target", "setting")
_LOOK = LedgerLook("预警", "在效", "内容和处理", COLUMNS, _EMPTY, _TABLES)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the list is made of."""

    warnings: Sequence[WarningNotice]
    limits: WarningLimits
    kinds: Sequence[str]


class WarningPanel(LedgerRoom):
    """Lists warnings; ``call_round_wanted`` with the id of one whose people are to be rung.

    ``count_changed`` says how many are in force or have a response that runs on.
    """

    call_round_wanted = Signal(str)
    help_page = "warning"

    def __init__(
        self,
        desk: Desk,
        services: WarningServices,
        show_paper: Callable[[PaperRequest], object],
        parent: QWidget | None = None,
    ) -> None:
        verbs = (
            ("登记  Ctrl+N", self.begin),
            ("报告  Ctrl+R", partial(self._ask, keys.REPORT.id)),
            ("转发  Ctrl+U", partial(self._ask, keys.FORWARD.id)),
            ("叫应  Ctrl+J", self.call),
            ("响应  Ctrl+Y", partial(self._ask, keys.RESPOND.id)),
            ("变更  Ctrl+E", self.change),
            ("解除  Ctrl+D", partial(self._ask, keys.LIFT.id)),
        )
        super().__init__(desk, _LOOK, verbs, parent)
        self._services, self._show_paper = services, show_paper
        self._kinds: Sequence[str] = ()
        self.warnings: list[WarningNotice] = []
        self._connect()
        self.reload()

    def begin(self) -> bool:
        """Ask for a new warning (Ctrl+N)."""
        self._open(WarningStart(self._kinds))
        return True

    def paste(self) -> None:
        """Begin with the text that was copied."""
        text = QGuiApplication.clipboard().text()
        self._open(WarningStart(self._kinds, text=text))

    def begin_from(self, entry: LogEntry) -> None:
        """Register the warning that a log entry tells of."""
        self._open(WarningStart(self._kinds, entry=entry))

    def change(self) -> None:
        """Ask for the warning that takes the place of the selected one."""
        warning = self.selected() if self.isVisible() else None
        if warning is not None and warning.is_in_force:
            self._open(WarningStart(self._kinds, old=warning))

    def call(self) -> None:
        """Begin a call round for the selected warning."""
        warning = self.selected() if self.isVisible() else None
        if warning is not None and self.desk.session.seat.may_write:
            self.call_round_wanted.emit(warning.id)

    def print_view(self) -> bool:
        """F9: the filing form of the selected warning."""
        warning = self.selected()
        if warning is None:
            return False
        self._show_paper(PaperRequest(PaperKind.WARNING_FORM, warning_id=warning.id))
        return True

    def why_no_paper(self) -> str:
        return "还没有可打印的预警备案表。先登记一条预警。"

    def add_verb(self, words_said: str, handler: Callable[[], object]) -> None:
        """Put what hangs on the room from outside into 更多."""
        self._verbs.add(words_said, handler, lambda: True)

    def selected(self) -> WarningNotice | None:
        """Return the warning of the current row."""
        chosen = self.table.chosen()
        return next((one for one in self.warnings if one.id == chosen), None)

    def show_record(self, record_id: str) -> None:
        """Select a warning, listing what ended too where it is one of those."""
        if all(one.id != record_id for one in self.warnings) and not self.is_all:
            self.which.setCurrentIndex(self.which.findData("all"))
        super().show_record(record_id)

    def reload(self) -> None:
        """Read the warnings again."""
        job = partial(self._read, only_open=not self.is_all)
        self.desk.runner.submit(job, done=self._show)

    def _read(self, *, only_open: bool) -> _Read:
        services = self._services
        return _Read(
            services.warning.warnings(only_open=only_open),
            services.warning.limits(),
            [one.name for one in services.kind.kinds() if one.is_active],
        )

    def _connect(self) -> None:
        actions = self.desk.actions
        actions.add(keys.NEW, self.begin, self)
        actions.add(keys.PASTE, self.paste, self, local=True)
        actions.add(keys.CALL, self.call, self, local=True)
        actions.add(keys.CHANGE, self.change, self, local=True)
        for spec in keys.STEPS:
            if spec.id in _DEEDS:
                actions.add(spec, partial(self._ask, spec.id), self, local=True)
        for spec, word in (
            (keys.END_RESPONSE, "终止响应  Ctrl+M"),
            (keys.EXTEND, "延续  Ctrl+B"),
            (keys.NOTE, "记一笔  Ctrl+I"),
        ):
            self._verbs.add(word, partial(self._ask, spec.id), partial(self._may, spec.id))
        self._verbs.add("粘贴原文登记  Ctrl+Shift+V", self.paste, self._may_write)
        # The marks are drawn in the colours of the palette.
        self.desk.theme.changed.connect(self.reload)

    def _open(self, start: WarningStart) -> None:
        if not self.desk.session.seat.may_write:
            return
        dialog = WarningDialog(self.desk, self._services, start, self.window())
        dialog.answered.connect(self._on_registered)
        dialog.open()

    def _on_registered(self, warning: WarningNotice) -> None:
        self._wanted = warning.id
        self.reload()

    def _ask(self, deed: str) -> None:
        warning = self.selected() if self.isVisible() else None
        dialog, _ = _DEEDS[deed]
        if warning is not None and self._may(deed):
            dialog(self.desk, self._services, warning, self.window()).open()

    def _may_write(self) -> bool:
        return bool(self.desk.session.seat.may_write)

    def _may(self, deed: str) -> bool:
        warning = self.selected()
        _, fits = _DEEDS[deed]
        return warning is not None and self._may_write() and fits(warning)

    def _show(self, read: _Read) -> None:
        now, theme = self.desk.clock.now(), self.desk.theme
        self.warnings, self._kinds = list(read.warnings), read.kinds
        rows = [row_of(theme, one, read.limits, now) for one in self.warnings]
        self.list_rows(rows, sum(one.is_open for one in self.warnings))

    def _on_selected(self) -> None:
        warning = self.selected()
        if warning is not None:
            job = partial(self._services.warning.file, warning.id)
            self.desk.runner.submit(job, done=self._show_file)
        self._allow()

    def _show_file(self, file: WarningFile) -> None:
        warning = self.selected()
        if warning is not None and warning.id == file.warning.id:
            head = f"{file.warning.warning_no}　{words.issued(file.warning)}"
            self.steps.show_steps(head, story(file))

    def _on_activated(self, _index: object) -> None:
        """Enter: read it all, in a window of its own where the room is low."""
        if self.steps.isVisible():
            self.steps.lines.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.desk.messages.tell(self.steps.head.text(), self.steps.lines.toPlainText())

    def _show_steps(self) -> None:
        """Let the story give way at a large type, not the list."""
        super()._show_steps()
        theme, lines = self.desk.theme, self.steps.lines
        count = _LINES if self.height() >= theme.px(_LOW) else _FEW_LINES
        lines.setMaximumHeight(lines.fontMetrics().lineSpacing() * count + theme.px(16))

    def _allow(self) -> None:
        new, report, forward, call, respond, change, lift = self._verbs.buttons
        warning = self.selected()
        is_there = warning is not None and self._may_write()
        new.setEnabled(self._may_write())
        call.setEnabled(is_there)
        change.setEnabled(is_there and warning is not None and warning.is_in_force)
        for button, spec in (
            (report, keys.REPORT),
            (forward, keys.FORWARD),
            (respond, keys.RESPOND),
            (lift, keys.LIFT),
        ):
            button.setEnabled(self._may(spec.id))


def _is_any(_warning: WarningNotice) -> bool:
    return True


def _is_in_force(warning: WarningNotice) -> bool:
    return warning.is_in_force


def _is_responding(warning: WarningNotice) -> bool:
    return warning.is_response_running


# What each key asks for, and of which warnings.
_DEEDS: dict[str, tuple[type[StepDialog], Callable[[WarningNotice], bool]]] = {
    keys.REPORT.id: (ReportDialog, _is_any),
    keys.FORWARD.id: (ForwardDialog, _is_any),
    keys.RESPOND.id: (RespondDialog, _is_in_force),
    keys.END_RESPONSE.id: (EndResponseDialog, _is_responding),
    keys.EXTEND.id: (ExtendDialog, _is_in_force),
    keys.LIFT.id: (LiftDialog, _is_in_force),
    keys.NOTE.id: (NoteDialog, _is_any),
}
