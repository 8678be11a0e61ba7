"""The command of figures: ``statistics [--month M] [--from D] [--to D]``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, day
from dutydesk.cli.month_option import month
from dutydesk.domain.instants import to_json
from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.statistics import LEVELS, LateReport, Statistics
from dutydesk.wording.statistics import late_stage, late_words, on_time_words, summary


def register(commands: Any) -> None:
    """Add the command."""
    statistics = commands.add_parser("statistics", help="突发事件和报送的统计")
    statistics.add_argument("--month")
    statistics.add_argument("--from", dest="since")
    statistics.add_argument("--to", dest="until")
    statistics.set_defaults(run=show_statistics)


def show_statistics(context: Context, args: Namespace) -> Answer:
    """Show the figures of a span of days, this month unless told otherwise."""
    request = PaperRequest(
        PaperKind.STATISTICS,
        month=month("month", args.month),
        since=day("from", args.since),
        until=day("to", args.until),
    )
    sheet = context.reading_room().statistics.sheet(request)
    found, word = sheet.statistics, sheet.first_word
    lines = [summary(found), *(on_time_words(one, word) for one in found.on_time)]
    lines += [
        f"{one.incident_no} {one.title} {late_stage(one, word)} {late_words(one)} {one.reason}"
        for one in found.late
    ]
    return Answer(_document(found), lines)


def _document(found: Statistics) -> dict[str, object]:
    return {
        "from": found.span.since.isoformat(),
        "to": found.span.until.isoformat(),
        "incidents": found.incident_count,
        "exits": found.exit_count,
        "near_misses": found.near_miss_count,
        "by_level": _levels(found.by_level),
        "by_category": {
            category.value: _levels(numbers) for category, numbers in found.by_category().items()
        },
        "by_kind": [
            {
                "category": one.category.value,
                "kind": one.kind,
                "total": one.total,
                "by_level": _levels(one.by_level),
            }
            for one in found.kinds
        ],
        "by_month": [
            {"month": f"{one.year:04d}-{one.month:02d}", "incidents": one.count}
            for one in found.months
        ],
        "by_weekday_and_hour": [list(hours) for hours in found.hours],
        "reports": found.report_count,
        "on_time": [
            {
                "stage": one.stage.value,
                "medium": one.medium.value,
                "due": one.due,
                "met": one.met,
                "percent": round(one.percent, 1),
            }
            for one in found.on_time
        ],
        "late": [_late(one) for one in found.late],
    }


def _levels(numbers: tuple[int, ...]) -> dict[str, int]:
    return {level.value: count for level, count in zip(LEVELS, numbers, strict=True)}


def _late(one: LateReport) -> dict[str, object]:
    return {
        "incident_id": one.incident_id,
        "incident_no": one.incident_no,
        "title": one.title,
        "stage": one.stage.value,
        "medium": one.medium.value,
        "due_at": to_json(one.due_at),
        "sent_at": to_json(one.sent_at) if one.sent_at else None,
        "late_by_minutes": one.late_by_minutes,
        "reason": one.reason,
    }
