"""What stands in the columns of the whole log, and the full text of one entry."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

from dutydesk.domain.duty_log import ListedEntry, LogEntry
from dutydesk.ui.duty_log.entry_look import marks
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.paged_model import Column
from dutydesk.wording import when
from dutydesk.wording.attachment import names_line
from dutydesk.wording.duty_log import ENTRY_KIND, origin, remarks
from dutydesk.wording.withdrawal import shown_text, struck_line


def _time(listed: ListedEntry) -> str:
    return when.clock(listed.entry.at)


def _day(listed: ListedEntry, year: int) -> str:
    day = listed.duty_date
    return when.day(day) if day.year == year else when.whole_day(day)


def _kind(listed: ListedEntry) -> str:
    return ENTRY_KIND[listed.entry.kind]


def _origin(listed: ListedEntry) -> str:
    return origin(listed.entry)


def _text(listed: ListedEntry) -> str:
    words = "".join(f"〔{look.word}〕" for look in marks(listed, is_open=False))
    return words + shown_text(listed).replace("\n", " ")


def _recorder(listed: ListedEntry) -> str:
    return listed.entry.recorder


def full_text(listed: ListedEntry) -> str:
    """Return the whole entry, as it is shown under the table."""
    entry: LogEntry = listed.entry
    lines = [f"第{entry.no}条　{when.full(entry.at)}　{_kind(listed)}　{origin(entry)}"]
    lines.append(shown_text(listed))
    beside = "　".join(part for part in (*_said(listed), *remarks(entry)) if part)
    if entry.correction_of is not None:
        beside += f"（{when.full(entry.recorded_at)}）"
    return "\n".join([*lines, beside] if beside else lines)


def _tip(listed: ListedEntry) -> str:
    return "\n".join(part for part in _said(listed) if part)


def _said(listed: ListedEntry) -> tuple[str, str]:
    return struck_line(listed), names_line(listed.attachments)


def columns(this_year: Callable[[], int]) -> tuple[Column[ListedEntry], ...]:
    """Return the columns; a duty day of this year goes without its year."""
    return (
        Column("值班日", lambda listed: _day(listed, this_year())),
        Column("时间", _time),
        Column("类别", _kind),
        Column("来源", _origin),
        Column("记录人", _recorder),
        Column("内容", _text, tip=_tip),
    )


# The widest usual text of each column but the last, which takes what is left.
WIDTHS = ("2026年12月28日", "00:00", "突发事件", "安和三社区 某某某 19900000000", "欧阳某某")
# What goes first where the text would have too little room: it stands below the list as well.
_GIVES_WAY = (4, 3)
_LEAST_TEXT = 12


class ColumnFit(QObject):
    """Gives each column of the table its width, and the text the rest of it."""

    def __init__(self, table: QTableView, theme: Theme) -> None:
        super().__init__(table)
        self._table, self._theme = table, theme
        table.installEventFilter(self)
        theme.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Give the columns the widths of the type now set."""
        for column, width in enumerate(self._widths()):
            self._table.setColumnWidth(column, width)
        self.give_way()

    def give_way(self) -> None:
        """Hide columns until the text can be read; widths somebody pulled stay."""
        wide = self._widths()
        least = QFontMetrics(self._theme.font()).horizontalAdvance("国") * _LEAST_TEXT
        used = sum(wide)
        for column in _GIVES_WAY:
            is_hidden = self._table.width() - used < least
            self._table.setColumnHidden(column, is_hidden)
            used -= wide[column] if is_hidden else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._table and event.type() is QEvent.Type.Resize:
            self.give_way()
        return super().eventFilter(watched, event)

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(self._theme.font())
        return [metrics.horizontalAdvance(sample) + self._theme.px(28) for sample in WIDTHS]
