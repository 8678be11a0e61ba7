"""Making, changing and closing an open item, noting its progress, taking it up again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import LogEntry
from dutydesk.domain.open_item import DraftOpenItem, Importance, OpenItem, title_from
from dutydesk.domain.open_item_progress import DraftProgress, FollowedItem, latest_notes
from dutydesk.services.open_item import OpenItemService
from dutydesk.ui.desk import Desk
from dutydesk.ui.long_dialog import LongDialog
from dutydesk.ui.owner_choice import FindOwners
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.person_picker import PersonPicker
from dutydesk.ui.widgets.time_field import TimeField
from dutydesk.wording.open_item import IMPORTANCE, progress_words


@dataclass(frozen=True, slots=True)
class ItemServices:
    """What the dialogs ask of the services."""

    open_item: OpenItemService
    find_owners: FindOwners


class ItemDialog(LongDialog):
    """A new item, one that begins with a log entry, or one to change."""

    help_page = "open_item"

    def __init__(
        self,
        desk: Desk,
        services: ItemServices,
        parent: QWidget,
        *,
        item: OpenItem | None = None,
        entry: LogEntry | None = None,
    ) -> None:
        super().__init__(desk, "修改未办结事项" if item else "列入未办结", "记下", parent)
        self._service, self._item, self._entry = services.open_item, item, entry
        # Made once: an item that was written but not acknowledged is not written twice.
        self._id = item.id if item else self._service.new_id()
        theme = desk.theme
        self.title, self.attention = QLineEdit(), QLineEdit()
        self.owner = PersonPicker(theme, desk.runner, services.find_owners, "承办")
        self.owner.write_chinese()
        self.importance = ChoiceBox(theme, "重要程度")
        self.due_at = TimeField(theme, desk.clock, "办结时限", is_ahead=True)
        self.remind_at = TimeField(theme, desk.clock, "提醒时间", is_ahead=True)
        self._lay_rows()
        self._fill()
        matter = item.id if item else entry.id if entry else "new"
        fields = {
            "title": self.title,
            "owner": self.owner,
            "importance": self.importance,
            "due_at": self.due_at,
            "remind_at": self.remind_at,
            "attention": self.attention,
        }
        self.keep(f"open_item:{matter}", fields).begin()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        item = self._item
        draft = DraftOpenItem(
            id=self._id,
            title=self.title.text().strip(),
            owner=self.owner.text().strip(),
            due_at=self.due_at.wanted(item.due_at if item else None),
            attention=self.attention.text().strip(),
            origin_entry_id=self._entry.id if self._entry else None,
            importance=Importance(self.importance.currentData()),
            remind_at=self.remind_at.wanted(item.remind_at if item else None),
        )
        by = self.desk.session.seat.actor
        if item is not None:
            return partial(self._service.change, draft, by=by)
        return partial(self._service.open, draft, by=by)

    def _lay_rows(self) -> None:
        for importance in Importance:
            self.importance.addItem(IMPORTANCE[importance], importance.value)
        self.owner.edit.setPlaceholderText("谁在办：单位或人，可从通讯录里选")
        self.attention.setPlaceholderText("下一班要知道什么")
        self.due_at.edit.setPlaceholderText("可以不填")
        self.remind_at.edit.setPlaceholderText("到时响一声")
        for word, field in (
            ("事项", self.title),
            ("承办", self.owner),
            ("重要程度", self.importance),
            ("办结时限", self.due_at),
            ("提醒时间", self.remind_at),
            ("提醒下一班", self.attention),
        ):
            self.form.row(word, field)
        self.owner.picked.connect(self._on_owner)
        self.owner.submitted.connect(self.submit)

    def _on_owner(self, owner: object, _name: str) -> None:
        self.owner.set_text(str(owner))

    def _fill(self) -> None:
        if self._item is not None:
            self.title.setText(self._item.title)
            self.owner.set_text(self._item.owner)
            self.attention.setText(self._item.attention)
            self.importance.setCurrentIndex(list(Importance).index(self._item.importance))
            for field, at in (
                (self.due_at, self._item.due_at),
                (self.remind_at, self._item.remind_at),
            ):
                if at is not None:
                    field.set_value(at)
        elif self._entry is not None:
            self.title.setText(title_from(self._entry.text))
            self.owner.set_text(self.desk.session.seat.name)


class ProgressDialog(LongDialog):
    """Puts progress on record."""

    help_page = "open_item"

    def __init__(
        self, desk: Desk, service: OpenItemService, followed: FollowedItem, parent: QWidget
    ) -> None:
        super().__init__(desk, "记进展", "记下", parent)
        item = followed.item
        self._service, self._item = service, item
        self._id = service.new_id()
        self.at = TimeField(desk.theme, desk.clock, "时间")
        self.text = QLineEdit()
        self.text.setPlaceholderText("例如：市政已到场，正在更换电缆")
        self.form.row("事项", plain_words(item.title))
        if followed.progress:
            said = map(progress_words, latest_notes(followed.progress))
            self.form.row("最近进展", plain_words("\n".join(said)))
        self.form.row("时间", self.at)
        self.form.row("进展", self.text)
        self.form.note("记下后不能改，写错了再记一条。")
        self.at.set_now()
        self.keep(f"open_item_progress:{item.id}", {"at": self.at, "text": self.text}).begin()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        at = self.at.wanted() or self.desk.clock.now()
        draft = DraftProgress(id=self._id, item_id=self._item.id, text=self.text.text(), at=at)
        return partial(self._service.note, draft, by=self.desk.session.seat.actor)


class CloseItemDialog(LongDialog):
    """Closes one with its result."""

    help_page = "open_item"

    def __init__(
        self, desk: Desk, service: OpenItemService, item: OpenItem, parent: QWidget
    ) -> None:
        super().__init__(desk, "办结", "办结", parent)
        self._service, self._item = service, item
        self.outcome = QLineEdit()
        self.outcome.setPlaceholderText("例如：燃气公司已修复，07:20 恢复供气")
        self.form.row("事项", plain_words(item.title))
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


class ReopenItemDialog(LongDialog):
    """Takes a closed one up again, with the reason."""

    help_page = "open_item"

    def __init__(
        self, desk: Desk, service: OpenItemService, item: OpenItem, parent: QWidget
    ) -> None:
        super().__init__(desk, "重新办理", "重新办理", parent)
        self._service, self._item = service, item
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("例如：同一处又塌陷")
        self.form.row("事项", plain_words(item.title))
        self.form.row("原办结结果", plain_words(item.result))
        self.form.row("原因", self.reason)
        self.keep(f"open_item_reopen:{item.id}", {"reason": self.reason}).begin()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> Callable[[], Done[Any]]:
        return partial(
            self._service.reopen,
            self._item.id,
            self.reason.text(),
            by=self.desk.session.seat.actor,
        )


def plain_words(text: str) -> QLabel:
    """Return words of people in a form, as they are."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
