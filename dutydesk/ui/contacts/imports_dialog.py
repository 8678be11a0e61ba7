"""The files that were taken into the contacts; a whole import is taken back here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.changes import Done
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.import_batch import ImportBatch
from dutydesk.services.contact_import import ContactImportService
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.ui.widgets.whole_rows import show_whole_rows
from dutydesk.wording.sentences import sentence
from dutydesk.wording.when import near, with_year

_HEADS = ("导入时间", "文件", "导入人", "新增", "补充", "状态")
_WIDTH, _HEIGHT = 860, 480


class ImportsDialog(QDialog):
    """Shows every import, the newest first."""

    help_page = "import"
    comes_back = True

    def __init__(self, desk: Desk, service: ContactImportService, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._service = desk, service
        self.imports: list[ImportBatch] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("导入过的文件")
        theme = desk.theme
        self.table = QTableWidget(0, len(_HEADS))
        show_whole_rows(self.table, theme, "导入过的文件", _HEADS)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        note = QLabel(
            "撤回后，这次新增的人和单位不再保留，补充过的内容回到导入前；导入之后改过或用过的，"
            "不能整批撤回。撤回会记在记录里。"
        )
        set_style(note, tone="muted")
        self.answer = QLabel()
        set_style(self.answer, tone="overdue")
        self.answer.hide()
        buttons = QDialogButtonBox()
        self.undo = buttons.addButton("撤回这次导入", QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        for button in (self.undo, close):
            button.setAutoDefault(False)
        self.undo.setEnabled(False)
        self.undo.clicked.connect(self.take_back)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        side = theme.px(16)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(8))
        column.addWidget(self.table, 1)
        for label in (note, self.answer):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(buttons)
        self.table.itemSelectionChanged.connect(self._allow)
        room = parent.window().size()
        width, height = theme.px(_WIDTH), theme.px(_HEIGHT)
        self.resize(min(width, room.width() - side), min(height, room.height() - side))
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        self._desk.runner.submit(self._service.imports, done=self._show)

    def take_back(self) -> None:
        """Take the chosen import back; a refusal names who was changed since."""
        batch = self._chosen()
        if batch is None:
            return
        self.undo.setEnabled(False)
        by = self._desk.session.seat.actor
        job = partial(self._service.undo_import, batch.id, by=by)
        self._desk.runner.submit(job, done=self._taken_back, failed=self._refused)

    def _show(self, imports: list[ImportBatch]) -> None:
        self.imports = imports
        now = self._desk.clock.now()
        self.table.setRowCount(len(imports))
        for at, one in enumerate(imports):
            state = f"{one.undone_by} {near(one.undone_at, now)}撤回" if one.undone_at else "在用"
            cells = (
                with_year(one.imported_at),
                one.file,
                one.imported_by,
                f"{one.added}人",
                f"{one.updated}人",
                state,
            )
            for column, text in enumerate(cells):
                self.table.setItem(at, column, QTableWidgetItem(text))
        if imports:
            self.table.selectRow(0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._allow()

    def _chosen(self) -> ImportBatch | None:
        at = self.table.currentRow()
        return self.imports[at] if 0 <= at < len(self.imports) else None

    def _allow(self) -> None:
        batch = self._chosen()
        self.undo.setEnabled(batch is not None and batch.undone_at is None)

    def _taken_back(self, done: Done[ImportBatch]) -> None:
        self._desk.hub.announce(done.changes, self)
        set_style(self.answer, tone="done")
        self.answer.setText(f"已撤回“{done.value.file}”的导入。")
        self.answer.show()
        self.reload()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, Refusal | StoreError):
            raise error
        set_style(self.answer, tone="overdue")
        self.answer.setText(sentence(error))
        self.answer.show()
        self._allow()
