from datetime import timedelta

import pytest

from dutydesk.exchange.warning_times import issued_at, validity
from tests.warning_builders import at

NOW = at("08:30")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("区气象台2026年11月20日08时20分发布", at("08:20")),
        ("11月20日8时发布", at("08:00")),
        ("20日8:05发布", at("08:05")),
        ("今天上午8时15分发布", at("08:15")),
        ("昨天下午5时发布", at("17:00", day=19)),
        # An hour that would lie ahead was yesterday's.
        ("22时10分发布", at("22:10", day=19)),
        ("发布时间：2026-11-20 08:10", at("08:10")),
        ("没有时间", None),
        ("2026年13月40日99时发布", None),
        # A day that lies ahead is not when it was issued.
        ("11月25日8时发布", None),
    ],
)
def test_when_it_was_issued(text, expected) -> None:
    assert issued_at(text, NOW) == expected


@pytest.mark.parametrize(
    ("text", "starts_at", "ends_at"),
    [
        ("预计未来3小时", NOW, NOW + timedelta(hours=3)),
        ("未来3-6小时内", NOW, NOW + timedelta(hours=6)),
        ("未来24小时", NOW, NOW + timedelta(hours=24)),
        ("未来2天", NOW, NOW + timedelta(hours=48)),
        ("20日20时至21日8时", at("20:00"), at("08:00", day=21)),
        ("20时至8时", at("20:00"), at("08:00", day=21)),
        ("20日0时至20日24时", at("00:00"), at("00:00", day=21)),
        ("有效期至11月21日20时", NOW, at("20:00", day=21)),
        ("未来999小时", None, None),
        ("没有说", None, None),
    ],
)
def test_from_when_to_when_it_holds(text, starts_at, ends_at) -> None:
    assert validity(text, NOW) == (starts_at, ends_at)
