from typing import Any

import pytest

from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.incident_notice import NoticeInFuture, NoticeTextTooLong
from dutydesk.domain.initial_action import (
    ActionMissing,
    ActionTaken,
    DraftActionTaken,
    InitialAction,
    action_lines,
    check_action,
)
from tests.incident_builders import RECEIVED, at, incident


def tick(**changes: Any) -> DraftActionTaken:
    facts: dict[str, Any] = {"id": "t1", "incident_id": "i1", "action": "人员疏散"}
    return DraftActionTaken(**({"done_at": RECEIVED} | facts | changes))


def taken(action: str) -> ActionTaken:
    return ActionTaken(
        id=f"t-{action}",
        incident_id="i1",
        action=action,
        done_at=RECEIVED,
        done_by="消防救援站",
        note="12户",
        recorder="甲某",
        recorded_at=RECEIVED,
        entry_id="e1",
    )


def test_the_sheet_is_in_the_units_order_with_what_is_not_listed_behind() -> None:
    actions = [
        InitialAction(id="b", name="交通管制", order_no=2),
        InitialAction(id="a", name="人员疏散", order_no=1),
        InitialAction(id="c", name="卫生防疫", category=IncidentCategory.PUBLIC_HEALTH),
        InitialAction(id="d", name="旧的", is_active=False),
    ]
    lines = action_lines(incident(), actions, [taken("交通管制"), taken("断电")])
    assert [(line.action, line.is_done) for line in lines] == [
        ("人员疏散", False),
        ("交通管制", True),
        ("断电", True),
    ]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"action": ""}, ActionMissing),
        ({"note": "字" * 2001}, NoticeTextTooLong),
        ({"done_at": at("2026-11-21 05:00")}, NoticeInFuture),
    ],
)
def test_a_tick_that_cannot_be_is_refused(changes: dict[str, Any], refusal: type) -> None:
    check_action(tick(), incident(), RECEIVED)
    with pytest.raises(refusal):
        check_action(tick(**changes), incident(), RECEIVED)
