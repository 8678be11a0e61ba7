"""The running log as a list: entries in order, a line between calendar days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_log import ListedEntry
from dutydesk.domain.instants import china
from dutydesk.ui.duty_log.entry_look import marks
from dutydesk.wording import when
from dutydesk.wording.attachment import names_line
from dutydesk.wording.duty_log import ENTRY_KIND, origin, remarks
from dutydesk.wording.withdrawal import shown_text, struck_line

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class DayLine:
    """A line that says which calendar day begins: a duty day has two."""

    day: date


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry with what the log does not hold itself: whether an open item began with it."""

    listed: ListedEntry
    is_open: bool = False


Line = DayLine | EntryLine


class LogModel(QAbstractListModel):
    """Holds the lines of one shift; keeps what did not change so that nothing flickers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show_entries(self, entries: Sequence[ListedEntry], open_ids: frozenset[str]) -> None:
        """Show these entries; lines equal at both ends stay, only the middle is replaced."""
        new = _lines(entries, open_ids)
        head = 0
        while head < min(len(new), len(self.lines)) and new[head] == self.lines[head]:
            head += 1
        tail = 0
        most = min(len(new), len(self.lines)) - head
        while tail < most and new[-1 - tail] == self.lines[-1 - tail]:
            tail += 1
        old_end = len(self.lines) - tail
        if old_end > head:
            self.beginRemoveRows(_NOWHERE, head, old_end - 1)
            del self.lines[head:old_end]
            self.endRemoveRows()
        added = new[head : len(new) - tail]
        if added:
            self.beginInsertRows(_NOWHERE, head, head + len(added) - 1)
            self.lines[head:head] = added
            self.endInsertRows()

    def entry_at(self, row: int) -> ListedEntry | None:
        """Return the entry of a row; None for a day line or no row."""
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line.listed if isinstance(line, EntryLine) else None

    def row_of(self, entry_id: str) -> int | None:
        """Return the row of an entry."""
        for row, line in enumerate(self.lines):
            if isinstance(line, EntryLine) and line.listed.entry.id == entry_id:
                return row
        return None

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == ROW_ROLE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _spoken(line)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, EntryLine):
            lines = (struck_line(line.listed), names_line(line.listed.attachments))
            return "\n".join(filter(None, lines)) or None
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.lines[index.row()], DayLine):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


def _lines(entries: Sequence[ListedEntry], open_ids: frozenset[str]) -> list[Line]:
    lines: list[Line] = []
    shown: date | None = None
    for listed in entries:
        day = china(listed.entry.at).date()
        if day != shown:
            lines.append(DayLine(day))
            shown = day
        lines.append(EntryLine(listed, listed.entry.id in open_ids))
    return lines


def _spoken(line: Line) -> str:
    if isinstance(line, DayLine):
        return when.day_and_weekday(line.day)
    entry = line.listed.entry
    text = shown_text(line.listed)
    words = [when.clock(entry.at), ENTRY_KIND[entry.kind], origin(entry), text]
    words += remarks(entry)
    words += [look.word for look in marks(line.listed, is_open=line.is_open)]
    words.append(struck_line(line.listed))
    return " ".join(word for word in words if word)
