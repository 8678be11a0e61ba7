"""What a recovery brought back and lost, shown before the room opens: to be copied or printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.restyle import set_style


class RestoredDialog(QDialog):
    """Says what was done, and lists what has to be entered again."""

    def __init__(
        self,
        theme: Theme,
        words: Sequence[str],
        lost: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("已用备份恢复")
        said = QLabel("\n".join(words))
        said.setWordWrap(True)
        self.lost = QPlainTextEdit("\n".join(lost))
        self.lost.setReadOnly(True)
        self.lost.setTabChangesFocus(True)
        self.lost.setAccessibleName("要补记的内容")
        self.lost.setVisible(bool(lost))
        self.copy = QPushButton("复制")
        self.copy.setVisible(bool(lost))
        self.go_on = QPushButton("打开值班室")
        self.go_on.setDefault(True)
        set_style(self.go_on, rank="primary")
        self._copied = QLabel()
        set_style(self._copied, tone="done")
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addWidget(self._copied, 1)
        row.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        column.addWidget(said)
        column.addWidget(self.lost, 1)
        column.addLayout(row)
        self.copy.clicked.connect(self._copy)
        self.go_on.clicked.connect(self.accept)
        self.resize(theme.px(640), theme.px(380 if lost else 160))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.lost.toPlainText())
        self._copied.setText("已复制，可以粘贴到文档里打印。")
