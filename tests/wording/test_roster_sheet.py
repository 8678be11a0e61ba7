from datetime import date

from dutydesk.domain.duty_calendar import DutyCalendar, HolidayDay
from dutydesk.wording.roster_sheet import day_kind, footnote_mark, month_title

SPRING = DutyCalendar({date(2027, 2, 6): HolidayDay(date(2027, 2, 6), "春节")}, frozenset())


def test_what_is_only_concluded_is_marked_where_there_is_a_word() -> None:
    assert day_kind(SPRING, date(2027, 2, 6)) == "春节（推定）"
    assert day_kind(SPRING, date(2027, 2, 5)) == "节前（推定）"
    assert day_kind(SPRING, date(2027, 2, 3)) == ""
    known = DutyCalendar(known_years=frozenset({2027}))
    assert day_kind(known, date(2027, 2, 6)) == "周末"


def test_footnotes_are_told_apart_also_past_ten() -> None:
    marks = [footnote_mark(number) for number in range(1, 13)]
    assert marks[0] == "①"
    assert len(set(marks)) == 12
    assert month_title(date(2026, 11, 1)) == "2026年11月值班表"
