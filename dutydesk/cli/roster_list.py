"""Commands of what a roster is made from: ``roster post|member|wish|key-period``."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, choice, day
from dutydesk.cli.number_option import figure
from dutydesk.domain.contacts import name_key
from dutydesk.domain.errors import CommandUnclear, RecordUnknown
from dutydesk.domain.roster import (
    PRIMARY_POST,
    SECONDARY_POST,
    KeyPeriod,
    RosterMember,
    RosterPost,
    RosterTurn,
    RosterWish,
    WishKind,
)
from dutydesk.wording.roster import TURN, WISH_KIND

_FROM, _TO = "起始日，如 2026-11-20", "截止日，含这一天"


def register(roster: Any) -> None:
    """Add the commands; without a name each lists what there is."""
    post = roster.add_parser("post", help="岗位")
    post.add_argument("name", nargs="?", help="岗位名称；不写就列出")
    post.add_argument("--new", help="新名称")
    post.add_argument("--seats", help="每班几人，1到9")
    post.add_argument("--turn", help="轮换：shift 按班、week 按周")
    post.add_argument("--optional", action="store_true", help="空着不算缺岗")
    _common(post, put_post)
    member = roster.add_parser("member", help="排班人员")
    member.add_argument("name", nargs="?", help="姓名；不写就列出")
    member.add_argument("--post", action="append", help="担任的岗位，可写几次")
    member.add_argument("--phone", help="电话；通讯录里没有的人才要写")
    member.add_argument("--night-free", action="store_true", help="不值夜班")
    member.add_argument("--from", dest="since", help=_FROM)
    member.add_argument("--to", dest="until", help=_TO)
    _common(member, put_member)
    wish = roster.add_parser("wish", help="固定排班和不排的日子")
    wish.add_argument("name", nargs="?", help="姓名；不写就列出")
    wish.add_argument(
        "--kind",
        help="种类：fixed 固定排班、unavailable 不排、preferred 希望排",
    )
    wish.add_argument("--from", dest="since", help=_FROM)
    wish.add_argument("--to", dest="until", help=_TO)
    wish.add_argument("--post", help="只对这个岗位")
    wish.add_argument("--reason")
    _common(wish, put_wish)
    period = roster.add_parser("key-period", help="重点时段")
    period.add_argument("name", nargs="?", help="名称；不写就列出")
    period.add_argument("--from", dest="since", help=_FROM)
    period.add_argument("--to", dest="until", help=_TO)
    _common(period, put_key_period)


def _common(parser: Any, run: Any) -> None:
    parser.add_argument("--inactive", action="store_true", help="不再用")
    parser.add_argument("--officer")
    parser.set_defaults(run=run)


def post_id(room: DutyRoom, name: str) -> str:
    """Return the id of a post named by its id or its name; raises RecordUnknown."""
    return _post(room, name).id


def put_post(context: Context, args: Namespace) -> Answer:
    """List the posts, or write one."""
    if args.name is None:
        return _posts(_listing(context, args, "new", "seats", "turn", "optional"))
    room = context.writing_room()
    known = [one for one in room.roster_list.posts() if args.name in {one.id, one.name}]
    last = max((one.order_no for one in room.roster_list.posts()), default=0)
    old = (
        known[0] if known else RosterPost(room.roster_list.new_id(), args.name, order_no=last + 1)
    )
    turn = choice("turn", RosterTurn, args.turn)
    post = replace(
        old,
        name=args.new or old.name,
        seats=figure("seats", args.seats, example="2") if args.seats else old.seats,
        turn=turn or old.turn,
        is_needed=old.is_needed and not args.optional,
        is_active=not args.inactive,
    )
    room.roster_list.put_post(post, by=actor(room, args.officer))
    return _posts(room)


def put_member(context: Context, args: Namespace) -> Answer:
    """List the members, or write one."""
    if args.name is None:
        return _members(_listing(context, args, "post", "phone", "night_free", "since", "until"))
    room = context.writing_room()
    members = room.roster_list.members()
    known = [one for one in members if name_key(one.name) == name_key(args.name)]
    usual = (PRIMARY_POST, SECONDARY_POST)
    new = RosterMember(
        room.roster_list.new_id(), args.name, posts=usual, order_no=len(members) + 1
    )
    old = known[0] if known else new
    posts = tuple(post_id(room, name) for name in args.post or ())
    member = replace(
        old,
        posts=posts or old.posts,
        phone=old.phone if args.phone is None else args.phone,
        is_night_free=old.is_night_free or args.night_free,
        starts_on=day("from", args.since) or old.starts_on,
        ends_on=day("to", args.until) or old.ends_on,
        is_active=not args.inactive,
    )
    room.roster_list.put_member(member, by=actor(room, args.officer))
    return _members(room)


def put_wish(context: Context, args: Namespace) -> Answer:
    """List the wishes, or write one; the same wish again is no second one."""
    if args.name is None:
        return _wishes(_listing(context, args, "kind", "since", "until", "post", "reason"))
    room = context.writing_room()
    member = _member(room, args.name)
    first = day("from", args.since or "")
    wish = RosterWish(
        room.roster_list.new_id(),
        member.id,
        choice("wish_kind", WishKind, args.kind) or WishKind.UNAVAILABLE,
        first,
        day("to", args.until) or first,
        post_id(room, args.post) if args.post else None,
        args.reason or "",
        is_active=not args.inactive,
    )
    same = [one for one in room.roster_list.wishes() if _is_same_wish(one, wish)]
    if same:
        wish = replace(wish, id=same[0].id)
    room.roster_list.put_wish(wish, by=actor(room, args.officer))
    return _wishes(room)


def put_key_period(context: Context, args: Namespace) -> Answer:
    """List the key periods, or write one; a period is known by its name and first day."""
    if args.name is None:
        return _periods(_listing(context, args, "since", "until"))
    room = context.writing_room()
    first = day("from", args.since or "")
    same = [
        one
        for one in room.roster_list.key_periods()
        if (one.name, one.starts_on) == (args.name, first)
    ]
    period = KeyPeriod(
        same[0].id if same else room.roster_list.new_id(),
        args.name,
        first,
        day("to", args.until) or (same[0].ends_on if same else first),
        is_active=not args.inactive,
    )
    room.roster_list.put_key_period(period, by=actor(room, args.officer))
    return _periods(room)


def _listing(context: Context, args: Namespace, *options: str) -> DutyRoom:
    """Return the room of a list; raises CommandUnclear where something was to be written.

    A name that a script left out must not look as if what it gave were on record.
    """
    if any(getattr(args, one) for one in ("inactive", *options)):
        raise CommandUnclear("没有写是哪一个，其余的没有用上；只列出就什么都不加")
    return context.reading_room()


def _post(room: DutyRoom, name: str) -> RosterPost:
    for one in room.roster_list.posts():
        if name in {one.id, one.name}:
            return one
    raise RecordUnknown("roster_post", name)


def _member(room: DutyRoom, name: str) -> RosterMember:
    for one in room.roster_list.members():
        if name_key(one.name) == name_key(name):
            return one
    raise RecordUnknown("roster_member", name)


def _is_same_wish(one: RosterWish, other: RosterWish) -> bool:
    return replace(one, id="", reason="", is_active=True) == replace(
        other, id="", reason="", is_active=True
    )


def _posts(room: DutyRoom) -> Answer:
    posts = room.roster_list.posts()
    document = [
        {
            "id": one.id,
            "name": one.name,
            "seats": one.seats,
            "turn": one.turn.value,
            "is_needed": one.is_needed,
            "is_active": one.is_active,
        }
        for one in posts
    ]
    lines = [
        f"{one.name} 每班{one.seats}人 {TURN[one.turn]}{'' if one.is_active else ' 停用'} {one.id}"
        for one in posts
    ]
    return Answer({"posts": document}, lines)


def _members(room: DutyRoom) -> Answer:
    names = {one.id: one.name for one in room.roster_list.posts()}
    members = room.roster_list.members()
    document = [
        {
            "id": one.id,
            "name": one.name,
            "posts": list(one.posts),
            "contact_id": one.contact_id,
            "phone": one.phone,
            "is_night_free": one.is_night_free,
            "starts_on": one.starts_on.isoformat() if one.starts_on else None,
            "ends_on": one.ends_on.isoformat() if one.ends_on else None,
            "is_active": one.is_active,
        }
        for one in members
    ]
    lines = [
        f"{one.name} {'、'.join(names.get(post, post) for post in one.posts)}"
        f"{'' if one.is_active else ' 停用'}"
        for one in members
    ]
    return Answer({"members": document}, lines or ["还没有排班人员；生成时按值班人员排。"])


def _wishes(room: DutyRoom) -> Answer:
    people = {one.id: one.name for one in room.roster_list.members()}
    wishes = room.roster_list.wishes()
    document = [
        {
            "id": one.id,
            "person": people.get(one.member_id, ""),
            "kind": one.kind.value,
            "starts_on": one.starts_on.isoformat(),
            "ends_on": one.ends_on.isoformat(),
            "post": one.post_id,
            "reason": one.reason,
            "is_active": one.is_active,
        }
        for one in wishes
    ]
    lines = [
        f"{people.get(one.member_id, '')} {WISH_KIND[one.kind]} {one.starts_on}至{one.ends_on}"
        f" {one.reason}{'' if one.is_active else ' 停用'}".strip()
        for one in wishes
    ]
    return Answer({"wishes": document}, lines or ["无"])


def _periods(room: DutyRoom) -> Answer:
    periods = room.roster_list.key_periods()
    document = [
        {
            "id": one.id,
            "name": one.name,
            "starts_on": one.starts_on.isoformat(),
            "ends_on": one.ends_on.isoformat(),
            "is_active": one.is_active,
        }
        for one in periods
    ]
    lines = [
        f"{one.name} {one.starts_on}至{one.ends_on}{'' if one.is_active else ' 停用'}"
        for one in periods
    ]
    return Answer({"key_periods": document}, lines or ["无"])
