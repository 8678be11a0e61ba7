import pytest

from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.report_source import BY_HAND, Origin, OriginKind, Statement, trace
from dutydesk.wording.report_text.facts import Carried
from dutydesk.wording.report_text.stages import body_of, paragraphs
from tests.incident_builders import RECEIVED, incident, report
from tests.wording.report_text.builders import entry, facts


def lines(*args: object, **changes: object) -> list[str]:
    return body_of(paragraphs(facts(*args, **changes))).splitlines()


def test_a_follow_up_tells_new_entries_in_the_order_of_their_time() -> None:
    taken = [entry("明火已扑灭"), entry("消防车到场", "2026-11-21 02:40")]
    text = lines("follow_up", taken=taken)
    assert text[text.index("二、处置情况") + 1] == (
        "2时40分接安和三社区来电，消防车到场。2时50分接安和三社区来电，明火已扑灭。"
    )


def test_what_the_facts_say_already_is_not_told_twice() -> None:
    one = incident(measures="2时50分明火已扑灭，正在清理")
    text = "\n".join(lines("follow_up", incident=one, taken=[entry("明火已扑灭。")]))
    assert text.count("明火已扑灭") == 1


def test_words_of_an_earlier_report_stand_in_their_part_again() -> None:
    kept = Statement("街道已开放社区活动室。", Origin(OriginKind.REPORT, "r1", "首报"))
    text = lines("follow_up", carried=[Carried(2, kept)], taken=[entry("明火已扑灭")])
    handled = text[text.index("二、处置情况") + 1]
    assert handled == "街道已开放社区活动室。2时50分接安和三社区来电，明火已扑灭。"


def test_a_final_sums_up_what_was_done() -> None:
    kept = Statement("消防车到场。", Origin(OriginKind.ENTRY, "e", ""))
    text = lines("final", carried=[Carried(2, kept)], taken=[entry("明火已扑灭")])
    assert "消防车到场。2时50分" in text[text.index("二、处置过程") + 1]


def test_a_first_report_asks_for_all_that_is_always_asked() -> None:
    text = "\n".join(lines())
    for word in ("影响范围", "发展趋势", "领导到位情况"):
        assert word in text
    told = incident(situation="火势可控，未波及周边", measures="带班领导已到场")
    text = "\n".join(lines(incident=told))
    for word in ("影响范围", "发展趋势", "领导到位情况"):
        assert word not in text


def test_of_weather_nobody_asks_the_cause() -> None:
    storm = incident(category=IncidentCategory.NATURAL, kind="暴雨")
    text = "\n".join(lines(incident=storm))
    assert "出现暴雨" in text
    assert "原因" not in text


def test_the_telephone_tells_what_is_new_and_nothing_at_length() -> None:
    before = report("first", "phone", RECEIVED, figures={"deaths": 2})
    one = incident(deaths=3, situation="二层起火")
    (said,) = lines(
        "follow_up", "phone", incident=one, previous=before, taken=[entry("明火已扑灭")]
    )
    assert "死亡3人（上次报告2人）" in said
    assert "二层起火" not in said
    assert said.endswith("明火已扑灭。有关情况将续报。")


@pytest.mark.parametrize("stage", ["first", "follow_up", "verification", "final"])
@pytest.mark.parametrize("medium", ["written", "phone"])
def test_no_sentence_the_program_made_counts_as_written_by_hand(stage: str, medium: str) -> None:
    text = paragraphs(facts(stage, medium, taken=[entry("明火已扑灭")]))
    made = [one for paragraph in text for one in paragraph]
    assert BY_HAND not in [one.origin for one in trace(body_of(text), made)]


@pytest.mark.parametrize("odd", ["<b>火</b>&", "长" * 10_000, "火\x01灾", "😀", "甲。\n乙"])
def test_odd_texts_stand_in_the_report_as_they_are(odd: str) -> None:
    assert odd in body_of(paragraphs(facts(incident=incident(measures=odd))))
