"""Repairs a roster that was made shift by shift: gaps, unevenness, wishes, duties too near.

A duty moves to another member; where his own duties are in the way, each of them is exchanged for
another of the same post and class of day, which changes nobody's account. Every move is undone
unless the whole of it fits the rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dutydesk.domain.roster import RosterTurn
from dutydesk.domain.roster_board import EMPTY, Board, Seat
from dutydesk.domain.roster_tally import Bucket

# Accounts with credits are no whole numbers; further apart than one duty is meant.
_ONE = 1 + 1e-6

# Where too few people are on a list no exchange helps, and there are very many to be tried.
_MOST_TRIES = 300_000


class Repair:
    """Moves of duties on a board."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._seats: dict[Bucket, list[Seat]] = defaultdict(list)
        for seat in board.seats:
            if seat.post.turn is RosterTurn.SHIFT:
                self._seats[seat.bucket].append(seat)
        self._whole: dict[Bucket, list[int]] = {}
        self._undo: list[tuple[Seat, int]] = []
        self._tries = 0

    def fill_gaps(self) -> None:
        """Fill what is empty by who could be freed for it, the smallest account first."""
        for bucket, seats in self._seats.items():
            account = self._board.counts[bucket]
            for seat in seats:
                if seat.holder == EMPTY:
                    listed = sorted(
                        self._board.listed(seat.post.id), key=lambda one: (account[one], one)
                    )
                    any(self._try([(seat, one)]) for one in listed)

    def even_out(self) -> None:
        """Bring those who could have kept every duty of a class to within one of each other."""
        for bucket, seats in self._seats.items():
            while self._move_one(bucket, seats):
                pass

    def please(self) -> None:
        """Exchange duties of a class so that whoever prefers a day has it."""
        board = self._board
        for member, wishes in enumerate(board.wanted):
            for seats in self._seats.values() if wishes else ():
                for seat in seats:
                    if (
                        seat.holder not in {EMPTY, member}
                        and board.prefers(seat, member)
                        and not board.prefers(seat, seat.holder)
                    ):
                        self._please(seat, member, seats)

    def spread(self) -> None:
        """Exchange duties of a class where that moves near ones apart."""
        board = self._board
        for bucket, seats in self._seats.items():
            enough = self._usual_distance(bucket[0])
            for seat in seats:
                if self._is_movable(seat) and board.distance(seat.at, seat.holder) < enough:
                    self._spread(seat, seats, enough)

    def _usual_distance(self, post_id: str) -> int:
        """Return how far apart duties may well be: somewhat more than half of what is even."""
        board = self._board
        listed = board.listed(post_id)
        kept = sum(len(board.held[one]) for one in listed)
        even = len(listed) * len(board.timeline.in_span()) / max(kept, 1)
        return max(int(even * 0.6), 2)

    def _move_one(self, bucket: Bucket, seats: Sequence[Seat], *, is_last: bool = False) -> bool:
        """Move one duty from a large account to a small one; False where none is to be moved."""
        account, whole = self._board.counts[bucket], self._whole_of(bucket)
        pairs = [
            (high, low)
            for low in sorted(whole, key=lambda one: (account[one], one))
            for high in sorted(whole, key=lambda one: (-account[one], one))
            if account[high] - account[low] > _ONE
        ]
        return any(self._pass(seats, *pair) for pair in pairs) or (
            not is_last and any(self._across(seats, *pair) for pair in pairs)
        )

    def _pass(self, seats: Sequence[Seat], high: int, low: int) -> bool:
        """Bring a duty from one member to another, directly or through a third."""
        own = [seat for seat in seats if seat.holder == high and self._is_movable(seat)]
        if any(self._try([(seat, low)]) for seat in own):
            return True
        between = [
            seat for seat in seats if self._is_movable(seat) and seat.holder not in {high, low}
        ]
        return any(
            self._try([(seat, other.holder), (other, low)]) for other in between for seat in own
        )

    def _across(self, seats: Sequence[Seat], high: int, low: int) -> bool:
        """Let the two change places where the other's own duty of another post is in the way.

        That moves their accounts of that duty's class apart, so it must settle there as well.
        """
        board = self._board
        for seat in seats:
            if seat.holder != high or not self._is_movable(seat):
                continue
            for at in board.clashes(seat, low):
                own = board.held[low].get(at)
                if own is None or own.bucket == seat.bucket or not self._is_movable(own):
                    continue
                self._tries += 1
                if self._tries > _MOST_TRIES:
                    return False
                mark, before = len(self._undo), self._apart(own.bucket)
                if self._change_places(seat, own) and self._settle(own.bucket, before):
                    return True
                self._roll_back(mark)
        return False

    def _change_places(self, seat: Seat, other: Seat) -> bool:
        high, low = seat.holder, other.holder
        self._lift(seat)
        self._lift(other)
        if not self._board.could(seat, low):
            return False
        self._put(seat, low)
        if not self._board.could(other, high):
            return False
        self._put(other, high)
        return True

    def _settle(self, bucket: Bucket, before: float) -> bool:
        """Tell whether a class lies no further apart than before, after one move at most."""
        if self._apart(bucket) <= max(before, _ONE):
            return True
        self._move_one(bucket, self._seats[bucket], is_last=True)
        return self._apart(bucket) <= max(before, _ONE)

    def _apart(self, bucket: Bucket) -> float:
        account = [self._board.counts[bucket][one] for one in self._whole_of(bucket)]
        return max(account, default=0.0) - min(account, default=0.0)

    def _whole_of(self, bucket: Bucket) -> list[int]:
        """Return those who could have kept every duty of a class."""
        if bucket not in self._whole:
            able = self._board.able[bucket[0]]
            self._whole[bucket] = [
                one
                for one in self._board.listed(bucket[0])
                if all(able[one][seat.at] for seat in self._seats[bucket])
            ]
        return self._whole[bucket]

    def _try(self, moves: Sequence[tuple[Seat, int]]) -> bool:
        """Do all moves or none."""
        mark = len(self._undo)
        self._tries += 1
        if self._tries <= _MOST_TRIES and all(self._take(*move) for move in moves):
            return True
        self._roll_back(mark)
        return False

    def _roll_back(self, mark: int) -> None:
        """Take back what was done since the mark."""
        while len(self._undo) > mark:
            seat, holder = self._undo.pop()
            if seat.holder != EMPTY:
                self._board.lift(seat)
            if holder != EMPTY:
                self._board.put(seat, holder)

    def _take(self, seat: Seat, member: int) -> bool:
        """Give a seat to a member, exchanging what of his own is in the way."""
        board = self._board
        if not board.able[seat.post.id][member][seat.at]:
            return False
        self._lift(seat)
        for at in board.clashes(seat, member):
            own = board.held[member].get(at)
            if own is None or not self._is_movable(own) or not self._exchange(own, member, seat):
                return False
        if not board.could(seat, member):
            return False
        self._put(seat, member)
        return True

    def _exchange(self, own: Seat, member: int, wanted: Seat) -> bool:
        """Exchange a member's duty for another of its class that leaves the wanted seat free."""
        board = self._board
        first, last = board.timeline.windows[wanted.at]
        self._lift(own)
        for other in self._seats[own.bucket]:
            self._tries += 1
            taker = other.holder
            if (
                taker in {EMPTY, member}
                or not self._is_movable(other)
                or first <= other.at <= last
                or not board.could(other, member)
            ):
                continue
            self._lift(other)
            if board.could(own, taker):
                self._put(own, taker)
                self._put(other, member)
                return True
            self._put(other, taker)
            del self._undo[-2:]
        return self._give_away(own, member)

    def _give_away(self, own: Seat, member: int) -> bool:
        """Give a duty in the way to somebody with fewer of its class, now that it is lifted."""
        board, account = self._board, self._board.counts[own.bucket]
        for taker in board.listed(own.post.id):
            if taker != member and account[taker] <= account[member] and board.could(own, taker):
                self._put(own, taker)
                return True
        return False

    def _please(self, seat: Seat, member: int, seats: Sequence[Seat]) -> None:
        for own in seats:
            if (
                own.holder == member
                and not self._board.prefers(own, member)
                and self._is_movable(seat)
                and self._is_movable(own)
                and self._swap(seat, own)
            ):
                return

    def _spread(self, seat: Seat, seats: Sequence[Seat], enough: int) -> None:
        """Exchange a duty for the first of its class that lies far from the holder's others."""
        mine = self._board.busy[seat.holder]
        now = self._board.distance(seat.at, seat.holder)
        for other in seats:
            # Asked thousands of times a roster: the holder's time first, it refuses most.
            mine[seat.at] = 0
            is_far = mine.find(1, max(other.at - enough + 1, 0), other.at + enough) < 0
            mine[seat.at] = 1
            if is_far and self._is_freer(seat, other, now) and self._swap(seat, other):
                return

    def _is_freer(self, seat: Seat, other: Seat, now: int) -> bool:
        """Tell whether the other's holder would have more time around the seat."""
        if (
            not self._is_movable(other)
            or other.holder == seat.holder
            or other.is_night != seat.is_night
            or self._board.prefers(seat, seat.holder)
            or self._board.prefers(other, other.holder)
        ):
            return False
        busy = self._board.busy[other.holder]
        busy[other.at] = 0
        is_far = busy.find(1, max(seat.at - now, 0), seat.at + now + 1) < 0
        busy[other.at] = 1
        return is_far

    def _swap(self, one: Seat, other: Seat) -> bool:
        """Exchange the holders of two seats if the rules let both."""
        board = self._board
        first, second = board.lift(one), board.lift(other)
        if board.could(one, second):
            board.put(one, second)
            if board.could(other, first):
                board.put(other, first)
                return True
            board.lift(one)
        board.put(one, first)
        board.put(other, second)
        return False

    def _lift(self, seat: Seat) -> None:
        self._undo.append((seat, seat.holder))
        if seat.holder != EMPTY:
            self._board.lift(seat)

    def _put(self, seat: Seat, member: int) -> None:
        self._undo.append((seat, EMPTY))
        self._board.put(seat, member)

    @staticmethod
    def _is_movable(seat: Seat) -> bool:
        return seat.holder != EMPTY and not seat.is_fixed
