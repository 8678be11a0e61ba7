"""Words of the figures of the duty itself."""

from __future__ import annotations

from itertools import pairwise

from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.duty_figures import (
    HANDOVER_LIMITS,
    RESPONSE_LIMITS,
    DutyFigures,
    PersonDuties,
    ResponseTimes,
)
from dutydesk.wording.holiday import DAY_CLASS
from dutydesk.wording.incident import MEDIUM
from dutydesk.wording.statistics import percent

FORCED = "单方交接"
RESPONSE_CLASSES = (
    f"{RESPONSE_LIMITS[0]}分内",
    *(f"{low}–{high}分" for low, high in pairwise(RESPONSE_LIMITS)),
    f"超过{RESPONSE_LIMITS[-1]}分",
)
HANDOVER_CLASSES = (
    "按时",
    *(f"晚{high}分内" for high in HANDOVER_LIMITS[1:]),
    f"晚{HANDOVER_LIMITS[-1]}分以上",
)


def summary(figures: DutyFigures) -> str:
    """Return the figures in one line."""
    parts = [f"值班记录{figures.entry_count}条，其中来去电{figures.call_count}个"]
    if figures.handover_count:
        on_time = percent(figures.handovers[0], figures.handover_count)
        parts.append(f"交接班{figures.handover_count}次，按时{on_time}")
    if figures.forced_count:
        parts.append(f"{FORCED}{figures.forced_count}次")
    parts += [response_words(one) for one in figures.responses if one.count]
    return "；".join(parts) + "。"


def response_words(one: ResponseTimes) -> str:
    """Return 接报到首次电话报告，中间数12分（5起）."""
    return f"接报到首次{MEDIUM[one.medium]}报告，中间数{one.median_minutes}分（{one.count}起）"


def person_words(one: PersonDuties) -> str:
    """Return 甲某值班7次：工作日5次、周末2次；其中带班1次."""
    by_class = "、".join(
        f"{DAY_CLASS[day_class]}{one.by_class[day_class]}次"
        for day_class in DayClass
        if one.by_class.get(day_class)
    )
    lead = f"；其中带班{one.as_lead}次" if one.as_lead else ""
    return f"{one.person}值班{one.total}次：{by_class}{lead}"
