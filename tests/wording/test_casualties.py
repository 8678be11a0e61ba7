import pytest

from dutydesk.wording.casualties import casualties
from tests.incident_builders import incident


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({}, "人员伤亡情况正在核实"),
        ({"deaths": 2}, "死亡2人"),
        ({"deaths": 0, "injured": 0}, "无人员伤亡"),
        ({"deaths": 0}, "无人员死亡，其他伤亡情况正在核实"),
        ({"missing": 0}, "无人员失踪，其他伤亡情况正在核实"),
        ({"seriously_injured": 0}, "无人员重伤，其他伤亡情况正在核实"),
        ({"injured": 3, "seriously_injured": 1}, "受伤3人（其中重伤1人）"),
        ({"injured": 3, "seriously_injured": 3}, "受伤3人（其中重伤3人）"),
        ({"injured": 2, "seriously_injured": 5}, "受伤2人、重伤5人"),
        ({"seriously_injured": 5}, "重伤5人"),
        ({"lightly_injured": 3}, "轻伤3人"),
        ({"lightly_injured": 0}, "无人员轻伤，其他伤亡情况正在核实"),
        (
            {"injured": 5, "seriously_injured": 2, "lightly_injured": 3},
            "受伤5人（其中重伤2人、轻伤3人）",
        ),
        ({"injured": 5, "lightly_injured": 3}, "受伤5人（其中轻伤3人）"),
        ({"injured": 5, "seriously_injured": 0, "lightly_injured": 5}, "受伤5人（其中轻伤5人）"),
        (
            {"injured": 4, "seriously_injured": 2, "lightly_injured": 3},
            "受伤4人、重伤2人、轻伤3人",
        ),
        ({"seriously_injured": 2, "lightly_injured": 3}, "重伤2人、轻伤3人"),
        ({"deaths": 0, "seriously_injured": 0, "lightly_injured": 0}, "无人员伤亡"),
        ({"deaths": 0, "seriously_injured": 0}, "无人员死亡，其他伤亡情况正在核实"),
        ({"deaths": 1, "missing": 2, "injured": 0}, "死亡1人、失踪2人"),
        ({"deaths": 0, "poisoned_or_ill": 40}, "中毒或患病40人"),
    ],
)
def test_casualties_claim_only_what_was_stated(figures: dict[str, int], said: str) -> None:
    assert casualties(incident(**figures)) == said
