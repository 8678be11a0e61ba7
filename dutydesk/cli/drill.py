"""The commands of drills: ``drill start`` makes the room of one, ``drill review`` judges it."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.assembly.drill import make_drill
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, day
from dutydesk.cli.incident_document import clock_document
from dutydesk.cli.path_option import path_of
from dutydesk.domain.drill import DrillReview, EventReview
from dutydesk.domain.instants import to_json
from dutydesk.wording import when
from dutydesk.wording.drill import review_lines
from dutydesk.wording.incident import FIRST_WORD


def register(commands: Any) -> None:
    """Add the commands."""
    drill = commands.add_parser("drill", help="演练").add_subparsers(required=True)
    start = drill.add_parser("start", help="用过去一个值班日准备演练")
    start.add_argument("--from", dest="source", metavar="DATA")
    start.add_argument("--duty-date", metavar="DAY", required=True)
    start.add_argument("--into", metavar="DIR", required=True)
    start.set_defaults(run=start_drill)
    review = drill.add_parser("review", help="演练讲评")
    review.set_defaults(run=review_drill)


def start_drill(context: Context, args: Namespace) -> Answer:
    """Make the room of a drill; the real room is only read."""
    source = path_of("from", args.source) if args.source is not None else context.data
    into = path_of("into", args.into).resolve()
    made = make_drill(source, day("duty_date", args.duty_date), into)
    drill, starts_at = made.drill, to_json(made.drill.starts_at)
    return Answer(
        {
            "data": str(made.folder),
            "duty_date": drill.duty_date.isoformat(),
            "starts_at": starts_at,
            "events": len(drill.events),
        },
        [
            f"演练已备好：{made.folder}",
            f"{when.whole_day(drill.duty_date)}的来电来文有{len(drill.events)}件。",
            f"打开演练：dutydesk --data {made.folder} --now {starts_at}",
        ],
    )


def review_drill(context: Context, _args: Namespace) -> Answer:
    """Tell what came in, what was logged and which reports were late."""
    review = context.reading_room().drill.review()
    return Answer(review_document(review), review_lines(review))


def review_document(review: DrillReview) -> dict[str, Any]:
    """Return a review as a document."""
    return {
        "duty_date": review.drill.duty_date.isoformat(),
        "reviewed_at": to_json(review.reviewed_at),
        "events": [_event(one) for one in review.events],
        "clocks": [
            {**clock_document(one.due, FIRST_WORD), "late": one.is_late} for one in review.clocks
        ],
        "missed": len(review.missed),
        "late": len(review.late),
    }


def _event(one: EventReview) -> dict[str, Any]:
    event = one.event
    return {
        "no": event.no,
        "at": to_json(event.at),
        "kind": event.kind.value,
        "source": event.source,
        "text": event.text,
        "entry_no": one.entry_no,
        "logged_at": to_json(one.logged_at) if one.logged_at else None,
        "delay_minutes": one.delay_minutes,
    }
