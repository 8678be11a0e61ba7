"""Tables whose rows are records: read only, chosen whole, without a grid."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget

from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.selected_bar import show_bar


def show_whole_rows(table: QTableWidget, theme: Theme, name: str, heads: Sequence[str]) -> None:
    """Set a table up; how wide its columns are is said by whoever fills it."""
    table.setHorizontalHeaderLabels(list(heads))
    table.setAccessibleName(name)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.measure("row"))
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    show_bar(table, theme)
    head = table.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setHighlightSections(False)
