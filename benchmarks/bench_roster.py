"""Making a year's roster for thirty people and four posts, and checking a month of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from statistics import median
from typing import Any

from dutydesk.domain.roster import RosterMember, RosterPost, RosterSlot
from dutydesk.domain.roster_check import check
from dutydesk.domain.roster_generator import generate
from dutydesk.domain.roster_task import RosterProposal, RosterTask
from dutydesk.domain.settings import FULL_DAY_PATTERN, TWO_SHIFT_PATTERN, shift_pattern
from dutydesk.store.holiday import calendar_with

YEAR_LIMIT_MS, CHECK_LIMIT_MS = 1000.0, 200.0
PEOPLE, LEADERS = 30, 6
_POSTS = ("lead_officer", "primary_officer", "secondary_officer", "standby_officer")


def run(quick: bool) -> list[dict[str, Any]]:
    """Return a row for a year of full days, one for a year of two shifts, one for a check."""
    rounds = 3 if quick else 5
    full, two = _year(FULL_DAY_PATTERN), _year(TWO_SHIFT_PATTERN)
    standing = _standing(generate(full), full)
    december = replace(full, first=date(2026, 12, 1), standing=standing)
    return [
        _row(
            "roster_year_30_people", _milliseconds(lambda: generate(full), rounds), YEAR_LIMIT_MS
        ),
        _row(
            "roster_year_two_shifts", _milliseconds(lambda: generate(two), rounds), YEAR_LIMIT_MS
        ),
        _row(
            "roster_month_checked", _milliseconds(lambda: check(december), rounds), CHECK_LIMIT_MS
        ),
    ]


def _row(name: str, ours: float, limit: float) -> dict[str, Any]:
    return {
        "name": name,
        "n": PEOPLE,
        "ours": ours,
        "baseline": limit,
        "unit": "ms",
        "limit": 1.0,
    }


def _milliseconds(act: Callable[[], object], rounds: int) -> float:
    spent = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        spent.append((time.perf_counter() - start) * 1000)
    return median(spent)


def _year(pattern: list[object]) -> RosterTask:
    """Return the task of 2026: some lead, the others share three posts."""
    members = tuple(
        RosterMember(
            f"m{number}",
            f"人员{number}",
            posts=_POSTS[:1] if number < LEADERS else _POSTS[1:],
            order_no=number,
        )
        for number in range(PEOPLE)
    )
    return RosterTask(
        first=date(2026, 1, 1),
        last=date(2026, 12, 31),
        pattern=shift_pattern(pattern),
        calendar=calendar_with(()),
        posts=tuple(RosterPost(key, key, order_no=at) for at, key in enumerate(_POSTS)),
        members=members,
    )


def _standing(proposal: RosterProposal, task: RosterTask) -> tuple[RosterSlot, ...]:
    names = {one.id: one.name for one in task.members}
    return tuple(
        RosterSlot(
            f"s{number}",
            one.duty_date,
            one.shift,
            one.post_id,
            one.seat,
            names[one.member_id],
            one.member_id,
        )
        for number, one in enumerate(proposal.assignments)
    )
