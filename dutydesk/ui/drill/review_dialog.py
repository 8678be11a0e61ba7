"""演练讲评: what came in, when it was logged, which reports were late."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from dutydesk.domain.drill import DrillReview
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.ui.desk import Desk
from dutydesk.wording.drill import REVIEW, review_lines

_WIDE, _HIGH = 720, 520


class DrillReviewDialog(QDialog):
    """Only to read and to copy from."""

    help_page = "drill"

    def __init__(
        self,
        desk: Desk,
        review: DrillReview,
        show_paper: Callable[[PaperRequest], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(REVIEW)
        self.text = QPlainTextEdit("\n".join(review_lines(review)))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(REVIEW)
        buttons = QDialogButtonBox()
        self.print = buttons.addButton("打印预览", QDialogButtonBox.ButtonRole.ActionRole)
        self.print.clicked.connect(partial(show_paper, PaperRequest(PaperKind.DRILL_REVIEW)))
        self.print.clicked.connect(self.accept)
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(desk.theme.px(16),) * 4)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        window = parent.window()
        self.resize(
            min(desk.theme.px(_WIDE), window.width()), min(desk.theme.px(_HIGH), window.height())
        )
