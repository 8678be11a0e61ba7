from datetime import datetime

import pytest

from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.instants import CHINA
from dutydesk.domain.message_reading import MessageReading, Span, TimePrecision
from dutydesk.ui.incident.message_parts import MessagePart, message_parts, not_stated

TEXT = "甲村起火\n昨日下午，甲村一民房起火，2人受伤。"
READING = MessageReading(
    category=IncidentCategory.ACCIDENT,
    kind="火灾",
    occurred_at=datetime(2026, 11, 19, 12, tzinfo=CHINA),
    occurred_precision=TimePrecision.PART_OF_DAY,
    place="甲村一民房",
    injured=2,
    spans={"place": Span(10, 15), "injured": Span(18, 22)},
)


def parts(held: dict[str, str] | None = None, text: str = TEXT) -> dict[str, MessagePart]:
    return {part.field: part for part in message_parts(READING, text, held or {})}


def test_what_is_stated_is_offered_in_the_order_of_the_form() -> None:
    assert list(parts()) == ["title", "kind", "place", "occurred_at", "injured", "situation"]
    assert parts()["title"].value == "甲村起火"
    assert parts()["kind"].said == "火灾（事故灾难）"
    assert parts()["injured"].span == Span(18, 22)
    assert parts()["situation"].value == TEXT


def test_a_time_without_an_hour_says_what_would_be_filled_in() -> None:
    part = parts()["occurred_at"]
    assert part.said == "2026年11月19日下午，时刻未说明"
    assert "2026年11月19日 12:00" in part.note


def test_what_stands_in_the_form_is_named_before_it_is_replaced() -> None:
    found = parts({"place": "乙村", "injured": "3", "kind": "爆炸", "title": "来电"})
    assert {name: part.held for name, part in found.items() if part.held} == {
        "title": "来电",
        "kind": "爆炸",
        "place": "乙村",
        "injured": "3",
    }


def test_what_the_form_says_already_is_not_offered() -> None:
    same = {"title": "甲村起火", "kind": "火灾　事故灾难", "place": "甲村一民房", "injured": "2"}
    assert list(parts({**same, "situation": f"先前\n{TEXT}"})) == ["occurred_at"]


def test_the_text_goes_behind_what_was_written() -> None:
    part = parts({"situation": "先前的情况"})["situation"]
    assert (part.value, part.held) == (f"先前的情况\n{TEXT}", "")


@pytest.mark.parametrize("text", ["", " \n "])
def test_nothing_is_offered_of_no_text(text: str) -> None:
    assert message_parts(MessageReading(), text, {}) == []


def test_a_message_of_one_long_line_gets_a_title_of_its_first_clause() -> None:
    long = "甲村一民房起火，" + "火势很大" * 10
    assert parts(text=long)["title"].value == "甲村一民房起火"


def test_what_is_not_stated_is_named() -> None:
    assert not_stated(READING) == ["死亡", "失踪", "重伤", "中毒或患病"]
