"""The log of the running shift as a list: rows, the empty state, the line of counts below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from dutydesk.domain.duty_log import ListedEntry
from dutydesk.ui.duty_log.entry_delegate import EntryDelegate
from dutydesk.ui.duty_log.log_model import LogModel
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.empty_state import EmptyState, EmptyWords
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.stay_at_end import StayAtEnd

_EMPTY = EmptyWords(
    "scroll-text",
    "本班还没有记录",
    "来电、去电、来文、巡查，都记在这里。按 F2 就能记，时间已经填好。",
    "记第一条  F2",
)


class ShiftList(QWidget):
    """``opened`` when a row is to be corrected, ``begun`` by the button of the empty state.

    The selection stays on its entry; once that was corrected it goes on to the correction.
    """

    opened = Signal()
    begun = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._awaited: ListedEntry | None = None
        self.model = LogModel(self)
        self.view = QListView()
        self.empty = EmptyState(theme, _EMPTY)
        self.foot = QLabel()
        self._build()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_entries(
        self, entries: Sequence[ListedEntry], open_ids: frozenset[str], open_count: int
    ) -> None:
        """Show the entries of the shift; a new one that was announced is selected."""
        bar = self.view.verticalScrollBar()
        at_end = bar.value() >= bar.maximum()
        chosen = self.selected()
        self.model.show_entries(entries, open_ids)
        self.foot.setText(f"本班 {len(entries)} 条　未办结 {open_count}")
        self.view.setVisible(bool(entries))
        self.empty.setVisible(not entries)
        self.foot.setVisible(bool(entries))
        row = self._row_to_keep(chosen) if chosen else None
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row, 0))
        self._reveal(at_end=at_end)

    def await_entry(self, listed: ListedEntry) -> None:
        """Take an entry that is on record for the one that is meant, and select it when shown."""
        self._awaited = listed

    def selected(self) -> ListedEntry | None:
        """Return the entry that is selected."""
        index = self.view.currentIndex()
        return self.model.entry_at(index.row()) if index.isValid() else None

    def pointed_at(self) -> ListedEntry | None:
        """Return the entry just recorded, else the one selected, else the newest one.

        A key pressed right after Enter means what was written, not the row that is still above.
        """
        return self._awaited or self.selected() or self.model.entry_at(self.model.rowCount() - 1)

    def meant(self) -> ListedEntry | None:
        """Return the same, or the correction of it that holds now; None for what was withdrawn."""
        listed = self.pointed_at()
        while listed is not None and listed.corrected_by is not None:
            row = self.model.row_of(listed.corrected_by)
            if row is None:
                break
            listed = self.model.entry_at(row)
        return None if listed is None or listed.entry.is_withdrawal else listed

    def show_entry(self, entry_id: str) -> None:
        """Select an entry of the shift and bring it into view."""
        row = self.model.row_of(entry_id)
        if row is not None:
            index = self.model.index(row, 0)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def entries(self) -> list[ListedEntry]:
        """Return the entries of the shift in the order of the log."""
        found = (self.model.entry_at(row) for row in range(self.model.rowCount()))
        return [listed for listed in found if listed is not None]

    def go_to(self, entry_id: str) -> bool:
        """Select an entry and put the focus on it; False when it is of another shift."""
        if self.model.row_of(entry_id) is None:
            return False
        self.show_entry(entry_id)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def choose(self) -> None:
        """Put the focus into the list, on the entry that is selected or the newest one."""
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(self.model.rowCount() - 1, 0))
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _row_to_keep(self, chosen: ListedEntry) -> int | None:
        row = self.model.row_of(chosen.entry.id)
        now = self.model.entry_at(row) if row is not None else None
        if now is not None and now.corrected_by is not None and not chosen.is_struck:
            return self.model.row_of(now.corrected_by) or row
        return row

    def _is_of_another_shift(self) -> bool:
        """Tell whether what is awaited will not come: duty has passed meanwhile."""
        shown = self.model.entry_at(self.model.rowCount() - 1)
        awaited = self._awaited
        return bool(shown and awaited and shown.entry.shift_id != awaited.entry.shift_id)

    def _reveal(self, *, at_end: bool) -> None:
        row = self.model.row_of(self._awaited.entry.id) if self._awaited else None
        if row is not None or self._is_of_another_shift():
            self._awaited = None
        if row is not None:
            index = self.model.index(row, 0)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        elif at_end:
            self.view.scrollToBottom()

    def _build(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(EntryDelegate(self._theme, self.view, self))
        self.view.setAccessibleName("本班记录")
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setProperty("bare", True)
        self.view.installEventFilter(self)
        self.view.activated.connect(self._open_entry)
        self.empty.begun.connect(self.begun)
        set_style(self.foot, tone="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.foot)
        StayAtEnd(self.view)

    def _open_entry(self, index: QModelIndex) -> None:
        if self.model.entry_at(index.row()) is not None:
            self.opened.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The first row is the line of the day, which Qt's own Home does not step over.
        if (
            watched is self.view
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and Qt.Key(event.key()) == Qt.Key.Key_Home
        ):
            self.view.setCurrentIndex(self.model.index(1, 0))
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.doItemsLayout()

    def _restyle(self) -> None:
        theme = self._theme
        side = theme.px(16)
        self.foot.setContentsMargins(side, theme.px(4), side, theme.px(4))
        self.foot.setFont(theme.font("small"))
        # Where space is short the log gives way, not the fields to type in.
        self.view.setMinimumHeight(theme.px(24))
        self.view.doItemsLayout()
