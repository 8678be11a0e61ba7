"""The part of the statistics that tells of the duty itself: people, handovers, answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.duty_figures import DutyFigures
from dutydesk.papers.page import Pages
from dutydesk.papers.styles import CELL_CENTER
from dutydesk.papers.tables import Cell, Column
from dutydesk.wording.duty_figures import FORCED, HANDOVER_CLASSES, RESPONSE_CLASSES
from dutydesk.wording.holiday import DAY_CLASS
from dutydesk.wording.incident import MEDIUM

SetTable = Callable[[Pages, str, Sequence[Column], Sequence[Sequence[str | Cell]]], None]

_CLASSES = tuple(DayClass)
_PEOPLE = (
    Column("姓名", 36, CELL_CENTER),
    *(Column(DAY_CLASS[one], 20, CELL_CENTER) for one in _CLASSES),
    Column("合计", 15, CELL_CENTER),
    Column("其中带班", 15, CELL_CENTER),
)
_HANDOVERS = (
    *(Column(word, 27, CELL_CENTER) for word in HANDOVER_CLASSES),
    Column(FORCED, 29, CELL_CENTER),
    Column("合计", 29, CELL_CENTER),
)
_RESPONSES = (
    Column("首次报告", 26, CELL_CENTER),
    *(Column(word, 20, CELL_CENTER) for word in RESPONSE_CLASSES),
    Column("合计", 16, CELL_CENTER),
    Column("中间数（分）", 24, CELL_CENTER),
)


def set_duty(pages: Pages, figures: DutyFigures, set_table: SetTable) -> None:
    """Set the three tables; one without anything prints 无."""
    people = [
        (
            one.person,
            *(_number(one.by_class.get(day_class, 0)) for day_class in _CLASSES),
            str(one.total),
            _number(one.as_lead),
        )
        for one in figures.people
    ]
    set_table(pages, "四、各人值班次数（次）", _PEOPLE, people)
    handed = figures.handover_count + figures.forced_count
    numbers = (*figures.handovers, figures.forced_count, handed)
    rows = [tuple(map(_number, numbers))] if handed else []
    set_table(pages, "五、交接班（次）", _HANDOVERS, rows)
    answers = [
        (
            MEDIUM[one.medium],
            *map(_number, one.by_class),
            str(one.count),
            "—" if one.median_minutes is None else str(one.median_minutes),
        )
        for one in figures.responses
        if one.count
    ]
    set_table(pages, "六、接报到首次报告用时（起）", _RESPONSES, answers)


def _number(count: int) -> str:
    return str(count) if count else "—"
