"""The page of what is being typed, over the editor: Esc goes back to writing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from dutydesk.domain.paper import Pdf
from dutydesk.ui.desk import Desk
from dutydesk.ui.papers.page_view import PageView
from dutydesk.ui.papers.pages import page_sizes
from dutydesk.ui.tasks import Queue

_WIDE, _HIGH = 760, 640


class PageSheet(QDialog):
    """Sets the page on the pool and shows the very bytes."""

    def __init__(self, desk: Desk, set_page: Callable[[], Pdf], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("纸面")
        self.view = PageView(desk.theme, desk.runner)
        self.words = QLabel("正在生成…")
        column = QVBoxLayout(self)
        column.addWidget(self.words)
        column.addWidget(self.view, 1)
        theme = desk.theme
        over = parent.window()
        self.resize(
            min(theme.px(_WIDE), max(over.width(), theme.px(400))),
            min(theme.px(_HIGH), max(over.height(), theme.px(300))),
        )
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        desk.runner.submit(partial(_made, set_page), done=self._show, queue=Queue.POOL)

    def _show(self, made: tuple[Pdf, tuple[QSizeF, ...]]) -> None:
        pdf, sizes = made
        lost = "、".join(one.character for one in pdf.missing_glyphs)
        note = f"字体里没有这些字，印成〓：{lost}。" if lost else ""
        self.words.setText(f"共{pdf.pages}页。{note}按 Esc 接着写。")
        self.view.show_pages(pdf.content, sizes)


def _made(set_page: Callable[[], Pdf]) -> tuple[Pdf, tuple[QSizeF, ...]]:
    pdf = set_page()
    return pdf, page_sizes(pdf.content)
