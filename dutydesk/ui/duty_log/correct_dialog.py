"""The correction of one entry: the original stays above, the new text and the reason below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.duty_log import Correction, ListedEntry, LogEntry
from dutydesk.domain.duty_log_refusals import CorrectionReasonMissing
from dutydesk.domain.entry_kind import EntryKind
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.services.duty_log import DutyLogService
from dutydesk.ui.desk import Desk
from dutydesk.ui.dialog_draft import DialogDraft
from dutydesk.ui.duty_log.detail_area import DetailArea, tab_stops
from dutydesk.ui.duty_log.entry_text import EntryText
from dutydesk.ui.duty_log.struck import say_struck
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.field_text import put_text, text_of
from dutydesk.ui.widgets.low_scroll import LowScroll
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.tab_order import in_order
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording import when
from dutydesk.wording.duty_log import ENTRY_FIELD, ENTRY_KIND, remarks
from dutydesk.wording.sentences import sentence

_WIDTH = 640
_LINES = 3
# Above this type size a line less of each text, so that the window stays within 768.
_LARGE, _LINES_WHEN_LARGE = 150, 2


def open_correction(
    desk: Desk, service: DutyLogService, listed: ListedEntry, parent: QWidget
) -> None:
    """Open the correction of an entry; of one that was corrected say which one holds now."""
    if not desk.session.seat.may_write:
        return
    if listed.is_struck or listed.entry.is_withdrawal:
        say_struck(desk, service, listed)
    else:
        CorrectDialog(desk, service, listed, parent).open()


class CorrectDialog(QDialog):
    """Asks what was wrong and why; ``corrected(LogEntry)`` after COMMIT."""

    help_page = "duty_log"

    corrected = Signal(object)

    def __init__(
        self, desk: Desk, service: DutyLogService, listed: ListedEntry, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._service, self._listed = desk, service, listed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Made once: a correction that was written but not acknowledged is not written twice.
        self._id = service.new_id()
        entry = listed.entry
        self.setWindowTitle(f"更正第{entry.no}条")
        self.old = QPlainTextEdit(_told(entry))
        self.old.setReadOnly(True)
        self.text = EntryText(desk.theme)
        self.text.setPlaceholderText("")
        self.time = TimeField(desk.theme, desk.clock, ENTRY_FIELD["at"])
        self.kind = ChoiceBox(desk.theme, ENTRY_FIELD["kind"])
        self.source, self.person, self.phone = QLineEdit(), QLineEdit(), QLineEdit()
        self.handling, self.instruction, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.details = DetailArea(desk.theme, desk.clock, {}, self)
        # By the names of the fields that a correction may change.
        self.inputs: dict[str, QWidget] = {
            "text": self.text,
            "at": self.time,
            "kind": self.kind,
            "source": self.source,
            "person": self.person,
            "phone": self.phone,
            "handling": self.handling,
            "instruction": self.instruction,
            "details": self.details,
        }
        self.is_saving = False
        self._answer = QLabel()
        self._buttons = QDialogButtonBox()
        self._accept = self._buttons.addButton("更正", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        fields = {**self.inputs, "reason": self.reason}
        self._kept = DialogDraft(desk, f"correction:{entry.id}", fields, self)
        self._fill(entry)
        self._build()
        self._kept.begin()
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.submit)

    @property
    def comes_back(self) -> bool:
        """Tell whether it cannot be left now, or its text is not kept as a draft."""
        return self.is_saving or self._kept.is_at_risk

    def submit(self) -> None:
        """Record the correction; the dialog closes when it is on record."""
        if self.is_saving:
            return
        old, at = self._listed.entry, self.time.value()
        if at is None:
            self._answer.setText("时间看不懂。可写 2315、昨天2315，或 t 表示现在。")
            self.time.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        unclear = self.details.inputs.unclear()
        if unclear is not None:
            self._answer.setText(unclear[1])
            unclear[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not text_of(self.reason).strip():
            # What is still missing gets the cursor: no way through every field.
            self._answer.setText(sentence(CorrectionReasonMissing()))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        # An untouched time keeps its seconds.
        moved = at != old.at.replace(second=0)
        correction = Correction(
            id=self._id,
            reason=text_of(self.reason),
            text=text_of(self.text),
            at=at if moved else None,
            kind=EntryKind(text_of(self.kind)),
            source=text_of(self.source),
            person=text_of(self.person),
            phone=text_of(self.phone),
            handling=text_of(self.handling),
            instruction=text_of(self.instruction),
            details=self.details.inputs.values(),
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
            self._kept.leave(super().reject, self._answer.setText)

    def _fill(self, entry: LogEntry) -> None:
        for kind in EntryKind:
            self.kind.addItem(ENTRY_KIND[kind], kind.value)
        for name, field in self.inputs.items():
            if field not in {self.time, self.details}:
                put_text(field, getattr(entry, name))
        self.time.set_value(entry.at)
        self._show_kind()
        self.details.unfold(is_unfolded=True)
        self.details.show_values(entry.details)
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.details.edited.connect(self._kept.touch)
        self.details.arranged.connect(self._order)
        self.details.submitted.connect(self.submit)

    def _show_kind(self, *_at: int) -> None:
        self.details.show_kind(EntryKind(text_of(self.kind)))

    def _order(self) -> None:
        """Let Tab go through the fields of the kind before the reason."""
        in_order(self.instruction, *tab_stops(self.details.shown()), self.reason)

    def _build(self) -> None:
        theme = self._desk.theme
        lines = _LINES if theme.scale <= _LARGE else _LINES_WHEN_LARGE
        for edit in (self.old, self.text):
            edit.setTabChangesFocus(True)
            pitch = QFontMetrics(theme.font()).lineSpacing()
            edit.setFixedHeight(pitch * lines + theme.px(16))
        self.reason.setPlaceholderText("例如：楼号听错")
        set_style(self._answer, tone="overdue")
        set_style(self._accept, rank="primary")
        self._answer.setWordWrap(True)
        holder = QWidget()
        form = QFormLayout(holder)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.px(8))
        rows: tuple[tuple[str, tuple[str, ...]], ...] = (
            ("更正为", ("text",)),
            (ENTRY_FIELD["at"], ("at", "kind")),
            (ENTRY_FIELD["source"], ("source", "person", "phone")),
            (ENTRY_FIELD["handling"], ("handling", "instruction")),
        )
        form.addRow(_named("原记录", self.old), self.old)
        for word, names in rows:
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            for name in names:
                if name != names[0]:
                    row.addWidget(_named(ENTRY_FIELD[name], self.inputs[name]))
                row.addWidget(self.inputs[name], 1)
            form.addRow(_named(word, self.inputs[names[0]]), row)
        form.addRow(ENTRY_FIELD["details"], self.details)
        form.addRow(_named("原因", self.reason), self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        for part in (self._kept, LowScroll(holder), self._answer, self._buttons):
            column.addWidget(part)
        self.text.submitted.connect(self.submit)
        self._buttons.accepted.connect(self.submit)
        self._buttons.rejected.connect(self.reject)
        self.setMinimumWidth(theme.px(_WIDTH))
        self.details.restyle()
        self._order()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._fit()
        return is_done

    def _fit(self) -> None:
        """Be as high as what the kind asks, no higher than the window behind."""
        parent = self.parentWidget()
        most = parent.window().height() if parent is not None else self.height()
        height = min(self.sizeHint().height(), most)
        if height != self.height():
            self.resize(max(self.width(), self.minimumWidth()), height)

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
        if isinstance(error, CorrectionReasonMissing):
            # Enter in the text is half of it: what is still missing gets the cursor.
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)


def _told(entry: LogEntry) -> str:
    """Return what stands on record, as it is shown above what is to stand."""
    beside = "　".join(remarks(entry))
    lines = (f"{when.full(entry.at)} {ENTRY_KIND[entry.kind]}", entry.text, beside)
    return "\n".join(line for line in lines if line)


def _named(word: str, field: QWidget) -> QLabel:
    label = QLabel(word)
    label.setBuddy(field)
    field.setAccessibleName(word)
    return label
