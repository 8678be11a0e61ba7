"""Words of level tables and kinds on screen and on the command line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dutydesk.domain import level_table
from dutydesk.domain.level import LevelCriterion, Suggestion
from dutydesk.domain.level_table import Preview
from dutydesk.wording.incident import CATEGORY, FIGURE, LEVEL, amount

ANY_KIND = "这一类的所有种类"
NO_LEVEL = "不能确定等级"


def threshold(figure: str, at_least: int) -> str:
    """Return 3人以上, or 不限 for what begins at nothing."""
    return f"{amount(figure, at_least)}以上" if at_least else "从0起"


def second_words(criterion: LevelCriterion) -> str:
    """Return 死亡1人以上 for a criterion that needs a second figure, else nothing."""
    if criterion.with_figure is None or criterion.with_at_least is None:
        return ""
    second = criterion.with_figure
    return f"{FIGURE[second]}{threshold(second, criterion.with_at_least)}"


def kinds_words(kinds: tuple[str, ...]) -> str:
    """Return the kinds a table is for."""
    return "、".join(kinds) or ANY_KIND


def preview_words(criterion: LevelCriterion, found: Preview) -> str:
    """Return 死亡2人 → 一般；死亡3人 → 较大（达到3人、不足10人） with its source."""
    figure, with_second = criterion.figure, second_words(criterion)
    beside = f"且{with_second}" if with_second else ""
    parts = []
    if found.below is not None:
        under = f"{FIGURE[figure]}{amount(figure, found.below_value)}{beside}"
        parts.append(f"{under} → {_level(found.below)}")
    reached = f"{FIGURE[figure]}{amount(figure, criterion.at_least)}{beside}"
    parts.append(f"{reached} → {_level(found.at)}{_limits(found.at)}")
    source = f"。依据：{found.at.source}" if found.at.source else ""
    return f"{'；'.join(parts)}{source}"


def criterion_line(criterion: LevelCriterion) -> str:
    """Return one criterion as a line for people."""
    second = second_words(criterion)
    return (
        f"{criterion.table_name} {LEVEL[criterion.level]}："
        f"{FIGURE[criterion.figure]}{threshold(criterion.figure, criterion.at_least)}"
        f"{f'且{second}' if second else ''}。依据：{criterion.source}"
    )


def _level(found: Suggestion) -> str:
    return NO_LEVEL if found.figure is None else LEVEL[found.level]


def _limits(found: Suggestion) -> str:
    if found.figure is None:
        return ""
    limits = [f"达到{amount(found.figure, found.at_least)}"] if found.at_least else []
    if found.below is not None:
        limits.append(f"不足{amount(found.figure, found.below)}")
    return f"（{'、'.join(limits)}）" if limits else ""


def _named(figure: str) -> str:
    return FIGURE.get(figure, figure)


SENTENCES: dict[type[Exception], Callable[[Any], str]] = {
    level_table.CriterionKnown: lambda e: (
        f"“{e.table_name}”里{LEVEL[e.level]}一级的{_named(e.figure)}已经有了。请选中那一条再改。"
    ),
    level_table.CriterionOutOfOrder: lambda e: (
        f"{_named(e.figure)}{amount(e.figure, e.at_least)}与{LEVEL[e.other]}一级的"
        f"{amount(e.figure, e.other_at_least)}顺序不对：等级越高，数要越大。请核对后改正。"
    ),
    level_table.KindTextUnfit: lambda e: (
        f"种类名称要有字，写在一行里，最多{e.limit}字。请改短后再试。"
    ),
    level_table.KindKnown: lambda e: f"“{e.name}”已经在{CATEGORY[e.category]}里了。请换一个名称。",
    level_table.LastKind: lambda e: (
        f"{CATEGORY[e.category]}至少留一个种类。请先加上别的，再去掉它。"
    ),
}
