"""Making, changing and closing an open item."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.open_item import DraftOpenItem, OpenItem, title_from
from dutydesk.domain.typed_time import TypedTimeUnclear
from dutydesk.services.open_item import OpenItemService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.widgets.time_field import TimeField


class ItemDialog(LongDialog):
    """A new item, one that begins with a log entry, or one to change."""

    help_page = "open_item"

    def __init__(
        self,
        desk: Desk,
        service: OpenItemService,
        parent: QWidget,
        *,
        item: OpenItem | None = None,
        entry: LogEntry | None = None,
    ) -> None:
        super().__init__(desk, "修改未办结事项" if item else "列入未办结", "记下", parent)
        self._service, self._item, self._entry = service, item, entry
        # Made once: an item that was written but not acknowledged is not written twice.
        self._id = item.id if item else service.new_id()
        self.title, self.owner, self.attention = QLineEdit(), QLineEdit(), QLineEdit()
        self.due_at = TimeField(desk.theme, desk.clock, "办结时限", is_ahead=True)
        self.owner.setPlaceholderText("谁在办：单位或人")
        self.attention.setPlaceholderText("下一班要知道什么")
        self.due_at.edit.setPlaceholderText("可以不填")
        for word, field in (
            ("事项", self.title),
            ("承办", self.owner),
            ("办结时限", self.due_at),
            ("提醒下一班", self.attention),
        ):
            self.form.row(word, field)
        self._fill()
        matter = item.id if item else entry.id if entry else "new"
        fields = {
            "title": self.title,
            "owner": self.owner,
            "due_at": self.due_at,
            "attention": self.attention,
        }
        self.keep(f"open_item:{matter}", fields).begin()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        at = self.due_at.value()
        if at is None and self.due_at.text().strip():
            raise TypedTimeUnclear(self.due_at.text())
        if self._item is not None and self._item.due_at is not None and at is not None:
            # The field knows minutes: an untouched time stays what it was.
            kept = self._item.due_at
            at = kept if kept.replace(second=0, microsecond=0) == at else at
        draft = DraftOpenItem(
            id=self._id,
            title=self.title.text().strip(),
            owner=self.owner.text().strip(),
            due_at=at,
            attention=self.attention.text().strip(),
            origin_entry_id=self._entry.id if self._entry else None,
        )
        by = self.desk.session.seat.actor
        if self._item is not None:
            return partial(self._service.change, draft, by=by)
        return partial(self._service.open, draft, by=by)

    def _fill(self) -> None:
        if self._item is not None:
            self.title.setText(self._item.title)
            self.owner.setText(self._item.owner)
            self.attention.setText(self._item.attention)
            if self._item.due_at is not None:
                self.due_at.set_value(self._item.due_at)
        elif self._entry is not None:
            self.title.setText(title_from(self._entry.text))
            self.owner.setText(self.desk.session.seat.name)


class CloseItemDialog(LongDialog):
    """Closes one with its result."""

    help_page = "open_item"

    def __init__(
        self, desk: Desk, service: OpenItemService, item: OpenItem, parent: QWidget
    ) -> None:
        super().__init__(desk, "办结", "办结", parent)
        self._service, self._item = service, item
        title = QLabel(item.title)
        title.setWordWrap(True)
        title.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome = QLineEdit()
        self.outcome.setPlaceholderText("例如：燃气公司已修复，07:20 恢复供气")
        self.form.row("事项", title)
        self.form.row("结果", self.outcome)
        self.keep(f"open_item_close:{item.id}", {"outcome": self.outcome}).begin()
        self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        return partial(
            self._service.close,
            self._item.id,
            self.outcome.text(),
            by=self.desk.session.seat.actor,
        )
