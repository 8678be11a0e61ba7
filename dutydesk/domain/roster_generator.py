"""Makes a roster: fair by class of day, without a broken rule, the same for the same task.

What fair means, exactly. Per post and class of day, the account of a member is what
``roster_tally`` counts: duties before, duties that stand, duties generated, and the credit for
duties he was not there for. Among those who could have kept *every* slot of the class in the span
(on the list of the post, in service, not away, not unavailable, no nights for who keeps none) the
accounts lie at most one duty apart afterwards, or, where they lay further apart before, no
further than before. For a weekly post the same holds of weeks. Whoever was there for a part only
has his turn by his account among those who could. Where few people, several posts and long rests
leave no exchange that evens out, it stays uneven and the check says so (UNEVEN).

In this order: what stands; fixed wishes; weekly posts; then shift by shift, whoever has the
smallest account of the class, then who prefers the day, who had fewer nights, fewer duties in
all, and whose last duty is furthest. At the end gaps and unevenness are repaired by exchanging
duties of a class, wishes are met and duties spread where it changes no account. Rules are never
broken: what cannot be filled stays a gap with its reason, a fixed wish that a rule forbids is
unkept.
"""

from __future__ import annotations

from datetime import date

from dutydesk.domain.roster import RosterTurn, RosterWish, WishKind
from dutydesk.domain.roster_board import EMPTY, Board, Seat
from dutydesk.domain.roster_check import unkept_days
from dutydesk.domain.roster_repair import Repair
from dutydesk.domain.roster_task import RosterAssignment, RosterGap, RosterProposal, RosterTask
from dutydesk.domain.roster_week import keep_weeks


def generate(task: RosterTask) -> RosterProposal:
    """Return who is to keep the seats of the span that nothing stands in."""
    board = Board(task)
    _fix(board)
    keep_weeks(board)
    for seat in board.seats:
        if seat.post.turn is RosterTurn.SHIFT:
            if seat.holder == EMPTY:
                choose(board, seat)
            board.credit(seat)
    repair = Repair(board)
    repair.fill_gaps()
    repair.even_out()
    repair.please()
    repair.spread()
    return _proposal(board)


def choose(board: Board, seat: Seat) -> None:
    """Give a seat to whose turn it is; it stays empty where nobody could take it."""
    account = board.counts[seat.bucket]
    free = [one for one in board.listed(seat.post.id) if board.could(seat, one)]
    if not free:
        return
    least = min(account[one] for one in free)
    near = [one for one in free if account[one] <= least + 1e-6]
    post_id = seat.post.id
    board.put(
        seat,
        min(
            near,
            key=lambda one: (
                not board.prefers(seat, one),
                board.nights[one][post_id] if seat.is_night else 0,
                round(board.total[one]),
                -board.distance(seat.at, one),
                one,
            ),
        ),
    )


def _fix(board: Board) -> None:
    """Keep fixed wishes first, in the order of their days."""
    wishes = [w for w in board.task.wishes if w.is_active and w.kind is WishKind.FIXED]
    for wish in sorted(wishes, key=lambda one: one.starts_on):
        number = board.numbers.get(wish.member_id)
        for seat in board.seats:
            day = board.timeline.shifts[seat.at].duty_date
            if (
                number is not None
                and seat.post.turn is RosterTurn.SHIFT
                and seat.holder == EMPTY
                and wish.starts_on <= day <= wish.ends_on
                and wish.post_id in {None, seat.post.id}
                and board.could(seat, number)
            ):
                board.put(seat, number)
                seat.is_fixed = True


def _proposal(board: Board) -> RosterProposal:
    assignments, gaps = [], []
    for seat in board.seats:
        shift = board.timeline.shifts[seat.at]
        place = (shift.duty_date, shift.kind, seat.post.id, seat.no)
        if seat.holder == EMPTY:
            gaps.append(RosterGap(*place, board.reason(seat)))
        else:
            assignments.append(RosterAssignment(*place, board.members[seat.holder].id))
    return RosterProposal(tuple(assignments), tuple(gaps), tuple(_unkept(board)))


def _unkept(board: Board) -> list[tuple[RosterWish, date]]:
    """Return fixed wishes with the days in the span on which the member is not on."""
    unkept = []
    for wish in board.task.wishes:
        number = board.numbers.get(wish.member_id)
        if wish.is_active and wish.kind is WishKind.FIXED and number is not None:
            kept = {
                at
                for at, is_busy in enumerate(board.busy[number])
                if is_busy
                and wish.starts_on <= board.timeline.shifts[at].duty_date <= wish.ends_on
            }
            unkept += [
                (wish, shift.duty_date)
                for shift in unkept_days(board.timeline, wish.starts_on, wish.ends_on, kept)
                if board.task.first <= shift.duty_date <= board.task.last
            ]
    return unkept
