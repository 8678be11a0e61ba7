"""The unit's own level tables and kinds: what may be put on them, and what a row would do.

Rules of this file: within one column of a table a graver level needs a higher number; a number
stands for one level only; a preview computes with the very function that grades incidents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import BadInput, Refusal
from dutydesk.domain.incident import (
    FIGURE_LIMIT,
    GRADES,
    Figures,
    IncidentCategory,
    IncidentKind,
    IncidentLevel,
)
from dutydesk.domain.level import (
    SUMS,
    LevelCriterion,
    Suggestion,
    check_criterion,
    suggest_level,
)

LONGEST = 40


@dataclass(frozen=True, slots=True)
class Preview:
    """What the tables say at a criterion's number, and just below it (None at 0)."""

    at: Suggestion
    below: Suggestion | None
    below_value: int


@dataclass(eq=False)
class CriterionKnown(Refusal):
    """The table has this level for this figure already."""

    table_name: str
    level: IncidentLevel
    figure: str


@dataclass(eq=False)
class CriterionOutOfOrder(Refusal):
    """A graver level would begin at a number that is not higher."""

    figure: str
    at_least: int
    other: IncidentLevel
    other_at_least: int


@dataclass(eq=False)
class KindTextUnfit(Refusal):
    """A kind has a name of one line that fits a list."""

    name: str
    limit: int = LONGEST


@dataclass(eq=False)
class KindKnown(Refusal):
    """The list has this kind already, maybe under another category."""

    name: str
    category: IncidentCategory


@dataclass(eq=False)
class LastKind(Refusal):
    """A category without any kind could take no incident."""

    category: IncidentCategory


def checked_criterion(
    criterion: LevelCriterion, others: Sequence[LevelCriterion]
) -> LevelCriterion:
    """Return the criterion as it goes on the list.

    Raises BadInput, CriterionKnown, CriterionOutOfOrder.
    """
    tidy = replace(
        criterion, table_name=criterion.table_name.strip(), source=criterion.source.strip()
    )
    check_criterion(tidy)
    for name in ("table_name", "source"):
        if not getattr(tidy, name) or "\n" in getattr(tidy, name):
            raise BadInput(name, getattr(tidy, name))
    for name in ("at_least", "with_at_least"):
        value = getattr(tidy, name)
        if value is not None and not 0 <= value <= FIGURE_LIMIT:
            raise BadInput(name, str(value))
    for other in others:
        if other.id != tidy.id and _column(other) == _column(tidy):
            _check_beside(tidy, other)
    return tidy


def in_order(criteria: Sequence[LevelCriterion]) -> list[LevelCriterion]:
    """Return the criteria table by table, each from the gravest level down."""
    tables = list(dict.fromkeys(one.table_name for one in criteria))
    return sorted(
        criteria, key=lambda one: (tables.index(one.table_name), GRADES.index(one.level))
    )


def preview(criterion: LevelCriterion, others: Sequence[LevelCriterion]) -> Preview:
    """Return what the tables would say with this criterion among them."""
    table = [one for one in others if one.id != criterion.id] + [criterion]
    kind = criterion.kinds[0] if criterion.kinds else ""

    def said(value: int) -> Suggestion:
        return suggest_level(criterion.category, kind, _figures(criterion, value), table)

    least = criterion.at_least
    return Preview(said(least), said(least - 1) if least else None, least - 1)


def checked_kind(kind: IncidentKind, others: Sequence[IncidentKind]) -> IncidentKind:
    """Return the kind as it goes on the list; raises KindTextUnfit, KindKnown."""
    name = kind.name.strip()
    if not name or len(name) > LONGEST or "\n" in name:
        raise KindTextUnfit(name)
    for other in others:
        if other.name == name and other.id != kind.id:
            raise KindKnown(name, other.category)
    return replace(kind, name=name)


def check_removal(kind: IncidentKind, kinds: Sequence[IncidentKind]) -> None:
    """Accept that a kind goes off the list; raises LastKind."""
    if not any(one.category is kind.category and one.id != kind.id for one in kinds):
        raise LastKind(kind.category)


def _column(one: LevelCriterion) -> tuple[object, ...]:
    return one.table_name, one.category, one.figure, one.with_figure


def _check_beside(mine: LevelCriterion, other: LevelCriterion) -> None:
    if other.level is mine.level:
        raise CriterionKnown(mine.table_name, mine.level, mine.figure)
    is_graver = GRADES.index(mine.level) < GRADES.index(other.level)
    if (mine.at_least > other.at_least) is not is_graver or mine.at_least == other.at_least:
        raise CriterionOutOfOrder(mine.figure, mine.at_least, other.level, other.at_least)


def _figures(criterion: LevelCriterion, value: int) -> Figures:
    """Return figures that reach the criterion and nothing besides; a sum by its first part."""
    figures = {SUMS.get(criterion.figure, (criterion.figure,))[0]: value}
    if criterion.with_figure is not None:
        first = SUMS.get(criterion.with_figure, (criterion.with_figure,))[0]
        figures.setdefault(first, criterion.with_at_least or 0)
    return Figures(**figures)
