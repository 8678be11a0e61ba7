"""The attachments of one entry on record: looked at, opened, saved, added to, withdrawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.attachment import Attachment, in_force
from dutydesk.domain.changes import Changes, Done
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.services.attachment import AttachmentService
from dutydesk.ui.desk import Desk
from dutydesk.ui.duty_log.attachment_deeds import AttachmentDeeds
from dutydesk.ui.duty_log.attachment_intake import Brought, Intake
from dutydesk.ui.duty_log.attachment_list import AttachmentList
from dutydesk.ui.duty_log.attachment_strip import AttachmentStrip
from dutydesk.ui.duty_log.opened_copies import OpenedCopies
from dutydesk.ui.messages import Choice, Decision, FileWish
from dutydesk.ui.widgets.folding_row import FoldingRow
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording import when
from dutydesk.wording.attachment import fact_lines
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.sentences import sentence

_WIDTH, _HEIGHT, _SIDES = 760, 520, 16

_NONE = "这条记录还没有附件。按 Ctrl+Shift+A 选择文件，或把照片粘贴、拖放到这里。"
_WAITING = "下面的文件已读入，还没有记到这条记录上。"


class AttachmentsDialog(QDialog):
    """What is added here is marked as brought later; nothing on record is ever removed."""

    help_page = "attachment"

    def __init__(
        self,
        desk: Desk,
        service: AttachmentService,
        copies: OpenedCopies,
        listed: ListedEntry,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._service, self._listed = desk, service, listed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._is_saving = False
        self.list = AttachmentList(desk, self._given, self)
        self.facts, self.answer = QLabel(), QLabel()
        self.deeds = AttachmentDeeds(desk, service, copies, self)
        self.strip = AttachmentStrip(desk, self._given, self)
        self.look, self.open_button = QPushButton("查看  Enter"), QPushButton("打开  Ctrl+Enter")
        self.save, self.withdraw = QPushButton("另存为  Ctrl+S"), QPushButton("撤下  Delete")
        self.add, self.close_button = QPushButton("添加  Ctrl+Shift+A"), QPushButton("关闭")
        self.put = QPushButton("记上这些附件")
        self._build()
        Intake(self, self._bring)
        desk.hub.committed.connect(self._on_committed)
        self._fill(listed.attachments)
        self.reload()

    @property
    def comes_back(self) -> bool:
        """Tell whether closing it now would lose files that were brought."""
        return self._is_saving or bool(self.strip.files) or self.strip.is_reading

    def reload(self) -> None:
        """Read the attachments again."""
        job = partial(self._service.of_entry, self._listed.entry.id)
        self._desk.runner.submit(job, done=self._fill, failed=self._failed)

    def current(self) -> Attachment | None:
        """Return the chosen attachment."""
        return self.list.chosen()

    def look_at_current(self) -> None:
        """Show the photo; everything else is opened by its program."""
        self._do(partial(self.deeds.look, self.list.held))

    def open_current(self) -> None:
        """Open a read-only copy with the desktop's program."""
        self._do(self.deeds.open)

    def save_current(self) -> None:
        """Write a copy where the officer wants it."""
        self._do(self.deeds.save)

    def withdraw_current(self) -> None:
        """Ask why the chosen attachment is taken back."""
        self._do(self.deeds.withdraw)

    def choose(self) -> None:
        """Choose files to add."""
        if self._desk.session.seat.may_write:
            files = self._desk.messages.open_files(FileWish("添加附件"))
            if files:
                self._bring(Brought(tuple(files)))

    def put_on_record(self) -> None:
        """Put what was brought on record, marked as brought later."""
        if self._is_saving or self.strip.is_reading or not self.strip.files:
            return
        self._hold(is_held=True)
        by = self._desk.session.seat.actor
        job = partial(self._service.add, self._listed.entry.id, tuple(self.strip.files), by=by)
        self._desk.runner.submit(job, done=self._put, failed=self._not_put)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.fold(self.width() - 2 * self._desk.theme.px(_SIDES))

    def reject(self) -> None:
        """Close; what was brought and not put on record is asked about."""
        if self._is_saving:
            return
        if self.strip.files and not self._gives_up():
            return
        self.strip.show_files([])
        super().reject()

    def _gives_up(self) -> bool:
        names = "、".join(one.name for one in self.strip.files)
        choices = (Choice("stay", "回去记上", "primary"), Choice("leave", "不要了"))
        text = f"{names} 还没有记到这条记录上。"
        decision = Decision("附件还没有记上", text, choices, "stay", "stay")
        return self._desk.messages.decide(decision) == "leave"

    def _do(self, deed: Callable[[Attachment], None]) -> None:
        one = self.current()
        if one is not None:
            deed(one)

    def _given(self) -> AttachmentService:
        return self._service

    def _bring(self, brought: Brought) -> None:
        if self._desk.session.seat.may_write and not self._is_saving:
            self.strip.bring(brought)

    def _put(self, done: Done[list[Attachment]]) -> None:
        self._hold(is_held=False)
        self.strip.show_files([])
        self._desk.hub.announce(done.changes, self)
        self.reload()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_put(self, error: Exception) -> None:
        self._hold(is_held=False)
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._say(sentence(error))

    def _on_committed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self and changes.names("attachment"):
            self.reload()

    def _hold(self, *, is_held: bool) -> None:
        self._is_saving = is_held
        for widget in (self.strip, self.put, self.add):
            widget.setEnabled(not is_held)

    def _fill(self, held: Sequence[Attachment]) -> None:
        self.list.show_attachments(held)
        self.setWindowTitle(_title(self._listed, self.list.held))
        self._follow_row()

    def _follow_row(self) -> None:
        one = self.current()
        self.facts.setText("\n".join(fact_lines(one)) if one is not None else _NONE)
        may_write = self._desk.session.seat.may_write
        for button in (self.look, self.open_button, self.save):
            button.setEnabled(one is not None)
        self.withdraw.setEnabled(may_write and one is not None and not one.is_withdrawn)
        self.add.setEnabled(may_write)
        self._follow_strip()

    def _follow_strip(self) -> None:
        has_files = bool(self.strip.files)
        self.strip.setVisible(has_files or self.strip.is_reading)
        self.put.setVisible(has_files)
        self._waits.setVisible(has_files)

    def _build(self) -> None:
        theme = self._desk.theme
        self._waits = QLabel(_WAITING)
        set_style(self._waits, tone="soon")
        for label in (self.facts, self.answer, self._waits):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.answer.hide()
        self.list.currentRowChanged.connect(lambda _row: self._follow_row())
        self.list.itemActivated.connect(lambda _item: self.look_at_current())
        self.strip.said.connect(self._say)
        self.deeds.said.connect(self._say)
        self.deeds.withdrawn.connect(self.reload)
        self.strip.shown.connect(lambda _is_shown: self._follow_strip())
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(_SIDES),) * 4)
        column.setSpacing(theme.px(8))
        column.addWidget(self.list, 1)
        column.addWidget(self.facts)
        column.addWidget(self.strip)
        column.addLayout(self._waiting_row())
        column.addWidget(self.answer)
        self._row = self._button_row()
        column.addLayout(self._row)
        self._add_keys()
        over = self.parentWidget()
        wide, high = theme.px(_WIDTH), theme.px(_HEIGHT)
        most = over.window().size() if over is not None else QSize(wide, high)
        self.resize(QSize(wide, high).boundedTo(most))

    def _button_row(self) -> FoldingRow:
        halves: list[QHBoxLayout] = []
        deeds: tuple[tuple[tuple[QPushButton, Callable[[], None]], ...], ...] = (
            (
                (self.look, self.look_at_current),
                (self.open_button, self.open_current),
                (self.save, self.save_current),
            ),
            (
                (self.withdraw, self.withdraw_current),
                (self.add, self.choose),
                (self.close_button, self.reject),
            ),
        )
        for half in deeds:
            row = QHBoxLayout()
            for button, deed in half:
                button.setAutoDefault(False)
                button.clicked.connect(deed)
                row.addWidget(button)
            halves.append(row)
        # Alone in its row the first half keeps its size, as the second does.
        halves[0].addStretch(1)
        return FoldingRow(*halves)

    def _waiting_row(self) -> QHBoxLayout:
        set_style(self.put, rank="primary")
        self.put.setAutoDefault(False)
        self.put.clicked.connect(self.put_on_record)
        row = QHBoxLayout()
        row.addWidget(self._waits, 1)
        row.addWidget(self.put)
        return row

    def _add_keys(self) -> None:
        for key, deed in (
            ("Ctrl+Return", self.open_current),
            ("Ctrl+S", self.save_current),
            ("Ctrl+Shift+A", self.choose),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(deed)
        remove = QShortcut(QKeySequence("Delete"), self.list)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self.withdraw_current)

    def _say(self, words: str, tone: str = "overdue") -> None:
        set_style(self.answer, tone=tone)
        self.answer.setText(words)
        self.answer.setVisible(bool(words))


def _title(listed: ListedEntry, held: Sequence[Attachment]) -> str:
    entry = listed.entry
    count = len(in_force(held))
    return f"第{entry.no}条的附件（{count}个）　{when.full(entry.at)} {ENTRY_KIND[entry.kind]}"
