"""Commands that change one seat: ``roster put|clear|swap|substitute|undo``."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from dutydesk.assembly.room import DutyRoom
from dutydesk.cli.answer import Answer
from dutydesk.cli.context import Context, actor, choice, day
from dutydesk.cli.number_option import figure
from dutydesk.cli.roster_document import post_names, slot_document, swap_document
from dutydesk.cli.roster_list import post_id
from dutydesk.domain.errors import BadInput, NotAmong, RecordUnknown
from dutydesk.domain.roster import RosterSlot, RosterSwap
from dutydesk.domain.roster_edit import DraftSlot, DraftSwap, DraftUndo, RosterPerson
from dutydesk.domain.shift import ShiftKind
from dutydesk.wording.roster import SWAP_KIND, place

# More people than any file puts on one post of a shift.
_MOST_SEATS = 99


def register(roster: Any) -> None:
    """Add the commands."""
    put = _seat(roster.add_parser("put", help="排上一人"))
    put.add_argument("--person", required=True, help="由谁值班")
    put.add_argument("--phone", help="电话；通讯录里没有的人才要写")
    put.add_argument("--note", help="备注")
    put.set_defaults(run=put_seat)
    _seat(roster.add_parser("clear", help="空出一个岗")).set_defaults(run=clear_seat)
    swap = _seat(roster.add_parser("swap", help="两人调班"))
    swap.add_argument("--with-date", required=True, help="对调的值班日，如 2026-11-22")
    swap.add_argument("--with-post", help="对调的岗位；不写就是同一个岗位")
    swap.add_argument("--with-shift", help="对调的班次；不写就是那一天的")
    swap.add_argument("--with-seat", default="1", help="对调的是第几人")
    _consent(swap).set_defaults(run=file_swap)
    substitute = _seat(roster.add_parser("substitute", help="由别人替班"))
    substitute.add_argument("--person", required=True, help="替班的人")
    substitute.add_argument("--phone", help="电话；通讯录里没有的人才要写")
    _consent(substitute).set_defaults(run=file_substitute)
    undo = roster.add_parser("undo", help="撤回调班或替班")
    undo.add_argument("id")
    undo.add_argument("--officer")
    _consent(undo).set_defaults(run=undo_swap)


def _seat(parser: Any) -> Any:
    parser.add_argument("--duty-date", required=True)
    parser.add_argument("--post", required=True, help="岗位，如 主班 或 primary_officer")
    parser.add_argument(
        "--shift", help="班次：day 白班、night 夜班、full 全天班；只有一班可以不写"
    )
    parser.add_argument("--seat", default="1", help="同一岗位的第几人")
    parser.add_argument("--officer")
    return parser


def _consent(parser: Any) -> Any:
    parser.add_argument("--reason", required=True)
    parser.add_argument("--agreed-by", required=True, help="同意换班的带班领导")
    return parser


def put_seat(context: Context, args: Namespace) -> Answer:
    """Give a seat to somebody."""
    room = context.writing_room()
    draft = DraftSlot(
        id=room.roster.new_id(),
        duty_date=day("duty_date", args.duty_date),
        shift=_shift(room, args.duty_date, args.shift),
        post_id=post_id(room, args.post),
        seat=_seat_no(args.seat),
        person=RosterPerson(args.person, phone=args.phone or ""),
        note=args.note or "",
    )
    slot = room.roster.put(draft, by=actor(room, args.officer)).value
    return _slot_answer(room, slot)


def clear_seat(context: Context, args: Namespace) -> Answer:
    """Empty a seat."""
    room = context.writing_room()
    slot = _slot(room, args.duty_date, args.post, args.shift, args.seat)
    room.roster.clear(slot.id, by=actor(room, args.officer))
    return _slot_answer(room, slot)


def file_swap(context: Context, args: Namespace) -> Answer:
    """Let two people change places."""
    room = context.writing_room()
    one = _slot(room, args.duty_date, args.post, args.shift, args.seat)
    other = _slot(
        room, args.with_date, args.with_post or args.post, args.with_shift, args.with_seat
    )
    draft = DraftSwap(
        room.roster_swap.new_id(), one.id, args.reason, args.agreed_by, other_slot_id=other.id
    )
    return _swap_answer(room.roster_swap.file(draft, by=actor(room, args.officer)).value)


def file_substitute(context: Context, args: Namespace) -> Answer:
    """Let somebody stand in."""
    room = context.writing_room()
    one = _slot(room, args.duty_date, args.post, args.shift, args.seat)
    person = RosterPerson(args.person, phone=args.phone or "")
    draft = DraftSwap(
        room.roster_swap.new_id(), one.id, args.reason, args.agreed_by, person=person
    )
    return _swap_answer(room.roster_swap.file(draft, by=actor(room, args.officer)).value)


def undo_swap(context: Context, args: Namespace) -> Answer:
    """Take a swap back."""
    room = context.writing_room()
    draft = DraftUndo(room.roster_swap.new_id(), args.id, args.reason, args.agreed_by)
    return _swap_answer(room.roster_swap.undo(draft, by=actor(room, args.officer)).value)


def _slot(room: DutyRoom, on: str, post: str, shift: str | None, seat: str) -> RosterSlot:
    """Return the slot of a seat; raises RecordUnknown."""
    duty_date, wanted = day("duty_date", on), post_id(room, post)
    kind, number = choice("shift", ShiftKind, shift), _seat_no(seat)
    (shown,) = room.roster.days(duty_date, duty_date)
    for slot in shown.slots:
        is_seat = (slot.post_id, slot.seat) == (wanted, number)
        if is_seat and kind in {None, slot.shift}:
            return slot
    raise RecordUnknown("roster_slot", f"{on} {post}")


def _seat_no(text: str) -> int:
    """Return the number of a seat; raises BadForm, BadInput: a view draws every seat up to it."""
    number = figure("seat", text, example="2")
    if not 1 <= number <= _MOST_SEATS:
        raise BadInput("seat", text)
    return number


def _shift(room: DutyRoom, on: str, shift: str | None) -> ShiftKind:
    """Return a shift of the day; raises NotAmong with them, for in another nobody is on duty."""
    kind = choice("shift", ShiftKind, shift)
    (shown,) = room.roster.days(*[day("duty_date", on)] * 2)
    kinds = tuple(row.shift for row in shown.shifts)
    if kind is None and len(kinds) == 1:
        return kinds[0]
    if kind is None or (kinds and kind not in kinds):
        raise NotAmong("shift", kind or "", kinds or tuple(ShiftKind))
    return kind


def _slot_answer(room: DutyRoom, slot: RosterSlot) -> Answer:
    names = post_names(room)
    words = place(slot.duty_date, slot.shift, names.get(slot.post_id, ""))
    return Answer(slot_document(slot, names), [f"{words}：{slot.person} {slot.id}"])


def _swap_answer(swap: RosterSwap) -> Answer:
    line = f"{SWAP_KIND[swap.kind]}：{swap.from_person}→{swap.to_person} {swap.id}"
    return Answer(swap_document(swap), [line])
