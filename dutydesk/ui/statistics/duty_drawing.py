"""Figures of the duty as marks of charts; rules as in ``drawing``."""

from __future__ import annotations

from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.duty_figures import DutyFigures
from dutydesk.ui.statistics.drawing import ChartMark, Drawing, above, counts, heat_map, short
from dutydesk.wording.duty_figures import (
    HANDOVER_CLASSES,
    RESPONSE_CLASSES,
    person_words,
    response_words,
)
from dutydesk.wording.duty_log import ENTRY_KIND
from dutydesk.wording.holiday import DAY_CLASS
from dutydesk.wording.incident import MEDIUM

MOST_PEOPLE, MOST_KINDS = 16, 5
_HALF = 0.36
_KIND_ROLES = ("accent", "done", "soon", "overdue", "text", "muted")
_CLASS_ROLES = {
    DayClass.WORKDAY: "muted",
    DayClass.MAKE_UP_DAY: "text",
    DayClass.EVE: "soon",
    DayClass.WEEKEND: "accent",
    DayClass.LEGAL_HOLIDAY: "overdue",
}
_SPEED_ROLES = ("done", "accent", "muted", "soon", "overdue")
_HANDOVER_ROLES = ("done", "accent", "soon", "overdue")


def call_hours(figures: DutyFigures) -> Drawing:
    """Return when the telephone rang or was taken up, by weekday and hour."""
    return heat_map(figures.call_hours, "来电去电时段（个）", "个")


def kinds_by_month(figures: DutyFigures) -> Drawing:
    """Return the entries of each month of the year, the most frequent kinds apart."""
    year = figures.span.until.year
    ranked = sorted(figures.by_kind.items(), key=lambda one: -sum(one[1]))
    rows = [(ENTRY_KIND[kind], by_month) for kind, by_month in ranked]
    if len(rows) > MOST_KINDS:
        rest = tuple(map(sum, zip(*(row[1] for row in rows[MOST_KINDS:]), strict=True)))
        rows = [*rows[:MOST_KINDS], ("其余", rest)]
    marks, most = [], 0
    for month in range(1, 13):
        start, total = 0, sum(by_month[month - 1] for _, by_month in rows)
        most = max(most, total)
        shown = [n for n, (_, by_month) in enumerate(rows) if by_month[month - 1]]
        for n in shown:
            word, count = rows[n][0], rows[n][1][month - 1]
            marks.append(
                ChartMark(
                    month - _HALF,
                    month + _HALF,
                    start,
                    start + count,
                    _KIND_ROLES[n],
                    f"{month}月{word}{count}条，共{total}条",
                    label=str(total) if n == shown[-1] else "",
                )
            )
            start += count
    every = sum(sum(by_month) for _, by_month in rows)
    return Drawing(
        f"{year}年各月值班记录（条）",
        f"{year}年{every}条",
        marks,
        [(month, f"{month}月") for month in range(1, 13)],
        counts(most),
        12.5,
        above(most),
        [(_KIND_ROLES[n], word) for n, (word, _) in enumerate(rows)],
    )


def responses(figures: DutyFigures) -> Drawing:
    """Return how long it took from receipt to the first report, by medium."""
    rows = [(MEDIUM[one.medium], one.by_class, response_words(one)) for one in figures.responses]
    said = [words for _, by_class, words in rows if sum(by_class)]
    return _stacked(
        "接报到首次报告用时（起）",
        "；".join(said) or "没有报告",
        [(f"首次{word}", by_class) for word, by_class, _ in rows],
        (RESPONSE_CLASSES, _SPEED_ROLES, "起"),
    )


def handovers(figures: DutyFigures) -> Drawing:
    """Return how punctually duty was passed on."""
    forced = f"，单方交接{figures.forced_count}次" if figures.forced_count else ""
    return _stacked(
        "交接班是否按时（次）",
        f"交接班{figures.handover_count}次{forced}" if figures.handover_count else "没有交接班",
        [("交接班", figures.handovers)],
        (HANDOVER_CLASSES, _HANDOVER_ROLES, "次"),
    )


def people(figures: DutyFigures) -> Drawing:
    """Return the duties of each person by class of day."""
    shown = figures.people[:MOST_PEOPLE]
    height, marks = len(shown), []
    for at, one in enumerate(shown):
        middle, start = height - at - 0.5, 0
        classes = [day_class for day_class in DayClass if one.by_class.get(day_class)]
        for day_class in classes:
            end = start + one.by_class[day_class]
            marks.append(
                ChartMark(
                    start,
                    end,
                    middle - _HALF,
                    middle + _HALF,
                    _CLASS_ROLES[day_class],
                    person_words(one),
                    label=str(one.total) if day_class is classes[-1] else "",
                )
            )
            start = end
    most = max((one.total for one in shown), default=0)
    more = len(figures.people) - len(shown)
    used = [one for one in DayClass if any(person.by_class.get(one) for person in shown)]
    return Drawing(
        "各人值班次数（按日子）",
        (f"最多{shown[0].person}{most}次" if shown else "没有值班")
        + (f"；另有{more}人没有画出" if more > 0 else ""),
        marks,
        counts(most),
        [(height - at - 0.5, short(one.person)) for at, one in enumerate(shown)],
        above(most),
        max(height, 1),
        [(_CLASS_ROLES[one], DAY_CLASS[one]) for one in used],
    )


def _stacked(
    title: str,
    summary: str,
    rows: list[tuple[str, tuple[int, ...]]],
    look: tuple[tuple[str, ...], tuple[str, ...], str],
) -> Drawing:
    words, roles, counter = look
    height, marks = len(rows), []
    for at, (name, by_class) in enumerate(rows):
        middle, start, total = height - at - 0.5, 0, sum(by_class)
        filled = [n for n, count in enumerate(by_class) if count]
        for n in filled:
            end = start + by_class[n]
            marks.append(
                ChartMark(
                    start,
                    end,
                    middle - _HALF,
                    middle + _HALF,
                    roles[n],
                    f"{name}，{words[n]}{by_class[n]}{counter}，共{total}{counter}",
                    label=str(total) if n == filled[-1] else "",
                )
            )
            start = end
    most = max((sum(by_class) for _, by_class in rows), default=0)
    used = [n for n in range(len(words)) if any(by_class[n] for _, by_class in rows)]
    return Drawing(
        title,
        summary,
        marks,
        counts(most),
        [(height - at - 0.5, name) for at, (name, _) in enumerate(rows)],
        above(most),
        max(height, 1),
        [(roles[n], words[n]) for n in used],
    )
