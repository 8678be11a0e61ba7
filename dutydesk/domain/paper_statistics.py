"""What stands on the statistics of information reporting (信息报送统计, domain.md §9.7)."""

from __future__ import annotations

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_figures import DutyFigures
from dutydesk.domain.statistics import Statistics


@dataclass(frozen=True, slots=True)
class StatisticsSheet:
    """The figures of a span; ``first_word`` is the unit's word for a first report.

    ``duty`` are those of the duty itself, left out where nobody asked for them.
    """

    unit: str
    is_practice: bool
    statistics: Statistics
    first_word: str
    duty: DutyFigures | None = None
