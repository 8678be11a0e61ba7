from datetime import datetime

import pytest

from dutydesk.domain.instants import CHINA
from dutydesk.exchange.message.occurrence import Occurrence, occurrence
from dutydesk.exchange.message.plain import narrow, sentences

RECEIVED = datetime(2026, 11, 20, 18, 0, tzinfo=CHINA)


def read(text: str) -> Occurrence | None:
    plain = narrow(text)
    return occurrence(plain, sentences(plain), RECEIVED)


def at(text: str) -> str:
    found = read(text)
    assert found is not None
    return found.at.isoformat()[:16]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("11月20日14时20分，甲路一店铺起火，16时40分被扑灭。", "2026-11-20T14:20"),
        ("截至20日9时，有22人入院。19日19时许，18人出现呕吐。", "2026-11-19T19:00"),
        ("昨日15时许，某检验所发生火灾。事故约发生在15时15分。", "2026-11-19T15:15"),
        ("今日凌晨，两车相撞。\n凌晨六时四十分左右，在国道上相撞。", "2026-11-20T06:40"),
        ("18日下午3时左右发生车祸。18日下午2时55分，支队接到增援命令。", "2026-11-18T15:00"),
        ("18日发生火灾。警方18日21时40分接群众报警。", "2026-11-18T21:40"),
        ("20日6时12分接报警，水库有人落水。7时30分打捞上岸2人。", "2026-11-20T06:12"),
        ("20日7时40分，学校门口，一辆货车将一名妇女撞倒。", "2026-11-20T07:40"),
        ("记者20日从某局获悉，18日某校学生食物中毒。", "2026-11-18T00:00"),
    ],
)
def test_the_time_it_happened_is_chosen(text: str, said: str) -> None:
    assert at(text) == said


def test_the_day_somebody_was_told_is_not_when_it_happened() -> None:
    assert read("11月18日凌晨，市政府接报城东区一起食物中毒事件。") is None


def test_other_years_are_background() -> None:
    assert read("去年3月5日，该路段曾发生车祸。") is None


def test_the_words_are_pointed_at() -> None:
    text = "据悉，昨晚9时许甲村起火。"
    found = read(text)
    assert found is not None
    assert text[found.span.start : found.span.end] == "昨晚9时许"
