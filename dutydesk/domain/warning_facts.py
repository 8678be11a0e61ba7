"""Warnings as a handover passes them on and as the head of a log sheet names them (notes §8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.warning import WarningNotice
from dutydesk.domain.warning_color import WarningColor


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedWarning:
    """One warning in force, or one whose response runs on, as it stood at an instant."""

    id: str
    warning_no: str
    kind: str
    color: WarningColor
    issued_by: str
    issued_at: datetime
    valid_to: datetime | None
    is_lifted: bool
    response_level: int | None
    is_reported: bool
    is_forwarded: bool


def in_order(warnings: Iterable[WarningNotice]) -> list[WarningNotice]:
    """Return those in force by colour, then those whose response runs, then what ended last."""
    order = list(WarningColor)

    def place(one: WarningNotice) -> tuple[int, int, float]:
        rank = 0 if one.is_in_force else 1 if one.is_open else 2
        color = order.index(one.color) if one.is_in_force else 0
        return rank, color, -(one.ended_at or one.received_at).timestamp()

    return sorted(warnings, key=place)


def carried(open_warnings: Iterable[WarningNotice]) -> tuple[CarriedWarning, ...]:
    """Return what the incoming officer must know of."""
    return tuple(
        CarriedWarning(
            id=one.id,
            warning_no=one.warning_no,
            kind=one.kind,
            color=one.color,
            issued_by=one.issued_by,
            issued_at=one.issued_at,
            valid_to=one.valid_to,
            is_lifted=not one.is_in_force,
            response_level=one.response_level if one.is_response_running else None,
            is_reported=one.reported_at is not None,
            is_forwarded=one.forwarded_at is not None,
        )
        for one in open_warnings
    )


def in_force_during(
    warnings: Iterable[WarningNotice], starts_at: datetime, ends_at: datetime
) -> Sequence[WarningNotice]:
    """Return the warnings known and in force at some time of a shift, the one issued first first.

    What was put on record only after the shift ended is not told by its sheet, which stays as it
    was signed.
    """
    found = [
        one
        for one in warnings
        if one.recorded_at < ends_at
        and one.received_at < ends_at
        and (one.ended_at is None or one.ended_at > starts_at)
    ]
    return sorted(found, key=lambda one: (one.issued_at, one.warning_no))
