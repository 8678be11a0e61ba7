"""Levels of incidents: criteria as data, and the level they suggest (domain notes §5.1, §5.2).

Rules of this file: 以上 includes the number, 以下 does not; the highest column wins; tables that
name the kind displace those that name only the category; the program only suggests.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.errors import BadInput
from dutydesk.domain.incident import (
    FIGURES,
    GRADES,
    Figures,
    IncidentCategory,
    IncidentLevel,
)

SUMS = {
    "deaths_and_missing": ("deaths", "missing"),
    "seriously_injured_and_poisoned": ("seriously_injured", "poisoned_or_ill"),
    "trapped_and_missing": ("trapped", "missing"),
}
"""Figures made of two: some natural-disaster tables count 死亡（含失踪）, the accident table
counts 重伤（包括急性工业中毒） (domain notes §5.1), near misses 被困或者下落不明 (§5.2)."""


@dataclass(frozen=True, kw_only=True)
class LevelCriterion:
    """One cell of a level table: ``figure`` of ``at_least`` means ``level``.

    ``kinds`` empty: every kind of the category. ``with_figure`` is a second figure that must also
    reach ``with_at_least`` (100 poisoned *and* a death). ``source`` is the text it is taken from.
    """

    id: str
    table_name: str
    category: IncidentCategory
    kinds: tuple[str, ...]
    level: IncidentLevel
    figure: str
    at_least: int
    with_figure: str | None = None
    with_at_least: int | None = None
    source: str


@dataclass(frozen=True)
class Suggestion:
    """The suggested level with the figure that decides it.

    Without a deciding figure the level is UNCLASSIFIED and ``figure`` is None. ``below`` is the
    next higher level's threshold, None at the top.
    """

    level: IncidentLevel
    figure: str | None = None
    value: int = 0
    at_least: int = 0
    below: int | None = None
    table_name: str = ""
    source: str = ""


NO_SUGGESTION = Suggestion(IncidentLevel.UNCLASSIFIED)


def suggest_level(
    category: IncidentCategory, kind: str, figures: Figures, criteria: Sequence[LevelCriterion]
) -> Suggestion:
    """Return the highest level whose threshold a stated figure reaches, and that figure.

    Figures not stated decide nothing; when several figures reach the level, the first above zero
    in the order of the table is named.
    """
    table = _tables_for(category, kind, criteria)
    for level in GRADES:
        reached = [one for one in table if one.level is level and _is_reached(one, figures)]
        if reached:
            decisive = max(reached, key=lambda one: _weight(one, figures))
            return _suggestion(decisive, figures, table)
    return NO_SUGGESTION


def check_criterion(criterion: LevelCriterion) -> None:
    """Accept a criterion the program can compute; raises BadInput naming the bad field."""
    if criterion.level is IncidentLevel.UNCLASSIFIED:
        raise BadInput("level", criterion.level)
    if criterion.at_least < 0:
        raise BadInput("at_least", str(criterion.at_least))
    for figure in (criterion.figure, criterion.with_figure):
        if figure is not None and figure not in {*FIGURES, *SUMS}:
            raise BadInput("figure", figure)
    if (criterion.with_figure is None) != (criterion.with_at_least is None):
        raise BadInput("with_figure", str(criterion.with_figure))


def _tables_for(
    category: IncidentCategory, kind: str, criteria: Iterable[LevelCriterion]
) -> list[LevelCriterion]:
    fitting = [one for one in criteria if one.category is category]
    named = [one for one in fitting if kind in one.kinds]
    return named or [one for one in fitting if not one.kinds]


def stated(figure: str, figures: Figures) -> int | None:
    """Return a figure or the sum of what is stated of it; None when nothing is."""
    parts: list[int | None] = [getattr(figures, one) for one in SUMS.get(figure, (figure,))]
    known = [part for part in parts if part is not None]
    return sum(known) if known else None


def _is_reached(criterion: LevelCriterion, figures: Figures) -> bool:
    value = stated(criterion.figure, figures)
    if value is None or value < criterion.at_least:
        return False
    if criterion.with_figure is None or criterion.with_at_least is None:
        return True
    other = stated(criterion.with_figure, figures)
    return other is not None and other >= criterion.with_at_least


def _weight(criterion: LevelCriterion, figures: Figures) -> bool:
    # A figure of 0 reaches the lowest column too, but "0 deaths" explains nothing while another
    # figure is above zero. ``max`` keeps the first of equals: the order of the table.
    return (stated(criterion.figure, figures) or 0) > 0


def _suggestion(
    criterion: LevelCriterion, figures: Figures, table: Sequence[LevelCriterion]
) -> Suggestion:
    higher = [
        one.at_least
        for one in table
        if one.figure == criterion.figure
        and one.with_figure is None
        and one.at_least > criterion.at_least
    ]
    return Suggestion(
        level=criterion.level,
        figure=criterion.figure,
        value=stated(criterion.figure, figures) or 0,
        at_least=criterion.at_least,
        below=min(higher, default=None),
        table_name=criterion.table_name,
        source=criterion.source,
    )
