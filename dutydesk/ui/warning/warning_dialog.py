"""A warning to be put on record: its text is pasted, its fields are read, then looked over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel

from dutydesk.domain.changes import Done
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.errors import Refusal
from dutydesk.domain.warning import WarningFinding, WarningNotice
from dutydesk.domain.warning_reading import WarningReading
from dutydesk.domain.warning_refusals import WarningFieldMissing
from dutydesk.services.warning import WarningService
from dutydesk.services.warning_kind import WarningKindService
from dutydesk.services.warning_text import WarningTextService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.owner_choice import FindOwners
from dutydesk.ui.warning.warning_fields import OTHER, WarningFields
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.time_field import INSTANT
from dutydesk.wording import warning as words
from dutydesk.wording.warning import FIELD

_PAUSE_MS = 300
_CONTENT_LINES = 5
_HINTS = {
    "issued_by": "例如：区气象台",
    "title": "可以不填",
    "doc_no": "可以不填",
    "area": "全区，或哪些街道、社区",
    "measures": "停止户外作业、转移低洼院落居民等",
    "cause": "可以不填，例如：受冷空气影响",
    "impact": "可以不填，例如：可能引发山洪、滑坡",
    "period": "可以不填，例如：单次、每6小时更新",
    "reported_to": "已经报告了才填：报告给谁",
    "forwarded_to": "已经转发了才填：转发给哪些单位",
}
_ORDER = (
    "issued_by",
    "issued_at",
    "received_at",
    "valid_from",
    "valid_to",
    "area",
    "measures",
    "impact",
    "cause",
    "title",
    "doc_no",
    "period",
)
_TOLD = ("reported_to", "reported_at", "forwarded_to", "forwarded_at")
_LIFTING = "原文像是解除通知。要解除的话先取消这里，选中原来的预警按 Ctrl+D。"
_CHANGING = "原文像是变更通知。原来的预警还在效的，先取消这里，选中它按 Ctrl+E。"


@dataclass(frozen=True, slots=True)
class WarningServices:
    """What the room and its dialogs ask of the services."""

    warning: WarningService
    text: WarningTextService
    kind: WarningKindService
    find_owners: FindOwners


@dataclass(frozen=True, slots=True)
class WarningStart:
    """What a form begins with: kinds of the unit, and a text, an entry or a warning to replace."""

    kinds: Sequence[str]
    text: str = ""
    entry: LogEntry | None = None
    old: WarningNotice | None = None


class WarningDialog(LongDialog):
    """A text typed or pasted is read after a moment; what was read fills what nobody typed."""

    help_page = "warning"

    def __init__(
        self, desk: Desk, services: WarningServices, start: WarningStart, parent: object
    ) -> None:
        title = f"变更{words.headline(start.old)}" if start.old else "登记预警"
        super().__init__(desk, title, "记下  Ctrl+Enter", parent)  # type: ignore[arg-type]
        self._services, self._start = services, start
        # Made once: what was written but not acknowledged is not written twice.
        self._id = services.warning.new_id()
        self.fields = WarningFields(desk, start.kinds)
        self._read_last = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self.told: QLabel
        self._lay_out()
        self._fill()
        form = self._form_name()
        kept = self.keep(form, self.fields.inputs())
        # When it came in stays when it came in, also for who finishes it hours later.
        kept.goes_along = ("times.received_at", f"times.received_at{INSTANT}")
        kept.begin()
        self._connect()
        if start.text:
            kept.given_up.connect(self._paste)
            # On the lane behind the look for a kept draft: the text fills what is still empty.
            desk.runner.submit(partial(desk.drafts.of_form, form), done=self._paste)
        self.fields.content.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> None:
        """Read the text, if it changed since; nobody waits for it."""
        self._pause.stop()
        text = self.fields.content.toPlainText()
        if not text.strip() or text == self._read_last:
            return
        self._read_last = text
        received_at = self.fields.times["received_at"].value() or self.desk.clock.now()
        job = partial(self._services.text.read, text, received_at)
        self.desk.runner.submit(job, done=self._show_read, failed=self._unread)

    def job(self) -> Callable[[], Done[Any]]:
        start, by = self._start, self.desk.session.seat.actor
        draft = self.fields.draft(
            self._id,
            replaces=start.old.id if start.old else None,
            entry_id=start.entry.id if start.entry else None,
        )
        service = self._services.warning
        return partial(service.change if start.old else service.register, draft, by=by)

    def say(self, words_said: str, field: object = None) -> None:
        super().say(words_said, field)  # type: ignore[arg-type]

    def do(self, ask: Callable[[], Any]) -> None:
        """Do it; the cursor goes to the field that is missing."""

        def looked_at() -> Any:
            try:
                return ask()
            except WarningFieldMissing as missing:
                self.fields.field(missing.field).setFocus(Qt.FocusReason.OtherFocusReason)
                raise

        super().do(looked_at)

    def _form_name(self) -> str:
        start = self._start
        about = start.old.id if start.old else start.entry.id if start.entry else "new"
        return f"warning:{about}"

    def _lay_out(self) -> None:
        fields, theme = self.fields, self.desk.theme
        fields.content.setTabChangesFocus(True)
        fields.content.setPlaceholderText("把预警原文贴在这里，下面各项会自动读出来，再核对一遍")
        lines = fields.content.fontMetrics().lineSpacing() * _CONTENT_LINES
        fields.content.setFixedHeight(lines + theme.px(18))
        self.form.row(FIELD["content"], fields.content)
        self.told = self.form.note("")
        self.form.row(FIELD["kind"], fields.kind)
        fields.other_kind.setPlaceholderText("清单里没有的种类写在这里")
        self.form.row("其他种类", fields.other_kind)
        self.form.row(FIELD["color"], fields.color)
        for name in _ORDER:
            self._row(name)
        self.form.row(FIELD["channels"], fields.channels)
        if self._start.old is None:
            for name in _TOLD:
                self._row(name)
        self.finding: QLabel = self.form.note("")
        set_style(self.finding, tone="soon")
        self._show_other()

    def _row(self, name: str) -> None:
        text = self.fields.texts.get(name)
        if text is not None:
            text.setPlaceholderText(_HINTS.get(name, ""))
            self.form.row(FIELD[name], text)
        else:
            self.form.row(FIELD[name], self.fields.times[name])

    def _fill(self) -> None:
        start, fields = self._start, self.fields
        if start.entry is None:
            fields.times["received_at"].set_now()
        else:
            fields.times["received_at"].set_value(start.entry.at)
            fields.content.setPlainText(start.entry.text)
            self._read_last = start.entry.text
        if start.old is not None:
            fields.begin_from(start.old)
        if start.entry is not None:
            job = partial(self._services.text.read_entry, start.entry)
            self.desk.runner.submit(job, done=self._show_read, failed=self._unread)

    def _paste(self, *_drafts: object) -> None:
        if not self.fields.content.toPlainText().strip():
            self.fields.content.setPlainText(self._start.text)
            self.read()

    def _connect(self) -> None:
        fields = self.fields
        fields.content.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.read)
        fields.kind.currentIndexChanged.connect(self._show_other)
        for box in (fields.kind, fields.color):
            box.activated.connect(self._look)
        for text in fields.texts.values():
            text.editingFinished.connect(self._look)
        for time in fields.times.values():
            time.edit.editingFinished.connect(self._look)

    def _show_read(self, reading: WarningReading) -> None:
        found = self.fields.fill_from(reading)
        said = (
            f"已读出：{'、'.join(found)}。请与原文核对。" if found else "没有读出各项，请自己填。"
        )
        if reading.is_lifting:
            said = _LIFTING
        elif reading.is_change and self._start.old is None:
            said = f"{_CHANGING}{said}"
        self.told.setText(said)
        self._look()
        self._fit()

    def _unread(self, error: Exception) -> None:
        # A text that cannot be read is typed into the fields: nothing is in the way.
        if not isinstance(error, Refusal):
            raise error

    def _look(self) -> None:
        """Say what is missing or odd, as soon as there is a warning to look at."""
        start = self._start
        try:
            draft = self.fields.draft(
                self._id,
                replaces=start.old.id if start.old else None,
                entry_id=start.entry.id if start.entry else None,
            )
        except Refusal:
            self.finding.setText("")
            return
        job = partial(self._services.warning.findings, draft)
        self.desk.runner.submit(job, done=self._show_findings)

    def _show_findings(self, findings: Sequence[WarningFinding]) -> None:
        self.finding.setText(words.finding_words(findings))
        self._fit()

    def _show_other(self, *_at: int) -> None:
        is_other = self.fields.kind.currentData() == OTHER
        self.form.setRowVisible(self.fields.other_kind, is_other)
