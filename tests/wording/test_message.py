from datetime import datetime

import pytest

from dutydesk.domain.incident import IncidentCategory
from dutydesk.domain.instants import CHINA
from dutydesk.domain.message_reading import MessageReading, TimePrecision
from dutydesk.wording.message import MESSAGE_FIELDS, field_value, reading_lines


@pytest.mark.parametrize(
    ("hour", "precision", "said"),
    [
        (15, TimePrecision.MINUTE, "2026年11月19日 15:20"),
        (15, TimePrecision.HOUR, "2026年11月19日 15:20左右"),
        (0, TimePrecision.DAY, "2026年11月19日，时刻未说明"),
        (0, TimePrecision.PART_OF_DAY, "2026年11月19日凌晨，时刻未说明"),
        (12, TimePrecision.PART_OF_DAY, "2026年11月19日下午，时刻未说明"),
        (18, TimePrecision.PART_OF_DAY, "2026年11月19日晚上，时刻未说明"),
    ],
)
def test_a_time_is_said_as_closely_as_it_is_stated(
    hour: int, precision: TimePrecision, said: str
) -> None:
    at = datetime(2026, 11, 19, hour, 20, tzinfo=CHINA)
    reading = MessageReading(occurred_at=at, occurred_precision=precision)
    assert field_value(reading, "occurred_at") == said


def test_every_field_has_a_line_and_what_is_not_stated_is_said() -> None:
    lines = reading_lines(MessageReading(category=IncidentCategory.ACCIDENT, deaths=0))
    assert len(lines) == len(MESSAGE_FIELDS)
    assert lines[0] == "类别：事故灾难"
    assert "死亡：0人" in lines
    assert "失踪：未提及" in lines
