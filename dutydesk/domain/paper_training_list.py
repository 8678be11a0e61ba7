"""What stands on the list of trainings against what is required (培训情况表)."""

from __future__ import annotations

from datetime import date

from dutydesk.domain.dataclass import dataclass


@dataclass(frozen=True)
class TrainingRow:
    """One person as printed; days are words, `missing` empty when nothing is."""

    unit: str
    name: str
    post: str
    requirement: str
    required: str
    done: str
    missing: str = ""
    topics: str = ""


@dataclass(frozen=True)
class TrainingSum:
    """One requirement: how many people it concerns and how many meet it."""

    name: str
    days: str
    people: int
    met: int


@dataclass(frozen=True)
class TrainingList:
    """Everybody of whom training is required in a year, by unit, those who are short marked."""

    unit: str
    is_practice: bool
    year: int
    as_of: date
    sums: tuple[TrainingSum, ...] = ()
    rows: tuple[TrainingRow, ...] = ()
