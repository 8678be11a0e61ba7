"""The bars of the preview: page and zoom above, what can be done below, and work under way."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.ui.desk import Seat
from dutydesk.ui.papers.page_view import PageView
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style

# What has mobiles on it, and is also made without.
_MASKABLE = frozenset(
    {PaperKind.DIRECTORY, PaperKind.STALE_CONTACT_LIST, PaperKind.CALL_ROUND_SHEET}
)


class PageBar(QWidget):
    """Which page, how large, and where there are mobiles whether they are masked."""

    mask_wanted = Signal(bool)

    def __init__(self, theme: Theme, view: PageView) -> None:
        super().__init__()
        self._theme, self._view = theme, view
        self.words, self.percent = QLabel(), QLabel()
        self._before, self._after = QPushButton("上一页"), QPushButton("下一页")
        self._smaller, self._larger = QPushButton(), QPushButton()
        self._fit = QPushButton("适合宽度")
        self.mask_box = QCheckBox("遮住手机号")
        self._column = QVBoxLayout(self)
        self._row = QHBoxLayout()
        self._column.addLayout(self._row)
        self._column.addWidget(self.mask_box)
        left = (self._before, self.words, self._after)
        right = (self._smaller, self.percent, self._larger, self._fit)
        widgets: tuple[QWidget, ...] = (*left, *right)
        for widget in widgets:
            self._row.addWidget(widget)
        self._row.insertStretch(len(left), 1)
        self._prepare()

    def offer_mask(self, request: PaperRequest, seat: Seat) -> PaperRequest:
        """Offer the choice of masking; who may only look gets papers without mobiles."""
        self.mask_box.setVisible(seat.sees_mobiles and request.kind in _MASKABLE)
        return request if seat.sees_mobiles else replace(request, is_masked=True)

    def set_ready(self, *, is_ready: bool) -> None:
        """Let the buttons work once there is a paper."""
        self.setEnabled(is_ready)

    def _prepare(self) -> None:
        for button, name in (
            (self._smaller, "缩小  Ctrl+-"),
            (self._larger, "放大  Ctrl++"),
            (self._fit, "适合宽度  Ctrl+0"),
            (self._before, "上一页"),
            (self._after, "下一页"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
            set_style(button, rank="quiet")
        for label in (self.words, self.percent):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._before.clicked.connect(self._back)
        self._after.clicked.connect(self._on)
        self._smaller.clicked.connect(self._view.smaller)
        self._larger.clicked.connect(self._view.larger)
        self._fit.clicked.connect(self._view.fit_width)
        self.mask_box.toggled.connect(self.mask_wanted)
        self._view.moved.connect(self._show)
        self._theme.changed.connect(self._restyle)
        self._restyle()

    def _show(self, page: int, zoom: int) -> None:
        pages = self._view.page_count()
        self.words.setText(f"第{page}页 共{pages}页" if pages else "")
        self.percent.setText(f"{zoom}%" if pages else "")
        self._before.setEnabled(page > 1)
        self._after.setEnabled(page < pages)

    def _back(self) -> None:
        self._view.go_to(self._view.page() - 1)

    def _on(self) -> None:
        self._view.go_to(self._view.page() + 1)

    def _restyle(self) -> None:
        theme = self._theme
        metrics = QFontMetrics(theme.font())
        self._column.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4))
        self._column.setSpacing(0)
        self._row.setSpacing(theme.px(4))
        self.words.setMinimumWidth(metrics.horizontalAdvance("第100页 共100页"))
        self.percent.setMinimumWidth(metrics.horizontalAdvance("100%") + theme.px(8))
        self._smaller.setIcon(theme.icon("zoom-out"))
        self._larger.setIcon(theme.icon("zoom-in"))


class PaperButtons(QWidget):
    """打印, 另存为, 用阅读器打开, 关闭."""

    print_wanted = Signal()
    save_wanted = Signal()
    reader_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.print, self.save = QPushButton("打印  Ctrl+P"), QPushButton("另存为  Ctrl+S")
        self.reader, self.close_button = (
            QPushButton("用阅读器打开"),
            QPushButton("关闭  Esc"),
        )
        set_style(self.print, rank="primary")
        self._row = QHBoxLayout(self)
        for button in (self.print, self.save, self.reader):
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._row.addWidget(self.close_button)
        self.print.clicked.connect(self.print_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.reader.clicked.connect(self.reader_wanted)
        self.close_button.clicked.connect(self.close_wanted)
        theme.changed.connect(self._restyle)
        self._restyle()

    def set_ready(self, *, is_ready: bool) -> None:
        """Let the buttons work once there is a paper."""
        for button in (self.print, self.save, self.reader):
            button.setEnabled(is_ready)

    def _restyle(self) -> None:
        theme = self._theme
        side = theme.px(12)
        self._row.setContentsMargins(side, theme.px(8), side, theme.px(8))
        self._row.setSpacing(theme.px(8))


class Working(QWidget):
    """What is being done, how far it is, and a way to stop it."""

    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.words, self.bar, self.cancel = QLabel(), QProgressBar(), QPushButton("取消打印")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("进度")
        self.cancel.clicked.connect(self.cancelled)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self.words)
        self._column.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def begin(self, words: str, *, can_cancel: bool, cancel_words: str = "取消打印") -> None:
        """Say what begins; its length is not known yet."""
        self.words.setText(words)
        self.cancel.setText(cancel_words)
        self.bar.setRange(0, 0)
        self.cancel.setVisible(can_cancel)

    def step(self, number: int, total: int, words: str) -> None:
        """Show how far it is."""
        self.words.setText(words)
        self.bar.setRange(0, total)
        self.bar.setValue(number)

    def _restyle(self) -> None:
        theme = self._theme
        self._column.setSpacing(theme.px(12))
        self.bar.setFixedWidth(theme.px(320))
