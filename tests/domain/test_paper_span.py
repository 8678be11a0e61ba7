from datetime import date

import pytest

from dutydesk.domain.paper_issue import PaperKind, PaperRequest
from dutydesk.domain.paper_span import PaperSpan, SpanReversed, SpanUnclear, month_of, span_of

NEWEST = date(2026, 11, 20)


def span(**asked: date) -> PaperSpan:
    return span_of(PaperRequest(PaperKind.CALL_REGISTER, **asked), NEWEST)  # type: ignore[arg-type]  # days by name


def test_a_month_ends_with_its_last_day() -> None:
    assert month_of(date(2028, 2, 10)) == PaperSpan(date(2028, 2, 1), date(2028, 2, 29))
    assert month_of(date(2026, 12, 31)).until == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("asked", "since", "until"),
    [
        ({}, date(2026, 11, 1), date(2026, 11, 30)),
        ({"month": date(2026, 10, 9)}, date(2026, 10, 1), date(2026, 10, 31)),
        ({"duty_date": date(2026, 11, 7)}, date(2026, 11, 7), date(2026, 11, 7)),
        ({"since": date(2026, 11, 3)}, date(2026, 11, 3), NEWEST),
        ({"since": date(2026, 12, 3)}, date(2026, 12, 3), date(2026, 12, 3)),
        ({"until": date(2026, 9, 12)}, date(2026, 9, 1), date(2026, 9, 12)),
        (
            {"since": date(2025, 12, 30), "until": date(2026, 1, 2)},
            date(2025, 12, 30),
            date(2026, 1, 2),
        ),
    ],
)
def test_what_is_asked_for_is_a_span(asked: dict[str, date], since: date, until: date) -> None:
    assert span(**asked) == PaperSpan(since, until)


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(SpanReversed):
        span(since=date(2026, 11, 3), until=date(2026, 11, 2))


def test_a_month_and_a_day_together_are_refused() -> None:
    with pytest.raises(SpanUnclear):
        span(month=NEWEST, duty_date=NEWEST)
    with pytest.raises(SpanUnclear):
        span(month=NEWEST, since=NEWEST)


def test_papers_are_registered_under_the_month_the_day_or_both_ends() -> None:
    assert span(month=NEWEST).subject == "2026-11"
    assert span(duty_date=NEWEST).subject == "2026-11-20"
    assert span(since=date(2026, 11, 3), until=NEWEST).subject == "2026-11-03-2026-11-20"
    assert (span(month=NEWEST).is_month, span(duty_date=NEWEST).is_month) == (True, False)
    assert (span(duty_date=NEWEST).is_day, span(month=NEWEST).is_day) == (True, False)
