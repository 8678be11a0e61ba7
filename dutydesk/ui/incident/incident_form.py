"""A new incident: facts, a suggestion while the figures are typed, the level if somebody decides.

What is typed is kept as a draft within a second; it stays until the incident is on record.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.draft import Draft
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.incident import GRADES, DraftIncident, Incident
from dutydesk.domain.incident import IncidentLevel as Level
from dutydesk.services.incident import IncidentService
from dutydesk.ui.desk import Desk
from dutydesk.ui.draft_bar import DraftBar, DraftFace
from dutydesk.ui.draft_keeper import DraftKeeper
from dutydesk.ui.incident.deeds import SAVE
from dutydesk.ui.incident.entry_facts import lines_from
from dutydesk.ui.incident.fact_fields import FactFields
from dutydesk.ui.incident.suggestion_line import SuggestionLine
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.steady_scroll import SteadyScroll
from dutydesk.wording.incident_view import level_choice
from dutydesk.wording.sentences import sentence

FORM = "incident"
FACE = DraftFace(FORM, "received_at", ("title", "situation", "place"), "kind", new_word="新事件")


class IncidentForm(QWidget):
    """Takes one incident; ``opened(Incident)`` after COMMIT, ``left`` when set aside by Esc.

    The room gives ``drafts``, what was set aside, its place. What must not disturb a save is put
    into ``when_saved`` and done after it, unless the save is refused.
    """

    opened = Signal(object)
    left = Signal()

    def __init__(
        self, desk: Desk, service: IncidentService, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, service
        self.draft_id = service.new_id()
        self._origin: str | None = None
        self._is_saving = self._is_recording = False
        self._held_focus: QWidget | None = None
        self.when_saved: Callable[[], object] | None = None
        self._head = QLabel("登记突发事件")
        self.fields = FactFields(desk, service)
        self.suggestion = SuggestionLine(desk, service)
        self.level, self.reason = ChoiceBox(desk.theme, "认定等级"), QLineEdit()
        self.save = QPushButton("登记  Ctrl+Enter")
        self.later = QPushButton("放下  Esc")
        self.drop = QPushButton("清空")
        self._answer = QLabel()
        self.keeper = DraftKeeper(desk, self.typed, self)
        self.drafts = DraftBar(desk, self, FACE)
        self._build()
        desk.actions.add(SAVE, self.submit, self, local=True)
        desk.theme.changed.connect(self._restyle)
        self._restyle()
        desk.runner.submit(service.kinds, done=self.fields.show_kinds)
        self.drafts.restore()

    def begin(self) -> None:
        """Take the time of this key press, unless something is written already."""
        if self.is_empty():
            self.fields.received.set_now()
        self.fields.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def is_saving(self) -> bool:
        """Tell whether an incident or a draft is on its way to the disk; the form then waits."""
        return self._is_saving

    def set_aside(self, then: Callable[[], object]) -> None:
        """Keep what is written as a draft, empty the form and go on with ``then``.

        Emptied only once the draft is kept: on a full disk the text would be gone.
        """
        if self.is_empty():
            then()
        elif self._desk.session.seat.may_write:
            self._hold(is_held=True)
            self.keeper.save(then=partial(self._set_aside, then), failed=self._refused)

    def begin_from(self, entry: LogEntry) -> None:
        """Fill in what a log entry says, once what stood here is kept."""
        self.set_aside(then=partial(self._fill_from, entry))

    def _set_aside(self, then: Callable[[], object]) -> None:
        self._hold(is_held=False)
        self._clear()
        self.drafts.refresh()
        then()
        self._go_on()

    def _fill_from(self, entry: LogEntry) -> None:
        # The time of the entry is the start of the clock.
        self._clear()
        self._origin = entry.id
        self.fields.load_lines(lines_from(entry, self.fields.kind_names()))
        self.fields.received.set_value(entry.at)
        self.fields.guess_kind(entry.text)
        self.keeper.touch()
        self.drafts.retitle()
        self.fields.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.fields.title.selectAll()

    def is_empty(self) -> bool:
        """Tell whether nothing was typed that would be missed."""
        typed = self.fields.lines()
        typed.pop("received_at")
        return not any(text.strip() for text in typed.values())

    def submit(self) -> None:
        """Put the incident on record; on refusal the text stays and the reason is shown."""
        if self._is_saving or not self._desk.session.seat.may_write:
            return
        try:
            draft = self._draft()
        except Refusal as refusal:
            self._refused(refusal)
            return
        self._hold(is_held=True)
        self._is_recording = True
        self._say("正在保存…", tone="muted")
        self._desk.runner.submit(
            partial(self._service.open, draft, by=self._desk.session.seat.actor),
            done=self._saved,
            failed=self._refused,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Set the form aside; the draft stays."""
        self.keeper.save()
        self.left.emit()

    def load(self, draft: Draft) -> None:
        """Show a kept draft."""
        self._say("")
        self.draft_id = draft.id
        self._origin = draft.content.get("origin_entry_id") or None
        self.fields.load_lines(draft.content)
        self.level.setCurrentIndex(max(0, self.level.findData(draft.content.get("level") or None)))
        self.reason.setText(draft.content.get("level_reason", ""))
        self.keeper.forget()
        self._ask_suggestion()

    def _draft(self) -> DraftIncident:
        level = self.level.currentData()
        return DraftIncident(
            id=self.draft_id,
            level=Level(level) if level else None,
            level_reason=self.reason.text(),
            origin_entry_id=self._origin,
            **self.fields.values(),  # type: ignore[arg-type]  # facts by field name
        )

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(self, ground="surface")
        self.level.addItem(level_choice(None), None)
        for level in GRADES:
            self.level.addItem(level_choice(level), level.value)
        self.reason.setPlaceholderText("认定依据，不写就用参考等级的依据")
        # Level comes right after the figures it follows from.
        self.fields.top.row("等级建议", self.suggestion)
        self.fields.top.row("认定等级", self.level)
        self.fields.top.row("认定依据", self.reason)
        inside = QWidget()
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_style(inside, ground="surface")
        self._column = QVBoxLayout(inside)
        self._column.addWidget(self._head)
        self._column.addWidget(self.fields)
        self._column.addStretch(1)
        scroll = self._scroll = SteadyScroll()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        set_style(self.save, rank="primary")
        self._answer.setWordWrap(True)
        self._foot = QHBoxLayout()
        for button in (self.save, self.later, self.drop):
            self._foot.addWidget(button)
        self._foot.addWidget(self._answer, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll, 1)
        whole.addLayout(self._foot)
        self._connect()

    def _connect(self) -> None:
        self.fields.edited.connect(self.keeper.touch)
        self.fields.figures_edited.connect(self._ask_suggestion)
        self.save.clicked.connect(self.submit)
        self.later.clicked.connect(self.leave)
        self.drop.clicked.connect(self.give_up)

    def _ask_suggestion(self) -> None:
        self.suggestion.ask(self.fields.kind.kind(), self.fields.figures.readable())

    def typed(self) -> Draft | None:
        """Return what is typed now, None when nothing would be missed."""
        if self.is_empty() or self._is_recording:
            return None
        lines = {
            **self.fields.lines(),
            "level": str(self.level.currentData() or ""),
            "level_reason": self.reason.text(),
            "origin_entry_id": self._origin or "",
        }
        return Draft(self.draft_id, FORM, lines)

    def _clear(self) -> None:
        self.draft_id = self._service.new_id()
        self._origin = None
        self.fields.load_lines({})
        self.level.setCurrentIndex(0)
        self.reason.clear()
        self._say("")
        self.keeper.forget()

    def give_up(self) -> None:
        """Forget what is typed and begin with an empty form."""
        self.keeper.give_up(self.draft_id)
        self._clear()
        self.begin()

    def _saved(self, done: Done[Incident]) -> None:
        self._hold(is_held=False)
        self._clear()
        self._desk.hub.announce(done.changes, self)
        self.drafts.refresh()
        self.opened.emit(done.value)
        self._go_on()

    def _go_on(self) -> None:
        """Do what was asked for while the form waited."""
        waiting, self.when_saved = self.when_saved, None
        if waiting is not None:
            waiting()

    def _refused(self, error: Exception) -> None:
        self.when_saved = None
        self._hold(is_held=False)
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._say(sentence(error))

    def _hold(self, *, is_held: bool) -> None:
        """Keep everything as it is while it is being saved; then the cursor is where it was."""
        self._is_saving = is_held
        self._is_recording = False
        if is_held:
            self._held_focus = self.focusWidget()
        self.fields.set_locked(is_locked=is_held)
        self.reason.setReadOnly(is_held)
        for widget in (self.level, self.save, self.drop):
            widget.setEnabled(not is_held)
        if not is_held and self._held_focus is not None and self.isVisible():
            self._held_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, words: str, tone: str = "overdue") -> None:
        set_style(self._answer, tone=tone)
        self._answer.setText(words)

    def _restyle(self) -> None:
        theme = self._desk.theme
        side = theme.px(16)
        self._head.setFont(theme.font("title", bold=True))
        self._column.setContentsMargins(side, theme.px(12), side, theme.px(8))
        self._column.setSpacing(theme.px(8))
        self._foot.setContentsMargins(side, theme.px(8), side, theme.px(8))
        self._foot.setSpacing(theme.px(8))
