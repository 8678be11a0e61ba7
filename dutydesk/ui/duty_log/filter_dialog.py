"""What is kept to look for again: use it, keep what is asked for now, rename, take out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.log_search import LogSearch
from dutydesk.domain.saved_filter import MAX_NAME, SavedFilter, kept_filter
from dutydesk.services.saved_filter import SavedFilterService
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.log_search import conditions
from dutydesk.wording.sentences import sentence

_ON_KEYS = 9


class FilterDialog(QDialog):
    """``chosen(place)`` when a filter is to be used."""

    help_page = "duty_log"

    chosen = Signal(int)

    def __init__(
        self,
        desk: Desk,
        service: SavedFilterService,
        search: LogSearch,
        kept: Sequence[SavedFilter],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk, self._service, self._search = desk, service, search
        self._kept = list(kept)
        self._new_id = service.new_id()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("常用条件")
        self.list = QListWidget()
        self.list.setAccessibleName("常用条件")
        self.name = QLineEdit(self._proposed())
        self.name.setAccessibleName("名称")
        self.name.setPlaceholderText("名称，例如：燃气")
        self.is_shared = QCheckBox("本单位共用")
        self.keep = QPushButton("保存现在的条件")
        self.rename, self.remove = QPushButton("选中的改用这个名称"), QPushButton("移除选中的")
        self.use = QPushButton("用选中的查找")
        self.close_button = QPushButton("关闭")
        self.answer = QLabel()
        self._build()
        self._show()

    def submit(self) -> None:
        """Keep what is asked for now."""
        actor = self._desk.session.seat.actor
        saved = kept_filter(
            self._search,
            filter_id=self._new_id,
            name=self.name.text(),
            officer_id=None if self.is_shared.isChecked() else actor.officer_id,
        )
        self._write(partial(self._service.put, saved, by=actor))

    def rename_selected(self) -> None:
        """Give the selected filter the name that stands in the field."""
        saved = self._selected()
        if saved is not None:
            changed = replace(saved, name=self.name.text())
            by = self._desk.session.seat.actor
            self._write(partial(self._service.put, changed, by=by))

    def remove_selected(self) -> None:
        """Take the selected filter out; nothing in the log changes by it."""
        saved = self._selected()
        if saved is not None:
            by = self._desk.session.seat.actor
            self._write(partial(self._service.remove, saved.id, by=by))

    def use_selected(self) -> None:
        """Look for what the selected filter asks for."""
        if self._selected() is not None:
            self.chosen.emit(self.list.currentRow())
            self.accept()

    def _build(self) -> None:
        theme = self._desk.theme
        column = QVBoxLayout(self)
        side = theme.px(16)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(8))
        note = QLabel("前九组用 Ctrl+1 到 Ctrl+9。自用的只有本人看得到。")
        note.setWordWrap(True)
        set_style(note, tone="muted")
        set_style(self.answer, tone="overdue")
        self.answer.setWordWrap(True)
        self.answer.hide()
        kept, first, last = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        kept.addWidget(self.name, 1)
        kept.addWidget(self.is_shared)
        for button in (self.keep, self.rename, self.remove):
            first.addWidget(button)
        last.addStretch(1)
        for button in (self.use, self.close_button):
            last.addWidget(button)
        set_style(self.keep, rank="primary")
        column.addWidget(self.list, 1)
        column.addWidget(note)
        for row in (kept, first):
            column.addLayout(row)
        column.addWidget(self.answer)
        column.addLayout(last)
        for button in (self.rename, self.remove, self.use, self.close_button, self.keep):
            button.setAutoDefault(False)
        self.name.returnPressed.connect(self.submit)
        self.keep.clicked.connect(self.submit)
        self.rename.clicked.connect(self.rename_selected)
        self.remove.clicked.connect(self.remove_selected)
        self.use.clicked.connect(self.use_selected)
        self.close_button.clicked.connect(self.reject)
        self.list.itemActivated.connect(self.use_selected)
        self.setMinimumWidth(theme.px(520))
        self.name.setFocus()

    def _proposed(self) -> str:
        words = [self._search.text.strip(), *conditions(self._search)]
        return " ".join(word for word in words if word)[:MAX_NAME]

    def _selected(self) -> SavedFilter | None:
        row = self.list.currentRow()
        return self._kept[row] if 0 <= row < len(self._kept) else None

    def _show(self) -> None:
        row = self.list.currentRow()
        self.list.clear()
        for place, saved in enumerate(self._kept, 1):
            key = f"Ctrl+{place}" if place <= _ON_KEYS else ""
            whose = "本单位" if saved.officer_id is None else "自用"
            self.list.addItem("　".join(part for part in (key, saved.name, whose) if part))
        if self._kept:
            self.list.setCurrentRow(min(max(row, 0), len(self._kept) - 1))
        may_write = self._desk.session.seat.may_write
        self.keep.setEnabled(may_write)
        for button in (self.rename, self.remove):
            button.setEnabled(may_write and bool(self._kept))
        self.use.setEnabled(bool(self._kept))

    def _write(self, job: Callable[[], Done[Any]]) -> None:
        self.answer.hide()
        self._desk.runner.submit(job, done=self._written, failed=self._refused)

    def _written(self, done: Done[Any]) -> None:
        self._new_id = self._service.new_id()
        self._desk.hub.announce(done.changes, self)
        officer_id = self._desk.session.seat.actor.officer_id
        job = partial(self._service.filters_for, officer_id)
        self._desk.runner.submit(job, done=self._take)

    def _take(self, kept: list[SavedFilter]) -> None:
        self._kept = kept
        self._show()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        self.answer.setText(sentence(error))
        self.answer.show()
