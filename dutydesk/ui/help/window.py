"""The help window (F1): the page of the room one came from, a list of pages, a search field."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from dutydesk.ui.help.pages import HelpPage, HelpShelf
from dutydesk.ui.theme import Theme


class HelpWindow(QWidget):
    """Stays beside the desk; Esc closes it."""

    def __init__(self, theme: Theme, shelf: HelpShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._theme, self._shelf = theme, shelf
        self.setWindowTitle("帮助")
        self._search = QLineEdit()
        self._search.setAccessibleName("在帮助里找")
        self._search.setPlaceholderText("在帮助里找")
        self._list = QListWidget()
        self._list.setAccessibleName("帮助页")
        self._text = QTextBrowser()
        self._text.setAccessibleName("帮助内容")
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self._follow)
        side = QVBoxLayout()
        side.addWidget(self._search)
        side.addWidget(self._list, 1)
        self._row = QHBoxLayout(self)
        self._row.addLayout(side)
        self._row.addWidget(self._text, 1)
        self._search.textChanged.connect(self._fill)
        self._list.currentItemChanged.connect(self._show_item)
        theme.changed.connect(self._restyle)
        self._fill("")
        self._restyle()

    def open_page(self, name: str) -> None:
        """Show a page by name."""
        self._search.clear()
        wanted = self._shelf.page(name)
        for at in range(self._list.count()):
            if self._list.item(at).data(Qt.ItemDataRole.UserRole) == wanted.name:
                self._list.setCurrentRow(at)

    def page_shown(self) -> str:
        """Return the name of the page shown, empty when the search found none."""
        item = self._list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if self._list.count() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _fill(self, words: str) -> None:
        self._list.clear()
        for page in self._shelf.find(words):
            item = QListWidgetItem(page.title)
            item.setData(Qt.ItemDataRole.UserRole, page.name)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        if not self._list.count():
            self._text.setHtml("<p>没有找到。换一个词试试。</p>")

    def _show_item(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show(self._shelf.page(str(item.data(Qt.ItemDataRole.UserRole))))

    def _show(self, page: HelpPage) -> None:
        self._text.document().setDefaultStyleSheet(self._page_style())
        self._text.setHtml(_with_own_heads(page.source))

    def _follow(self, link: QUrl) -> None:
        self.open_page(link.path().removesuffix(".html"))

    def _page_style(self) -> str:
        theme = self._theme
        side = theme.px(16)
        return (
            f"body, p, li, td {{ font-size: {theme.px(14)}px; line-height: 110%; }}"
            f".h1 {{ font-size: {theme.px(20)}px; font-weight: bold; }}"
            f".h2 {{ font-size: {theme.px(16)}px; font-weight: bold; margin-top: {side}px; }}"
            f"a {{ color: {theme.colour('accent').name()}; }}"
            f"td.key {{ color: {theme.colour('accent').name()}; }}"
            f"td {{ padding-right: {theme.px(16)}px; }}"
        )

    def _restyle(self) -> None:
        theme = self._theme
        side = theme.px(12)
        self._row.setContentsMargins(side, side, side, side)
        self._row.setSpacing(side)
        self._search.setFixedWidth(theme.px(180))
        self._list.setFixedWidth(theme.px(180))
        self._text.document().setDocumentMargin(theme.px(16))
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(820), room.width()), min(theme.px(560), room.height()))
        self._show_item(self._list.currentItem())


def _with_own_heads(source: str) -> str:
    """Qt enlarges h1 and h2 beyond the size the style asks for, so they become paragraphs."""
    for head in ("h1", "h2"):
        source = source.replace(f"<{head}>", f'<p class="{head}">').replace(f"</{head}>", "</p>")
    return source
