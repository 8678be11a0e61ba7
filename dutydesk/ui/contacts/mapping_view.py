"""One sheet of a foreign file: what each column is taken for, above its first rows."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dutydesk.domain.contact_file import ContactField, SheetMapping, SheetPreview
from dutydesk.ui.theme import Theme
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.ui.widgets.restyle import set_style
from dutydesk.wording.contacts import CONTACT_FIELDS

_WIDEST = 16
_DEEPEST_HEADING = 30
_ROWS_SHOWN = 4


class MappingView(QWidget):
    """Shows one sheet and lets its mapping be changed; ``changed`` at each change."""

    changed = Signal()

    def __init__(self, theme: Theme, sheet: SheetPreview, *, is_fixed: bool) -> None:
        super().__init__()
        self._theme, self._sheet = theme, sheet
        mapping = sheet.mapping
        self.takes = QCheckBox("导入这张表")
        self.takes.setChecked(not mapping.is_ignored)
        self.heading = QSpinBox()
        self.heading.setAccessibleName("表头在第几行")
        self.heading.setRange(0, _DEEPEST_HEADING)
        self.heading.setSpecialValueText("没有")
        self.heading.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.heading.setValue(mapping.heading_rows)
        self.unit = QLineEdit(mapping.default_unit)
        self.unit.setAccessibleName("没写单位的人归到")
        self.unit.setPlaceholderText("不填就不归单位")
        self.table = QTableWidget()
        self.boxes: list[ChoiceBox] = []
        self._words = QLabel()
        self._row = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build(is_fixed=is_fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def mapping(self) -> SheetMapping:
        """Return the mapping as it now stands."""
        columns = tuple(
            replace(column, field=ContactField(box.currentData()))
            for column, box in zip(self._sheet.mapping.columns, self.boxes, strict=True)
        )
        return replace(
            self._sheet.mapping,
            heading_rows=self.heading.value(),
            columns=columns,
            default_unit=self.unit.text().strip(),
            is_ignored=not self.takes.isChecked(),
        )

    def _build(self, *, is_fixed: bool) -> None:
        sheet = self._sheet
        roster = "，像是值班表" if sheet.is_roster else ""
        known = "，各列照上次的认定" if sheet.is_remembered else ""
        self._words.setText(f"{sheet.mapping.sheet}　{sheet.row_count}行{roster}{known}")
        self._row.addWidget(self.takes)
        self._row.addWidget(self._words)
        self._row.addStretch(1)
        # The cards of a telephone say themselves what they hold.
        choices = QWidget()
        line = QHBoxLayout(choices)
        line.setContentsMargins(0, 0, 0, 0)
        for word, field in (("表头到第几行", self.heading), ("没写单位的人归到", self.unit)):
            label = QLabel(word)
            label.setBuddy(field)
            line.addWidget(label)
            line.addWidget(field, 1 if field is self.unit else 0)
        self._column.addLayout(self._row)
        self._column.addWidget(choices)
        self._column.addWidget(self.table, 1)
        choices.setVisible(not is_fixed)
        self.takes.setVisible(not is_fixed)
        self._fill(is_fixed=is_fixed)
        self.takes.toggled.connect(self._on_changed)
        self.heading.valueChanged.connect(self._on_heading)
        self.unit.editingFinished.connect(self._on_unit)

    def _fill(self, *, is_fixed: bool) -> None:
        table, columns = self.table, self._sheet.mapping.columns
        table.setAccessibleName(f"{self._sheet.mapping.sheet}的前几行")
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setColumnCount(len(columns))
        table.setHorizontalHeaderLabels([column.shown for column in columns])
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.verticalHeader().hide()
        table.setRowCount(1)
        for at, column in enumerate(columns):
            box = ChoiceBox(self._theme, f"{column.shown}是什么")
            for field in ContactField:
                box.addItem(CONTACT_FIELDS[field], field.value)
            box.setCurrentIndex(box.findData(column.field.value))
            box.setEnabled(not is_fixed)
            box.activated.connect(partial(self._on_box, box))
            self._mark(box)
            table.setCellWidget(0, at, box)
            self.boxes.append(box)
        self._show_rows()

    def _show_rows(self) -> None:
        """Show the rows below the headings; those a deeper heading takes away are left out."""
        gone = max(0, self.heading.value() - self._sheet.mapping.heading_rows)
        rows = self._sheet.first_rows[gone:]
        self.table.setRowCount(1 + len(rows))
        for below, row in enumerate(rows, start=1):
            for at, column in enumerate(self._sheet.mapping.columns):
                text = row[column.index] if column.index < len(row) else ""
                item = QTableWidgetItem(" ".join(text.split()))
                item.setToolTip(text)
                self.table.setItem(below, at, item)

    def _mark(self, box: ChoiceBox) -> None:
        is_left = box.currentData() in {ContactField.UNKNOWN.value, ContactField.IGNORED.value}
        box.setToolTip("这一列没有对上，请看一下" if is_left else "")

    def _on_box(self, box: ChoiceBox, _at: int) -> None:
        self._mark(box)
        self.changed.emit()

    def _on_heading(self, _rows: int) -> None:
        self._show_rows()
        self.changed.emit()

    def _on_unit(self) -> None:
        if self.unit.isModified():
            self.unit.setModified(False)
            self.changed.emit()

    def _on_changed(self, is_taken: bool) -> None:
        for widget in (self.table, self.heading, self.unit):
            widget.setEnabled(is_taken)
        self.changed.emit()

    def _restyle(self) -> None:
        theme = self._theme
        metrics = QFontMetrics(theme.font())
        self._column.setSpacing(theme.px(6))
        self._row.setSpacing(theme.px(16))
        set_style(self._words, tone="muted")
        row = theme.measure("row")
        header = self.table.verticalHeader()
        header.setDefaultSectionSize(row)
        self.table.setRowHeight(0, row + theme.px(8))
        self.table.setMinimumHeight((_ROWS_SHOWN + 1) * row + theme.px(16))
        self.unit.setMinimumWidth(theme.px(120))
        for at, box in enumerate(self.boxes):
            cells = [self.table.item(below, at) for below in range(1, self.table.rowCount())]
            texts = [item.text()[:_WIDEST] for item in cells if item is not None]
            widest = max(map(metrics.horizontalAdvance, texts), default=0) + theme.px(24)
            self.table.setColumnWidth(at, max(widest, box.sizeHint().width() + theme.px(8)))
