"""The bar at the left of a selected row: seen where the soft ground behind it is not."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dutydesk.ui.theme import Theme

_WIDTH = 3


def paint_selected(
    painter: QPainter, theme: Theme, option: QStyleOptionViewItem, *, is_filled: bool = True
) -> None:
    """Draw the ground and the bar of a row if it is selected."""
    state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]  # missing in the stubs
    rect: QRect = option.rect  # type: ignore[attr-defined]  # missing in the stubs
    if not state & QStyle.StateFlag.State_Selected:
        return
    if is_filled:
        painter.fillRect(rect, theme.colour("accent_soft"))
    # At the edge of the view: an item of a tree begins behind its branches.
    bar = QRect(min(rect.left(), 0), rect.top(), theme.px(_WIDTH), rect.height())
    painter.fillRect(bar, theme.colour("accent"))


class SelectedBar(QStyledItemDelegate):
    """Draws the first column of a table or tree, with the bar.

    The style sheet can give a list its bar; in a table it would give one to every cell.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        paint_selected(painter, self._theme, option, is_filled=False)


def show_bar(view: QAbstractItemView, theme: Theme) -> None:
    """Give the selected row of a table or tree its bar."""
    view.setItemDelegateForColumn(0, SelectedBar(theme, view))
