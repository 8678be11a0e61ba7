import pytest

from dutydesk.domain.incident import FIGURES
from dutydesk.domain.said_figures import said_figures
from dutydesk.wording.report_text.figures import figure_changes, figure_said
from dutydesk.wording.report_text.stages import body_of, paragraphs
from tests.incident_builders import incident
from tests.wording.report_text.builders import facts


def test_changes_name_what_was_reported_last() -> None:
    before, now = {"deaths": 2, "injured": 1}, {"deaths": 3, "injured": 1, "missing": 1}
    assert figure_changes(before, now) == ["死亡3人（上次报告2人）", "失踪1人（上次未报）"]


def test_nobody_is_not_counted() -> None:
    assert figure_changes({"trapped": 1}, {"trapped": 0, "deaths": 0, "loss_yuan": 0}) == [
        "无人员被困（上次报告1人）",
        "无人员死亡（上次未报）",
        "直接经济损失0元（上次未报）",
    ]
    assert figure_said("trapped", 3) == "被困3人"


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_on_record_is_said_in_a_report_and_compared_with_its_field(name: str) -> None:
    body = body_of(paragraphs(facts(incident=incident(**{name: 3}))))
    assert (name, 3) in [(one.name, one.value) for one in said_figures(body)]
