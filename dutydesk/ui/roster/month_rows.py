"""The rows of the month grid: a day and shift each, with what stands in every cell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.duty_calendar import DayClass
from dutydesk.domain.roster import RosterFinding, SlotSource
from dutydesk.domain.roster_view import (
    RosterDayView,
    RosterShiftView,
    RosterView,
    SeatChange,
    SeatView,
)
from dutydesk.domain.shift import ShiftKind
from dutydesk.wording import when
from dutydesk.wording.roster_finding import FINDING
from dutydesk.wording.roster_room import SEAT_CHANGE
from dutydesk.wording.roster_sheet import kind_word
from dutydesk.wording.shift import SHIFT_KIND

SWAPPED, WRONG, NOW = "⇄", "▲", "●"
_REST = (DayClass.WEEKEND, DayClass.LEGAL_HOLIDAY)


@dataclass(frozen=True, slots=True)
class SeatColumn:
    """One column of the grid: a seat of a post."""

    post_id: str
    seat: int
    head: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """One shift of one day; ``seats`` in the order of the columns, None where there is none."""

    day: RosterDayView
    shift: RosterShiftView
    is_first: bool
    seats: tuple[SeatView | None, ...]
    findings: tuple[RosterFinding, ...]

    @property
    def is_rest_day(self) -> bool:
        """Tell whether nobody works on the day."""
        return self.day.day_class in _REST


def columns_of(view: RosterView) -> tuple[SeatColumn, ...]:
    """Return a column for every seat that any shift of the month has."""
    shifts = [shift for day in view.days for shift in day.shifts]
    found: list[SeatColumn] = []
    for post in view.posts:
        seats = {one.seat for shift in shifts for one in shift.seats if one.post.id == post.id}
        many = len(seats) > 1
        found += [
            SeatColumn(post.id, seat, f"{post.name}{seat}" if many else post.name)
            for seat in sorted(seats)
        ]
    return tuple(found)


def rows_of(view: RosterView, columns: Sequence[SeatColumn]) -> tuple[GridRow, ...]:
    """Return the rows of a month."""
    by_shift: dict[tuple[date, ShiftKind], list[RosterFinding]] = {}
    for one in view.findings:
        by_shift.setdefault((one.duty_date, one.shift), []).append(one)
    rows = []
    for day in view.days:
        for at, shift in enumerate(day.shifts):
            seats = {(one.post.id, one.seat): one for one in shift.seats}
            rows.append(
                GridRow(
                    day,
                    shift,
                    at == 0,
                    tuple(seats.get((column.post_id, column.seat)) for column in columns),
                    tuple(by_shift.get((day.day, shift.shift), ())),
                )
            )
    return tuple(rows)


def day_text(row: GridRow, today: date) -> str:
    """Return ● 21日 周六 周末; further shifts of a day say only which they are."""
    if not row.is_first:
        return ""
    day = row.day
    mark = f"{NOW} " if day.day == today else ""
    kind = kind_word(day.day_class, day.holiday, is_estimated=day.is_estimated)
    words = (when.day_and_weekday(day.day).partition("月")[2], kind, *day.key_periods)
    return mark + " ".join(filter(None, words))


def has_shifts(rows: Sequence[GridRow]) -> bool:
    """Tell whether the grid must say which shift a row is."""
    return any(row.shift.shift is not ShiftKind.FULL for row in rows)


def shift_text(row: GridRow) -> str:
    """Return 白班."""
    return SHIFT_KIND[row.shift.shift]


def wrong_with(row: GridRow, seat: SeatView) -> tuple[RosterFinding, ...]:
    """Return what the check found of one seat: of its person, or of the empty seat."""
    return tuple(
        one
        for one in row.findings
        if one.post_id in {"", seat.post.id} and one.person == seat.person
    )


def seat_text(row: GridRow, seat: SeatView) -> str:
    """Return ▲ 甲某 ⇄: wrong, who, swapped."""
    wrong = f"{WRONG} " if wrong_with(row, seat) else ""
    if seat.slot is None:
        return f"{wrong}—" if wrong else ""
    swapped = f" {SWAPPED}" if seat.slot.source is SlotSource.SWAPPED else ""
    return f"{wrong}{seat.person}{swapped}"


def finding_text(row: GridRow) -> str:
    """Return ▲ 缺岗、连班 of a row, each kind once."""
    kinds = dict.fromkeys(FINDING[one.kind] for one in row.findings)
    return f"{WRONG} {'、'.join(kinds)}" if kinds else ""


def seat_hint(row: GridRow, seat: SeatView) -> str:
    """Return what the tool tip of a cell and its line below say."""
    person = seat.person or "还没有排人"
    parts = [
        f"{when.day_and_weekday(row.day.day)}　{shift_text(row)}　{seat.post.name}：{person}",
        seat.phone,
        seat.slot.note if seat.slot else "",
    ]
    if seat.change is not SeatChange.FREE:
        parts.append(SEAT_CHANGE[seat.change])
    return "　".join(part for part in parts if part)
