from datetime import timedelta

import pytest

from dutydesk.domain.deadline_task import DeadlineTask
from dutydesk.domain.errors import BadInput
from dutydesk.domain.incident import IncidentCategory, IncidentLevel
from dutydesk.domain.incident_refusals import OccurredAfterReceived
from dutydesk.domain.report import ReportMedium, ReportStage
from dutydesk.domain.rule_preview import Example, preview
from tests.incident_builders import RECEIVED, at, preset, rule

OCCURRED = at("2026-11-21 02:10")


def example(**changes: object) -> Example:
    facts = {
        "category": IncidentCategory.NATURAL,
        "kind": "洪涝",
        "level": IncidentLevel.ORDINARY,
        "received_at": RECEIVED,
        "occurred_at": OCCURRED,
    }
    return Example(**(facts | changes))


def test_an_example_goes_from_the_call_to_stability() -> None:
    stable = at("2026-11-23 10:00")
    found = preview(preset("statute"), example(stable_at=stable))
    assert found.delivered_at == OCCURRED + timedelta(hours=2)
    said = [(one.stage or one.task, one.due_at) for one in found.clocks]
    assert said == [
        (ReportStage.FIRST, OCCURRED + timedelta(hours=2)),
        (DeadlineTask.NIL_REPORT, at("2026-11-21 09:00")),
        (DeadlineTask.RELIEF, OCCURRED + timedelta(hours=10)),
        (ReportStage.VERIFICATION, stable + timedelta(days=2)),
    ]


def test_without_a_limit_the_first_paper_leaves_after_an_hour() -> None:
    rules = [rule(stage=ReportStage.FOLLOW_UP, minutes=30, medium=ReportMedium.WRITTEN)]
    found = preview(rules, example())
    assert found.delivered_at == RECEIVED + timedelta(hours=1)
    assert [one.stage for one in found.clocks] == [ReportStage.FOLLOW_UP]


def test_an_ungraded_example_goes_by_the_level_the_unit_chose() -> None:
    accident = {"category": IncidentCategory.ACCIDENT, "kind": "火灾"}
    ungraded = example(**accident, level=IncidentLevel.UNCLASSIFIED)
    strictest = preview(preset("district"), ungraded).clocks[0]
    assert strictest.due_at == RECEIVED + timedelta(minutes=30)
    third = example(
        **accident,
        level=IncidentLevel.UNCLASSIFIED,
        ungraded_as=IncidentLevel.RELATIVELY_SERIOUS,
    )
    assert preview(preset("district"), third).clocks[0].due_at == RECEIVED + timedelta(hours=1)


def test_a_sensitive_example_goes_like_the_third_level() -> None:
    plain = preview(preset("district"), example())
    sensitive = preview(preset("district"), example(is_sensitive=True))
    assert len(sensitive.clocks) == len(plain.clocks) + 2


def test_an_example_that_cannot_be_is_refused() -> None:
    with pytest.raises(OccurredAfterReceived):
        preview([], example(occurred_at=RECEIVED + timedelta(minutes=1)))
    with pytest.raises(BadInput):
        preview([], example(stable_at=RECEIVED - timedelta(minutes=1)))
