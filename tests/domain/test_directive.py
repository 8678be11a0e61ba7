from dataclasses import replace
from datetime import timedelta

import pytest

from dutydesk.domain.directive import (
    Directive,
    DirectiveForm,
    DirectiveStatus,
    FollowedDirective,
    most_pressing,
)
from dutydesk.domain.instants import from_iso

DUE = from_iso("2026-12-01T00:00")
LINE = Directive(
    id="批",
    entry_id="条",
    leader="区长",
    at=from_iso("2026-11-30T20:00"),
    form=DirectiveForm.WRITTEN,
    carrier="首报",
    text="今日内排查同类隐患",
    status=DirectiveStatus.PASSED_ON,
    due_at=DUE,
    recorder="甲某",
    recorded_at=from_iso("2026-11-30T20:00"),
)


@pytest.mark.parametrize(
    ("seconds", "status", "is_overdue"),
    [
        (-1, DirectiveStatus.PASSED_ON, False),
        (0, DirectiveStatus.PASSED_ON, False),
        (1, DirectiveStatus.PASSED_ON, True),
        (1, DirectiveStatus.NOTED, True),
        (1, DirectiveStatus.IN_HAND, True),
        (1, DirectiveStatus.FED_BACK, False),
        (1, DirectiveStatus.CLOSED, False),
    ],
)
def test_the_limit_itself_is_not_late_and_only_awaited_feedback_is(
    seconds: int, status: DirectiveStatus, is_overdue: bool
) -> None:
    line = replace(LINE, status=status)
    assert line.is_overdue(DUE + timedelta(seconds=seconds)) is is_overdue
    assert (line.runs_until is None) is (not line.is_awaited)


def test_a_line_without_a_limit_is_never_late() -> None:
    assert not replace(LINE, due_at=None).is_overdue(DUE + timedelta(days=400))


def test_a_feedback_was_late_when_it_came_after_its_limit() -> None:
    assert not LINE.was_late
    assert not replace(LINE, feedback_at=DUE).was_late
    assert replace(LINE, feedback_at=DUE + timedelta(seconds=1)).was_late


def test_overdue_lines_stand_first_and_closed_ones_last() -> None:
    now = DUE + timedelta(minutes=1)
    lines = [
        replace(LINE, id="closed", status=DirectiveStatus.CLOSED),
        replace(LINE, id="no limit", due_at=None),
        replace(LINE, id="later", due_at=now + timedelta(hours=2)),
        replace(LINE, id="soon", due_at=now + timedelta(hours=1)),
        replace(LINE, id="late"),
        replace(LINE, id="fed back", status=DirectiveStatus.FED_BACK, at=DUE),
    ]
    found = most_pressing((FollowedDirective(one) for one in lines), now)
    order = ["late", "soon", "later", "no limit", "fed back", "closed"]
    assert [one.directive.id for one in found] == order
