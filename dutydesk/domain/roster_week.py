"""Weekly posts: one person keeps all shifts from Monday to Sunday.

A week begun before the span is kept on by who began it. A week that nobody can keep whole is
passed on within it, each stretch to who can keep the longest part.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dutydesk.domain.roster import RosterTurn, WishKind
from dutydesk.domain.roster_board import EMPTY, Board, Seat
from dutydesk.domain.roster_tally import monday_of, shares
from dutydesk.domain.roster_timeline import member_of, people_of


def keep_weeks(board: Board) -> None:
    """Fill the seats of all weekly posts."""
    begun = _begun(board)
    weekly = [seat for seat in board.seats if seat.post.turn is RosterTurn.WEEK]
    weekly.sort(key=lambda seat: (seat.post.order_no, seat.post.id, _week(board, seat), seat.no))
    for (post_id, week, no), found in groupby(
        weekly, key=lambda seat: (seat.post.id, _week(board, seat), seat.no)
    ):
        seats = list(found)
        _keep(board, seats, begun.get((post_id, no, week)))


def _keep(board: Board, seats: list[Seat], began: tuple[int, set[int]] | None) -> None:
    """Give one week's seats away: to who began it, else to whose turn it is."""
    if began is not None and _part(board, seats, began[0], began[1]) == len(seats):
        _put(board, seats, began[0])
        return
    _credit(board, seats)
    own: set[int] = set()
    while seats:
        parts = {one: _part(board, seats, one, own) for one in board.listed(seats[0].post.id)}
        longest = max(parts.values(), default=0)
        if longest == 0:
            seats = seats[1:]
            continue
        account = board.counts[seats[0].bucket]
        keeper = min(
            (one for one, part in parts.items() if part == longest),
            key=lambda one: (
                not _is_fixed(board, seats, one),
                round(account[one], 6),
                not board.prefers(seats[0], one),
                round(board.total[one]),
                -board.distance(seats[0].at, one),
                one,
            ),
        )
        _put(board, seats[:longest], keeper)
        account[keeper] += 1
        seats = seats[longest:]


def _put(board: Board, seats: Sequence[Seat], keeper: int) -> None:
    for seat in seats:
        board.put(seat, keeper)
        seat.is_fixed = True


def _part(board: Board, seats: Sequence[Seat], member: int, own: set[int]) -> int:
    """Return how many of the seats, from the first, a member can keep; ``own`` are of his turn."""
    able = board.able[seats[0].post.id][member]
    part = 0
    for seat in seats:
        near = [at for at in board.clashes(seat, member) if at not in own]
        if seat.holder != EMPTY or not able[seat.at] or near:
            break
        part += 1
    return part


def _is_fixed(board: Board, seats: Sequence[Seat], member: int) -> bool:
    days = [board.timeline.shifts[seat.at].duty_date for seat in seats]
    member_id, post_id = board.members[member].id, seats[0].post.id
    return any(
        wish.is_active
        and wish.kind is WishKind.FIXED
        and wish.member_id == member_id
        and wish.post_id in {None, post_id}
        and any(wish.starts_on <= day <= wish.ends_on for day in days)
        for wish in board.task.wishes
    )


def _credit(board: Board, seats: Sequence[Seat]) -> None:
    listed = board.listed(seats[0].post.id)
    away = [one for one in listed if not any(_serves(board, seat, one) for seat in seats)]
    for number, share in shares([board.members[one].id for one in away], len(listed)).items():
        board.counts[seats[0].bucket][board.numbers[number]] += share


def _serves(board: Board, seat: Seat, member: int) -> bool:
    return not board.excused[member][seat.at]


def _week(board: Board, seat: Seat) -> object:
    return monday_of(board.timeline.shifts[seat.at].duty_date)


def _begun(board: Board) -> dict[tuple[str, int, object], tuple[int, set[int]]]:
    """Return by post, seat and Monday who stands there already, with the places in time."""
    people = people_of(board.task.members)
    weekly = {post.id for post in board.task.posts if post.turn is RosterTurn.WEEK}
    begun: dict[tuple[str, int, object], tuple[int, set[int]]] = {}
    for slot in board.task.standing:
        holder = board.numbers.get(member_of(slot, people) or "")
        at = board.timeline.at(slot.duty_date, slot.shift)
        if slot.post_id in weekly and holder is not None and at is not None:
            key = (slot.post_id, slot.seat, monday_of(slot.duty_date))
            kept = begun.setdefault(key, (holder, set()))
            if kept[0] == holder:
                kept[1].add(at)
    return begun
