"""Commands of what incidents are graded by: ``level list|put|remove|kinds|near-misses|…``."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, choice
from dutydesk.cli.level_document import criterion_document, kind_document, near_miss_document
from dutydesk.cli.number_option import figure
from dutydesk.domain.errors import NotAmong, RecordUnknown
from dutydesk.domain.incident import (
    FIGURES,
    GRADES,
    Figures,
    IncidentCategory,
    IncidentKind,
    IncidentLevel,
)
from dutydesk.domain.level import SUMS, LevelCriterion
from dutydesk.domain.near_miss import NearMissCriterion
from dutydesk.wording.incident import CATEGORY, suggestion_reason
from dutydesk.wording.level import criterion_line
from dutydesk.wording.near_miss import circumstance_reason, criterion_words, near_miss_advice

_SEPARATORS = re.compile(r"[、,，]")
_SOURCE_HELP = "依据的文件和条款"
_FIGURES = (*FIGURES, *SUMS)


def register(commands: Any) -> None:
    """Add the commands."""
    level = commands.add_parser("level", help="突发事件的种类、等级标准、较大涉险标准")
    verbs = level.add_subparsers(dest="action", required=True)
    verbs.add_parser("list", help="列出等级标准").set_defaults(run=list_criteria)
    put = verbs.add_parser("put", help="加一条等级标准，给了编号就是改它")
    put.add_argument("id", nargs="?")
    for name in ("table", "category", "kinds", "level", "figure", "at-least", "with-figure"):
        put.add_argument(f"--{name}")
    put.add_argument("--with-at-least")
    put.add_argument("--source", help=_SOURCE_HELP)
    put.set_defaults(run=put_criterion)
    remove = verbs.add_parser("remove", help="去掉一条等级标准")
    remove.set_defaults(run=remove_criterion)
    suggest = verbs.add_parser("suggest", help="看一组数字建议什么等级")
    suggest.add_argument("--category", required=True)
    suggest.add_argument("--kind", default="")
    for name in FIGURES:
        suggest.add_argument(f"--{name.replace('_', '-')}")
    suggest.set_defaults(run=suggest_level)
    _register_kinds(verbs)
    near = _register_near_misses(verbs)
    shipped = verbs.add_parser("take-shipped", help="补齐自带的种类和标准")
    shipped.set_defaults(run=take_shipped)
    remove.add_argument("id")
    for command in (put, remove, shipped, *near):
        command.add_argument("--officer")


def list_criteria(context: Context, _args: Namespace) -> Answer:
    """List the level criteria, table by table."""
    found = context.reading_room().level.criteria()
    return Answer(
        {"criteria": [criterion_document(one) for one in found]},
        [f"{criterion_line(one)} {one.id}" for one in found] or ["无"],
    )


def put_criterion(context: Context, args: Namespace) -> Answer:
    """Add a criterion, or change the one whose id is given."""
    room = context.writing_room()
    by = actor(room, args.officer)
    done = room.level.put_criterion(_criterion(room, args), by=by).value
    return Answer(criterion_document(done), [f"已写入：{criterion_line(done)}"])


def remove_criterion(context: Context, args: Namespace) -> Answer:
    """Take a criterion off."""
    room = context.writing_room()
    room.level.remove_criterion(args.id, by=actor(room, args.officer))
    return Answer({"removed": args.id}, ["已去掉。"])


def suggest_level(context: Context, args: Namespace) -> Answer:
    """Say what the tables make of a set of figures; nothing is put on record."""
    category = choice("category", IncidentCategory, args.category)
    given: dict[str, Any] = {
        name: figure(name, text) for name in FIGURES if (text := getattr(args, name)) is not None
    }
    room = context.reading_room()
    found = room.level.judged(category or IncidentCategory.ACCIDENT, args.kind, Figures(**given))
    reason, advice = suggestion_reason(found.suggestion), near_miss_advice(found.near_miss)
    document: dict[str, object] = {
        "level": found.suggestion.level.value,
        "figure": found.suggestion.figure,
        "reason": reason,
        "near_miss_advice": advice,
    }
    return Answer(document, [line for line in (reason, advice) if line])


def list_kinds(context: Context, _args: Namespace) -> Answer:
    """List the kinds, category by category."""
    kinds = context.reading_room().level.kinds()
    return Answer(
        {"kinds": [kind_document(one) for one in kinds]},
        [f"{CATEGORY[one.category]} {one.name} {one.id}" for one in kinds],
    )


def add_kind(context: Context, args: Namespace) -> Answer:
    """Put a kind on the list."""
    room = context.writing_room()
    category = choice("category", IncidentCategory, args.category) or IncidentCategory.ACCIDENT
    kind = IncidentKind(id=room.level.new_id(), category=category, name=args.kind, order_no=0)
    done = room.level.put_kind(kind, by=actor(room, args.officer)).value
    return Answer(kind_document(done), [f"已加上：{CATEGORY[done.category]}·{done.name}"])


def rename_kind(context: Context, args: Namespace) -> Answer:
    """Give a kind another name; incidents of it keep the old one."""
    room = context.writing_room()
    kind = replace(_kind(room, args.kind), name=args.new)
    done = room.level.put_kind(kind, by=actor(room, args.officer)).value
    return Answer(kind_document(done), [f"已改名：{done.name}"])


def remove_kind(context: Context, args: Namespace) -> Answer:
    """Take a kind off the list."""
    room = context.writing_room()
    kind = _kind(room, args.kind)
    room.level.remove_kind(kind.id, by=actor(room, args.officer))
    return Answer({"removed": kind.id}, [f"已去掉：{kind.name}"])


def list_near_misses(context: Context, _args: Namespace) -> Answer:
    """List what makes a serious near miss."""
    found = context.reading_room().level.near_misses()
    return Answer(
        {"near_misses": [near_miss_document(one) for one in found]},
        [f"{criterion_words(one)} {one.source} {one.id}" for one in found],
    )


def put_near_miss(context: Context, args: Namespace) -> Answer:
    """Add a near-miss criterion, or change the one whose id is given."""
    room = context.writing_room()
    old = _near_miss(room, args.id) if args.id else None
    category = choice("category", IncidentCategory, args.category)
    like = old or NearMissCriterion(
        id=room.level.new_id(), category=IncidentCategory.ACCIDENT, source="", order_no=0
    )
    is_worded = args.circumstance is not None
    criterion = NearMissCriterion(
        id=like.id,
        category=category or like.category,
        figure=None if is_worded else _figure("figure", args.figure) or like.figure,
        at_least=None if is_worded else _number("at_least", args.at_least, like.at_least),
        circumstance=_circumstance(args, like),
        source=like.source if args.source is None else args.source,
        order_no=like.order_no,
    )
    done = room.level.put_near_miss(criterion, by=actor(room, args.officer)).value
    said = circumstance_reason(done) if done.circumstance else criterion_words(done)
    return Answer(near_miss_document(done), [f"已写入：{said}"])


def remove_near_miss(context: Context, args: Namespace) -> Answer:
    """Take a near-miss criterion off."""
    room = context.writing_room()
    room.level.remove_near_miss(args.id, by=actor(room, args.officer))
    return Answer({"removed": args.id}, ["已去掉。"])


def take_shipped(context: Context, args: Namespace) -> Answer:
    """Bring back what was shipped and the unit has not."""
    room = context.writing_room()
    count = room.level.take_shipped(by=actor(room, args.officer)).value
    return Answer({"added": count}, [f"补齐{count}条"])


def _register_kinds(verbs: Any) -> None:
    verbs.add_parser("kinds", help="列出种类").set_defaults(run=list_kinds)
    add = verbs.add_parser("add-kind", help="加一个种类")
    add.add_argument("kind")
    add.add_argument("--category", required=True)
    add.set_defaults(run=add_kind)
    rename = verbs.add_parser("rename-kind", help="改一个种类的名称")
    rename.add_argument("kind")
    rename.add_argument("new")
    rename.set_defaults(run=rename_kind)
    remove = verbs.add_parser("remove-kind", help="去掉一个种类")
    remove.add_argument("kind")
    remove.set_defaults(run=remove_kind)
    for command in (add, rename, remove):
        command.add_argument("--officer")


def _register_near_misses(verbs: Any) -> tuple[ArgumentParser, ArgumentParser]:
    verbs.add_parser("near-misses", help="列出较大涉险的标准").set_defaults(run=list_near_misses)
    put: ArgumentParser = verbs.add_parser(
        "put-near-miss", help="加一条较大涉险的标准，给了编号就是改它"
    )
    put.add_argument("id", nargs="?")
    for name in ("category", "figure", "at-least", "circumstance"):
        put.add_argument(f"--{name}")
    put.add_argument("--source", help=_SOURCE_HELP)
    put.set_defaults(run=put_near_miss)
    remove: ArgumentParser = verbs.add_parser("remove-near-miss", help="去掉一条较大涉险的标准")
    remove.add_argument("id")
    remove.set_defaults(run=remove_near_miss)
    return put, remove


def _criterion(room: DutyRoom, args: Namespace) -> LevelCriterion:
    """Return the criterion asked for: what is not given stays, or is as in its table."""
    known = room.level.criteria()
    old = next((one for one in known if one.id == args.id), None)
    if args.id and old is None:
        raise RecordUnknown("level_criterion", args.id)
    table = next((one for one in known if one.table_name == args.table), None)
    like = old or table
    category = choice("category", IncidentCategory, args.category)
    level = choice("level", IncidentLevel, args.level)
    if level is not None and level not in GRADES:
        raise NotAmong("level", level.value, tuple(one.value for one in GRADES))
    with_figure = _figure("with_figure", args.with_figure) or (old.with_figure if old else None)
    least = (old.at_least, old.with_at_least) if old else (None, None)
    return LevelCriterion(
        id=old.id if old else room.level.new_id(),
        table_name=args.table or (like.table_name if like else ""),
        category=category or (like.category if like else IncidentCategory.ACCIDENT),
        kinds=_kinds(args.kinds) if args.kinds is not None else (like.kinds if like else ()),
        level=level or (old.level if old else IncidentLevel.ORDINARY),
        figure=_figure("figure", args.figure) or (old.figure if old else "deaths"),
        at_least=_number("at_least", args.at_least, least[0]) or 0,
        with_figure=with_figure,
        with_at_least=_number("with_at_least", args.with_at_least, least[1]),
        source=args.source if args.source is not None else (like.source if like else ""),
    )


def _kind(room: DutyRoom, name: str) -> IncidentKind:
    found = next((one for one in room.level.kinds() if name in {one.name, one.id}), None)
    if found is None:
        raise RecordUnknown("incident_kind", name)
    return found


def _near_miss(room: DutyRoom, criterion_id: str) -> NearMissCriterion:
    found = next((one for one in room.level.near_misses() if one.id == criterion_id), None)
    if found is None:
        raise RecordUnknown("near_miss_criterion", criterion_id)
    return found


def _circumstance(args: Namespace, like: NearMissCriterion) -> str:
    """Return the words given; those on record stay unless a figure takes their place."""
    if args.circumstance is not None:
        return str(args.circumstance)
    return "" if args.figure else like.circumstance


def _kinds(text: str) -> tuple[str, ...]:
    return tuple(name for part in _SEPARATORS.split(text) if (name := part.strip()))


def _figure(field: str, text: str | None) -> str | None:
    if text is not None and text not in _FIGURES:
        raise NotAmong(field, text, _FIGURES)
    return text


def _number(field: str, text: str | None, otherwise: int | None) -> int | None:
    return otherwise if text is None else figure(field, text)
