"""The quick entry: time taken at the key press, kind, caller, text, Enter.

What is typed is kept as a draft within a second; the text stays in the form until the record has
acknowledged it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.draft import Draft
from dutydesk.domain.duty_log import DraftEntry, EntryKind, LogEntry
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.services.duty_log import DutyLogService
from dutydesk.ui.desk import Desk
from dutydesk.ui.duty_log.draft_keeper import FORM, DraftKeeper
from dutydesk.ui.duty_log.entry_look import kind_icon
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.notice_strip import Notice, NoticeKind
from dutydesk.ui.widgets.person_picker import Candidate, PersonPicker
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.sentences import sentence

# Officers reach the usual kinds by Ctrl+1 … Ctrl+9 while in the form.
KINDS = tuple(EntryKind)

_TEXT_ROWS = 2


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls or is called, as filled in from the contacts."""

    source: str
    person: str
    phone: str


FindCallers = Callable[[str], Sequence[Candidate]]


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
        self._is_saving = False
        self.time = TimeField(desk.theme, desk.clock, "时间")
        self.kind = ChoiceBox(desk.theme, "类别")
        self.caller = PersonPicker(desk.theme, desk.runner, find_callers, "来电单位或人")
        self.phone = QLineEdit()
        self.text = QPlainTextEdit()
        self.is_open_item = QCheckBox("列入未办结")
        self.save = QPushButton("记下  Enter")
        self._answer = QLabel()
        self._source = self._person = ""
        self.keeper = DraftKeeper(desk, service, self._content, self)
        self._build()
        desk.theme.changed.connect(self._restyle)
        desk.session.changed.connect(self._follow_seat)
        self._restyle()
        self._follow_seat()

    def begin(self) -> None:
        """Take the time of this key press and put the cursor into the caller field."""
        if self.is_empty():
            self.time.set_now()
        (self.text if self.caller.text() else self.caller).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    def is_empty(self) -> bool:
        """Tell whether nothing was typed that would be missed."""
        return not (self.text.toPlainText().strip() or self.caller.text().strip())

    def has_focus(self) -> bool:
        """Tell whether somebody is typing here."""
        focus = QApplication.focusWidget()
        return isinstance(focus, QWidget) and self.isAncestorOf(focus)

    def start_new(self) -> None:
        """Empty the form for the next entry."""
        self.keeper.forget()
        self.draft_id = self._service.new_id()
        self._source = self._person = ""
        self.caller.clear()
        self.phone.clear()
        self.text.clear()
        self.is_open_item.setChecked(False)
        self.time.set_now()
        self._answer.clear()
        self._lock_fields(locked=False)

    def load(self, draft: Draft) -> None:
        """Show a kept draft."""
        self.keeper.forget()
        self.draft_id = draft.id
        content = draft.content
        self.time.edit.setText(content.get("at", ""))
        self.kind.setCurrentIndex(self.kind.findData(content.get("kind", KINDS[0].value)))
        self.caller.set_text(content.get("caller", ""))
        self._source, self._person = content.get("source", ""), content.get("person", "")
        self.phone.setText(content.get("phone", ""))
        self.text.setPlainText(content.get("text", ""))
        self.is_open_item.setChecked(content.get("open_item", "") == "1")
        self._answer.clear()

    def submit(self) -> None:
        """Put the entry on record; the form waits for the answer and keeps its text."""
        at = self.time.value()
        if self._is_saving or not self._desk.session.seat.may_write:
            return
        if at is None:
            self._say("时间看不懂。可写 2315、昨天2315，或 t 表示现在。")
            self.time.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.text.toPlainText().strip():
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self._say("内容没有填。请写明情况后再按 Enter。")
            return
        draft = DraftEntry(
            id=self.draft_id,
            kind=EntryKind(self.kind.currentData()),
            text=self.text.toPlainText(),
            at=at,
            source=self._source or self.caller.text(),
            person=self._person,
            phone=self.phone.text(),
        )
        self._lock_fields(locked=True)
        self._say("正在保存…", tone="muted")
        self._desk.runner.submit(
            partial(
                self._service.record,
                draft,
                by=self._desk.session.seat.actor,
                open_item=self.is_open_item.isChecked(),
            ),
            done=self._saved,
            failed=self._refused,
        )

    def _build(self) -> None:
        for kind in KINDS:
            self.kind.addItem(ENTRY_KIND[kind], kind.value)
        self.phone.setAccessibleName("号码")
        self.phone.setPlaceholderText("号码")
        self.text.setAccessibleName("内容")
        self.text.setPlaceholderText("内容。Enter 记下，Shift+Enter 换行")
        self.text.setTabChangesFocus(True)
        self.save.clicked.connect(self.submit)
        set_style(self.save, rank="primary")
        self._top = QHBoxLayout()
        for widget, stretch in (
            (self.time, 0),
            (self.kind, 0),
            (self.caller, 3),
            (self.phone, 1),
        ):
            self._top.addWidget(widget, stretch)
        self._grid = QGridLayout(self)
        self._grid.addLayout(self._top, 0, 0, 1, 2)
        self._grid.addWidget(self.text, 1, 0, 2, 1)
        self._grid.addWidget(self.is_open_item, 1, 1)
        self._grid.addWidget(self.save, 2, 1)
        self._grid.addWidget(self._answer, 3, 0, 1, 2)
        self._answer.setWordWrap(True)
        self._answer.hide()
        self.text.installEventFilter(self)
        for field in (self.time.edit, self.phone):
            field.returnPressed.connect(self.submit)
        self.caller.submitted.connect(self._to_text)
        self.caller.picked.connect(self._fill_caller)
        self.caller.edited.connect(self._caller_edited)
        for signal in (
            self.text.textChanged,
            self.phone.textEdited,
            self.kind.activated,
            self.is_open_item.toggled,
            self.time.edit.textEdited,
        ):
            signal.connect(self.keeper.touch)
        for number, kind in enumerate(KINDS):
            self.kind.setItemIcon(number, self._desk.theme.icon(kind_icon(kind)))
        self.time.set_now()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.text
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and Qt.Key(event.key()) in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.submit()
            return True
        return super().eventFilter(watched, event)

    def choose_kind(self, kind: EntryKind) -> None:
        """Choose a kind by key."""
        self.kind.setCurrentIndex(KINDS.index(kind))
        self.keeper.touch()

    def _to_text(self) -> None:
        self.text.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill_caller(self, value: object, _name: str) -> None:
        if isinstance(value, Caller):
            self._source, self._person = value.source, value.person
            self.caller.set_text(" ".join(part for part in (value.source, value.person) if part))
            self.phone.setText(value.phone)
        self.keeper.touch()
        self._to_text()

    def _caller_edited(self, _text: str) -> None:
        self._source = self._person = ""
        self.keeper.touch()

    def _content(self) -> Draft | None:
        """Return what is typed now, None when nothing would be missed."""
        if self.is_empty() or self._is_saving:
            return None
        return Draft(
            self.draft_id,
            FORM,
            {
                "at": self.time.text(),
                "kind": str(self.kind.currentData()),
                "caller": self.caller.text(),
                "source": self._source,
                "person": self._person,
                "phone": self.phone.text(),
                "text": self.text.toPlainText(),
                "open_item": "1" if self.is_open_item.isChecked() else "",
            },
        )

    def _saved(self, done: Done[LogEntry]) -> None:
        self._is_saving = False
        self.start_new()
        self._desk.notices.take_down("entry")
        self._desk.hub.announce(done.changes, self)
        self.recorded.emit(done.value)
        self.drafts_changed.emit()

    def _refused(self, error: Exception) -> None:
        self._lock_fields(locked=False)
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._say(f"{sentence(error)}内容还在输入框里。")
        if isinstance(error, StoreError):
            self._desk.notices.put(
                Notice("entry", NoticeKind.ERROR, f"保存失败：{sentence(error)}", stays=True)
            )
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lock_fields(self, *, locked: bool) -> None:
        self._is_saving = locked
        for field in (self.text, self.phone, self.time.edit, self.caller.edit):
            field.setReadOnly(locked)
        self.save.setEnabled(not locked)

    def _say(self, words: str, tone: str = "overdue") -> None:
        set_style(self._answer, tone=tone)
        self._answer.setText(words)
        self._answer.setVisible(bool(words))

    def _follow_seat(self) -> None:
        self.setEnabled(self._desk.session.seat.may_write)

    def _restyle(self) -> None:
        theme = self._desk.theme
        side = theme.px(16)
        self._grid.setContentsMargins(side, theme.px(8), side, theme.px(8))
        self._grid.setSpacing(theme.px(8))
        self._top.setSpacing(theme.px(8))
        self._answer.setFont(theme.font("small"))
        pitch = QFontMetrics(theme.font()).lineSpacing()
        self.text.setFixedHeight(_TEXT_ROWS * pitch + theme.px(16))
        self.phone.setMinimumWidth(
            QFontMetrics(theme.font()).horizontalAdvance("0000-00000000") + theme.px(18)
        )
        self.caller.setMinimumWidth(theme.px(140))
