"""The roster while it is being made: seats, who holds them, what that leaves of everybody's time.

Every change goes through ``put`` and ``lift``, so that no step of the generator can leave a
broken rule behind; ``could`` is the one place that knows them all.
"""

from __future__ import annotations

from collections import defaultdict

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.roster import RosterMember, RosterPost, RosterTurn, RosterWish, WishKind
from dutydesk.domain.roster_tally import Bucket, bucket_of, counts_before, shares
from dutydesk.domain.roster_task import GapReason, RosterTask, has_night
from dutydesk.domain.roster_timeline import Timeline, member_of, people_of

# Nobody: a seat without a holder.
EMPTY = -1


@dataclass(slots=True, eq=False)
class Seat:
    """One seat to fill: ``at`` is its shift's place in time, ``holder`` a member by number."""

    at: int
    post: RosterPost
    no: int
    bucket: Bucket
    is_night: bool
    holder: int = EMPTY
    is_fixed: bool = False


class Board:
    """Seats of the span and everybody's account and time."""

    def __init__(self, task: RosterTask) -> None:
        self.task = task
        self.timeline = Timeline(task)
        self.members: tuple[RosterMember, ...] = tuple(
            sorted(task.members, key=lambda one: one.order_no)
        )
        self.numbers = {one.id: number for number, one in enumerate(self.members)}
        size = len(self.timeline.shifts)
        self.busy = [bytearray(size) for _ in self.members]
        self.held: list[dict[int, Seat]] = [{} for _ in self.members]
        self.nights: list[dict[str, int]] = [defaultdict(int) for _ in self.members]
        self.total = [0.0] * len(self.members)
        self.able = {
            post.id: [self.timeline.able(one, post.id) for one in self.members]
            for post in task.active_posts
        }
        self.excused = [self.timeline.excused(one) for one in self.members]
        self.counts = self._counts()
        self.seats = self._seats()
        self._stand()
        self.wanted = self._wishes(WishKind.PREFERRED)

    def listed(self, post_id: str) -> list[int]:
        """Return the members on the list of a post, by number."""
        return [number for number, one in enumerate(self.members) if post_id in one.posts]

    def could(self, seat: Seat, member: int) -> bool:
        """Tell whether the rules let a member take a seat as things now are."""
        first, last = self.timeline.windows[seat.at]
        return bool(
            self.able[seat.post.id][member][seat.at]
            and self.busy[member].find(1, first, last + 1) < 0
        )

    def clashes(self, seat: Seat, member: int) -> list[int]:
        """Return the places in time of a member's duties that keep him from a seat."""
        first, last = self.timeline.windows[seat.at]
        busy = self.busy[member]
        return [at for at in range(first, last + 1) if busy[at]]

    def put(self, seat: Seat, member: int) -> None:
        """Give an empty seat to a member."""
        seat.holder = member
        self.busy[member][seat.at] = 1
        self.held[member][seat.at] = seat
        self._account(seat, member, 1)

    def lift(self, seat: Seat) -> int:
        """Empty a seat; returns who held it."""
        member = seat.holder
        seat.holder = EMPTY
        self.busy[member][seat.at] = 0
        del self.held[member][seat.at]
        self._account(seat, member, -1)
        return member

    def distance(self, at: int, member: int) -> int:
        """Return how many shifts lie between a place and the member's nearest duty."""
        busy = self.busy[member]
        before, after = busy.rfind(1, 0, at), busy.find(1, at + 1)
        nearest = at - before if before >= 0 else len(busy)
        return min(nearest, after - at) if after >= 0 else nearest

    def credit(self, seat: Seat) -> None:
        """Credit those who were not there to keep a seat."""
        listed = self.listed(seat.post.id)
        away = [self.members[one].id for one in listed if self.excused[one][seat.at]]
        for member_id, share in shares(away, len(listed)).items():
            number = self.numbers[member_id]
            self.counts[seat.bucket][number] += share
            self.total[number] += share

    def reason(self, seat: Seat) -> GapReason:
        """Return why nobody takes a seat."""
        listed = self.listed(seat.post.id)
        if not listed:
            return GapReason.NOBODY_LISTED
        day = self.timeline.shifts[seat.at].duty_date
        if not any(self.members[one].serves(day) for one in listed):
            return GapReason.NOBODY_SERVES
        if not any(self.able[seat.post.id][one][seat.at] for one in listed):
            return GapReason.NOBODY_FREE
        return GapReason.ALL_RESTING

    def _account(self, seat: Seat, member: int, step: int) -> None:
        if seat.post.turn is RosterTurn.SHIFT:
            self.counts[seat.bucket][member] += step
        self.total[member] += step
        if seat.is_night:
            self.nights[member][seat.post.id] += step

    def _counts(self) -> dict[Bucket, list[float]]:
        before = counts_before(self.task)
        counts: dict[Bucket, list[float]] = defaultdict(lambda: [0.0] * len(self.members))
        for bucket, account in before.items():
            for member_id, count in account.items():
                number = self.numbers.get(member_id)
                if number is not None:
                    counts[bucket][number] += count
                    self.total[number] += count
        return counts

    def _seats(self) -> list[Seat]:
        taken = {slot.place for slot in self.task.standing}
        posts = sorted(self.task.active_posts, key=lambda post: not post.is_needed)
        seats = []
        for at in self.timeline.in_span():
            shift = self.timeline.shifts[at]
            for post in posts:
                bucket = bucket_of(post, shift.duty_date, self.task.calendar)
                for no in range(1, post.seats + 1):
                    if (shift.duty_date, shift.kind, post.id, no) not in taken:
                        seats.append(Seat(at, post, no, bucket, has_night(shift.kind)))
        return seats

    def _stand(self) -> None:
        """Mark the time of what stands; it is counted already."""
        people = people_of(self.task.members)
        for slot in self.task.standing:
            at = self.timeline.at(slot.duty_date, slot.shift)
            holder = self.numbers.get(member_of(slot, people) or "")
            if holder is not None:
                if at is not None:
                    self.busy[holder][at] = 1
                if has_night(slot.shift):
                    self.nights[holder][slot.post_id] += 1

    def _wishes(self, kind: WishKind) -> list[list[RosterWish]]:
        found: list[list[RosterWish]] = [[] for _ in self.members]
        for wish in self.task.wishes:
            number = self.numbers.get(wish.member_id)
            if wish.is_active and wish.kind is kind and number is not None:
                found[number].append(wish)
        return found

    def prefers(self, seat: Seat, member: int) -> bool:
        """Tell whether a member would like a seat."""
        if not self.wanted[member]:
            return False
        day = self.timeline.shifts[seat.at].duty_date
        return any(
            wish.starts_on <= day <= wish.ends_on and wish.post_id in {None, seat.post.id}
            for wish in self.wanted[member]
        )
