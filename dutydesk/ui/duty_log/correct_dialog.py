"""The correction of one entry: the original stays above, the new text and the reason below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.duty_log import Correction, EntryKind, ListedEntry, LogEntry
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.services.duty_log import DutyLogService
from dutydesk.ui.desk import Desk
from dutydesk.ui.dialog_draft import DialogDraft
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording import when
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.sentences import sentence

_WIDTH = 640
_OLD_LINES, _NEW_LINES = 3, 3


class CorrectDialog(QDialog):
    """Asks what was wrong and why; ``corrected(LogEntry)`` after COMMIT."""

    corrected = Signal(object)

    def __init__(
        self, desk: Desk, service: DutyLogService, listed: ListedEntry, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._service, self._listed = desk, service, listed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entry = listed.entry
        self.setWindowTitle(f"更正第{entry.no}条")
        self.old = QPlainTextEdit(f"{when.full(entry.at)} {ENTRY_KIND[entry.kind]}\n{entry.text}")
        self.old.setReadOnly(True)
        self.text = QPlainTextEdit(entry.text)
        self.time = TimeField(desk.theme, desk.clock, "时间")
        self.kind = ChoiceBox(desk.theme, "类别")
        self.source, self.person = QLineEdit(entry.source), QLineEdit(entry.person)
        self.phone, self.handling = QLineEdit(entry.phone), QLineEdit(entry.handling)
        self.reason = QLineEdit()
        self.is_saving = False
        self._answer = QLabel()
        self._buttons = QDialogButtonBox()
        self._accept = self._buttons.addButton("更正", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        fields = {
            "text": self.text,
            "time": self.time,
            "kind": self.kind,
            "source": self.source,
            "person": self.person,
            "phone": self.phone,
            "handling": self.handling,
            "reason": self.reason,
        }
        self._kept = DialogDraft(desk, f"correction:{entry.id}", fields, self)
        self._build(entry)
        self._kept.begin()

    def submit(self) -> None:
        """Record the correction; the dialog closes when it is on record."""
        if self.is_saving:
            return
        old, at = self._listed.entry, self.time.value()
        if at is None:
            self._answer.setText("时间看不懂。可写 2315、昨天2315，或 t 表示现在。")
            self.time.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        # An untouched time keeps its seconds.
        moved = at != old.at.replace(second=0)
        correction = Correction(
            id=self._service.new_id(),
            reason=self.reason.text(),
            text=self.text.toPlainText(),
            at=at if moved else None,
            kind=EntryKind(self.kind.currentData()),
            source=self.source.text(),
            person=self.person.text(),
            phone=self.phone.text(),
            handling=self.handling.text(),
        )
        self._wait(is_saving=True)
        self._desk.runner.submit(
            partial(self._service.correct, old.id, correction, by=self._desk.session.seat.actor),
            done=self._done,
            failed=self._refused,
        )

    def reject(self) -> None:
        """Close without correcting; not while a correction is on its way to the record."""
        if not self.is_saving:
            self._kept.leave()
            super().reject()

    def _build(self, entry: LogEntry) -> None:
        theme = self._desk.theme
        for kind in EntryKind:
            self.kind.addItem(ENTRY_KIND[kind], kind.value)
        self.kind.setCurrentIndex(self.kind.findData(entry.kind.value))
        self.time.set_value(entry.at)
        for edit, lines in ((self.old, _OLD_LINES), (self.text, _NEW_LINES)):
            edit.setTabChangesFocus(True)
            pitch = QFontMetrics(theme.font()).lineSpacing()
            edit.setFixedHeight(pitch * lines + theme.px(16))
        self.reason.setPlaceholderText("例如：楼号听错")
        set_style(self._answer, tone="overdue")
        set_style(self._accept, rank="primary")
        self._answer.setWordWrap(True)
        form = QFormLayout(self)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        form.setContentsMargins(*(theme.px(16),) * 4)
        form.setSpacing(theme.px(8))
        form.addRow(self._kept)
        rows: tuple[tuple[str, QWidget, tuple[tuple[str, QWidget], ...]], ...] = (
            ("原记录", self.old, ()),
            ("更正为", self.text, ()),
            ("时间", self.time, (("类别", self.kind),)),
            ("单位", self.source, (("人员", self.person), ("号码", self.phone))),
            ("处理情况", self.handling, (("原因", self.reason),)),
        )
        for word, widget, beside in rows:
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            row.addWidget(widget, 1)
            for more, field in beside:
                row.addWidget(_named(more, field))
                row.addWidget(field, 1)
            form.addRow(_named(word, widget), row)
        form.addRow(self._answer)
        form.addRow(self._buttons)
        self._buttons.accepted.connect(self.submit)
        self._buttons.rejected.connect(self.reject)
        self.setMinimumWidth(theme.px(_WIDTH))
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def _wait(self, *, is_saving: bool) -> None:
        self.is_saving = is_saving
        self._accept.setEnabled(not is_saving)

    def _done(self, done: Done[LogEntry]) -> None:
        self._kept.done()
        self._desk.hub.announce(done.changes, self)
        self.corrected.emit(done.value)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._wait(is_saving=False)
        if not isinstance(error, Refusal | StoreError):
            raise error
        self._answer.setText(sentence(error))


def _named(word: str, field: QWidget) -> QLabel:
    label = QLabel(word)
    label.setBuddy(field)
    field.setAccessibleName(word)
    return label
