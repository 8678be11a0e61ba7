from datetime import UTC, date, datetime

from dutydesk.papers import dates

JUST_AFTER_MIDNIGHT = datetime(2026, 11, 20, 18, 15, tzinfo=UTC)


def test_an_instant_is_printed_in_china_time_on_its_own_day():
    assert dates.clock(JUST_AFTER_MIDNIGHT) == "02:15"
    assert dates.china_day(JUST_AFTER_MIDNIGHT) == date(2026, 11, 21)
    assert dates.moment(JUST_AFTER_MIDNIGHT) == "2026年11月21日 02:15"
    assert dates.short_moment(JUST_AFTER_MIDNIGHT) == "11月21日02:15"
    assert dates.spoken_moment(JUST_AFTER_MIDNIGHT) == "11月21日2时15分"


def test_dates_carry_no_padding_zero():
    assert dates.day(date(2026, 7, 8)) == "2026年7月8日"
    assert dates.day_and_weekday(date(2026, 7, 8)) == "2026年7月8日 星期三"
    assert dates.short_day(date(2026, 1, 1)) == "1月1日"
