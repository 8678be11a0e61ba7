"""Commands of the unit's limits: ``rules list|put|remove|preview|choose|take-shipped``."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, choice, instant, word_of
from dutydesk.cli.number_option import figure
from dutydesk.domain.deadline_rule import ClockStart, DeadlineRule, blank_rule
from dutydesk.domain.deadline_task import DeadlineTask
from dutydesk.domain.errors import RecordUnknown
from dutydesk.domain.incident import GRADES, IncidentCategory, IncidentLevel
from dutydesk.domain.incident_handling import check_kind
from dutydesk.domain.instants import to_json
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.domain.report_clock import ReportClock
from dutydesk.domain.rule_preview import Example, preview
from dutydesk.domain.settings import RULE_SETS
from dutydesk.services.deadline_rule import RuleBook
from dutydesk.wording.deadline_rule import clock_rule, rule_text
from dutydesk.wording.incident import clock_title
from dutydesk.wording.settings import RULE_SET
from dutydesk.wording.when import with_year

ANY = "any"
"""Given instead of a category, kind or level: the rule holds for all of them."""

_SEPARATORS = re.compile(r"[、,，]")
_MEASURES = ("minutes", "daily_times", "every_days")
Word = TypeVar("Word", bound=StrEnum)


def register(commands: Any) -> None:
    """Add the commands."""
    rules = commands.add_parser("rules", help="时限规则").add_subparsers(
        dest="action", required=True
    )
    listing = rules.add_parser("list", help="列出一套规则")
    listing.add_argument("--catalogue", action="store_true")
    listing.set_defaults(run=list_rules)
    put = rules.add_parser("put", help="加一条规则，给了编号就是改它")
    put.add_argument("id", nargs="?")
    _add_fields(put)
    put.set_defaults(run=put_rule)
    remove = rules.add_parser("remove", help="去掉一条规则")
    remove.add_argument("id")
    remove.set_defaults(run=remove_rule)
    example = rules.add_parser("preview", help="看一件事会有哪些时限")
    _add_example(example)
    example.set_defaults(run=preview_rules)
    choose = rules.add_parser("choose", help="改用哪一套规则")
    choose.add_argument("rule_set", type=word_of("rule_set", RULE_SETS))
    choose.set_defaults(run=choose_set)
    shipped = rules.add_parser("take-shipped", help="取用随附规则，换掉这一套")
    shipped.set_defaults(run=take_shipped)
    for command in (listing, put, example, shipped):
        command.add_argument("--rule-set", type=word_of("rule_set", RULE_SETS))
    for command in (put, remove, choose, shipped):
        command.add_argument("--officer")


def list_rules(context: Context, args: Namespace) -> Answer:
    """List a set, by default the one in use; or what may be taken from elsewhere."""
    service = context.reading_room().deadline_rule
    book = service.book(args.rule_set)
    rules = service.catalogue(book.rule_set) if args.catalogue else list(book.rules)
    lines = [_line(one, book.first_word, has_id=not args.catalogue) for one in rules]
    return Answer(
        {
            "rule_set": book.rule_set,
            "in_use": book.rule_set == book.in_use,
            "rules": [rule_document(one, book.first_word) for one in rules],
        },
        lines or ["无"],
    )


def put_rule(context: Context, args: Namespace) -> Answer:
    """Add a rule, or change what is given of the one whose id is given."""
    room = context.writing_room()
    by = actor(room, args.officer)
    book = room.deadline_rule.book(args.rule_set)
    known = (
        _known(book, args.id)
        if args.id
        else blank_rule(room.deadline_rule.new_id(), book.rule_set)
    )
    rule = room.deadline_rule.put(_changed(known, args), by=by).value
    return Answer(
        rule_document(rule, book.first_word), [f"已写入：{_line(rule, book.first_word)}"]
    )


def remove_rule(context: Context, args: Namespace) -> Answer:
    """Take a rule out of its set."""
    room = context.writing_room()
    rule = room.deadline_rule.remove(args.id, by=actor(room, args.officer)).value
    word = room.incident.first_report_word()
    return Answer(rule_document(rule, word), [f"已去掉：{_line(rule, word)}"])


def preview_rules(context: Context, args: Namespace) -> Answer:
    """Show the clocks of an example as they would run."""
    room = context.reading_room()
    book = room.deadline_rule.book(args.rule_set)
    if args.kind:
        check_kind(IncidentCategory(args.category), args.kind, room.level.kinds())
    example = Example(
        category=IncidentCategory(args.category),
        kind=args.kind or "",
        level=IncidentLevel(args.level) if args.level else IncidentLevel.UNCLASSIFIED,
        received_at=instant("received_at", args.received_at),
        occurred_at=instant("occurred_at", args.occurred_at),
        stable_at=instant("stable_at", args.stable_at),
        is_sensitive=args.sensitive,
        ungraded_as=book.ungraded_as,
    )
    found = preview(book.rules, example)
    return Answer(
        {
            "rule_set": book.rule_set,
            "delivered_at": to_json(found.delivered_at),
            "clocks": [_clock_document(one, example, book.first_word) for one in found.clocks],
        },
        [
            f"{clock_title(one, book.first_word)} {with_year(one.due_at)}前"
            f" {clock_rule(one, example.level, book.first_word)}"
            for one in found.clocks
        ]
        or ["无"],
    )


def choose_set(context: Context, args: Namespace) -> Answer:
    """Make a set the one the clocks run by."""
    room = context.writing_room()
    chosen = room.deadline_rule.choose(args.rule_set, by=actor(room, args.officer)).value
    return Answer({"rule_set": chosen}, [f"改用{RULE_SET[chosen]}"])


def take_shipped(context: Context, args: Namespace) -> Answer:
    """Make a set what the program ships."""
    room = context.writing_room()
    rule_set = room.deadline_rule.book(args.rule_set).rule_set
    done = room.deadline_rule.take_shipped(rule_set, by=actor(room, args.officer))
    return Answer(
        {"rule_set": rule_set, "rules": done.value},
        [f"{RULE_SET[rule_set]}已换成随附规则，共{done.value}条"],
    )


def rule_document(rule: DeadlineRule, first_word: str) -> dict[str, object]:
    """Return one rule; ``text`` is the rule in words."""
    return {
        "id": rule.id,
        "rule_set": rule.rule_set,
        "category": rule.category,
        "kind": rule.kind,
        "level": rule.level,
        "task": rule.task,
        "stage": rule.stage,
        "medium": rule.medium,
        "minutes": rule.minutes,
        "daily_times": list(rule.daily_times),
        "every_days": rule.every_days,
        "starts_from": rule.starts_from,
        "is_sensitive_only": rule.is_sensitive_only,
        "report_to": rule.report_to,
        "source": rule.source,
        "text": rule_text(rule, first_word),
    }


def _add_fields(put: ArgumentParser) -> None:
    put.add_argument("--category", type=word_of("category", (*IncidentCategory, ANY)))
    put.add_argument("--kind", help="事件种类，any 为所有种类")
    put.add_argument("--level", type=word_of("level", (*GRADES, ANY)), help="等级，any 为各等级")
    put.add_argument("--task", type=word_of("task", DeadlineTask))
    put.add_argument("--stage", type=word_of("stage", ReportStage))
    put.add_argument("--medium", type=word_of("medium", ReportMedium))
    for name in ("minutes", "daily-times", "every-days"):
        put.add_argument(f"--{name}")
    put.add_argument("--at-once", action="store_true")
    put.add_argument("--starts-from", type=word_of("starts_from", ClockStart))
    put.add_argument("--sensitive-only", type=word_of("sensitive_only", ("yes", "no")))
    put.add_argument("--report-to")
    put.add_argument("--source", help="依据的文件和条款")


def _add_example(example: ArgumentParser) -> None:
    example.add_argument("--category", required=True, type=word_of("category", IncidentCategory))
    example.add_argument("--kind", help="事件种类")
    example.add_argument("--level", type=word_of("level", IncidentLevel))
    example.add_argument("--received-at", required=True)
    for name in ("occurred-at", "stable-at"):
        example.add_argument(f"--{name}")
    example.add_argument("--sensitive", action="store_true")


def _known(book: RuleBook, rule_id: str) -> DeadlineRule:
    found = next((one for one in book.rules if one.id == rule_id), None)
    if found is None:
        raise RecordUnknown("deadline_rule", rule_id)
    return found


def _changed(rule: DeadlineRule, args: Namespace) -> DeadlineRule:
    """Return the rule with what was given; one measure takes the place of another."""
    task = choice("task", DeadlineTask, args.task) or rule.task
    is_report = task is DeadlineTask.REPORT
    stage = choice("stage", ReportStage, args.stage) or rule.stage
    medium = choice("medium", ReportMedium, args.medium) or rule.medium
    changed = replace(
        rule,
        category=_word(IncidentCategory, args.category, rule.category),
        kind=_text(args.kind, rule.kind),
        level=_word(IncidentLevel, args.level, rule.level),
        task=task,
        stage=stage if is_report else None,
        medium=medium if is_report else None,
        starts_from=choice("starts_from", ClockStart, args.starts_from) or rule.starts_from,
        report_to=rule.report_to if args.report_to is None else args.report_to,
        source=rule.source if args.source is None else args.source,
    )
    if args.sensitive_only is not None:
        changed = replace(changed, is_sensitive_only=args.sensitive_only == "yes")
    if args.at_once or any(getattr(args, name) is not None for name in _MEASURES):
        minutes, every_days = args.minutes, args.every_days
        times = _SEPARATORS.split(args.daily_times) if args.daily_times else ()
        changed = replace(
            changed,
            minutes=None if minutes is None else figure("minutes", minutes),
            every_days=None if every_days is None else figure("every_days", every_days),
            daily_times=tuple(one.strip() for one in times),
        )
    return changed


def _word(kind: type[Word], given: str | None, kept: Word | None) -> Word | None:
    if given is None:
        return kept
    return None if given == ANY else kind(given)


def _text(given: str | None, kept: str | None) -> str | None:
    if given is None:
        return kept
    return None if given == ANY else given


def _line(rule: DeadlineRule, first_word: str, *, has_id: bool = True) -> str:
    to = f" → {rule.report_to}" if rule.report_to else ""
    return f"{rule_text(rule, first_word)}{to}" + (f" {rule.id}" if has_id else "")


def _clock_document(clock: ReportClock, example: Example, first_word: str) -> dict[str, object]:
    return {
        "stage": (clock.stage or clock.task).value,
        "medium": clock.medium.value if clock.medium else None,
        "rule": clock_rule(clock, example.level, first_word),
        "starts_at": to_json(clock.starts_at),
        "due_at": to_json(clock.due_at),
    }
