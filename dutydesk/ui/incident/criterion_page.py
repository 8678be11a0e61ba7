"""The level tables of the unit: figure, least number, level, second figure, source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.incident import GRADES, IncidentCategory, IncidentLevel
from dutydesk.domain.level import LevelCriterion
from dutydesk.domain.level_table import preview
from dutydesk.domain.officer import Actor
from dutydesk.services.level import LevelService
from dutydesk.ui.desk import Desk
from dutydesk.ui.incident.level_pages import FIGURE_NAMES, LevelPage, choose, read_least
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording.incident import CATEGORY, FIGURE, LEVEL
from dutydesk.wording.level import kinds_words, preview_words, second_words, threshold

_SEPARATORS = re.compile(r"[、,，;；]")
_NO_SECOND = "没有第二指标"


class CriterionPage(LevelPage):
    """Choosing a table on the list brings its category, kinds and source along."""

    word = "等级标准"
    heads = ("标准", "等级", "指标", "达到", "同时", "适用种类", "依据")

    def __init__(self, desk: Desk, service: LevelService, parent: QWidget | None = None) -> None:
        super().__init__(desk, service, parent)
        self._rows: Sequence[LevelCriterion] = ()
        self.table = self._table_box()
        self.category = self.categories()
        self.kinds = self.line("适用种类", "适用种类，用顿号分开；空着就是这一类的所有种类")
        self.level = self.box_of("等级", [(LEVEL[one], one.value) for one in GRADES])
        names = [(FIGURE[name], name) for name in FIGURE_NAMES]
        self.figure = self.box_of("指标", names)
        self.least = self.line("达到", "达到多少，含本数")
        self.second = self.box_of("第二指标", [(_NO_SECOND, ""), *names])
        self.second_least = self.line("第二指标达到", "同时达到多少")
        self.source = self.line("依据", "依据的文件和条款")
        self._place()
        self.second.currentIndexChanged.connect(self._allow)
        self._allow()

    @property
    def first(self) -> QWidget:
        return self.least

    def rows(self) -> list[LevelCriterion]:
        return self.service.criteria()

    def take(self, rows: Sequence[Any]) -> None:
        self._rows = rows
        text = self.table.currentText()
        self.table.blockSignals(True)
        self.table.clear()
        for name in dict.fromkeys(one.table_name for one in self._rows):
            self.table.addItem(name)
        self.table.setEditText(text)
        self.table.blockSignals(False)

    def cells(self, row: LevelCriterion) -> tuple[str, ...]:
        return (
            row.table_name,
            LEVEL[row.level],
            FIGURE[row.figure],
            threshold(row.figure, row.at_least),
            second_words(row),
            f"{CATEGORY[row.category]}：{kinds_words(row.kinds)}",
            row.source,
        )

    def load(self, row: LevelCriterion) -> None:
        self.table.setEditText(row.table_name)
        self._load_scope(row)
        choose(self.level, row.level.value)
        choose(self.figure, row.figure)
        self.least.setText(str(row.at_least))
        choose(self.second, row.with_figure or "")
        self.second_least.setText("" if row.with_at_least is None else str(row.with_at_least))

    def value(self, old: LevelCriterion | None) -> LevelCriterion:
        figure = str(self.figure.currentData())
        second = str(self.second.currentData()) or None
        least = read_least(second, self.second_least.text(), "with_at_least") if second else None
        parts = _SEPARATORS.split(self.kinds.text())
        return LevelCriterion(
            id=old.id if old else self.service.new_id(),
            table_name=self.table.currentText().strip(),
            category=IncidentCategory(self.category.currentData()),
            kinds=tuple(name for part in parts if (name := part.strip())),
            level=IncidentLevel(self.level.currentData()),
            figure=figure,
            at_least=read_least(figure, self.least.text(), "at_least"),
            with_figure=second,
            with_at_least=least,
            source=self.source.text().strip(),
        )

    def put(self, row: LevelCriterion, by: Actor) -> Done[Any]:
        return self.service.put_criterion(row, by=by)

    def remove(self, row: LevelCriterion, by: Actor) -> Done[Any]:
        return self.service.remove_criterion(row.id, by=by)

    def preview(self, row: LevelCriterion) -> str:
        return preview_words(row, preview(row, self._rows))

    def _table_box(self) -> ChoiceBox:
        box = ChoiceBox(self.desk.theme, "标准")
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = QLineEdit()
        line.setAccessibleName("标准")
        line.setPlaceholderText("标准名称")
        # The frame is the box's own; the field inside must not draw a second one.
        line.setStyleSheet("border: 0; padding: 0; min-height: 0; background: transparent;")
        box.setLineEdit(line)
        box.activated.connect(self._on_table)
        box.editTextChanged.connect(self._on_edit)
        return box

    def _place(self) -> None:
        rows = (
            (self.table, self.category, self.kinds),
            (self.level, self.figure, self.least, self.second, self.second_least),
        )
        self.grid.addWidget(rows[0][0], 0, 0)
        self.grid.addWidget(rows[0][1], 0, 1)
        self.grid.addWidget(rows[0][2], 0, 2, 1, 3)
        for column, part in enumerate(rows[1]):
            self.grid.addWidget(part, 1, column)
        self.grid.addWidget(self.source, 2, 0, 1, 5)
        for column in (2, 4):
            self.grid.setColumnStretch(column, 1)

    def _load_scope(self, row: LevelCriterion) -> None:
        choose(self.category, row.category.value)
        self.kinds.setText("、".join(row.kinds))
        self.source.setText(row.source)

    def _on_table(self, _at: int) -> None:
        name = self.table.currentText()
        like = next((one for one in self._rows if one.table_name == name), None)
        if like is not None:
            self._load_scope(like)

    def _allow(self, _at: int = 0) -> None:
        self.second_least.setEnabled(bool(self.second.currentData()))
