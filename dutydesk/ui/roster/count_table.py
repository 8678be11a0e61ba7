"""Who has how many duties of which kind of day, as a table with the spread below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.roster_count import DutyCount
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.row_table import RowColumn, RowTable, TableRow
from dutydesk.wording.roster_room import spread_words

_CLASSES = (
    (DayClass.WORKDAY, "工作日"),
    (DayClass.WEEKEND, "周末"),
    (DayClass.LEGAL_HOLIDAY, "节假日"),
    (DayClass.EVE, "节前"),
    (DayClass.MAKE_UP_DAY, "调休"),
)
COLUMNS = (
    RowColumn("姓名"),
    RowColumn("合计", "合计"),
    *(RowColumn(word, word) for _, word in _CLASSES),
    RowColumn("夜班", "夜班"),
    RowColumn("补休", "12天"),
)


class CountTable(QWidget):
    """Shows counts; whoever is listed and has none is shown too."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = RowTable(theme, name, COLUMNS, least_signs=5)
        self.spread = QLabel()
        self.spread.setWordWrap(True)
        set_style(self.spread, tone="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.table, 1)
        column.addWidget(self.spread)

    def show_counts(self, counts: Sequence[DutyCount]) -> None:
        """Show whoever has most first."""
        ordered = sorted(counts, key=lambda one: (-one.total, one.person))
        self.table.show_rows([_row(one) for one in ordered])
        self.spread.setText(spread_words(counts))


def _row(count: DutyCount) -> TableRow:
    classes = [str(count.by_class.get(day_class, 0) or "") for day_class, _ in _CLASSES]
    leave = f"{count.comp_leave_days}天" if count.comp_leave_days else ""
    nights = str(count.nights or "")
    cells = (count.person, str(count.total or "0"), *classes, nights, leave)
    return TableRow(count.member_id or count.person, cells)
