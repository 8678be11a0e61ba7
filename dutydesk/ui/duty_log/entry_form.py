"""The quick entry: time taken at the first key press, kind, caller, text, Enter.

What is typed is kept as a draft within a second; the text stays in the form until the record has
acknowledged it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from dutydesk.domain.draft import Draft
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.ui.draft_keeper import DraftKeeper
from dutydesk.ui.duty_log.attached_files import AttachedFiles
from dutydesk.ui.duty_log.blanks import Blanks
from dutydesk.ui.duty_log.entry_fields import EntryFields
from dutydesk.ui.duty_log.idle_time import IdleTime
from dutydesk.ui.duty_log.matter_line import MatterLine
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.ui.widgets.restyle import set_style

if TYPE_CHECKING:
    from dutydesk.domain.changes import Done
    from dutydesk.domain.duty_log import ListedEntry, LogEntry
    from dutydesk.domain.entry_kind import EntryKind
    from dutydesk.services.duty_log import DutyLogService
    from dutydesk.ui.desk import Desk
    from dutydesk.ui.duty_log.caller import Caller, FindCallers

FORM = "entry"


class EntryForm(QWidget):
    """Takes one entry; ``recorded(LogEntry)`` is emitted after COMMIT."""

    recorded = Signal(object)
    drafts_changed = Signal()

    def __init__(
        self,
        desk: Desk,
        service: DutyLogService,
        find_callers: FindCallers,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, service
        self.draft_id = service.new_id()
        self._is_saving = self._is_recording = False
        self._was_empty = True
        self._waiting: Callable[[], None] | None = None
        self.fields = EntryFields(desk, find_callers)
        self.blanks = Blanks(self.fields.text)
        self.files = AttachedFiles(desk)
        self._idle = IdleTime(desk, self.fields, self.is_empty)
        self._answer = QLabel()
        self._answer.setWordWrap(True)
        self._answer.hide()
        self.matter = MatterLine(desk, service, self.fields)
        self.keeper = DraftKeeper(desk, self.typed, self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.fields)
        self._column.addWidget(self.matter)
        self._column.addWidget(self.files)
        self._column.addWidget(self._answer)
        self.fields.edited.connect(self._on_edited)
        self.fields.submitted.connect(self.submit)
        self.files.edited.connect(self._on_edited)
        self.files.said.connect(self._say)
        desk.theme.changed.connect(self._restyle)
        desk.session.changed.connect(self._follow_seat)
        self._restyle()
        self._follow_seat()

    def begin(self) -> None:
        """Take the time of this key press (F2) and put the cursor into the caller field."""
        if self.fields.is_empty():
            self._idle.begin()
        self._to_first_field()

    def wait(self) -> None:
        """Put the cursor where a call is taken down; its time is taken when it is typed."""
        if self.fields.is_empty():
            self.fields.time.propose()
        self._to_first_field()

    def _to_first_field(self) -> None:
        fields = self.fields
        (fields.text if fields.caller.text() else fields.caller).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    def begin_with(
        self, caller: Caller, kind: EntryKind, goes_on_with: ListedEntry | None = None
    ) -> None:
        """Begin an entry with somebody, or going on with another one.

        A draft that is open is set aside.
        """
        if self._is_saving:
            self._waiting = partial(self.begin_with, caller, kind, goes_on_with)
            return
        self.set_aside(then=partial(self._begin_with, caller, kind, goes_on_with))

    def set_aside(self, then: Callable[[], object]) -> None:
        """Keep what is typed as a draft, empty the form and go on with ``then``.

        Emptied only once the draft is kept: on a full disk the text would be gone.
        """
        if self.files.must_wait():
            return
        if self.is_empty():
            then()
            return
        self._hold(is_held=True)
        self.keeper.save(then=partial(self._set_aside, then), failed=self._not_set_aside)

    def _set_aside(self, then: Callable[[], object]) -> None:
        self.start_new()
        self.drafts_changed.emit()
        then()
        self._go_on()

    def _not_set_aside(self, error: StoreError) -> None:
        self._waiting = None
        self._hold(is_held=False)
        # Loaded late: the words of every refusal are not needed before one happens.
        from dutydesk.wording.sentences import sentence  # noqa: PLC0415

        self._say(f"这条没有放下：{sentence(error)}内容还在输入框里。")
        self.fields.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_with(
        self, caller: Caller, kind: EntryKind, goes_on_with: ListedEntry | None
    ) -> None:
        self.start_new()
        self.fields.choose_kind(kind)
        self.fields.who.show_caller(caller)
        if goes_on_with is not None:
            self.matter.link(goes_on_with)
        self.fields.edited.emit()
        self.fields.time.take()
        self.fields.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def is_saving(self) -> bool:
        """Tell whether an entry or a draft is on its way to the disk; the form then waits."""
        return self._is_saving

    def is_empty(self) -> bool:
        """Tell whether nothing was typed that would be missed."""
        return self.fields.is_empty() and self.files.is_empty()

    def has_focus(self) -> bool:
        """Tell whether somebody is typing here."""
        focus = QApplication.focusWidget()
        return isinstance(focus, QWidget) and self.isAncestorOf(focus)

    def start_new(self) -> None:
        """Empty the form for the next entry."""
        self.keeper.forget()
        self.draft_id = self._service.new_id()
        with QSignalBlocker(self.fields):
            self.fields.clear()
        self.files.clear()
        self.blanks.forget()
        self.matter.clear()
        self._was_empty = True
        self._say("")
        self._hold(is_held=False)

    def give_up(self) -> None:
        """Forget what is typed and begin with an empty form."""
        self.keeper.give_up(self.draft_id)
        self.start_new()

    def load(self, draft: Draft) -> None:
        """Show a kept draft."""
        self.keeper.forget()
        self.draft_id = draft.id
        with QSignalBlocker(self.fields):
            self.fields.load(draft.content)
        self.files.load(draft.content)
        self.blanks.forget()
        self.matter.load(draft.content)
        self._was_empty = self.is_empty()
        self._say("")

    def submit(self) -> None:
        """Put the entry on record; the form waits for the answer and keeps its text."""
        fields = self.fields
        at, is_open_item = fields.time.value(), fields.is_open_item.isChecked()
        if self._is_saving or not self._desk.session.seat.may_write:
            return
        unclear = fields.unclear()
        if unclear is not None or at is None:
            self._ask_again(*(unclear or (fields.time, "")))
            return
        if not fields.text.toPlainText().strip():
            self._ask_again(fields.text, "内容没有填。请写明情况后再按 Enter。")
            return
        if self.files.must_wait():
            return
        if self.blanks.must_ask():
            # Loaded late, as all the words of phrases are.
            from dutydesk.wording.phrase import blanks_left  # noqa: PLC0415

            self._ask_again(fields.text, blanks_left(self.blanks.left()))
            return
        self._hold(is_held=True)
        self._is_recording = True
        self._say("正在保存…", tone="muted")
        job = partial(
            self._service.record,
            self.matter.joined(fields.draft(self.draft_id, at)),
            by=self._desk.session.seat.actor,
            open_item=is_open_item,
            due_at=fields.due.value() if is_open_item else None,
            attachments=self.files.value(),
        )
        self._desk.runner.submit(job, done=self._saved, failed=self._refused)

    def typed(self) -> Draft | None:
        """Return what is typed now, None when nothing would be missed."""
        if self.is_empty() or self._is_recording:
            return None
        files, matter = self.files.content(), self.matter.content()
        return Draft(self.draft_id, FORM, {**self.fields.content(), **matter, **files})

    def _on_edited(self) -> None:
        """Keep what is typed; a draft that was emptied again is forgotten."""
        if self._was_empty and not self.is_empty() and not self.fields.time.is_taken:
            # An hour may lie between the last entry and this call.
            self.fields.time.set_now()
        if not self.is_empty():
            self.keeper.touch()
        elif not self._was_empty:
            self.keeper.give_up(self.draft_id)
        self._was_empty = self.is_empty()

    def _saved(self, done: Done[LogEntry]) -> None:
        self.start_new()
        self._desk.notices.take_down("entry")
        self._desk.hub.announce(done.changes, self)
        self.recorded.emit(done.value)
        self.drafts_changed.emit()
        self._go_on()

    def _go_on(self) -> None:
        """Do what was asked for while the form waited."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _refused(self, error: Exception) -> None:
        self._waiting = None
        self._hold(is_held=False)
        if not isinstance(error, Refusal | StoreError):
            raise error
        # Loaded late: the words of every refusal are not needed before one happens.
        from dutydesk.wording.sentences import sentence  # noqa: PLC0415

        self._say(f"{sentence(error)}内容还在输入框里。")
        if isinstance(error, StoreError):
            self._desk.notices.put(
                Notice("entry", NoticeKind.ERROR, f"没有保存：{sentence(error)}", stays=True)
            )
        self.fields.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_again(self, field: QWidget, words: str) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(words)

    def _hold(self, *, is_held: bool) -> None:
        self._is_saving = is_held
        self._is_recording = False
        self.fields.set_locked(is_locked=is_held)
        self.matter.hold(is_held=is_held)
        self.files.set_locked(is_locked=is_held)

    def _say(self, words: str, tone: str = "overdue") -> None:
        set_style(self._answer, tone=tone)
        self._answer.setText(words)
        self._answer.setVisible(bool(words))

    def _follow_seat(self) -> None:
        self.setEnabled(self._desk.session.seat.may_write)

    def _restyle(self) -> None:
        theme = self._desk.theme
        side = theme.px(16)
        self._column.setContentsMargins(side, theme.px(8), side, theme.px(8))
        self._column.setSpacing(theme.px(8))
        self._answer.setFont(theme.font("small"))
