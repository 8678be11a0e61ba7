"""Writing the contacts to a file: which kind, and whether mobiles are masked."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.contacts import Unit
from dutydesk.domain.errors import Refusal, StoreError
from dutydesk.domain.instants import china
from dutydesk.services.contact_import import ContactImportService
from dutydesk.ui.desk import Desk
from dutydesk.ui.messages import FileWish
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.sentences import sentence

KINDS = (
    (".xlsx", "表格，WPS和Excel都能打开"),
    (".csv", "纯文本表格，别的软件可以读"),
    (".vcf", "手机名片，手机可以导入"),
)


class ExportDialog(QDialog):
    """Asks for the kind, then for the file; ``exported(Path)`` when it is written."""

    help_page = "contacts"
    comes_back = True

    exported = Signal(object)

    def __init__(
        self,
        desk: Desk,
        service: ContactImportService,
        parent: QWidget,
        unit: Unit | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._service, self._unit = desk, service, unit
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("导出通讯录")
        theme = desk.theme
        column = QVBoxLayout(self)
        side = theme.px(16)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(theme.px(8))
        self.kinds = {ending: QRadioButton(f"{ending}　{words}") for ending, words in KINDS}
        for button in self.kinds.values():
            column.addWidget(button)
        self.kinds[".xlsx"].setChecked(True)
        self.is_masked = QCheckBox("遮住手机号（138****1234）")
        column.addWidget(self.is_masked)
        self.is_unit = QCheckBox(f"只导出“{unit.name if unit else ''}”和它的下级")
        self.is_unit.setVisible(unit is not None)
        column.addWidget(self.is_unit)
        note = QLabel("已停用的人不导出。导出会记在记录里。")
        set_style(note, tone="muted")
        self.answer = QLabel()
        set_style(self.answer, tone="overdue")
        self.answer.hide()
        for label in (note, self.answer):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        buttons = QDialogButtonBox()
        self.write = buttons.addButton("选位置并导出", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        set_style(self.write, rank="primary")
        buttons.accepted.connect(self.submit)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.setMinimumWidth(theme.px(400))

    def submit(self) -> None:
        """Ask where to, and write; the dialog stays when it is refused."""
        ending = next(ending for ending, button in self.kinds.items() if button.isChecked())
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        name = f"通讯录-{china(self._desk.clock.now()).date().isoformat()}{ending}"
        wish = FileWish("导出通讯录", str(Path(documents) / name), (f"*{ending}",))
        target = self._desk.messages.save_file(wish)
        if target is None:
            return
        if target.suffix.lower() != ending:
            target = target.with_name(target.name + ending)
        self.write.setEnabled(False)
        job = partial(
            self._service.export,
            target,
            is_masked=self.is_masked.isChecked(),
            unit_id=self._unit.id if self._unit and self.is_unit.isChecked() else None,
            by=self._desk.session.seat.actor,
        )
        self._desk.runner.submit(job, done=self._written, failed=self._refused)

    def _written(self, path: Path) -> None:
        self.exported.emit(path)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.write.setEnabled(True)
        if not isinstance(error, Refusal | StoreError):
            raise error
        self.answer.setText(sentence(error))
        self.answer.show()
