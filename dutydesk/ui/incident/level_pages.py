"""The lists that incidents are graded by, each with the fields a row is written in.

A page knows its rows and fields; the dialog around it has the gate, the table and the buttons.
Nothing here touches the store on the GUI thread: ``rows``, ``put`` and ``remove`` run on the lane.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from dutydesk.domain.changes import Done
from dutydesk.domain.errors import BadInput, Refusal
from dutydesk.domain.incident import FIGURES, IncidentCategory, IncidentKind
from dutydesk.domain.level import SUMS
from dutydesk.domain.near_miss import NearMissCriterion
from dutydesk.domain.officer import Actor
from dutydesk.domain.typed_amount import read_amount
from dutydesk.services.level import LevelService
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.choice_box import ChoiceBox
from dutydesk.wording.incident import CATEGORY, FIGURE
from dutydesk.wording.level import threshold
from dutydesk.wording.near_miss import criterion_words
from dutydesk.wording.sentences import sentence

FIGURE_NAMES = (*FIGURES, *SUMS)
_BELOW = 9


class LevelPage(QWidget):
    """One list: ``edited`` at every change of a field, ``wished`` when Enter asks to write."""

    edited = Signal()
    wished = Signal()
    word = ""
    heads: Sequence[str] = ()

    def __init__(self, desk: Desk, service: LevelService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.service = desk, service
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(desk.theme.px(8))
        self.grid.setRowStretch(_BELOW, 1)

    @property
    def first(self) -> QWidget:
        """The field the cursor begins in."""
        raise NotImplementedError

    def rows(self) -> list[Any]:
        """Read the list."""
        raise NotImplementedError

    def take(self, rows: Sequence[Any]) -> None:
        """Keep what was read, for what depends on the other rows."""

    def cells(self, row: Any) -> tuple[str, ...]:
        """Return a row in words."""
        raise NotImplementedError

    def load(self, row: Any) -> None:
        """Put a row into the fields."""
        raise NotImplementedError

    def value(self, old: Any | None) -> Any:
        """Return the row that the fields say, new or changed; raises refusals."""
        raise NotImplementedError

    def put(self, row: Any, by: Actor) -> Done[Any]:
        """Write a row."""
        raise NotImplementedError

    def remove(self, row: Any, by: Actor) -> Done[Any]:
        """Take a row off."""
        raise NotImplementedError

    def told(self, old: Any | None) -> str:
        """Return what a row would do, or why it cannot be read yet."""
        try:
            return self.preview(self.value(old))
        except Refusal as refusal:
            return sentence(refusal)

    def preview(self, row: Any) -> str:
        """Return what a row would do, in one line."""
        raise NotImplementedError

    def line(self, word: str, hint: str = "") -> QLineEdit:
        """Return a field of one line; Enter in it writes."""
        edit = QLineEdit()
        edit.setAccessibleName(word)
        edit.setPlaceholderText(hint or word)
        edit.textChanged.connect(self._on_edit)
        edit.returnPressed.connect(self.wished)
        return edit

    def box_of(self, word: str, values: Sequence[tuple[str, object]]) -> ChoiceBox:
        """Return a field that chooses among words."""
        box = ChoiceBox(self.desk.theme, word)
        for said, value in values:
            box.addItem(said, value)
        box.setToolTip(word)
        box.currentIndexChanged.connect(self._on_edit)
        return box

    def categories(self) -> ChoiceBox:
        """Return the choice among the four categories."""
        return self.box_of("类别", [(word, one.value) for one, word in CATEGORY.items()])

    def _on_edit(self, _value: object) -> None:
        self.edited.emit()


def read_least(figure: str, text: str, field: str) -> int:
    """Return a least number; raises AmountUnclear, BadInput for an empty one."""
    value = read_amount(figure, text)
    if value is None:
        raise BadInput(field, "")
    return value


def choose(box: ChoiceBox, value: object) -> None:
    """Choose a value, the first where it is none of the list."""
    box.setCurrentIndex(max(0, box.findData(value)))


class KindPage(LevelPage):
    """The unit's kinds, category by category."""

    word = "种类"
    heads = ("类别", "种类")

    def __init__(self, desk: Desk, service: LevelService, parent: QWidget | None = None) -> None:
        super().__init__(desk, service, parent)
        self.category = self.categories()
        self.name = self.line("种类", "种类，例如 塔吊倒塌")
        self.grid.addWidget(self.category, 0, 0)
        self.grid.addWidget(self.name, 0, 1)
        self.grid.setColumnStretch(1, 1)

    @property
    def first(self) -> QWidget:
        return self.name

    def rows(self) -> list[IncidentKind]:
        return self.service.kinds()

    def cells(self, row: IncidentKind) -> tuple[str, ...]:
        return CATEGORY[row.category], row.name

    def load(self, row: IncidentKind) -> None:
        choose(self.category, row.category.value)
        self.name.setText(row.name)

    def value(self, old: IncidentKind | None) -> IncidentKind:
        return IncidentKind(
            id=old.id if old else self.service.new_id(),
            category=IncidentCategory(self.category.currentData()),
            name=self.name.text(),
            order_no=old.order_no if old else 0,
        )

    def put(self, row: IncidentKind, by: Actor) -> Done[Any]:
        return self.service.put_kind(row, by=by)

    def remove(self, row: IncidentKind, by: Actor) -> Done[Any]:
        return self.service.remove_kind(row.id, by=by)

    def preview(self, _row: IncidentKind) -> str:
        return "改名或去掉以后，已登记的事件保留原来的种类。"


class NearMissPage(LevelPage):
    """What makes a serious near miss: a figure with its number, or a circumstance."""

    word = "较大涉险"
    heads = ("类别", "达到什么算", "依据")

    def __init__(self, desk: Desk, service: LevelService, parent: QWidget | None = None) -> None:
        super().__init__(desk, service, parent)
        self.category = self.categories()
        names = [("情形（由人判断）", "")] + [(FIGURE[name], name) for name in FIGURE_NAMES]
        self.figure = self.box_of("指标", names)
        self.least = self.line("达到", "达到多少，含本数")
        self.circumstance = self.line("情形", "情形，例如 危及重要场所和设施安全")
        self.source = self.line("依据", "依据的文件和条款")
        for column, part in enumerate((self.category, self.figure, self.least)):
            self.grid.addWidget(part, 0, column)
        self.grid.addWidget(self.circumstance, 0, 3)
        self.grid.addWidget(self.source, 1, 0, 1, 4)
        self.grid.setColumnStretch(3, 1)
        self.figure.currentIndexChanged.connect(self._allow)
        self._allow()

    @property
    def first(self) -> QWidget:
        return self.figure

    def rows(self) -> list[NearMissCriterion]:
        return self.service.near_misses()

    def cells(self, row: NearMissCriterion) -> tuple[str, ...]:
        return CATEGORY[row.category], criterion_words(row), row.source

    def load(self, row: NearMissCriterion) -> None:
        choose(self.category, row.category.value)
        choose(self.figure, row.figure or "")
        self.least.setText("" if row.at_least is None else str(row.at_least))
        self.circumstance.setText(row.circumstance)
        self.source.setText(row.source)

    def value(self, old: NearMissCriterion | None) -> NearMissCriterion:
        figure = str(self.figure.currentData()) or None
        return NearMissCriterion(
            id=old.id if old else self.service.new_id(),
            category=IncidentCategory(self.category.currentData()),
            figure=figure,
            at_least=read_least(figure, self.least.text(), "at_least") if figure else None,
            circumstance="" if figure else self.circumstance.text().strip(),
            source=self.source.text().strip(),
            order_no=old.order_no if old else 0,
        )

    def put(self, row: NearMissCriterion, by: Actor) -> Done[Any]:
        return self.service.put_near_miss(row, by=by)

    def remove(self, row: NearMissCriterion, by: Actor) -> Done[Any]:
        return self.service.remove_near_miss(row.id, by=by)

    def preview(self, row: NearMissCriterion) -> str:
        source = f"。依据：{row.source}" if row.source else ""
        if row.figure is None or row.at_least is None:
            return f"{row.circumstance or '这种情形'} → 由人判断，作为认定依据供选{source}"
        said = FIGURE[row.figure]
        reached = threshold(row.figure, row.at_least)
        return f"{said}{reached} → 建议认定为较大涉险事故{source}"

    def _allow(self, _at: int = 0) -> None:
        is_counted = bool(self.figure.currentData())
        self.least.setVisible(is_counted)
        self.circumstance.setVisible(not is_counted)
