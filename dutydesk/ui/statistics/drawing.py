"""Statistics as marks of a chart: rectangles with a colour role and the words said of them.

Rules of this file: pure; a number is always said in words as well, so that no chart is read by
colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.statistics import DAYS, HOURS, LEVELS, Hours, Statistics
from dutydesk.wording.incident import CATEGORY, LEVEL
from dutydesk.wording.statistics import WEEKDAYS, on_time_words, percent, stage_and_medium

LEVEL_ROLES = ("overdue", "soon", "accent", "done", "muted")
MOST_KINDS = 8
_HALF = 0.36
_SHORT_KIND = 9
_FULL = 100


@dataclass(frozen=True, slots=True)
class ChartMark:
    """One rectangle; ``strength`` mixes its role into the ground, ``label`` stands on it."""

    x0: float
    x1: float
    y0: float
    y1: float
    role: str
    words: str
    strength: float = 1.0
    label: str = ""
    is_label_inside: bool = False

    @property
    def is_upright(self) -> bool:
        """Tell whether it is a bar that grows upwards."""
        return not self.is_label_inside and self.y0 == 0 and self.x0 > 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole chart: marks in the order of the arrow keys, ticks, limits and a legend."""

    title: str
    summary: str
    marks: Sequence[ChartMark] = ()
    bottom: Sequence[tuple[float, str]] = ()
    left: Sequence[tuple[float, str]] = ()
    width: float = 1.0
    height: float = 1.0
    legend: Sequence[tuple[str, str]] = ()


def heat_map(hours: Hours, title: str, counter: str) -> Drawing:
    """Return weekdays by hours; Monday on top, each cell with its number."""
    most = max(map(max, hours))
    marks = [
        ChartMark(
            hour,
            hour + 1,
            DAYS - 1 - day,
            DAYS - day,
            "accent",
            f"{WEEKDAYS[day]}{hour}时：{hours[day][hour]}{counter}",
            hours[day][hour] / most if most else 0.0,
            str(hours[day][hour] or ""),
            is_label_inside=True,
        )
        for day in range(DAYS)
        for hour in range(HOURS)
    ]
    busiest = max(marks, key=lambda one: one.strength)
    return Drawing(
        title,
        f"最多的是{busiest.words}" if most else "没有记录",
        marks,
        [(hour + 0.5, str(hour)) for hour in range(0, HOURS, 3)],
        [(DAYS - day - 0.5, WEEKDAYS[day]) for day in range(DAYS)],
        HOURS,
        DAYS,
    )


def months(statistics: Statistics) -> Drawing:
    """Return the months of the year, each beside the same month of the year before."""
    year = statistics.months[0].year
    marks = []
    for one in statistics.months:
        for count, at, role, of in (
            (one.year_before, one.month - _HALF, "muted", year - 1),
            (one.count, one.month, "accent", year),
        ):
            words = f"{of}年{one.month}月：{count}起"
            # The numbers of the year before would stand on those of this one.
            label = str(count or "") if of == year else ""
            marks.append(ChartMark(at, at + _HALF, 0, count, role, words, label=label))
    most = max(max(one.count, one.year_before) for one in statistics.months)
    this, last = (sum(numbers) for numbers in zip(*_pairs(statistics), strict=True))
    return Drawing(
        f"{year}年各月突发事件（起）",
        f"{year}年{this}起，{year - 1}年{last}起",
        marks,
        [(one.month, f"{one.month}月") for one in statistics.months],
        counts(most),
        len(statistics.months) + 0.5,
        above(most),
        (("muted", f"{year - 1}年"), ("accent", f"{year}年")),
    )


def kinds(statistics: Statistics) -> Drawing:
    """Return the most frequent kinds by level, the rest as one bar."""
    ranked = sorted(statistics.kinds, key=lambda one: -one.total)
    rows = [(f"{CATEGORY[one.category]}·{one.kind}", one.kind, one.by_level) for one in ranked]
    if len(rows) > MOST_KINDS:
        others = (row[2] for row in rows[MOST_KINDS:])
        rest = [sum(numbers) for numbers in zip(*others, strict=True)]
        rows = [*rows[:MOST_KINDS], ("其余种类", "其余种类", tuple(rest))]
    marks, height = [], len(rows)
    for at, (name, _, by_level) in enumerate(rows):
        start, middle, total = 0, height - at - 0.5, sum(by_level)
        shown = [n for n, count in enumerate(by_level) if count]
        for n in shown:
            end, last = start + by_level[n], n == shown[-1]
            words = f"{name}，{LEVEL[LEVELS[n]]}{by_level[n]}起，共{total}起"
            marks.append(
                ChartMark(
                    start,
                    end,
                    middle - _HALF,
                    middle + _HALF,
                    LEVEL_ROLES[n],
                    words,
                    label=str(total) if last else "",
                )
            )
            start = end
    most = max((sum(row[2]) for row in rows), default=0)
    used = [n for n in range(len(LEVELS)) if statistics.by_level[n]]
    return Drawing(
        "按种类和等级（起）",
        "；".join(f"{name}{sum(by_level)}起" for _, name, by_level in rows) or "没有突发事件",
        marks,
        counts(most),
        [(height - at - 0.5, short(name)) for at, (_, name, _) in enumerate(rows)],
        above(most),
        max(height, 1),
        [(LEVEL_ROLES[n], LEVEL[LEVELS[n]]) for n in used],
    )


def on_time(statistics: Statistics, first_word: str) -> Drawing:
    """Return the on-time rate of each stage and medium that had a limit."""
    rows = statistics.on_time
    height = len(rows)
    marks = []
    for at, one in enumerate(rows):
        middle = height - at - 0.5
        low, high, words = middle - _HALF, middle + _HALF, on_time_words(one, first_word)
        rate = one.percent
        said = percent(one.met, one.due)
        if rate < _FULL:
            marks.append(ChartMark(rate, _FULL, low, high, "overdue", words, 0.35))
        marks.append(ChartMark(0, rate, low, high, "done", words, label=said))
    due, met = statistics.total_on_time
    return Drawing(
        "各阶段按时率",
        f"有时限{due}份，按时{met}份，按时率{percent(met, due)}" if due else "没有有时限的报告",
        marks,
        [(at, f"{at}%") for at in (0, 50, 100)],
        [
            (height - at - 0.5, stage_and_medium(one.stage, one.medium, first_word))
            for at, one in enumerate(rows)
        ],
        _FULL * 1.12,
        max(height, 1),
        (("done", "按时"), ("overdue", "迟报")),
    )


def _pairs(statistics: Statistics) -> list[tuple[int, int]]:
    return [(one.count, one.year_before) for one in statistics.months]


def short(name: str) -> str:
    """Return a name as it stands on an axis."""
    return name if len(name) <= _SHORT_KIND else name[: _SHORT_KIND - 1] + "…"


def above(most: int) -> float:
    """Return how far an axis goes, with room for the number on the longest bar."""
    return max(most, 1) * 1.15


def counts(most: int) -> list[tuple[float, str]]:
    """Return whole numbers for an axis of counts, four at most."""
    step = max(1, -(-max(most, 1) // 4))
    return [(at, str(at)) for at in range(0, max(most, 1) + 1, step)]
