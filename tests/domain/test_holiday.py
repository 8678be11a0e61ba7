from datetime import UTC, date, datetime
from typing import Any

import pytest

from dutydesk.domain.duty_calendar import DayClass, HolidayDay, HolidaySource
from dutydesk.domain.holiday import (
    MOST_DAYS,
    HolidayYear,
    HolidayYearView,
    Notice,
    calendar_of,
    check_notice,
    law_notice,
    notice_due,
    read_day_of,
    read_notice,
    with_days,
)
from dutydesk.domain.holiday_refusals import (
    HolidayDayOutside,
    HolidayDayTwice,
    HolidayFileUnreadable,
    HolidayLineBad,
    HolidayNameUnfit,
    HolidayNoticeMissing,
    HolidaySpanUnfit,
)
from dutydesk.domain.typed_time import TypedTimeUnclear

PAPER = ("通知",)
NEW_YEAR = {"name": "元旦", "date": "2027-01-01", "isOffDay": True}


def notice(year: int, *days: tuple[date, str, bool], papers: tuple[str, ...] = PAPER) -> Notice:
    return Notice(year, papers, tuple(HolidayDay(*day) for day in days))


def document(*days: Any, **changes: Any) -> dict[str, Any]:
    return {"year": 2027, "papers": list(PAPER), "days": list(days), **changes}


def test_a_notice_is_read_with_what_it_does_not_need() -> None:
    read = read_notice(document(NEW_YEAR, **{"$schema": "https://example.invalid/s.json"}))
    assert read == notice(2027, (date(2027, 1, 1), "元旦", True))


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        (None, HolidayFileUnreadable),
        ([NEW_YEAR], HolidayFileUnreadable),
        ({"year": "2027", "papers": [], "days": []}, HolidayFileUnreadable),
        (document(NEW_YEAR, year=12), HolidayFileUnreadable),
        (document(NEW_YEAR, year=True), HolidayFileUnreadable),
        (document(NEW_YEAR, papers=[1]), HolidayFileUnreadable),
        (document({**NEW_YEAR, "isOffDay": 1}), HolidayLineBad),
        (document({**NEW_YEAR, "date": "2027-02-30"}), HolidayLineBad),
        (document("2027-01-01"), HolidayLineBad),
        (document(*[NEW_YEAR] * (MOST_DAYS + 1)), HolidayLineBad),
        (document({**NEW_YEAR, "date": "2025-01-01"}), HolidayDayOutside),
        (document(NEW_YEAR, NEW_YEAR), HolidayDayTwice),
        (document({**NEW_YEAR, "name": " "}), HolidayNameUnfit),
        (document({**NEW_YEAR, "name": "节" * 21}), HolidayNameUnfit),
        (document(), HolidayNoticeMissing),
        (document(NEW_YEAR, papers=[]), HolidayNoticeMissing),
    ],
)
def test_what_is_no_notice_is_refused(told: object, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        read_notice(told, "2027.json")


def test_days_come_sorted_and_papers_without_blanks() -> None:
    days = ((date(2027, 1, 2), "元旦", True), (date(2027, 1, 1), "元旦", True))
    kept = check_notice(notice(2027, *days, papers=(" 通知 ", "")))
    assert [one.day.day for one in kept.days] == [1, 2]
    assert kept.papers == PAPER


def test_both_years_are_read_at_their_border_and_the_later_notice_decides() -> None:
    calendar = calendar_of(
        [
            notice(2027, (date(2027, 1, 1), "元旦", True), (date(2026, 12, 31), "元旦", True)),
            notice(2026, (date(2026, 12, 31), "元旦", False), (date(2027, 1, 2), "元旦", False)),
        ],
        [],
    )
    assert calendar.day_class(date(2026, 12, 31)) is DayClass.LEGAL_HOLIDAY
    assert calendar.day_class(date(2026, 12, 30)) is DayClass.EVE
    assert calendar.day_class(date(2027, 1, 2)) is DayClass.MAKE_UP_DAY


def test_the_law_decides_only_where_nothing_was_told() -> None:
    law = {"2028": [["2028-10-03", "中秋节"], ["2028-10-03", "国庆节"], ["2028-05-01", "劳动节"]]}
    calendar = calendar_of(
        [notice(2028, (date(2028, 5, 2), "劳动节", True), papers=())], [law_notice(2028, law)]
    )
    assert calendar.day_class(date(2028, 5, 1)) is DayClass.EVE, "typed years are whole"
    alone = calendar_of([], [law_notice(2028, law), law_notice(2029, law)])
    assert alone.day_class(date(2028, 5, 1)) is DayClass.LEGAL_HOLIDAY
    assert alone.name(date(2028, 10, 3)) == "中秋节"
    assert alone.is_estimated(date(2028, 5, 1))
    assert calendar.is_estimated(date(2028, 5, 2)), "no paper is named"


@pytest.mark.parametrize(
    ("today", "known", "due"),
    [
        (date(2026, 11, 14), {2026}, None),
        (date(2026, 11, 15), {2026}, 2027),
        (date(2026, 12, 31), {2026}, 2027),
        (date(2026, 12, 31), {2026, 2027}, None),
        (date(2027, 1, 1), {2026}, 2027),
        (date(2027, 6, 1), {2026, 2027}, None),
    ],
)
def test_a_notice_is_due_from_the_middle_of_november_until_it_is_in(
    today: date, known: set[int], due: int | None
) -> None:
    assert notice_due(today, known) == due


def test_days_are_told_otherwise_or_not_at_all() -> None:
    whole = notice(2027, (date(2027, 1, 1), "元旦", True))
    span = (date(2027, 1, 2), date(2027, 1, 3))
    worked = with_days(whole, span, "元旦", off=False)
    assert worked.days[1:] == tuple(HolidayDay(day, "元旦", is_off_day=False) for day in span)
    assert with_days(worked, span, "", off=None) == whole
    for wrong in ((span[1], span[0]), (span[0], date(2027, 2, 2))):
        with pytest.raises(HolidaySpanUnfit):
            with_days(whole, wrong, "元旦", off=True)


def test_a_year_of_the_units_own_is_told_as_a_notice() -> None:
    at = datetime(2026, 11, 20, tzinfo=UTC)
    year = HolidayYear("2027", HolidaySource.TYPED, (), (), at, "甲某")
    assert year.notice == Notice(2027, (), ())
    assert HolidayYearView(year.notice, year).is_estimated


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1-1", date(2027, 1, 1)),
        ("1001", date(2027, 10, 1)),
        ("12月31日", date(2027, 12, 31)),
        ("2026-12-31", date(2026, 12, 31)),
    ],
)
def test_a_day_is_typed_for_its_year(text: str, day: date) -> None:
    assert read_day_of(text, 2027) == day


def test_a_day_that_the_year_has_not_is_unclear() -> None:
    for text in ("2-29", "节"):
        with pytest.raises(TypedTimeUnclear):
            read_day_of(text, 2027)
