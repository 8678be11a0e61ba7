"""What an officer should look at in a file of contacts, each with its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from dutydesk.domain.contact_file import Problem
from dutydesk.ui.desk import Desk
from dutydesk.ui.widgets.paged_model import Column, PagedModel
from dutydesk.wording.contacts import problem_sentence


class ProblemTable(QTableView):
    """Shows problems; hidden while there is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._theme = desk.theme
        self.problems: PagedModel[Problem] = PagedModel(desk.runner, _nothing_more, _COLUMNS, self)
        self.setModel(self.problems)
        self.setAccessibleName("需要看的地方")
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.hide()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show these, or hide."""
        self.problems.set_ids(range(len(problems)), dict(enumerate(problems)))
        self.setVisible(bool(problems))

    def restyle(self) -> None:
        """Follow the type size."""
        theme = self._theme
        self.setMinimumHeight(3 * theme.measure("row"))
        metrics = QFontMetrics(theme.font())
        for at, sample in enumerate(("安和街道通讯录", "00000", "B 办公电话", "1990000000000")):
            self.setColumnWidth(at, metrics.horizontalAdvance(sample) + theme.px(20))
        self.verticalHeader().setDefaultSectionSize(theme.measure("row"))


def _nothing_more(_ids: tuple[int, ...]) -> dict[int, Problem]:
    return {}


def _sheet(problem: Problem) -> str:
    return problem.sheet


def _row(problem: Problem) -> str:
    return str(problem.row)


def _column(problem: Problem) -> str:
    return problem.column


def _value(problem: Problem) -> str:
    return " ".join(problem.value.split())


_COLUMNS = (
    Column("工作表", _sheet),
    Column("行", _row),
    Column("列", _column),
    Column("原文", _value),
    Column("是什么", problem_sentence),
)
