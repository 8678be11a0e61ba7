import pytest

from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.report_source import Origin, OriginKind
from dutydesk.wording.report_text.facts import ended, event, fact_words, from_facts, informant
from tests.incident_builders import incident


def test_a_statement_keeps_what_its_facts_held() -> None:
    one = incident(deaths=2)
    statement = from_facts(one, "死亡2人。", "deaths", "occurred_at", "cause")
    said = "死亡2人，事发时间11月21日 02:10，起因正在核实"
    assert statement.origin == Origin(OriginKind.FACT, "deaths occurred_at cause", said)


def test_facts_are_said_in_words() -> None:
    one = incident(loss_yuan=65_000)
    assert fact_words(one, "category") == "事故灾难"
    assert fact_words(one, "level") == "未定级"
    assert fact_words(one, "loss_yuan") == "6.5万元"
    assert fact_words(one, "missing") == "正在核实"


def test_a_text_ends_as_a_sentence_and_keeps_its_paragraphs() -> None:
    assert ended(" 甲。\n乙 ") == "甲。\n乙。"
    assert ended("甲？") == "甲？"
    assert ended(" \n ") == ""
    assert ended("疏散（35人）") == "疏散（35人）。"
    assert ended("他说：“来了。”") == "他说：“来了。”"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("安和三社区 李某 19900007531", "安和三社区李某"),
        ("李某 0000-00000000", "李某"),
        ("12345热线", "12345热线"),
        ("区指挥中心 110", "区指挥中心 110"),
        ("19900007531", "19900007531"),
    ],
)
def test_a_paper_names_who_reported_without_the_number(source: str, said: str) -> None:
    assert informant(source) == said


def test_an_event_of_another_kind_is_an_emergency() -> None:
    assert event(incident(category=IncidentCategory.NATURAL, kind="其他自然灾害")) == "突发事件"
    assert event(incident()) == "火灾"
