"""Warnings as a handover passes them on and as the head of a log sheet names them (notes §8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from dutydesk.domain.dataclass import dataclass
from dutydesk.domain.warning import WarningNotice, WarningStep, WarningStepKind
from dutydesk.domain.warning_color import WarningColor

_ENDS = (WarningStepKind.CHANGED, WarningStepKind.LIFTED)


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


@dataclass(frozen=True, slots=True)
class StoodWarning:
    """A warning as it stood at an instant, by the steps that were on record then."""

    warning: WarningNotice
    response_level: int | None = None
    end: WarningStep | None = None


def stood_at(warning: WarningNotice, steps: Iterable[WarningStep], at: datetime) -> StoodWarning:
    """Return how a warning stood: what was put on record later tells nothing of that time."""
    level: int | None = None
    end: WarningStep | None = None
    for step in steps:
        if step.at > at or step.recorded_at > at:
            continue
        if step.kind is WarningStepKind.RESPONSE_STARTED:
            level = step.response_level
        elif step.kind is WarningStepKind.RESPONSE_ENDED:
            level = None
        elif step.kind in _ENDS:
            end = step
    return StoodWarning(warning, level, end)


def is_told_by(stood: StoodWarning, starts_at: datetime, ends_at: datetime) -> bool:
    """Tell whether the sheet of a shift names a warning: known then, and in force in its time."""
    warning, end = stood.warning, stood.end
    is_known = warning.recorded_at <= ends_at and warning.received_at <= ends_at
    return is_known and (end is None or end.at > starts_at)
