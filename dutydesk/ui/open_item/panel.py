"""未办结, the room of open items: what is open, who has it, until when; closed with a result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from dutydesk.domain.open_item import Importance, OpenItem, OpenItemStatus
from dutydesk.domain.open_item_progress import FollowedItem
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.ui.desk import Desk
from dutydesk.ui.ledger_room import LedgerLook, LedgerRoom
from dutydesk.ui.open_item.item_dialogs import (
    CloseItemDialog,
    ItemDialog,
    ItemServices,
    ProgressDialog,
    ReopenItemDialog,
)
from dutydesk.ui.open_item.keys import CLOSE, NEW, PROGRESS, REOPEN
from dutydesk.ui.widgets.empty_state import EmptyWords
from dutydesk.ui.widgets.row_table import RowColumn, TableRow
from dutydesk.wording import when
from dutydesk.wording.open_item import IMPORTANCE, progress_words

_COLUMNS = (
    RowColumn("时限", "▲ 12月28日 23:15"),
    RowColumn("事项"),
    RowColumn("承办", "区市政管理处 某某"),
    RowColumn("最新进展", "23:15 市政已到场某某某（12）"),
    RowColumn("登记", "12月28日 23:15"),
)
_EMPTY = EmptyWords(
    "list-checks",
    "没有未办结事项",
    "还没办完、要交给下一班的事排在这里。选中一条记录按 Ctrl+T 就列进来。",
    "列一件  Ctrl+N",
)
_LOOK = LedgerLook(
    "未办结事项", "未办结", "进展", _COLUMNS, _EMPTY, ("open_item", "open_item_progress")
)
_NO_STEPS = "还没有进展。按 Ctrl+U 记一条。"


class OpenItemPanel(LedgerRoom):
    """Lists what is open, the first due first; ``count_changed`` says how many."""

    help_page = "open_item"

    def __init__(
        self,
        desk: Desk,
        services: ItemServices,
        show_paper: Callable[[PaperRequest], object],
        parent: QWidget | None = None,
    ) -> None:
        verbs = (
            ("列一件  Ctrl+N", self.begin),
            ("记进展  Ctrl+U", self.note_progress),
            ("修改  Enter", self.change_selected),
            ("办结  Ctrl+J", self.close_selected),
            ("重新办理  Ctrl+R", self.reopen_selected),
        )
        super().__init__(desk, _LOOK, verbs, parent)
        self._services, self._show_paper = services, show_paper
        self.items: list[OpenItem] = []
        self._followed: dict[str, FollowedItem] = {}
        desk.actions.add(NEW, self.begin, self)
        for spec, handler in (
            (PROGRESS, self.note_progress),
            (CLOSE, self.close_selected),
            (REOPEN, self.reopen_selected),
        ):
            desk.actions.add(spec, handler, self, local=True)
        self.reload()

    def begin(self) -> bool:
        """Ask for a new item (Ctrl+N)."""
        if self.desk.session.seat.may_write:
            ItemDialog(self.desk, self._services, self.window()).open()
        return True

    def print_view(self) -> bool:
        """F9: the list of what is open now."""
        self._show_paper(PaperRequest(PaperKind.OPEN_ITEM_LIST))
        return True

    def selected(self) -> OpenItem | None:
        """Return the item of the current row."""
        followed = self._followed.get(self.table.chosen())
        return followed.item if followed else None

    def change_selected(self) -> None:
        """Change what was typed of an open item."""
        item = self._ready(OpenItemStatus.OPEN)
        if item is not None:
            ItemDialog(self.desk, self._services, self.window(), item=item).open()

    def note_progress(self) -> None:
        """Note what was done about the selected item."""
        item = self._ready(OpenItemStatus.OPEN)
        if item is not None:
            followed, service = self._followed[item.id], self._services.open_item
            ProgressDialog(self.desk, service, followed, self.window()).open()

    def close_selected(self) -> None:
        """Close the selected item with its result."""
        self._ask(OpenItemStatus.OPEN, CloseItemDialog)

    def reopen_selected(self) -> None:
        """Take the selected item up again."""
        self._ask(OpenItemStatus.CLOSED, ReopenItemDialog)

    def reload(self) -> None:
        """Read the items again."""
        job = partial(self._services.open_item.followed, is_all=self.is_all)
        self.desk.runner.submit(job, done=self._show)

    def _ask(self, status: OpenItemStatus, dialog: Callable[..., QDialog]) -> None:
        item = self._ready(status)
        if item is not None:
            dialog(self.desk, self._services.open_item, item, self.window()).open()

    def _ready(self, status: OpenItemStatus) -> OpenItem | None:
        item = self.selected() if self.desk.session.seat.may_write and self.isVisible() else None
        return item if item is not None and item.status is status else None

    def _show(self, found: Sequence[FollowedItem]) -> None:
        self._followed = {one.item.id: one for one in found}
        self.items = sorted((one.item for one in found), key=_due_first)
        now = self.desk.clock.now()
        rows = [_row(self._followed[item.id], now) for item in self.items]
        self.list_rows(rows, sum(item.status is OpenItemStatus.OPEN for item in self.items))

    def _on_selected(self) -> None:
        followed = self._followed.get(self.table.chosen())
        if followed is not None:
            now = self.desk.clock.now()
            lines = [progress_words(step) for step in followed.progress]
            self.steps.show_steps(_head(followed.item, now), lines or [_NO_STEPS])
        self._allow()

    def _allow(self) -> None:
        may_write, item = self.desk.session.seat.may_write, self.selected()
        is_open = item is not None and item.status is OpenItemStatus.OPEN
        is_closed = item is not None and not is_open
        new, progress, change, close, reopen = self._verbs.buttons
        new.setEnabled(may_write)
        for button in (progress, change, close):
            button.setEnabled(may_write and is_open)
        reopen.setEnabled(may_write and is_closed)

    def _on_activated(self, _index: object) -> None:
        self.change_selected()


def _due_first(item: OpenItem) -> tuple[bool, bool, Any]:
    return item.closed_at is not None, item.due_at is None, str(item.due_at or item.created_at)


def _row(followed: FollowedItem, now: datetime) -> TableRow:
    item, latest = followed.item, followed.latest
    due = when.near(item.due_at, now) if item.due_at else "没有"
    if item.closed_at is not None:
        due = f"✓ {when.near(item.closed_at, now)}"
    mark = "▲ " if item.is_overdue(now) else ""
    important = f"【{IMPORTANCE[item.importance]}】" if _is_important(item) else ""
    said = f"{when.near(latest.at, now)} {latest.text.strip()}" if latest else ""
    count = f"（{len(followed.progress)}）" if len(followed.progress) > 1 else ""
    return TableRow(
        item.id,
        (
            f"{mark}{due}",
            f"{important}{item.title}",
            item.owner,
            f"{count}{said}",
            when.near(item.created_at, now),
        ),
        "overdue" if mark else "",
    )


def _head(item: OpenItem, now: datetime) -> str:
    parts = ["进展"]
    if item.remind_at is not None:
        parts.append(f"提醒 {when.near(item.remind_at, now)}")
    if item.attention.strip():
        parts.append(f"提醒下一班：{item.attention.strip()}")
    if item.result.strip():
        parts.append(f"结果：{item.result.strip()}")
    return "　".join(parts)


def _is_important(item: OpenItem) -> bool:
    return item.importance is Importance.IMPORTANT
