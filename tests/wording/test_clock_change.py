from datetime import timedelta

from dutydesk.domain.clock_change import ClockChange
from dutydesk.wording.clock_change import behind_notice, change_entry, change_notice
from tests.domain.test_duty_log import NOW


def test_both_times_and_the_difference_are_said_with_their_years() -> None:
    change = ClockChange(NOW, NOW - timedelta(hours=1, minutes=5))
    words = change_entry(change)
    assert "相差1小时5分（拨慢）" in words
    assert words.count("2026年") == 2
    assert change_notice(change).startswith(words)
    assert "早于最后一次记录" in behind_notice(change)
