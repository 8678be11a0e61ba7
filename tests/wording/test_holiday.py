from datetime import UTC, date, datetime

from dutydesk.domain.duty_calendar import DayClass, HolidayDay, HolidaySource
from dutydesk.domain.holiday import HolidayYear, HolidayYearView, Notice
from dutydesk.wording.holiday import (
    DAY_CLASS,
    HOLIDAY_SOURCE,
    due_words,
    kind_word,
    source_word,
    year_words,
)

DAYS = (
    HolidayDay(date(2027, 1, 1), "元旦"),
    HolidayDay(date(2027, 1, 2), "元旦", is_off_day=False),
)


def test_a_year_says_where_it_came_from() -> None:
    shipped = HolidayYearView(Notice(2026, ("通知",), DAYS))
    law = HolidayYearView(Notice(2027, (), DAYS))
    at = datetime(2026, 11, 20, tzinfo=UTC)
    typed = HolidayYear("2027", HolidaySource.TYPED, (), DAYS, at, "甲某")
    assert source_word(shipped) == "随附"
    assert source_word(law) == "推定"
    assert source_word(HolidayYearView(typed.notice, typed)) == "手工录入，推定"
    assert year_words(law) == "2027年 推定 放假1天 上班1天"


def test_every_class_and_source_has_a_word() -> None:
    assert set(DAY_CLASS) == set(DayClass)
    assert set(HOLIDAY_SOURCE) == set(HolidaySource)
    assert (kind_word(is_off_day=True), kind_word(is_off_day=False)) == ("放假", "上班")
    assert due_words(2027) == "请更新2027年节假日"
