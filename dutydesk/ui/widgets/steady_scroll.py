"""A scrolling page of wrapped text that does not scroll itself to death."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from dutydesk.ui.widgets.restyle import set_style


class SteadyScroll(QScrollArea):
    """Shows its page as wide as itself, with the upright bar always there, or as needed.

    Qt fits the page to the area whenever the page was resized. Wrapped text has another height
    at each width and while a new type size spreads, so that fitting resizes the page again: at
    some sizes Qt went round until the stack was full and the desk died. Here it fits once.
    """

    _is_fitting = False

    def __init__(self, parent: QWidget | None = None, *, bar_stays: bool = True) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if bar_stays:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def showEvent(self, event: QShowEvent) -> None:
        # Only what can have the focus gives room to its ring.
        set_style(self, ring=self.focusPolicy() is not Qt.FocusPolicy.NoFocus)
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Resize:
            return super().eventFilter(watched, event)
        if self._is_fitting:
            return False
        self._is_fitting = True
        try:
            answer = super().eventFilter(watched, event)
            self._give_height()
            return answer
        finally:
            self._is_fitting = False

    def _give_height(self) -> None:
        """Give the page the height it needs now that what is in it was laid out anew."""
        # The stub says there always is one; the bars are resized before it comes.
        page = cast("QWidget | None", self.widget())
        layout = page.layout() if page is not None else None
        if page is not None and layout is not None and layout.hasHeightForWidth():
            needed = layout.totalHeightForWidth(page.width())
            if needed > page.height():
                page.resize(page.width(), needed)
