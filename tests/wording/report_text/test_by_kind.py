import json

import pytest

from dutydesk import paths
from dutydesk.domain.incident import IncidentCategory
from dutydesk.wording.report_text.by_kind import cause_word, happened, next_steps
from tests.incident_builders import incident

SHIPPED = json.loads((paths.resources_dir() / "incident_kinds.json").read_text("utf-8"))
KINDS = [
    (IncidentCategory(category), kind)
    for category, kinds in SHIPPED["categories"].items()
    for kind in kinds
]


@pytest.mark.parametrize(
    ("category", "kind", "verb", "cause"),
    [
        ("accident", "火灾", "发生", "起火原因"),
        ("natural", "森林火灾", "发生", "起火原因"),
        ("natural", "暴雨", "出现", ""),
        ("natural", "地震", "发生", ""),
        ("accident", "道路交通事故", "发生", "事故原因"),
        ("public_health", "食物中毒", "发生", "中毒原因"),
        ("social_safety", "人员走失", "发生", "起因"),
    ],
)
def test_each_kind_is_told_in_its_words(category: str, kind: str, verb: str, cause: str) -> None:
    one = incident(category=IncidentCategory(category), kind=kind)
    assert (happened(one), cause_word(one)) == (verb, cause)


@pytest.mark.parametrize(("category", "kind"), KINDS)
def test_every_kind_has_a_next_step(category: IncidentCategory, kind: str) -> None:
    said = next_steps(incident(category=category, kind=kind))
    assert said.endswith("。")
    assert "核实" in said or "核定" in said
